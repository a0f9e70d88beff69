/** Parameters that make no sense or no end, by the numbers of the list of bad inputs: refused by name, or run to an honest end. */
import { describe, expect, it } from 'vitest';
import { compile, type DistributionSpec, type Issue, type Study } from '#simulation';
import { by, constant, exponential, pool, sketch, timer, type Sketch } from '../support/model.ts';
import { run } from '../support/run.ts';

const once = { arrivals: { count: 1 } } as const;

/** S → A → E, with whatever the test is about. */
const line = (more: Partial<Sketch> = {}): Study =>
  sketch({
    nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' },
    flows: ['S > A > E'],
    elements: { S: once },
    ...more,
  });

/** S → G → A or B. */
const choice = (...shares: readonly number[]): Study =>
  sketch({
    nodes: {
      S: 'StartEvent',
      G: 'ExclusiveGateway',
      ...Object.fromEntries(shares.map((_, i) => [`E${i}`, 'EndEvent'])),
    },
    flows: ['S > G', ...shares.map((_, i) => `G > E${i}`)],
    elements: { S: once, ...Object.fromEntries(shares.map((probability, i) => [`G_E${i}`, { probability }])) },
  });

const found = (study: Study): readonly (readonly [Issue['severity'], string, string | undefined])[] =>
  compile(study).issues.map(({ severity, code, elementId }) => [severity, code, elementId]);
const faults = (study: Study): readonly (readonly [string, string | undefined])[] =>
  found(study).flatMap(([severity, code, element]) => (severity === 'error' ? [[code, element]] : []));

describe('shares (26)', () => {
  it('of 0.6 and 0.6 are normalised visibly; three thirds are fine', () => {
    expect(found(choice(0.6, 0.6))).toEqual([['warning', 'shares-normalised', 'G']]);
    expect(found(choice(1 / 3, 1 / 3, 1 / 3))).toEqual([]);
  });

  it.each([-0.1, NaN, Infinity])('of %s are refused with the flow', (share) => {
    expect(faults(choice(share, 0.5))).toContainEqual(['share-out-of-range', 'G_E0']);
  });

  it('that are all 0 are refused with the gateway; one of 0 is never taken', () => {
    expect(faults(choice(0, 0))).toEqual([['shares-all-zero', 'G']]);
    expect(found(choice(0, 1))).toEqual([]);
  });
});

