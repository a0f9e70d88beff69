/** Exact hand traces of people, shifts, priorities and the end of the observed time; minutes. */
import { describe, expect, it } from 'vitest';
import type { Calendar, ElementParameters, ShiftEndPolicy, Study } from '#simulation';
import { by, constant, pool, sketch, type Sketch } from '../../support/model.ts';
import { run } from '../../support/run.ts';

const OFFICE: Calendar = { id: 'office', name: 'Office', rules: [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }] };
const HOUR = 60;
const DAY = 24 * HOUR;

const line = (s: Partial<Sketch>): Study =>
  sketch({
    nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' },
    flows: ['S > A > E'],
    ...s,
    run: { replications: 1, ...s.run },
  });

describe('shift end', () => {
  // The start is a Monday 00:00; Friday 15:00 is four days and fifteen hours later.
  const friday = 4 * DAY + 15 * HOUR;
  const sixHours = (shiftEnd: ShiftEndPolicy): ReturnType<typeof run> =>
    run(
      line({
        elements: {
          S: { arrivals: { interval: constant(friday), count: 1, first: 'after-interval' } },
          A: { work: constant(6 * HOUR), resources: by('P'), shiftEnd },
        },
        pools: [pool('P', 1, { staffing: [{ capacity: 1, calendar: 'office' }], costPerHour: 10 })],
        scenario: { calendars: [OFFICE] },
      }),
    );

  it('pause and resume: Monday 13:00', () => {
    const r = sixHours('pause');
    expect(r.trace).toEqual([`A 0 ${friday} ${friday} ${7 * DAY + 13 * HOUR}`]);
    expect(r.kpi('decomposition.working')).toBe(6 * 3600);
    expect(r.kpi('decomposition.paused')).toBe((7 * DAY + 13 * HOUR - friday - 6 * HOUR) * 60);
    expect(r.kpi('resources.P.busy')).toBe(6 * 3600);
    expect(r.kpi('cost.perCase')).toBe(60);
  });

  it('start only if it fits: Monday 9:00 to 15:00', () => {
    const r = sixHours('fit');
    expect(r.trace).toEqual([`A 0 ${friday} ${7 * DAY + 9 * HOUR} ${7 * DAY + 15 * HOUR}`]);
    expect(r.kpi('decomposition.queuedOffShift')).toBe((7 * DAY + 9 * HOUR - friday) * 60);
  });

  it('overtime: Friday 21:00, four hours of it paid half more', () => {
    const r = sixHours('overtime');
    expect(r.trace).toEqual([`A 0 ${friday} ${friday} ${friday + 6 * HOUR}`]);
    expect(r.kpi('resources.P.overtime')).toBe(4 * 3600);
    expect(r.kpi('cost.perCase')).toBe(2 * 10 + 4 * 15);
  });

  it('a task longer than every shift still ends, also when it should fit', () => {
    const r = run(
      line({
        elements: {
          S: { arrivals: { count: 1 } },
          A: { work: constant(20 * HOUR), resources: by('P'), shiftEnd: 'fit' },
        },
        pools: [pool('P', 1, { staffing: [{ capacity: 1, calendar: 'office' }] })],
        scenario: { calendars: [OFFICE] },
      }),
    );
    // 8 h Monday, 8 h Tuesday, 4 h Wednesday.
    expect(r.trace).toEqual([`A 0 0 ${9 * HOUR} ${2 * DAY + 13 * HOUR}`]);
  });
});

