/** Exact hand traces of figures where they are easily wrong: the end of the run, absences, unlimited pools, very many values, rework. */
import { describe, expect, it } from 'vitest';
import type { Sla } from '#simulation';
import { SampleSummary } from '../../../simulation/observers/sample-summary.ts';
import { by, constant, pool, sketch, timer, type NodeSketch, type Sketch } from '../../support/model.ts';
import { run } from '../../support/run.ts';

/** Start, task A, end; minutes. */
const line = (more: Partial<Sketch>) =>
  sketch({ nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' }, flows: ['S > A > E'], ...more });

describe('promises about a step that is not over at the end', () => {
  const promise = (minutes: number): Sla => ({
    id: 's',
    name: 's',
    on: { type: 'activity', element: 'A' },
    limit: { value: minutes, unit: 'min' },
    clock: 'calendar',
    target: 0.5,
  });
  /** Offered at 10, 20, 30, 40; one at a time: done at 35 and 60, under way, waiting. */
  const queue = (minutes: number, horizon: number) =>
    run(
      line({
        elements: {
          S: { arrivals: { interval: constant(10), count: 4, first: 'after-interval' } },
          A: { work: constant(25), resources: by('P') },
        },
        pools: [pool('P', 1)],
        slas: [promise(minutes)],
        run: { replications: 1, horizon: { value: horizon, unit: 'min' } },
      }),
    ).kpi;

  it('are missed where they fell due before, whether the work waits or is under way', () => {
    const kpi = queue(35, 80);
    // Due at 45 (kept), 55 (done at 60), 65 (under way) and 75 (waits).
    expect(kpi('slas.s.measured')).toBe(4);
    expect(kpi('slas.s.hitRate')).toBe(1 / 4);
    expect(kpi('slas.s.lateness.mean')).toBe(5 * 60);
    expect(kpi('slas.s.weeksMet')).toBe(0);
  });

  it('are left out where they fall due later', () => {
    expect(queue(35, 70)('slas.s.measured')).toBe(3);
    expect(queue(35, 75)('slas.s.measured')).toBe(4);
    expect(queue(1000, 70)('slas.s.measured')).toBe(0);
  });

  it('are missed for good where the run ends only because nothing happens any more', () => {
    const stuck = run(
      line({
        nodes: {
          S: 'StartEvent',
          A: 'SubProcess',
          B: { type: 'Task', scope: 'A' },
          Join: { type: 'ParallelGateway', scope: 'A' },
          C: { type: 'Task', scope: 'A' },
        },
        // The join waits for what only it could set off.
        flows: ['S > A', 'B > Join > C > Join'],
        elements: { S: { arrivals: { count: 1 } }, C: { work: constant(1) } },
        slas: [promise(10)],
        run: { replications: 1, cases: 1 },
      }),
    ).kpi;
    expect(stuck('cases.open')).toBe(1);
    expect(stuck('slas.s.measured')).toBe(1);
    expect(stuck('slas.s.hitRate')).toBe(0);
  });
});

describe('the share of weeks in which a promise was kept', () => {
  it('has those weeks in which exactly the target was reached', () => {
    // 14 of 25 are 56 %, though 0.56 × 25 is more than 14 in binary.
    expect(0.56 * 25).toBeGreaterThan(14);
    const { kpi } = run(
      line({
        elements: {
          S: { arrivals: { interval: constant(1), count: 25 } },
          A: { work: constant(2), resources: by('P') },
        },
        pools: [pool('P', 1)],
        slas: [
          {
            id: 's',
            name: 's',
            on: { type: 'case' },
            limit: { value: 15, unit: 'min' },
            clock: 'calendar',
            target: 0.56,
          },
        ],
        run: { replications: 1, cases: 25 },
      }),
    );
    // The n-th case takes n + 1 minutes.
    expect(kpi('slas.s.hitRate')).toBe(14 / 25);
    expect(kpi('slas.s.weeksMet')).toBe(1);
  });
});

describe('work done', () => {
  it('is that of the steps inside, not the time a sub-process takes, also when it is cut off', () => {
    const { kpi } = run(
      sketch({
        nodes: {
          S: 'StartEvent',
          Sub: 'SubProcess',
          A: { type: 'Task', scope: 'Sub' },
          Late: { type: 'BoundaryEvent', attachedTo: 'Sub', interrupting: true, eventDefinitions: timer('PT30M') },
          E: 'EndEvent',
        },
        flows: ['S > Sub > E', 'Late > E'],
        elements: {
          S: { arrivals: { interval: constant(10), count: 2 } },
          A: { work: constant(25), resources: by('P') },
        },
        pools: [pool('P', 1)],
        run: { replications: 1, cases: 2 },
      }),
    );
    // The first is done at 25; the second, offered at 10, is cut off at 40 after a quarter of an hour of work.
    expect(kpi('activities.Sub.cancelled')).toBe(1);
    expect(kpi('activities.A.cancelled')).toBe(1);
    expect(kpi('touchTime.mean')).toBe(((25 + 15) / 2) * 60);
    expect(kpi('resources.P.busy')).toBe((25 + 15) * 60);
    expect(kpi('decomposition.working')).toBe(((25 + 15) / 2) * 60);
  });
});

describe('a turn in a batch that begins because the one before was called off while people paused', () => {
  it('begins with the pause', () => {
    const { kpi } = run(
      sketch({
        nodes: {
          S: 'StartEvent',
          A: 'Task',
          Late: { type: 'BoundaryEvent', attachedTo: 'A', interrupting: true, eventDefinitions: timer('PT20H') },
          E: 'EndEvent',
        },
        flows: ['S > A > E', 'Late > E'],
        elements: {
          S: { arrivals: { interval: constant(495), count: 2, first: 'after-interval' } },
          A: { work: constant(60), resources: by('P'), batch: { type: 'sequential', fires: [{ size: 2 }] } },
        },
        pools: [pool('P', 1, { staffing: [{ capacity: 1, calendar: 'office' }] })],
        scenario: {
          calendars: [{ id: 'office', name: 'Office', rules: [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }] }],
        },
        run: { replications: 1, cases: 2 },
      }),
    );
    // Gathered at 495 and 990; the first is worked on 990–1020, then paused, and called off at 1695. The second has its turn
    // from there, is worked on from 1980, and is done at 2040.
    const each = (first: number, second: number): number => ((first + second) / 2) * 60;
    expect(kpi('decomposition.batching')).toBe(each(495, 705));
    expect(kpi('decomposition.paused')).toBe(each(675, 285));
    expect(kpi('decomposition.working')).toBe(each(30, 60));
    expect(kpi('touchTime.mean')).toBe(each(30, 60));
    expect(kpi('resources.P.busy')).toBe(90 * 60);
  });
});

describe('utilisation by hour of the week', () => {
  it('knows of absences, as the utilisation of the pool does', () => {
    const { kpi } = run(
      line({
        elements: { S: { arrivals: { count: 3 } }, A: { work: constant(60), resources: by('P') } },
        pools: [pool('P', 1, { absence: { every: constant(30), lasts: constant(20) } })],
        run: { replications: 1, cases: 3 },
      }),
    );
    // There 0–30, 50–80, 100–130 …, at work all of that time.
    expect(kpi('resources.P.utilisation')).toBe(1);
    for (let hour = 0; hour < 4; hour++) expect(kpi(`resources.P.byHour.${hour}`)).toBe(1);
  });

  it('is none of a pool with people without end, and more than 1 of no pool', () => {
    const { kpi } = run(
      line({
        elements: { S: { arrivals: { count: 5 } }, A: { work: constant(60), resources: by('P') } },
        pools: [pool('P', 1, { staffing: [{ capacity: 1 }, { capacity: 'unlimited' }] })],
        run: { replications: 1, cases: 5 },
      }),
    );
    expect(kpi('resources.P.utilisation')).toBe(0);
    expect(kpi('resources.P.byHour.0')).toBeNaN();
  });
});

describe('percentiles of more values than are kept', () => {
  const summary = (values: Iterable<number>): SampleSummary => {
    const made = new SampleSummary();
    for (const value of values) made.add(value);
    return made;
  };
  const many = (count: number, of: (i: number) => number): number[] => Array.from({ length: count }, (_, i) => of(i));

  it('lie between the least and the largest value', () => {
    expect([...summary(many(70_000, () => 600_000)).percentiles([0.05, 0.5, 0.95])]).toEqual([
      600_000, 600_000, 600_000,
    ]);
  });

  it('come with the exact count, mean and extremes', () => {
    const made = summary(many(200_000, (i) => i + 1));
    expect([made.count, made.minimum, made.maximum]).toEqual([200_000, 1, 200_000]);
    expect(made.mean).toBeCloseTo(100_000.5, 6);
    expect(made.sd).toBeCloseTo(Math.sqrt((200_000 * 200_001) / 12), 4);
    const [p50, p95] = made.percentiles([0.5, 0.95]);
    expect(Math.abs(p50! / 100_000 - 1)).toBeLessThan(0.016);
    expect(Math.abs(p95! / 190_000 - 1)).toBeLessThan(0.016);
  });

  it('are none where so many waited for nothing', () => {
    const [p50, p90, p95] = summary(many(100_000, (i) => (i % 100 < 92 ? 0 : 60_000))).percentiles([0.5, 0.9, 0.95]);
    expect([p50, p90, p95]).toEqual([0, 0, 60_000]);
  });
});

describe('rework', () => {
  const inRuns = (again: number, task: Partial<NodeSketch> = {}) =>
    run(
      sketch({
        nodes: {
          S: 'StartEvent',
          Merge: 'ExclusiveGateway',
          Each: { type: 'SubProcess', loop: { type: 'multi-instance', sequential: false } },
          Begin: { type: 'StartEvent', scope: 'Each' },
          In: { type: 'ExclusiveGateway', scope: 'Each' },
          A: { type: 'Task', scope: 'Each', ...task },
          Out: { type: 'ExclusiveGateway', scope: 'Each' },
          B: { type: 'Task', scope: 'Each' },
          E: 'EndEvent',
        },
        flows: ['S > Merge > Each > E', 'Begin > In > A > Out > B', 'Out > In'],
        elements: {
          S: { arrivals: { count: 1 } },
          Each: { instances: constant(3) },
          A: { work: constant(2), instances: constant(2) },
          B: { work: constant(1) },
          Out_In: { probability: again },
          Out_B: { probability: 1 - again },
        },
        run: { replications: 1, cases: 1, seed: 'runs' },
      }),
    ).kpi;

  it('is none where runs of a multi-instance sub-process do the same once each', () => {
    const kpi = inRuns(0);
    expect(kpi('activities.A.executions')).toBe(3);
    expect(kpi('activities.A.rework')).toBe(0);
    expect(kpi('firstPassYield')).toBe(1);
  });

  it('is none where each run has a multi-instance task', () => {
    const kpi = inRuns(0, { loop: { type: 'multi-instance', sequential: true } });
    expect(kpi('activities.A.executions')).toBe(6);
    expect(kpi('activities.A.rework')).toBe(0);
    expect(kpi('firstPassYield')).toBe(1);
  });

  it('is what goes back within a run', () => {
    const kpi = inRuns(0.5);
    const executions = kpi('activities.A.executions');
    expect(executions).toBeGreaterThan(3);
    expect(kpi('activities.A.rework')).toBeCloseTo((executions - 3) / executions, 12);
    expect(kpi('activities.B.rework')).toBe(0);
    expect(kpi('firstPassYield')).toBe(0);
  });

  it('is all of it where the whole sub-process is gone through again', () => {
    const { kpi } = run(
      sketch({
        nodes: {
          S: 'StartEvent',
          Merge: 'ExclusiveGateway',
          Each: { type: 'SubProcess', loop: { type: 'multi-instance', sequential: true } },
          A: { type: 'Task', scope: 'Each' },
          Check: { type: 'ExclusiveGateway' },
          E: 'EndEvent',
        },
        flows: ['S > Merge > Each > Check > E', 'Check > Merge'],
        elements: {
          S: { arrivals: { count: 20 } },
          Each: { instances: constant(3) },
          A: { work: constant(2) },
          Check_Merge: { probability: 0.5 },
          Check_E: { probability: 0.5 },
        },
        run: { replications: 1 },
      }),
    );
    const executions = kpi('activities.A.executions');
    expect(executions).toBeGreaterThan(60);
    expect(kpi('activities.A.rework')).toBeCloseTo((executions - 60) / executions, 12);
  });
});
