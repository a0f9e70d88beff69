/** Exact hand traces of people told apart: speed, cost, hours, roles, absences, part of their time (rules 21, 22); minutes. */
import { describe, expect, it } from 'vitest';
import { compile, type ElementParameters, type ResourcePool, type Scenario } from '#simulation';
import { by, constant, pool, sketch } from '../../support/model.ts';
import { run, type Ran } from '../../support/run.ts';

const HOUR = 60;
const OFFICE = { id: 'office', name: 'Office', rules: [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }] };

/** `count` cases at once for one step A. */
const step = (pools: readonly ResourcePool[], a: ElementParameters, count = 1, scenario: Partial<Scenario> = {}) =>
  sketch({
    nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' },
    flows: ['S > A > E'],
    elements: { S: { arrivals: { count } }, A: { work: constant(HOUR), resources: by('P'), ...a } },
    pools,
    run: { replications: 1, cases: count },
    scenario,
  });

const times = (r: Ran): string[] => r.trace.map((line) => line.split(' ').slice(1).join(' '));

describe('people in a pool', () => {
  it('work at their own speed for their own pay, in turn by how long they have been idle', () => {
    const r = run(
      step(
        [
          pool('P', 1, {
            staffing: [
              { capacity: 1, name: 'Anna', speed: 1.25, costPerHour: 40 },
              { capacity: 1, name: 'Bo', speed: 0.5, costPerHour: 10 },
            ],
          }),
        ],
        {},
        3,
      ),
    );
    expect(times(r)).toEqual(['0 0 0 48', '2 0 48 96', '1 0 0 120']);
    expect(r.kpi('resources.P.people.Anna.busy')).toBe(96 * 60);
    expect(r.kpi('resources.P.people.Bo.busy')).toBe(120 * 60);
    expect(r.kpi('resources.P.people.Anna.utilisation')).toBe(0.8);
    expect(r.kpi('resources.P.utilisation')).toBe(0.9);
    expect(r.kpi('cost.busy')).toBeCloseTo(1.6 * 40 + 2 * 10, 9);
    expect(r.kpi('cost.paid')).toBeCloseTo(2 * 40 + 2 * 10, 9);
    expect(r.kpi('cost.perCase')).toBeCloseTo((1.6 * 40 + 2 * 10) / 3, 9);
  });

  it('in overtime are paid the premium on their own rate', () => {
    const r = run(
      step(
        [pool('P', 1, { staffing: [{ capacity: 1, name: 'Anna', calendar: 'office', costPerHour: 20 }] })],
        { work: constant(10 * HOUR), shiftEnd: 'overtime' },
        1,
        { calendars: [OFFICE] },
      ),
    );
    expect(times(r)).toEqual(['0 0 540 1140']);
    expect(r.kpi('resources.P.people.Anna.overtime')).toBe(2 * 3600);
    expect(r.kpi('cost.perCase')).toBe(8 * 20 + 2 * 30);
    expect(r.kpi('cost.busy')).toBe(8 * 20 + 2 * 30);
  });

  it('the fastest free is taken where that is asked for, over pools and within them', () => {
    const pools = [
      pool('P', 1, { staffing: [{ capacity: 1, speed: 0.5 }, { capacity: 1 }] }),
      pool('Q', 1, { staffing: [{ capacity: 1, speed: 2 }] }),
    ];
    const resources = [[{ pool: 'P', units: 1 }], [{ pool: 'Q', units: 1 }]];
    expect(times(run(step(pools, { resources, choose: 'fastest' }, 3)))).toEqual(['0 0 0 30', '1 0 0 60', '2 0 0 120']);
    expect(times(run(step(pools, { resources }, 3)))).toEqual(['2 0 0 30', '1 0 0 60', '0 0 0 120']);
  });

  it('a team is as slow as its slowest', () => {
    const pools = [
      pool('P', 1, {
        staffing: [
          { capacity: 1, speed: 0.5 },
          { capacity: 1, speed: 2 },
        ],
      }),
    ];
    expect(times(run(step(pools, { resources: by('P', 2) })))).toEqual(['0 0 0 120']);
  });

  it('begin only what fits at their own speed', () => {
    const pools = [
      pool('P', 1, {
        staffing: [
          { capacity: 1, speed: 1, calendar: 'office' },
          { capacity: 1, speed: 2, calendar: 'office' },
        ],
      }),
    ];
    // Two steps of seven hours at once on Monday 9:00: who is quick does both before 17:00.
    const r = run(step(pools, { work: constant(7 * HOUR), shiftEnd: 'fit' }, 3, { calendars: [OFFICE] }));
    expect(times(r)).toEqual(['1 0 540 750', '0 0 540 960', '2 0 750 960']);
  });

  it('do the work of other pools too, and are held once', () => {
    const r = run(
      sketch({
        nodes: { S: 'StartEvent', F: 'ParallelGateway', A: 'Task', B: 'Task' },
        flows: ['S > F > A', 'F > B'],
        elements: {
          S: { arrivals: { count: 1 } },
          A: { work: constant(10), resources: by('P') },
          B: { work: constant(5), resources: by('Q') },
        },
        pools: [pool('P', 1, { staffing: [{ capacity: 1, roles: ['Q'] }] }), pool('Q', 1, { staffing: [] })],
        run: { replications: 1 },
      }),
    );
    expect(r.trace).toEqual(['A 0 0 0 10', 'B 0 0 10 15']);
    expect(r.kpi('resources.P.busy')).toBe(15 * 60);
    expect(r.kpi('resources.Q.busy')).toBe(0);
  });

  it('come on shift for all their pools at once, and leave them all', () => {
    const r = run(
      sketch({
        nodes: { S: 'StartEvent', A: 'Task', B: 'Task' },
        flows: ['S > A > B'],
        elements: {
          S: { arrivals: { count: 1 } },
          A: { work: constant(8 * HOUR), resources: by('P') },
          B: { work: constant(HOUR), resources: by('Q') },
        },
        pools: [
          pool('P', 1, { staffing: [{ capacity: 1, roles: ['Q'], calendar: 'office' }] }),
          pool('Q', 1, { staffing: [] }),
        ],
        run: { replications: 1 },
        scenario: { calendars: [OFFICE] },
      }),
    );
    expect(r.trace).toEqual(['A 0 0 540 1020', `B 0 1020 ${24 * HOUR + 540} ${24 * HOUR + 600}`]);
    expect(r.kpi('decomposition.queuedOffShift')).toBe((540 + 24 * HOUR + 540 - 1020) * 60);
  });

  it('take other times for the same step, each of them or a whole pool', () => {
    const pools = [
      pool('P', 1, {
        staffing: [
          { capacity: 1, name: 'Anna' },
          { capacity: 1, name: 'Bo' },
        ],
      }),
      pool('Q'),
    ];
    const resources = [[{ pool: 'P', units: 1 }], [{ pool: 'Q', units: 1 }]];
    const workBy = [
      { pool: 'P', person: 'Bo', distribution: constant(20) },
      { pool: 'Q', distribution: constant(7) },
    ];
    expect(times(run(step(pools, { resources, workBy }, 3)))).toEqual(['2 0 0 7', '1 0 0 20', '0 0 0 60']);
  });

  it('take longer for what they begin in slow hours', () => {
    const workAt = [{ days: [1], from: 0, to: 120, factor: 1.5 }];
    expect(times(run(step([pool('P')], { workAt }, 3)))).toEqual(['0 0 0 90', '1 0 90 180', '2 0 180 240']);
    expect(times(run(step([], { workAt, resources: [] })))).toEqual(['0 0 0 90']);
  });

  it('get ready when they did something else before', () => {
    const r = run(
      sketch({
        nodes: { S: 'StartEvent', A: 'Task', B: 'Task' },
        flows: ['S > A > B'],
        elements: {
          S: { arrivals: { count: 2 } },
          A: { work: constant(10), setup: constant(3), resources: by('P') },
          B: { work: constant(5), resources: by('P') },
        },
        pools: [pool('P')],
        run: { replications: 1 },
      }),
    );
    // A needs setting up at first, not for the second case; B never.
    expect(r.trace).toEqual(['A 0 0 0 13', 'A 1 0 13 23', 'B 0 13 23 28', 'B 1 23 28 33']);
    expect(r.kpi('activities.A.setups')).toBe(1);
    expect(r.kpi('activities.A.setupTime')).toBe(3 * 60);
    expect(() => r.kpi('activities.B.setups')).toThrow('no figure');
  });

  it('who is absent pauses the work, is paid, and lowers the time there is', () => {
    const absence = { every: constant(30), lasts: constant(20) };
    const r = run(step([pool('P', 1, { absence, costPerHour: 60 })], {}));
    // There 0–30, 50–80, …: an hour of work ends at 80.
    expect(times(r)).toEqual(['0 0 0 80']);
    expect(r.kpi('decomposition.paused')).toBe(20 * 60);
    expect(r.kpi('resources.P.absence')).toBe(20 / 80);
    expect(r.kpi('resources.P.utilisation')).toBe(1);
    expect(r.kpi('resources.P.busy')).toBe(60 * 60);
    expect(r.kpi('cost.paid')).toBe(80);
  });

  it('absences are drawn for each person and replication', () => {
    const absence = {
      every: { type: 'exponential', params: { mean: 100 }, unit: 'min' as const },
      lasts: { type: 'exponential', params: { mean: 25 }, unit: 'min' as const },
    };
    const r = run(
      sketch({
        nodes: { S: 'StartEvent', A: 'Task' },
        flows: ['S > A'],
        elements: {
          S: { arrivals: { interval: constant(1) } },
          A: { work: constant(2), resources: by('P') },
        },
        pools: [pool('P', 2, { absence })],
        run: { replications: 12, horizon: { value: 25, unit: 'h' } },
      }),
    );
    // Work without end: two people are there for 100 of 125 minutes each.
    const { mean, halfWidth } = r.estimate('resources.P.busy');
    const theory = 2 * 25 * 3600 * 0.8;
    expect(Math.abs(mean - theory)).toBeLessThan(Math.max(1.2 * halfWidth, 0.02 * theory));
    expect(halfWidth).toBeLessThan(0.08 * theory);
    expect(r.kpi('resources.P.busy', 0)).not.toBe(r.kpi('resources.P.busy', 1));
  });

  it('who has part of the time for the process does its work in that part of every hour', () => {
    const r = run(step([pool('P', 1, { staffing: [{ capacity: 1, share: 0.4 }] })], {}));
    // 24 minutes of each hour: 24 + 24 + 12.
    expect(times(r)).toEqual(['0 0 0 132']);
    expect(r.kpi('resources.P.busy')).toBe(60 * 60);
    expect(r.kpi('resources.P.utilisation')).toBe(1);
  });

  it('who has another part of the time in each slot works in that part, and all of it where the slot says so', () => {
    const calendars = [
      {
        id: 'shared',
        name: 'Shared',
        rules: [
          { days: [1], from: 0, to: 90, share: 0.5 },
          { days: [1], from: 60, to: 240, share: 0.25 },
          { days: [1], from: 240, to: 300 },
          { days: [1], from: 300, to: 360, share: 0 },
          { days: [2], from: 0, to: 1440 },
        ],
      },
    ];
    const office = (share?: number, count = 1): Ran => {
      const row = { capacity: 1, calendar: 'shared', ...(share === undefined ? {} : { share }) };
      const model = step([pool('P', 1, { staffing: [row], costPerHour: 60 })], {}, count);
      return run({ ...model, scenario: { ...model.scenario, calendars } });
    };
    // 30 of the first hour, 15 of the half-hour that is left to this share, 7.5 of the rest of the second hour, 7.5 of the third.
    const once = office();
    expect(times(once)).toEqual(['0 0 0 127.5']);
    // 15 + 15 + 60 in the next hours, which end at 300; nobody from then on, and all of Tuesday.
    expect(times(office(undefined, 3))).toEqual(['0 0 0 127.5', '1 0 127.5 277.5', `2 0 277.5 ${24 * 60 + 37.5}`]);
    expect(once.kpi('resources.P.utilisation')).toBe(1);
    expect(once.kpi('cost.paid')).toBe(60);
    // Half of it: 15, 7.5, 3.75, 7.5, 7.5, of the hour 18.75 until 258.75.
    expect(times(office(0.5))).toEqual(['0 0 0 258.75']);
  });

  it('a share of their hours is one of people: arrivals and deadlines see the hours in full', () => {
    const calendars = [{ id: 'half', name: 'Half', rules: [{ days: [1], from: 60, to: 180, share: 0.5 }] }];
    const r = run(
      sketch({
        nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' },
        flows: ['S > A > E'],
        elements: {
          S: { arrivals: { interval: constant(50), calendar: 'half', count: 2 } },
          A: { work: constant(1), resources: by('P') },
        },
        pools: [pool('P')],
        run: { replications: 1 },
        scenario: { calendars },
      }),
    );
    expect(times(r)).toEqual(['0 60 60 61', '1 110 110 111']);
  });

  it('what makes no sense is found', () => {
    const codes = (study: ReturnType<typeof sketch>): string[] => compile(study).issues.map((i) => i.code);
    const row = (more: object) => [pool('P', 1, { staffing: [{ capacity: 1, ...more }] })];
    expect(codes(step(row({ share: 0 }), {}))).toContain('person-share-out-of-range');
    expect(codes(step(row({ speed: -1 }), {}))).toContain('person-speed-out-of-range');
    expect(codes(step([pool('P', 'unlimited', { staffing: [{ capacity: 'unlimited', share: 0.5 }] })], {}))).toContain(
      'share-of-unlimited',
    );
    expect(codes(step(row({ roles: ['X'] }), {}))).toContain('role-unknown');
    const twice = [
      { capacity: 1, name: 'Anna' },
      { capacity: 1, name: 'Anna' },
    ];
    expect(codes(step([pool('P', 1, { staffing: twice })], {}))).toContain('duplicate-person');
    const absence = { every: constant(1), lasts: constant(1) };
    expect(codes(step([pool('P', 'unlimited', { absence })], {}))).toContain('absence-of-unlimited');
    const workBy = [{ pool: 'P', person: 'Nobody', distribution: constant(1) }];
    expect(codes(step([pool('P')], { workBy }))).toContain('work-by-nobody');
    const workAt = [{ days: [1], from: 0, to: 60, factor: 0 }];
    expect(codes(step([pool('P')], { workAt }))).toContain('work-factor-out-of-range');
  });
});