describe('queueing', () => {
  it('waiting is contention while somebody is on shift, off shift otherwise', () => {
    const r = run(
      line({
        elements: {
          S: { arrivals: { interval: constant(0), count: 2 } },
          A: { work: constant(60), resources: by('P') },
        },
        pools: [pool('P', 1, { staffing: [{ capacity: 1, calendar: 'office' }] })],
        scenario: { calendars: [OFFICE] },
        run: { cases: 2 },
      }),
    );
    expect(r.trace).toEqual(['A 0 0 540 600', 'A 1 0 600 660']);
    expect(r.kpi('decomposition.queuedOffShift')).toBe(540 * 60);
    expect(r.kpi('decomposition.queuedContention')).toBe(30 * 60);
    expect(r.kpi('activities.A.queue.businessMean')).toBe(30 * 60);
    expect(r.kpi('resources.P.utilisation')).toBe(1);
  });

  it('an arrival at the instant of a release waits 0', () => {
    const r = run(
      line({
        elements: {
          S: { arrivals: { interval: constant(5), count: 3 } },
          A: { work: constant(5), resources: by('P') },
        },
        pools: [pool('P')],
      }),
    );
    expect(r.trace).toEqual(['A 0 0 0 5', 'A 1 5 5 10', 'A 2 10 10 15']);
    expect(r.kpi('activities.A.queueLength.max')).toBe(0);
  });

  it('priority ranks only what waits: work under way is not taken away', () => {
    const r = run(
      sketch({
        nodes: { L: 'StartEvent', H: 'StartEvent', Low: 'Task', High: 'Task', E: 'EndEvent' },
        flows: ['L > Low > E', 'H > High > E'],
        elements: {
          L: { arrivals: { interval: constant(0), count: 2 } },
          H: { arrivals: { interval: constant(10), count: 1, first: 'after-interval' } },
          Low: { work: constant(100), resources: by('P'), priority: 0 },
          High: { work: constant(100), resources: by('P'), priority: 5 },
        },
        pools: [pool('P', 1, { discipline: 'priority' })],
        run: { replications: 1 },
      }),
    );
    expect(r.trace.map((l) => l.replace(/ \d+ /, ' '))).toEqual(['Low 0 0 100', 'High 10 100 200', 'Low 0 200 300']);
  });

  it('needs several units at once and never keeps some while waiting for others', () => {
    const r = run(
      sketch({
        nodes: {
          S: 'StartEvent',
          F: 'ParallelGateway',
          A: 'Task',
          B: 'Task',
          C: 'Task',
          J: 'ParallelGateway',
          E: 'EndEvent',
        },
        flows: ['S > F > A > J > E', 'F > B > J', 'F > C > J'],
        elements: {
          S: { arrivals: { count: 1 } },
          A: { work: constant(10), resources: by('Agent') },
          B: {
            work: constant(10),
            resources: [
              [
                { pool: 'Agent', units: 1 },
                { pool: 'Rep', units: 1 },
              ],
            ],
          },
          C: { work: constant(4), resources: by('Rep') },
        },
        pools: [pool('Agent'), pool('Rep')],
        run: { replications: 1 },
      }),
    );
    expect(r.trace).toEqual(['C 0 0 0 4', 'A 0 0 0 10', 'B 0 0 10 20']);
  });

  it('takes the first alternative that is free', () => {
    const r = run(
      line({
        elements: {
          S: { arrivals: { interval: constant(0), count: 3 } },
          A: { work: constant(10), resources: [[{ pool: 'P', units: 1 }], [{ pool: 'Q', units: 1 }]] },
        },
        pools: [pool('P'), pool('Q')],
      }),
    );
    expect(r.trace).toEqual(['A 0 0 0 10', 'A 1 0 0 10', 'A 2 0 10 20']);
    expect(r.kpi('resources.P.busy') + r.kpi('resources.Q.busy')).toBe(30 * 60);
  });

  it('a pool with two shifts has units at both times', () => {
    const late: Calendar = { id: 'late', name: 'Late', rules: [{ days: [1, 2, 3, 4, 5], from: 1020, to: 1320 }] };
    const r = run(
      line({
        elements: {
          S: { arrivals: { interval: constant(0), count: 1 } },
          A: { work: constant(10), resources: by('P') },
        },
        pools: [
          pool('P', 1, {
            staffing: [
              { capacity: 1, calendar: 'late' },
              { capacity: 2, calendar: 'office' },
            ],
          }),
        ],
        scenario: { calendars: [OFFICE, late] },
        run: { start: '2026-01-05T18:00:00' },
      }),
    );
    expect(r.trace).toEqual(['A 0 0 0 10']);
  });
});

