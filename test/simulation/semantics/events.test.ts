/** Exact hand traces of events that the other traces do not show: deterministic inputs, minutes. */
import { describe, expect, it } from 'vitest';
import { constant, event, sketch, timer, type NodeSketch } from '../../support/model.ts';
import { run, type Ran } from '../../support/run.ts';

const work = { work: constant(1) };

describe('start events', () => {
  const started = (start: NodeSketch, arrivals?: { count: number; interval: ReturnType<typeof constant> }): Ran =>
    run(
      sketch({
        nodes: { S: start, A: 'Task', E: 'EndEvent' },
        flows: ['S > A > E'],
        elements: { A: work, ...(arrivals ? { S: { arrivals } } : {}) },
        run: { cases: 3, replications: 1 },
      }),
    );

  it('a timer start begins a case at each beat of its cycle', () => {
    const r = started({ type: 'StartEvent', eventDefinitions: timer('R3/PT10M', 'cycle') });
    expect(r.trace).toEqual(['A 0 0 0 1', 'A 1 10 10 11', 'A 2 20 20 21']);
  });

  it('a signal start takes its arrivals', () => {
    const r = started({ type: 'StartEvent', eventDefinitions: event('Signal') }, { count: 2, interval: constant(5) });
    expect(r.trace).toEqual(['A 0 0 0 1', 'A 1 5 5 6']);
  });
});

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