describe('the same or another person', () => {
  /** A, then B, for cases at minutes 0, 1, 2 …; two people. */
  const two = (b: ElementParameters, more: Partial<ResourcePool> = {}, count = 2): Ran =>
    run(
      sketch({
        nodes: { S: 'StartEvent', A: 'Task', B: 'Task', E: 'EndEvent' },
        flows: ['S > A > B > E'],
        elements: {
          S: { arrivals: { interval: constant(1), count } },
          A: { work: constant(10), resources: by('P') },
          B: { work: constant(10), resources: by('P'), ...b },
        },
        pools: [pool('P', 2, more)],
        run: { replications: 1 },
      }),
    );

  it('retain: waits for who did the step before, though another is free', () => {
    // At minute 10 the first person takes case 2; B of case 0 waits for that person, while the second is idle from 11.
    const r = two({ samePersonAs: { element: 'A', otherwise: 'wait' } }, {}, 3);
    expect(r.trace).toEqual([
      'A 0 0 0 10',
      'A 1 1 1 11',
      'A 2 2 10 20',
      'B 1 11 11 21',
      'B 0 10 20 30',
      'B 2 20 30 40',
    ]);
  });

  it('retain if free, otherwise anyone', () => {
    const r = two({ samePersonAs: { element: 'A', otherwise: 'anyone' } }, {}, 3);
    expect(r.trace).toEqual([
      'A 0 0 0 10',
      'A 1 1 1 11',
      'A 2 2 10 20',
      'B 0 10 11 21',
      'B 1 11 20 30',
      'B 2 20 21 31',
    ]);
  });

  it('four eyes: never who did the step before, though free', () => {
    const r = two({ otherPersonThan: ['A'] }, {}, 1);
    expect(r.trace).toEqual(['A 0 0 0 10', 'B 0 10 10 20']);
    const busy = two({ otherPersonThan: ['A'] }, {}, 2);
    // B of case 0 is for the second person, who is free at minute 11; B of case 1 for the first.
    expect(busy.trace).toEqual(['A 0 0 0 10', 'A 1 1 1 11', 'B 0 10 11 21', 'B 1 11 11 21']);
  });

  it('four eyes with nobody else is an error that names the step', () => {
    const { network, issues } = compile(
      sketch({
        nodes: { S: 'StartEvent', A: 'Task', B: 'Task' },
        flows: ['S > A > B'],
        elements: {
          S: { arrivals: { count: 1 } },
          A: { work: constant(1), resources: by('P') },
          B: { work: constant(1), resources: by('P'), otherPersonThan: ['A'] },
        },
        pools: [pool('P')],
      }),
    );
    expect(network).toBeUndefined();
    expect(issues).toContainEqual(
      expect.objectContaining({ code: 'nobody-else', elementId: 'B', values: { step: 'A' } }),
    );
  });

  it('rules about steps that do not exist, the same step twice, or people of other pools are findings', () => {
    const codes = (b: ElementParameters): string[] =>
      compile(
        sketch({
          nodes: { S: 'StartEvent', A: 'Task', B: 'Task' },
          flows: ['S > A > B'],
          elements: {
            S: { arrivals: { count: 1 } },
            A: { work: constant(1), resources: by('P') },
            B: { work: constant(1), resources: by('Q'), ...b },
          },
          pools: [pool('P', 3), pool('Q', 3)],
        }),
      ).issues.map((i) => i.code);
    expect(codes({ otherPersonThan: ['S'] })).toContain('team-step-unknown');
    const same = { element: 'A', otherwise: 'wait' as const };
    expect(codes({ samePersonAs: same })).toContain('same-person-elsewhere');
    expect(codes({ samePersonAs: same, otherPersonThan: ['A'] })).toContain('same-and-other-person');
    expect(codes({ otherPersonThan: ['A'] })).not.toContain('nobody-else');
  });
});
