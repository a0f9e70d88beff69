/** Exact hand traces of figures by hour of the week, of segments and of shares of cases (semantics, KPIs 2, 6 and 12). */
import { describe, expect, it } from 'vitest';
import { by, constant, exponential, pool, sketch } from '../../support/model.ts';
import { run } from '../../support/run.ts';

const OFFICE = { id: 'Office', name: 'Office', rules: [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }] };

describe('utilisation by hour of the week', () => {
  /** A case every Monday 9:30 and every Monday 16:30, worked on for an hour by one of two people, over two weeks. */
  const weekly = (zone?: string) =>
    sketch({
      nodes: { Start: 'StartEvent', Task: 'Task', End: 'EndEvent' },
      flows: ['Start > Task > End'],
      elements: {
        Start: { arrivals: { interval: constant(7 * 24 * 60), count: 2 } },
        Task: { work: constant(60), resources: by('P') },
      },
      pools: [pool('P', 2, { staffing: [{ capacity: 2, calendar: 'Office' }] })],
      run: {
        start: '2026-01-05T09:30:00',
        replications: 1,
        horizon: { value: 14, unit: 'day' },
        ...(zone === undefined ? {} : { timeZone: zone }),
      },
      scenario: { calendars: [OFFICE] },
    });

  it.each([undefined, 'Asia/Shanghai', 'Europe/Berlin'])(
    'is what was worked of the shift in that hour (%s)',
    (zone) => {
      const { kpi } = run(weekly(zone));
      // Two people in two Mondays: 9–10 has 30 minutes of the first Monday and the whole of the second and third.
      expect(kpi('resources.P.byHour.9')).toBeCloseTo((2 * 30) / (2 * 30 + 2 * 60 + 2 * 30), 12);
      expect(kpi('resources.P.byHour.10')).toBeCloseTo((2 * 30) / (2 * 2 * 60), 12);
      expect(kpi('resources.P.byHour.11')).toBe(0);
      expect(kpi('resources.P.byHour.8')).toBeNaN();
      expect(kpi('resources.P.byHour.130')).toBeNaN();
    },
  );

  it('adds up to the utilisation of the pool', () => {
    const study = sketch({
      nodes: { Start: 'StartEvent', Task: 'Task', End: 'EndEvent' },
      flows: ['Start > Task > End'],
      elements: {
        Start: { arrivals: { interval: exponential(20) } },
        Task: { work: exponential(15), resources: by('P') },
      },
      pools: [pool('P', 1)],
      run: { replications: 1, horizon: { value: 4, unit: 'week' }, warmUp: { value: 1, unit: 'week' } },
    });
    const { kpi } = run(study);
    let sum = 0;
    for (let hour = 0; hour < 168; hour++) sum += kpi(`resources.P.byHour.${hour}`);
    expect(sum / 168).toBeCloseTo(kpi('resources.P.utilisation'), 12);
  });
});

describe('the business cycle time', () => {
  it.each([100, 1_000])(
    'is the cycle time without a business calendar, also where some of %i cases take no time',
    (count) => {
      const { kpi } = run(
        sketch({
          nodes: { Start: 'StartEvent', Task: 'Task', End: 'EndEvent' },
          flows: ['Start > Task > End'],
          // Just over a millisecond on average: a third of the times is rounded to nothing.
          elements: { Start: { arrivals: { interval: constant(1), count } }, Task: { work: exponential(0.00002) } },
          pools: [],
          run: { replications: 1 },
        }),
      );
      expect(kpi('cycleTime.min')).toBe(0);
      expect(kpi('cycleTime.p90')).toBeGreaterThan(kpi('cycleTime.p50'));
      for (const figure of ['mean', 'sd', 'p50', 'p80', 'p90', 'p95', 'min', 'max'])
        expect(kpi(`businessCycleTime.${figure}`)).toBe(kpi(`cycleTime.${figure}`));
    },
  );
});

describe('segments and shares of cases', () => {
  /** Cases of class x pass A and B, those of class y leave before B; case 4 is still at B when the horizon ends. */
  const study = sketch({
    nodes: {
      Start: 'StartEvent',
      A: 'Task',
      Choice: 'ExclusiveGateway',
      B: 'Task',
      Done: 'EndEvent',
      Left: 'EndEvent',
    },
    flows: ['Start > A > Choice > B > Done', 'Choice > Left'],
    elements: {
      Start: { arrivals: { interval: constant(10), count: 4 } },
      A: { work: constant(1), resources: by('P') },
      B: { work: constant(4), resources: by('P') },
      Choice_B: { probability: 0.5 },
      Choice_Left: { probability: 0.5 },
    },
    pools: [pool('P', 'unlimited')],
    slas: [
      {
        id: 'S',
        name: 'S',
        on: { type: 'segment', from: { element: 'A', at: 'entered' }, to: { element: 'B', at: 'left' } },
        limit: { value: 3, unit: 'min' },
        clock: 'calendar',
        target: 0.9,
      },
    ],
    run: { replications: 20, horizon: { value: 33, unit: 'min' }, seed: 'segments' },
  });

  it('measures the lead time of what reached the end, and counts the rest', () => {
    const { kpi } = run(study);
    for (let r = 0; r < 20; r++) {
      const through = kpi('flows.Choice_B', r);
      const reached = kpi('activities.B.executions', r);
      expect(kpi('slas.S.notReached', r)).toBe(4 - reached);
      expect(through).toBeGreaterThanOrEqual(reached);
      for (const figure of ['mean', 'p50', 'p95'])
        expect(kpi(`slas.S.leadTime.${figure}`, r)).toEqual(reached > 0 ? 300 : NaN);
    }
  });

  it('tells which share of the completed cases passed a flow and reached an end', () => {
    const { kpi } = run(study);
    for (let r = 0; r < 20; r++) {
      const completed = kpi('cases.completed', r);
      const done = kpi('events.Done', r);
      expect(kpi('outcomes.Done', r)).toBeCloseTo(done / completed, 12);
      expect(kpi('outcomes.Left', r)).toBeCloseTo(1 - done / completed, 12);
      expect(kpi('flowShares.Choice_B', r)).toBeCloseTo(done / completed, 12);
      expect(kpi('flowShares.Start_A', r)).toBe(1);
    }
  });

  it('counts a case that passes a flow again and again once', () => {
    const loop = sketch({
      nodes: { Start: 'StartEvent', Merge: 'ExclusiveGateway', A: 'Task', Again: 'ExclusiveGateway', End: 'EndEvent' },
      flows: ['Start > Merge > A > Again > End', 'Again > Merge'],
      elements: {
        Start: { arrivals: { interval: constant(100), count: 500 } },
        A: { work: constant(1) },
        Again_End: { probability: 0.5 },
        Again_Merge: { probability: 0.5 },
      },
      run: { replications: 1, cases: 500 },
    });
    const { kpi } = run(loop);
    expect(kpi('flows.Again_Merge')).toBeGreaterThan(400);
    expect(kpi('flowShares.Again_Merge')).toBeGreaterThan(0.42);
    expect(kpi('flowShares.Again_Merge')).toBeLessThan(0.58);
    expect(kpi('outcomes.End')).toBe(1);
  });
});