describe('the end of the observed time', () => {
  const cases = (hours: number): Study =>
    line({
      elements: { S: { arrivals: { interval: constant(24) } }, A: { work: constant(30), resources: by('P') } },
      pools: [pool('P', 2)],
      run: { horizon: { value: hours, unit: 'h' } },
      slas: [
        {
          id: 'sla',
          name: 'SLA',
          on: { type: 'case' },
          limit: { value: 40, unit: 'min' },
          clock: 'calendar',
          target: 0.9,
        },
      ],
    });

  it('counts an arrival exactly at the end: 60 h, one each 24 min, are 151', () => {
    expect(run(cases(60)).kpi('cases.started')).toBe(151);
  });

  it('censors open cases: neither hit nor miss before their deadline', () => {
    const r = run(cases(60));
    expect(r.kpi('cases.open')).toBe(2);
    expect(r.kpi('cases.started')).toBe(r.kpi('cases.completed') + r.kpi('cases.open'));
    // Deadlines after 60 h: those of the last two arrivals.
    expect(r.kpi('slas.sla.measured')).toBe(149);
    expect(r.kpi('slas.sla.hitRate')).toBe(1);
  });

  it('open past the deadline is a miss', () => {
    const study = cases(60);
    const slow = { ...study.scenario.elements, A: { work: constant(100 * HOUR), resources: by('P') } };
    const r = run({ ...study, scenario: { ...study.scenario, elements: slow } });
    expect(r.kpi('slas.sla.hitRate')).toBe(0);
    expect(r.kpi('slas.sla.measured')).toBe(149);
    expect(Number.isNaN(r.kpi('cycleTime.mean'))).toBe(true);
  });

  it('leaves the warm-up out', () => {
    const r = run(
      line({
        ...{},
        elements: { S: { arrivals: { interval: constant(60) } }, A: { work: constant(30), resources: by('P') } },
        pools: [pool('P')],
        run: { horizon: { value: 10, unit: 'h' }, warmUp: { value: 5, unit: 'h' } },
      }),
    );
    expect(r.kpi('cases.started')).toBe(6);
    expect(r.kpi('resources.P.utilisation')).toBe(0.5);
    expect(r.kpi('wip.mean')).toBe(0.5);
  });
});

describe('SLAs', () => {
  const urgent = {
    text: 'grade = "urgent"',
    tree: {
      type: 'binary',
      operator: '=',
      left: { type: 'attribute', name: 'grade' },
      right: { type: 'text', value: 'urgent' },
    },
  } as const;
  const study = (share: number): Study =>
    sketch({
      nodes: { S: 'StartEvent', A: 'Task', B: 'Task', E: 'EndEvent' },
      flows: ['S > A > B > E'],
      elements: {
        S: { arrivals: { count: 1 } },
        A: { work: constant(60), workWhen: [{ when: urgent, distribution: constant(30) }], resources: by('P') },
        B: { work: constant(120), resources: by('P') },
      },
      pools: [pool('P', 1, { staffing: [{ capacity: 1, calendar: 'office' }] })],
      scenario: {
        calendars: [OFFICE],
        attributes: [
          {
            name: 'grade',
            type: 'category',
            values: [
              { value: 'urgent', share },
              { value: 'ordinary', share: 1 - share },
            ],
          },
        ],
      },
      slas: [
        {
          id: 'all',
          name: 'All',
          on: { type: 'case' },
          limit: { value: 3, unit: 'h' },
          clock: 'business',
          calendar: 'office',
          target: 0.9,
        },
        {
          id: 'calendar',
          name: 'Calendar',
          on: { type: 'case' },
          limit: { value: 3, unit: 'h' },
          clock: 'calendar',
          target: 0.9,
        },
        {
          id: 'urgent',
          name: 'Urgent',
          on: { type: 'case' },
          limit: { value: 149, unit: 'min' },
          clock: 'business',
          calendar: 'office',
          target: 0.9,
          when: urgent,
        },
        {
          id: 'step',
          name: 'Step',
          on: { type: 'activity', element: 'B' },
          limit: { value: 2, unit: 'h' },
          clock: 'calendar',
          target: 0.9,
        },
        {
          id: 'segment',
          name: 'Segment',
          on: { type: 'segment', from: { element: 'A', at: 'left' }, to: { element: 'E', at: 'entered' } },
          limit: { value: 119, unit: 'min' },
          clock: 'calendar',
          target: 0.9,
        },
      ],
      run: { replications: 1, businessCalendar: 'office' },
    });

  it('business clock, class, step and segment', () => {
    const ordinary = run(study(0));
    expect(ordinary.kpi('slas.all.hitRate')).toBe(1);
    expect(ordinary.kpi('slas.calendar.hitRate')).toBe(0);
    expect(ordinary.kpi('slas.calendar.lateness.mean')).toBe(9 * 3600);
    expect(ordinary.kpi('slas.urgent.measured')).toBe(0);
    expect(ordinary.kpi('slas.step.hitRate')).toBe(1);
    expect(ordinary.kpi('slas.segment.hitRate')).toBe(0);
    expect(ordinary.kpi('businessCycleTime.mean')).toBe(3 * 3600);
    const fast = run(study(1));
    expect(fast.kpi('slas.urgent.measured')).toBe(1);
    expect(fast.kpi('slas.urgent.hitRate')).toBe(0);
    expect(fast.kpi('activities.A.work.mean')).toBe(1800);
  });
});

