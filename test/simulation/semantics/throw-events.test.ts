/** Exact hand traces of events that are passed at once: deterministic inputs, minutes. */
import { describe, expect, it } from 'vitest';
import { constant, event, sketch } from '../../support/model.ts';
import { run } from '../../support/run.ts';

const work = { work: constant(1) };

describe('intermediate throw events', () => {
  it('none is a milestone that takes no time', () => {
    const r = run(
      sketch({
        nodes: { S: 'StartEvent', A: 'Task', M: 'IntermediateThrowEvent', B: 'Task', E: 'EndEvent' },
        flows: ['S > A > M > B > E'],
        elements: { S: { arrivals: { count: 1 } }, A: work, B: work },
        run: { cases: 1, replications: 1 },
      }),
    );
    expect(r.trace).toEqual(['A 0 0 0 1', 'B 0 1 1 2']);
    expect(r.kpi('events.M')).toBe(1);
  });

  it('message starts the partner and goes on at once', () => {
    const r = run(
      sketch({
        nodes: {
          S: 'StartEvent',
          M: { type: 'IntermediateThrowEvent', eventDefinitions: event('Message') },
          A: 'Task',
          E: 'EndEvent',
          s: { type: 'StartEvent', scope: 'Q', eventDefinitions: event('Message') },
          w: { type: 'Task', scope: 'Q' },
          e: { type: 'EndEvent', scope: 'Q' },
        },
        flows: ['S > M > A > E', 's > w > e'],
        elements: { S: { arrivals: { count: 1 } }, A: work, w: { work: constant(4) } },
        model: {
          processes: [
            { id: 'Process', lanes: [] },
            { id: 'Q', lanes: [] },
          ],
          messageFlows: [{ id: 'm', source: 'M', target: 's' }],
        },
        run: { cases: 1, replications: 1 },
      }),
    );
    expect(r.trace).toEqual(['A 0 0 0 1', 'w 0 0 0 4']);
    expect(r.kpi('cycleTime.max')).toBe(240);
  });
});
