/** Exact hand traces of pools in which urgent work interrupts other work (rules 25 and 26); minutes. */
import { describe, expect, it } from 'vitest';
import { compile, type ElementParameters, type ResourcePool, type Scenario } from '#simulation';
import { by, constant, pool, sketch, timer } from '../../support/model.ts';
import { run, type Ran } from '../../support/run.ts';

const HOUR = 3600;
const urgentFirst = (capacity: number, more: Partial<ResourcePool> = {}): ResourcePool =>
  pool('P', capacity, { discipline: 'priority', preemption: 'resume', ...more });

/** Cases of three streams with a step each, ranking 0, 1 and 2; each of the streams begins one case at each of its minutes. */
function three(
  minutes: { low?: readonly number[]; middle?: readonly number[]; high?: readonly number[] },
  desk: ResourcePool,
  more: {
    low?: ElementParameters;
    middle?: ElementParameters;
    high?: ElementParameters;
    scenario?: Partial<Scenario>;
  } = {},
): Ran {
  const coming = (at: readonly number[] = []): ElementParameters => ({
    arrivals: at.length > 0 ? { replay: at.map((minute) => minute * 60) } : { count: 0 },
  });
  return run(
    sketch({
      nodes: {
        L: 'StartEvent',
        M: 'StartEvent',
        H: 'StartEvent',
        Low: 'Task',
        Middle: 'Task',
        High: 'Task',
        E: 'EndEvent',
      },
      flows: ['L > Low > E', 'M > Middle > E', 'H > High > E'],
      elements: {
        L: coming(minutes.low),
        M: coming(minutes.middle),
        H: coming(minutes.high),
        Low: { work: constant(100), resources: by('P'), priority: 0, ...more.low },
        Middle: { work: constant(30), resources: by('P'), priority: 1, ...more.middle },
        High: { work: constant(10), resources: by('P'), priority: 2, ...more.high },
      },
      pools: [desk],
      run: { replications: 1 },
      ...(more.scenario ? { scenario: more.scenario } : {}),
    }),
  );
}

/** Without the number of the case. */
const served = (r: Ran): string[] => r.trace.map((line) => line.replace(/^(\S+) \d+/, '$1'));