describe('structure (27–29)', () => {
  it('a parallel join behind a choice is found where cases are stuck, and the run ends', () => {
    const r = run(
      sketch({
        nodes: { S: 'StartEvent', X: 'ExclusiveGateway', A: 'Task', B: 'Task', J: 'ParallelGateway', E: 'EndEvent' },
        flows: ['S > X > A > J > E', 'X > B > J'],
        elements: {
          S: { arrivals: { count: 5 } },
          X_A: { probability: 0.5 },
          X_B: { probability: 0.5 },
        },
        run: { cases: 5, replications: 1 },
      }),
    );
    expect(r.issues.find(({ code }) => code === 'stuck-at-join')?.elementId).toBe('J');
    expect([r.kpi('cases.started'), r.kpi('cases.completed'), r.kpi('cases.open')]).toEqual([5, 0, 5]);
  });

  it('a loop without time is refused when it cannot end, told of when it can', () => {
    const loop = (again: number): Study =>
      sketch({
        nodes: { S: 'StartEvent', M: 'ExclusiveGateway', X: 'ExclusiveGateway', E: 'EndEvent' },
        flows: ['S > M > X > E', 'X > M'],
        elements: { S: once, X_M: { probability: again }, X_E: { probability: 1 - again } },
        run: { cases: 1, replications: 1 },
      });
    expect(faults(loop(1)).map(([code]) => code)).toEqual(['endless-cycle']);
    expect(found(loop(0.5)).map(([, code]) => code)).toEqual(['zero-time-cycle']);
    const almostEndless = run(loop(1 - 1e-9));
    expect(almostEndless.issues.map(({ code }) => code)).toContain('too-many-moves-at-once');
  });

  it('more cases at one instant than can be handled are told of at the start event', () => {
    const { issues } = run(
      sketch({
        nodes: { S: 'StartEvent', E: 'EndEvent' },
        flows: ['S > E'],
        elements: { S: { arrivals: { count: 1_100_000 } } },
        run: { cases: 1_100_000, replications: 1 },
      }),
    );
    const cap = issues.find(({ code }) => code === 'too-many-arrivals-at-once');
    expect([cap?.severity, cap?.elementId]).toEqual(['error', 'S']);
  });

  it('so is a loop of work that takes no time', () => {
    const { issues } = run(
      sketch({
        nodes: { S: 'StartEvent', M: 'ExclusiveGateway', A: 'Task', X: 'ExclusiveGateway', E: 'EndEvent' },
        flows: ['S > M > A > X > E', 'X > M'],
        elements: { S: once, A: { work: constant(0) }, X_M: { probability: 1 - 1e-9 }, X_E: { probability: 1e-9 } },
        run: { cases: 1, replications: 1 },
      }),
    );
    const cap = issues.find(({ code }) => code === 'too-many-moves-at-once');
    expect([cap?.severity, cap?.elementId]).toEqual(['error', expect.stringMatching(/^[MAX]$/)]);
  });

  it('a circle that multiplies tokens ends by its cap', () => {
    const { issues } = run(
      sketch({
        nodes: { S: 'StartEvent', M: 'ExclusiveGateway', A: 'Task', F: 'ParallelGateway' },
        flows: ['S > M > A > F > M', 'F > A'],
        elements: { S: once, A: { work: constant(1) } },
        run: { cases: 1, replications: 1, horizon: { value: 30, unit: 'day' } },
      }),
    );
    const cap = issues.find(({ code }) => code === 'too-many-tokens-in-case');
    expect([cap?.severity, cap?.elementId]).toEqual(['error', expect.stringMatching(/^[MAF]$/)]);
  });
});

describe('timers (30)', () => {
  const waiting = (kind: 'duration' | 'cycle' | 'date', text: string): Study =>
    sketch({
      nodes: {
        S: 'StartEvent',
        A: { type: 'Task' },
        B: { type: 'BoundaryEvent', attachedTo: 'A', interrupting: false, eventDefinitions: timer(text, kind) },
        E: 'EndEvent',
        F: 'EndEvent',
      },
      flows: ['S > A > E', 'B > F'],
      elements: { S: once, A: { work: constant(1) } },
      run: { cases: 1, replications: 1 },
    });

  it.each([
    ['cycle', 'R/PT0S', 'timer-repeats-at-once'],
    ['duration', 'PT-5M', 'timer-unreadable'],
    ['duration', '-PT5M', 'timer-unreadable'],
    ['duration', 'soon', 'timer-unreadable'],
    ['cycle', 'R5/2024-02-30T00:00:00/PT1H', 'timer-unreadable'],
    ['date', '2026-13-01', 'timer-unreadable'],
    ['date', '2023-02-29T08:00', 'timer-unreadable'],
    ['date', '2024-02-30', 'timer-unreadable'],
  ] as const)('%s %s is refused by name', (kind, text, code) => {
    expect(faults(waiting(kind, text))).toEqual([[code, 'B']]);
  });

  it.each([
    ['duration', 'P1Y2M'],
    ['date', '2024-02-29T08:00'],
    ['cycle', 'R5/2024-02-29T00:00:00Z/PT1H'],
    ['date', '2026-03-29T02:30:00'],
  ] as const)('%s %s is understood', (kind, text) => {
    expect(faults(waiting(kind, text))).toEqual([]);
  });
});

