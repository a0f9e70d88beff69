/** Exact hand traces of cases that do not wait for ever, that are there from the start, and that come when they once came. */
import { describe, expect, it } from 'vitest';
import { compile, type ElementParameters, type Study } from '#simulation';
import { by, constant, exponential, pool, sketch, type Sketch } from '../../support/model.ts';
import { run } from '../../support/run.ts';

const line = (a: ElementParameters, more: Partial<Sketch> = {}): Study =>
  sketch({
    nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' },
    flows: ['S > A > E'],
    elements: {
      S: { arrivals: { interval: constant(1), count: 4 } },
      A: { work: constant(10), resources: by('P'), ...a },
    },
    pools: [pool('P')],
    ...more,
    run: { replications: 1, cases: 4, ...more.run },
  });

describe('giving up', () => {
  it('who has waited too long goes away, and the case has failed', () => {
    const r = run(line({ patience: constant(12) }));
    // Case 1 waits 9 minutes; cases 2 and 3 give up at minutes 14 and 15, while it is served.
    expect(r.trace).toEqual(['A 0 0 0 10', 'A 2 2 NaN 14 cancelled', 'A 3 3 NaN 15 cancelled', 'A 1 1 10 20']);
    expect(r.kpi('activities.A.abandoned')).toBe(2);
    expect(r.kpi('activities.A.balked')).toBe(0);
    expect(r.kpi('activities.A.abandonment')).toBe(2 / 4);
    expect(r.kpi('activities.A.abandonedAfter')).toBe(12 * 60);
    expect(r.kpi('cases.failed')).toBe(2);
    expect(r.kpi('cases.completed')).toBe(2);
    expect(r.kpi('activities.A.cancelled')).toBe(2);
  });

  it('patience that ends at the instant of a release has ended: timers come before starts (rule 20)', () => {
    const r = run(line({ patience: constant(9) }));
    expect(r.trace).toEqual(['A 0 0 0 10', 'A 1 1 NaN 10 cancelled', 'A 3 3 NaN 12 cancelled', 'A 2 2 10 20']);
    expect(r.kpi('activities.A.abandoned')).toBe(2);
  });

  it('nobody gives up once the work has begun', () => {
    const r = run(line({ patience: constant(5) }));
    expect(r.trace.at(-1)).toBe('A 0 0 0 10');
    expect(r.kpi('activities.A.abandoned')).toBe(3);
  });

  it('nobody joins a queue that is too long', () => {
    const r = run(line({ balkAt: 1 }));
    expect(r.trace).toEqual(['A 2 2 NaN 2 cancelled', 'A 3 3 NaN 3 cancelled', 'A 0 0 0 10', 'A 1 1 10 20']);
    expect(r.kpi('activities.A.queueLength.max')).toBe(1);
    const loss = run(line({ balkAt: 0 }));
    expect(loss.trace.map((l) => l.slice(0, 3))).toEqual(['A 1', 'A 2', 'A 3', 'A 0']);
    expect(loss.kpi('activities.A.abandoned')).toBe(3);
    expect(loss.kpi('activities.A.balked')).toBe(3);
    expect(loss.kpi('activities.A.abandonment')).toBe(3 / 4);
    expect(loss.kpi('activities.A.abandonedAfter')).toBeNaN();
    expect(loss.kpi('activities.A.queueLength.max')).toBe(0);
  });

  it('of those who come at one instant, as many join as there is room for', () => {
    const a = { work: constant(10), resources: by('P'), balkAt: 2 };
    const r = run(line({}, { elements: { S: { arrivals: { count: 4 } }, A: a } }));
    expect(r.kpi('activities.A.abandoned')).toBe(1);
    expect(r.kpi('cases.completed')).toBe(3);
  });

  it('leaves by a boundary event where there is one, at once', () => {
    const study = (a: ElementParameters): Study =>
      sketch({
        nodes: {
          S: 'StartEvent',
          A: 'Task',
          Gone: { type: 'BoundaryEvent', attachedTo: 'A', eventDefinitions: [{ type: 'bpmn:ErrorEventDefinition' }] },
          B: 'Task',
          E: 'EndEvent',
        },
        flows: ['S > A > E', 'Gone > B > E'],
        elements: {
          S: { arrivals: { interval: constant(1), count: 3 } },
          A: { work: constant(10), resources: by('P'), abandonTo: 'Gone', ...a },
          B: { work: constant(1), resources: by('Q') },
        },
        pools: [pool('P'), pool('Q')],
        run: { replications: 1, cases: 3 },
      });
    expect(run(study({ patience: constant(4) })).trace).toEqual([
      'A 1 1 NaN 5 cancelled',
      'B 1 5 5 6',
      'A 2 2 NaN 6 cancelled',
      'B 2 6 6 7',
      'A 0 0 0 10',
    ]);
    const balked = run(study({ balkAt: 0 }));
    expect(balked.trace).toContain('B 1 1 1 2');
    expect(balked.kpi('cases.failed')).toBe(0);
  });

  it('M/M/1 with a room for nobody loses ρ/(1 + ρ) of its customers (Erlang B, one server)', () => {
    const r = run(
      line(
        { balkAt: 0 },
        {
          elements: {
            S: { arrivals: { interval: exponential(1.25) } },
            A: { work: exponential(1), resources: by('P'), balkAt: 0 },
          },
          run: { replications: 10, cases: 2000 },
        },
      ),
    );
    const { mean, halfWidth } = r.estimate('activities.A.abandoned');
    const theory = 0.8 / 1.8;
    expect(Math.abs(mean / 2000 - theory)).toBeLessThan(Math.max((1.1 * halfWidth) / 2000, 0.005));
    expect(halfWidth / 2000).toBeLessThan(0.01);
  });

  it('faulty rules are found', () => {
    const codes = (a: ElementParameters): string[] => compile(line(a)).issues.map((i) => i.code);
    expect(codes({ balkAt: -1 })).toContain('balk-out-of-range');
    expect(codes({ patience: constant(1), abandonTo: 'E' })).toContain('abandon-exit-unknown');
    expect(codes({ initial: -2 })).toContain('initial-out-of-range');
  });
});