describe('arrivals', () => {
  const arrivals = (parameters: ElementParameters['arrivals'], run_: Sketch['run'] = {}): number[] =>
    run(
      line({
        elements: { S: { arrivals: parameters! }, A: { work: constant(0) } },
        scenario: { calendars: [OFFICE] },
        run: run_,
      }),
    ).trace.map((l) => Number(l.split(' ')[2]));

  it('the clock stops outside open hours', () => {
    expect(arrivals({ interval: constant(300), count: 4, calendar: 'office' })).toEqual([
      540,
      840,
      DAY + 660,
      DAY + 960,
    ]);
  });
  it('or arrivals are moved to the opening', () => {
    expect(arrivals({ interval: constant(300), count: 5, calendar: 'office', outside: 'move-to-opening' })).toEqual([
      540,
      840,
      DAY + 540,
      DAY + 540,
      DAY + 540,
    ]);
  });
  it('or dropped', () => {
    expect(arrivals({ interval: constant(300), count: 4, calendar: 'office', outside: 'drop' })).toEqual([
      540,
      840,
      DAY + 600,
      DAY + 900,
    ]);
  });
  it('rates by weekday and hour', () => {
    const times = arrivals({
      interval: constant(1),
      count: 3,
      first: 'at-start',
      profile: [
        { days: [1], from: 600, to: 660, perHour: 2 },
        { days: [2], from: 0, to: 60, perHour: 1 },
      ],
    });
    expect(times).toEqual([600, 630, 660]);
  });
});

describe('work that must fit, in a pool with several shifts', () => {
  const ALWAYS = { capacity: 1 };
  const OFFICE_HOURS = { capacity: 1, calendar: 'office' };
  const study = (staffing: readonly { capacity: number; calendar?: string }[], first: number, cases: number): Study =>
    line({
      elements: {
        S: { arrivals: { interval: constant(first), count: cases, first: 'after-interval' } },
        A: { work: constant(60), resources: by('P'), shiftEnd: 'fit' },
      },
      pools: [pool('P', 1, { staffing })],
      scenario: { calendars: [OFFICE] },
      run: { cases },
    });

  it('goes to the one who stays long enough, whoever is listed or idle first', () => {
    const halfPastFour = 16.5 * HOUR;
    expect(run(study([OFFICE_HOURS, ALWAYS], halfPastFour, 1)).trace).toEqual([
      `A 0 ${String(halfPastFour)} ${String(halfPastFour)} ${String(halfPastFour + 60)}`,
    ]);
    expect(run(study([ALWAYS, OFFICE_HOURS], 495, 2)).trace.at(-1)).toBe('A 1 990 990 1050');
  });
});