describe('calendars (31)', () => {
  const working = (rules: readonly { days: readonly number[]; from: number; to: number }[], minutes = 1): Study =>
    line({
      elements: { S: once, A: { work: constant(minutes), resources: by('P') } },
      pools: [pool('P', 1, { staffing: [{ capacity: 1, calendar: 'C' }] })],
      scenario: { calendars: [{ id: 'C', name: 'C', rules }] },
      run: { cases: 1, replications: 1 },
    });

  it('without any hour are refused', () => {
    expect(faults(working([]))).toEqual([['calendar-empty', 'C']]);
    expect(faults(working([{ days: [], from: 540, to: 1020 }]))).toEqual([['calendar-never-open', 'C']]);
    expect(faults(working([{ days: [9], from: 540, to: 1020 }]))).toContainEqual(['calendar-days', 'C']);
    expect(faults(working([{ days: [1], from: -5, to: 1020 }]))).toContainEqual(['calendar-hours', 'C']);
  });

  it('that overlap count once; an end before the start is a night shift', () => {
    const rules = [
      { days: [1], from: 480, to: 600 },
      { days: [1], from: 540, to: 660 },
    ];
    expect(run(working(rules, 120)).trace).toEqual(['A 0 0 480 600']);
    expect(run(working([{ days: [1], from: 1320, to: 120 }], 240)).trace).toEqual(['A 0 0 1320 1560']);
  });

  it('of one minute a day let work end that takes longer than any shift', () => {
    const r = run(working([{ days: [1, 2, 3, 4, 5, 6, 7], from: 540, to: 541 }], 600));
    expect(r.trace).toEqual([`A 0 0 540 ${599 * 1440 + 541}`]);
  });

  it('of whom nobody ever comes end the run with the step that waits', () => {
    const study = line({
      elements: { S: once, A: { work: constant(1), resources: by('P') } },
      pools: [pool('P', 1, { staffing: [{ capacity: 1, calendar: 'C' }] })],
      scenario: {
        calendars: [
          {
            id: 'C',
            name: 'C',
            rules: [{ days: [1], from: 540, to: 1020 }],
            holidays: [{ date: '2026-01-01', until: '9999-12-31' }],
          },
        ],
      },
      run: { cases: 1, replications: 1 },
    });
    expect(run(study).issues.map(({ code, elementId }) => [code, elementId])).toContainEqual([
      'work-never-started',
      'A',
    ]);
  });
});

describe('people (32)', () => {
  const staffed = (capacity: number, units = 1): Study =>
    line({
      elements: { S: once, A: { work: constant(1), resources: by('P', units) } },
      pools: [pool('P', capacity)],
    });

  it('nobody, fewer than nobody, halves, too many, and fewer than a step needs are refused by name', () => {
    expect(faults(staffed(0))).toEqual([['pool-empty', 'A']]);
    for (const capacity of [-1, 2.5, 1e9, NaN])
      expect(faults(staffed(capacity))).toContainEqual(['capacity-out-of-range', 'P']);
    expect(faults(staffed(2, 3))).toEqual([['not-enough-units', 'A']]);
    for (const units of [0, -1, 1.5]) expect(faults(staffed(2, units))).toContainEqual(['units-out-of-range', 'A']);
  });

  it('of two pools that two steps want in opposite order never block each other: work takes all or nobody', () => {
    const both = (first: string, second: string) => [
      [
        { pool: first, units: 1 },
        { pool: second, units: 1 },
      ],
    ];
    const r = run(
      sketch({
        nodes: { S: 'StartEvent', F: 'ParallelGateway', A: 'Task', B: 'Task', E: 'EndEvent' },
        flows: ['S > F > A > E', 'F > B > E'],
        elements: {
          S: { arrivals: { count: 50 } },
          A: { work: constant(1), resources: both('P', 'Q') },
          B: { work: constant(1), resources: both('Q', 'P') },
        },
        pools: [pool('P'), pool('Q')],
        run: { cases: 50, replications: 1 },
      }),
    );
    expect(r.kpi('cases.completed')).toBe(50);
  });
});