describe('work in progress at the start', () => {
  it('is done first, takes people, and is no case of the figures', () => {
    const r = run(line({ initial: 2 }));
    expect(r.trace.slice(0, 3)).toEqual(['A 0 0 0 10', 'A 1 0 10 20', 'A 2 0 20 30']);
    expect(r.kpi('cases.started')).toBe(4);
    expect(r.kpi('cases.completed')).toBe(4);
    expect(r.kpi('activities.A.executions')).toBe(6);
    expect(r.kpi('cycleTime.min')).toBe(30 * 60);
    expect(r.kpi('wip.max')).toBe(6);
  });

  it('inside a sub-process is a finding, and nobody waits there', () => {
    const { issues } = compile(
      sketch({
        nodes: { S: 'StartEvent', Sub: 'SubProcess', A: { type: 'Task', scope: 'Sub' } },
        flows: ['S > Sub'],
        elements: { S: { arrivals: { count: 1 } }, A: { work: constant(1), initial: 3 } },
      }),
    );
    expect(issues).toContainEqual(expect.objectContaining({ code: 'initial-in-sub-process', elementId: 'A' }));
  });
});

describe('recorded arrivals', () => {
  const replayed = (replay: readonly number[], count?: number): Study =>
    line(
      {},
      {
        elements: {
          S: { arrivals: { replay, ...(count === undefined ? {} : { count }) } },
          A: { work: constant(1), resources: by('P') },
        },
        run: { cases: 1000 },
      },
    );

  it('come exactly then, in the order of time, and end with the record', () => {
    expect(run(replayed([600, 60, 60.5, 120])).trace).toEqual([
      'A 0 1 1 2',
      `A 1 ${60.5 / 60} 2 3`,
      'A 2 2 3 4',
      'A 3 10 10 11',
    ]);
    expect(run(replayed([60, 120, 180], 2)).kpi('cases.started')).toBe(2);
  });

  it('an empty or faulty record is an error', () => {
    expect(compile(replayed([])).issues.map((i) => i.code)).toContain('replay-times');
    expect(compile(replayed([-5])).issues.map((i) => i.code)).toContain('replay-times');
  });
});