describe('pre-emption', () => {
  it('interrupts lower-ranking work, which resumes what is left of it', () => {
    // Low 0–20, High 20–30, Low 30–110 with the 80 minutes that were left.
    const r = three({ low: [0], high: [20] }, urgentFirst(1));
    expect(served(r)).toEqual(['High 20 20 30', 'Low 0 0 110']);
    expect(r.kpi('activities.Low.queue.mean')).toBe(10 * 60);
    expect(r.kpi('activities.Low.work.mean')).toBe(100 * 60);
    expect(r.kpi('activities.Low.elapsed.mean')).toBe(110 * 60);
    expect(r.kpi('activities.Low.interruptions')).toBe(1);
    expect(r.kpi('activities.Low.executions')).toBe(1);
    expect(r.kpi('activities.Low.cancelled')).toBe(0);
    expect(r.kpi('activities.High.interruptions')).toBe(0);
    expect(r.kpi('resources.P.busy')).toBe(110 * 60);
    // Over both cases: 110 worked, 10 waited.
    expect(r.kpi('decomposition.working')).toBe((110 / 2) * 60);
    expect(r.kpi('decomposition.queuedContention')).toBe((10 / 2) * 60);
    expect(r.kpi('touchTime.mean')).toBe((110 / 2) * 60);
    expect(r.kpi('activities.Low.queueLength.max')).toBe(1);
  });

  it('does not interrupt work of the same rank', () => {
    expect(served(three({ low: [0, 20] }, urgentFirst(1)))).toEqual(['Low 0 0 100', 'Low 20 100 200']);
  });

  it('interrupts again and again, and what was interrupted is done once', () => {
    // Low 0–20, High 20–30, Low 30–50, High 50–60, Low 60–120.
    const r = three({ low: [0], high: [20, 50] }, urgentFirst(1));
    expect(served(r)).toEqual(['High 20 20 30', 'High 50 50 60', 'Low 0 0 120']);
    expect(r.kpi('activities.Low.interruptions')).toBe(2);
    expect(r.kpi('activities.Low.interrupted')).toBe(1);
    expect(r.kpi('activities.High.interrupted')).toBe(0);
    expect(r.kpi('activities.Low.queue.mean')).toBe(20 * 60);
    expect(r.kpi('cases.completed')).toBe(3);
  });

  it('interrupts what interrupted: three ranks on one desk', () => {
    // Low 0–10, Middle 10–20, High 20–30, Middle 30–50, Low 50–140.
    const r = three({ low: [0], middle: [10], high: [20] }, urgentFirst(1));
    expect(served(r)).toEqual(['High 20 20 30', 'Middle 10 10 50', 'Low 0 0 140']);
  });

  it('takes the lowest rank, and of equals what began last, which then goes on before those who came later', () => {
    // Two desks: Low from 0 and from 5, a third Low comes at 10. High at 20 takes the desk of the second; 85 are left of it, 30–115.
    const r = three({ low: [0, 5, 10], high: [20] }, urgentFirst(2));
    expect(served(r)).toEqual(['High 20 20 30', 'Low 0 0 100', 'Low 5 5 115', 'Low 10 100 200']);
    expect(r.kpi('activities.Low.interrupted')).toBe(1 / 3);
    // Low from 0, Middle from 5: Low is lower though it began first.
    const other = three({ low: [0], middle: [5], high: [20] }, urgentFirst(2));
    expect(served(other)).toEqual(['High 20 20 30', 'Middle 5 5 35', 'Low 0 0 110']);
  });

  it('keeps the order in which interrupted work had begun', () => {
    // Both Lows are interrupted at 20, the later one first; at 30 both go on, 80 and 85 left.
    const r = three({ low: [0, 5], high: [20, 20] }, urgentFirst(2));
    expect(served(r)).toEqual(['High 20 20 30', 'High 20 20 30', 'Low 0 0 110', 'Low 5 5 115']);
  });

  it('uses an idle desk before it interrupts, and completes what ends at that instant', () => {
    expect(served(three({ low: [0], high: [20] }, urgentFirst(2)))).toEqual(['High 20 20 30', 'Low 0 0 100']);
    const atTheEnd = three({ low: [0], high: [100] }, urgentFirst(1));
    expect(served(atTheEnd)).toEqual(['Low 0 0 100', 'High 100 100 110']);
    expect(atTheEnd.kpi('activities.Low.interruptions')).toBe(0);
  });

  it('charges every hour and fixed cost once, and each taking of a unit', () => {
    const r = three({ low: [0], high: [20] }, urgentFirst(1, { costPerHour: 60, costPerUse: 5 }), {
      low: { fixedCost: 7 },
    });
    // Low: 100 minutes at 1, taken twice, 7 once; High: 10 and 5.
    expect(r.kpi('activities.Low.cost')).toBeCloseTo(100 + 10 + 7, 9);
    expect(r.kpi('cost.busy')).toBeCloseTo(110 + 15 + 7, 9);
    expect(r.kpi('cost.perCase')).toBeCloseTo((110 + 15 + 7) / 2, 9);
  });

  describe('and shifts', () => {
    /** On Mondays and Tuesdays 9 to 10; simulated time begins on a Monday. */
    const calendars = [{ id: 'short', name: 'Short', rules: [{ days: [1, 2], from: 540, to: 600 }] }];
    const desk = urgentFirst(1, { staffing: [{ capacity: 1, calendar: 'short' }] });
    const DAY = 1440;

    it('paused work goes on at shift begin and is interrupted there by what came at night', () => {
      // Low 9:00–10:00, paused; High comes at 20:00 and takes the desk next day 9:00–9:10; then Low, 40 minutes left, 9:10–9:50.
      const r = three({ low: [540], high: [1200] }, desk, { scenario: { calendars } });
      expect(served(r)).toEqual([`High 1200 ${DAY + 540} ${DAY + 550}`, `Low 540 540 ${DAY + 590}`]);
      const parts = ['working', 'paused', 'queuedContention', 'queuedOffShift'];
      // Low: 100 worked, 23 h paused, 10 waited for the desk. High: 10 worked, from 20:00 to 9:00 off shift.
      expect(parts.map((part) => r.kpi(`decomposition.${part}`))).toEqual(
        [110 * 60, 23 * HOUR, 10 * 60, 13 * HOUR].map((total) => total / 2),
      );
      expect(r.kpi('activities.Low.work.mean')).toBe(100 * 60);
      expect(r.kpi('resources.P.busy')).toBe(110 * 60);
    });

    it('what was interrupted and waits at shift end goes on next shift', () => {
      // Low 9:00–9:50 (50 left), High from 9:50 to 10:00 and, paused, no more; Low next day 9:00–9:50.
      const r = three({ low: [540], high: [590] }, desk, { scenario: { calendars } });
      expect(served(r)).toEqual(['High 590 590 600', `Low 540 540 ${DAY + 590}`]);
      expect(r.kpi('decomposition.queuedOffShift')).toBe((23 * HOUR) / 2);
      expect(r.kpi('decomposition.queuedContention')).toBe((10 * 60) / 2);
    });

    it('work in overtime is left alone: its person is not on shift', () => {
      const r = three({ low: [540], high: [610] }, desk, { low: { shiftEnd: 'overtime' }, scenario: { calendars } });
      expect(served(r)).toEqual(['Low 540 540 640', `High 610 ${DAY + 540} ${DAY + 550}`]);
      expect(r.kpi('resources.P.overtime')).toBe(40 * 60);
    });

    it('interrupted overtime work counts as overtime only what was done off shift', () => {
      // Low 9:30–9:40, High 9:40–9:50, Low 9:50–11:20: 80 minutes of it in overtime.
      const r = three({ low: [570], high: [580] }, desk, { low: { shiftEnd: 'overtime' }, scenario: { calendars } });
      expect(served(r)).toEqual(['High 580 580 590', 'Low 570 570 680']);
      expect(r.kpi('resources.P.overtime')).toBe(80 * 60);
      expect(r.kpi('resources.P.busy')).toBe(110 * 60);
    });
  });

  it('a timer on the step that waits interrupted cancels it once; what was done is kept as cost', () => {
    const r = run(
      sketch({
        nodes: {
          L: 'StartEvent',
          H: 'StartEvent',
          Low: 'Task',
          Late: { type: 'BoundaryEvent', attachedTo: 'Low', interrupting: true, eventDefinitions: timer('PT25M') },
          High: 'Task',
          E: 'EndEvent',
          X: 'EndEvent',
        },
        flows: ['L > Low > E', 'Late > X', 'H > High > E'],
        elements: {
          L: { arrivals: { count: 1 } },
          H: { arrivals: { replay: [20 * 60] } },
          Low: { work: constant(100), resources: by('P') },
          High: { work: constant(10), resources: by('P'), priority: 1 },
        },
        pools: [urgentFirst(1, { costPerHour: 60 })],
        run: { replications: 1 },
      }),
    );
    expect(served(r)).toEqual(['Low 0 0 25 cancelled', 'High 20 20 30']);
    expect(r.kpi('activities.Low.cancelled')).toBe(1);
    expect(r.kpi('activities.Low.cost')).toBeCloseTo(20, 9);
    expect(r.kpi('resources.P.busy')).toBe(30 * 60);
    expect(r.kpi('touchTime.mean')).toBe((30 / 2) * 60);
    expect(r.kpi('cases.completed')).toBe(2);
  });

  it('counts a promise about the step from when it was offered', () => {
    const limit = { value: 105, unit: 'min' as const };
    const sla = { id: 's', name: 's', on: { type: 'activity' as const, element: 'Low' }, limit, target: 0.9 };
    const hits = (high: readonly number[]): number =>
      three({ low: [0], high }, urgentFirst(1), { scenario: { slas: [{ ...sla, clock: 'calendar' }] } }).kpi(
        'slas.s.hitRate',
      );
    expect(hits([])).toBe(1);
    expect(hits([20])).toBe(0);
  });

  it('is off unless asked for', () => {
    const plain = pool('P', 1, { discipline: 'priority', preemption: 'none' });
    expect(served(three({ low: [0], high: [20] }, plain))).toEqual(['Low 0 0 100', 'High 20 100 110']);
  });

  describe('where it cannot be had', () => {
    const found = (more: ElementParameters, desk: Partial<ResourcePool> = {}, others: readonly ResourcePool[] = []) =>
      compile(
        sketch({
          nodes: { S: 'StartEvent', A: 'Task', B: 'Task', E: 'EndEvent' },
          flows: ['S > A > B > E'],
          elements: {
            S: { arrivals: { count: 1 } },
            A: { work: constant(1), resources: by('P'), ...more },
            B: { work: constant(1), resources: by('P'), priority: 1 },
          },
          pools: [urgentFirst(2, desk), ...others],
        }),
      ).issues.map(({ severity, code, elementId }) => `${severity} ${code} ${elementId ?? ''}`);

    it.each([
      { what: 'several people', more: { resources: by('P', 2) }, code: 'preemption-several-people A' },
      { what: 'alternatives', more: { resources: [...by('P'), ...by('P')] }, code: 'preemption-several-people A' },
      { what: 'persons', more: { otherPersonThan: ['B'] }, code: 'preemption-of-persons A' },
      { what: 'patience', more: { patience: constant(5) }, code: 'preemption-of-impatient A' },
      { what: 'only what fits', more: { shiftEnd: 'fit' as const }, code: 'preemption-and-fit A' },
    ])('$what: says so and does not run', ({ more, code }) => {
      expect(found(more)).toContain(`error ${code}`);
    });

    it('another discipline, people of several pools', () => {
      expect(found({})).toEqual([]);
      expect(found({}, { discipline: 'lifo' })).toContain('error preemption-without-priority P');
      const helper = pool('Q', 1, { staffing: [{ capacity: 1, roles: ['P'] }] });
      expect(found({}, {}, [helper])).toContain('error preemption-shared-people P');
      const own = { staffing: [{ capacity: 2, roles: ['Q'] }] };
      expect(found({}, own, [pool('Q')])).toContain('error preemption-shared-people P');
    });

    it('work that all ranks alike is a warning', () => {
      expect(found({ priority: 1 })).toEqual(['warning preemption-without-ranks P']);
    });
  });
});