describe('distributions (33)', () => {
  const worked = (type: string, params: DistributionSpec['params']): Study =>
    line({ elements: { S: once, A: { work: { type, params, unit: 'min' } } }, run: { cases: 1, replications: 1 } });

  it.each([
    ['normal', { mean: 5, sd: -1 }, 'distribution-negative-sd'],
    ['triangular', { min: 5, mode: 3, max: 9 }, 'distribution-order'],
    ['triangular', { min: 5, mode: 10, max: 9 }, 'distribution-order'],
    ['uniform', { min: 9, max: 5 }, 'distribution-order'],
    ['lognormal', { mean: 0, sd: 1 }, 'distribution-lognormal-mean'],
    ['lognormal', { mean: -1, sd: 1 }, 'distribution-negative-time'],
    ['gamma', { shape: 0, scale: 1 }, 'distribution-shape'],
    ['empirical', { values: [] }, 'distribution-empty-list'],
    ['constant', { value: NaN }, 'distribution-not-a-number'],
    ['cauchy', { location: 0, scale: 1 }, 'distribution-unknown'],
  ])('%s %j is refused at its step', (type, params, code) => {
    expect(faults(worked(type, params))).toEqual([[code, 'A']]);
  });

  it.each([
    ['normal', { mean: 5, sd: 0 }],
    ['lognormal', { mean: 5, sd: 0 }],
    ['triangular', { min: 5, mode: 5, max: 5 }],
  ])('%s %j is constant', (type, params) => {
    expect(run(worked(type, params)).trace).toEqual(['A 0 0 0 5']);
  });

  it('an exponential mean of 0 takes no time', () => {
    expect(run(worked('exponential', { mean: 0 })).trace).toEqual(['A 0 0 0 0']);
  });

  it.each([
    ['lognormal', { mean: 10, sd: 200 }],
    ['gamma', { shape: 1e-3, scale: 1000 }],
    ['weibull', { shape: 0.2, scale: 1 }],
  ])('%s %j runs, with a warning that its mean settles slowly', (type, params) => {
    expect(found(worked(type, params))).toContainEqual(['warning', 'distribution-heavy-tail', 'A']);
    expect(Number.isFinite(run(worked(type, params)).kpi('cycleTime.mean'))).toBe(true);
  });

  it('a gamma of shape 1e-9 ends in finite time, or is refused by name', () => {
    const codes = found(worked('gamma', { shape: 1e-9, scale: 1 })).map(([, code]) => code);
    expect(['distribution-heavy-tail', 'distribution-out-of-range']).toContain(codes[0]);
  });
});

describe('service levels and settings (35, 39)', () => {
  const promised = (value: number, target: number): Study =>
    line({
      slas: [{ id: 'L', name: 'L', on: { type: 'case' }, limit: { value, unit: 'h' }, target, clock: 'calendar' }],
    });

  it('a limit of nothing or less, and a target beyond all cases, are refused by name', () => {
    for (const limit of [0, -1, NaN, Infinity]) expect(faults(promised(limit, 0.9))).toEqual([['sla-limit', 'L']]);
    for (const target of [-0.1, 1.1, 95, NaN]) expect(faults(promised(1, target))).toEqual([['sla-target', 'L']]);
    expect(faults(promised(1, 1))).toEqual([]);
  });

  it.each([
    [{ replications: 0 }, 'setting-not-whole'],
    [{ replications: 2.5 }, 'setting-not-whole'],
    [{ cases: 0 }, 'setting-not-whole'],
    [{ cases: 1e12 }, 'setting-not-whole'],
    [{ horizon: { value: 0, unit: 'day' } }, 'horizon-zero'],
    [{ horizon: { value: -1, unit: 'day' } }, 'setting-not-a-time'],
    [{ horizon: { value: 1, unit: 'day' }, warmUp: { value: 2, unit: 'day' } }, 'warm-up-too-long'],
  ] as const)('%j is refused', (settings, code) => {
    expect(faults(line({ run: settings })).map(([c]) => c)).toContain(code);
  });

  it('any text is a seed, and each is its own', () => {
    const mean = (seed: string): number =>
      run(
        line({
          elements: { S: { arrivals: { count: 50 } }, A: { work: exponential(10) } },
          run: { seed, cases: 50, replications: 1 },
        }),
      ).kpi('cycleTime.mean');
    const seeds = ['', '-1', '9007199254740992', '9007199254740993', '任务', 'text'];
    expect(new Set(seeds.map(mean)).size).toBe(seeds.length);
    expect(seeds.map(mean)).toEqual(seeds.map(mean));
  });
});
