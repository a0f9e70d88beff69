/** Random scenarios for the process in `test/fixtures/bpmn/round-trip.bpmn`. */
import fc from 'fast-check';
import { PREEMPTIONS, QUEUE_DISCIPLINES } from '#simulation';
import type { CaseAttribute, DistributionSpec, Formula, Scenario, Span, TimeUnit } from '#simulation';
import { formulaOf } from '../../../../src/bpmn/index.ts';

const positive = fc.oneof(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0.001, max: 1e6, noNaN: true }));
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((p) => p + 0);
const unit = fc.constantFrom<TimeUnit>('ms', 's', 'min', 'h', 'workday', 'day', 'week');
const span: fc.Arbitrary<Span> = fc.record({ value: positive, unit });
const word = fc
  .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  .filter((text) => !/[\ufffe\uffff]/.test(text));
const provenance = fc.constantFrom('measured' as const, 'expert' as const, 'guess' as const);

const params: readonly (readonly [string, Record<string, fc.Arbitrary<number | number[]>>])[] = [
  ['constant', { value: positive }],
  ['uniform', { min: positive, max: positive }],
  ['triangular', { min: positive, mode: positive, max: positive }],
  ['pert', { min: positive, mode: positive, max: positive }],
  ['exponential', { mean: positive }],
  ['erlang', { mean: positive, k: fc.integer({ min: 1, max: 9 }) }],
  ['gamma', { shape: positive, scale: positive }],
  ['normal', { mean: positive, sd: positive }],
  ['truncated-normal', { mean: positive, sd: positive, min: positive, max: positive }],
  ['lognormal', { mean: positive, sd: positive }],
  ['weibull', { shape: positive, scale: positive }],
  ['beta', { alpha: positive, beta: positive, min: positive, max: positive }],
  ['binomial', { probability: share, trials: fc.integer({ min: 1, max: 50 }) }],
  ['poisson', { mean: positive }],
  ['empirical', { values: fc.array(positive, { minLength: 1, maxLength: 4 }) }],
];

const weighted = fc.integer({ min: 1, max: 4 }).chain((length) =>
  fc.record({
    type: fc.constantFrom('user-discrete', 'user-continuous'),
    params: fc.record({
      values: fc.array(positive, { minLength: length, maxLength: length }),
      weights: fc.array(positive, { minLength: length, maxLength: length }),
    }),
  }),
);

const shape: fc.Arbitrary<DistributionSpec> = fc.oneof(
  ...params.map(([type, names]) => fc.record({ type: fc.constant(type), params: fc.record(names) })),
  weighted,
);
const time: fc.Arbitrary<DistributionSpec> = fc.tuple(shape, unit).map(([spec, u]) => ({ ...spec, unit: u }));

const formula: fc.Arbitrary<Formula> = fc
  .constantFrom(
    'amount > 100',
    'amount>100 and risk class = "high"',
    'if amount > 5 then true else false',
    'risk class in ("low", "it\'s high")',
    'not(amount * 2 - 1 >= 10) or urgent',
    'max(amount, 3) = 3',
    'amount between 1 and 5',
    'getProperty("a-b") != "x"',
    'this cannot be [understood',
    'true',
    '-amount / 4 < 0.5',
  )
  .map((text) => formulaOf(text));

const optional = <T>(values: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record<T, never>(values, { requiredKeys: [] });

const needs = fc.array(
  fc.array(fc.record({ pool: fc.constantFrom('Pool_A', 'Pool_B'), units: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 2,
  }),
  { maxLength: 3 },
);

const notEmpty = (value: object): boolean => Object.keys(value).length > 0;
const range = fc.record({
  low: fc.double({ min: 0.01, max: 1, noNaN: true }),
  high: fc.double({ min: 1, max: 10, noNaN: true }),
});
const uncertainty = fc.dictionary(fc.constantFrom('work', 'staffing', 'delay'), range).filter(notEmpty);
const provenances = fc.dictionary(fc.constantFrom('work', 'resources', 'delay'), provenance).filter(notEmpty);
const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
const minute = fc.integer({ min: 0, max: 1439 });
const rule = fc.record(
  { days, from: minute, to: fc.integer({ min: 0, max: 1440 }), share: fc.double({ min: 0, max: 1, noNaN: true }) },
  { requiredKeys: ['days', 'from', 'to'] },
);

const repeating = {
  instances: fc.oneof(shape, formula),
  completion: formula,
  repeat: fc.oneof(fc.double({ min: 0, max: 0.99, noNaN: true }), formula),
  activation: formula,
  adHoc: fc.constant('each-once' as const),
};
const activity = optional({
  work: time,
  workWhen: fc.array(fc.record({ when: formula, distribution: time }), { minLength: 1, maxLength: 2 }),
  resources: needs,
  priority: fc.integer({ min: -5, max: 100 }),
  priorityWhen: fc.array(fc.record({ when: formula, priority: positive }), { minLength: 1, maxLength: 2 }),
  shiftEnd: fc.constantFrom('pause' as const, 'overtime' as const, 'fit' as const),
  choose: fc.constantFrom('listed' as const, 'fastest' as const),
  samePersonAs: fc.record({
    element: fc.constant('Task_2'),
    otherwise: fc.constantFrom('wait' as const, 'anyone' as const),
  }),
  otherPersonThan: fc.uniqueArray(fc.constantFrom('Task_1', 'Task_2'), { minLength: 1 }),
  setup: time,
  patience: time,
  balkAt: fc.integer({ min: 0, max: 20 }),
  abandonTo: fc.constant('Catch_1'),
  initial: fc.integer({ min: 1, max: 50 }),
  batch: fc.record(
    {
      type: fc.constantFrom('parallel' as const, 'sequential' as const),
      fires: fc.array(
        fc.record(
          {
            size: fc.integer({ min: 1, max: 50 }),
            oldest: fc.record({
              value: fc.integer({ min: 0, max: 9 }),
              unit: fc.constantFrom('h' as const, 'day' as const),
            }),
            quiet: fc.record({ value: fc.integer({ min: 0, max: 9 }), unit: fc.constant('min' as const) }),
            days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
            from: fc.integer({ min: 0, max: 1440 }),
            to: fc.integer({ min: 0, max: 1440 }),
          },
          { requiredKeys: [] },
        ),
        { maxLength: 3 },
      ),
      most: fc.integer({ min: 1, max: 50 }),
      durations: fc.array(fc.record({ size: fc.integer({ min: 1, max: 50 }), factor: fc.constantFrom(0.5, 2) })),
      leftovers: fc.constantFrom('flush' as const, 'wait' as const),
    },
    { requiredKeys: ['type', 'fires'] },
  ),
  workBy: fc.array(
    fc.oneof(
      fc.record({ pool: fc.constant('Pool_A'), distribution: time }),
      fc.record({ pool: fc.constant('Pool_B'), person: word, distribution: time }),
    ),
    { minLength: 1, maxLength: 2 },
  ),
  workAt: fc.array(fc.record({ days, from: minute, to: fc.integer({ min: 0, max: 1440 }), factor: positive }), {
    minLength: 1,
    maxLength: 2,
  }),
  fixedCost: positive,
  assign: fc.dictionary(fc.constantFrom('amount', 'risk class', 'a-b'), formula).filter(notEmpty),
  provenance: provenances,
  uncertainty,
  ...repeating,
});

const start = optional({
  arrivals: optional({
    interval: time,
    count: fc.integer({ min: 1, max: 1000 }),
    calendar: fc.constantFrom('Cal_1', 'Cal_2'),
    outside: fc.constantFrom('clock-stops' as const, 'move-to-opening' as const, 'drop' as const),
    profile: fc.array(fc.record({ days, from: minute, to: fc.integer({ min: 1, max: 1440 }), perHour: positive }), {
      maxLength: 2,
    }),
    replay: fc.array(positive, { minLength: 1, maxLength: 3 }),
    first: fc.constantFrom('at-start' as const, 'after-interval' as const),
  }).filter(notEmpty),
  assign: fc.dictionary(fc.constantFrom('amount', 'other'), formula).filter(notEmpty),
});

const catching = optional({
  delay: time,
  clock: fc.constantFrom('calendar' as const, 'business' as const),
  calendar: fc.constant('Cal_1'),
});
const triggered = optional({ delay: time, probability: share, occurrences: fc.integer({ min: 1, max: 9 }) });
const flow = optional({ probability: share, condition: formula, provenance: provenances, uncertainty });
const message = optional({ latency: time });

const elements = optional({
  Task_1: activity.filter(notEmpty),
  Task_2: activity.filter(notEmpty),
  Receive_1: fc.oneof(activity, catching).filter(notEmpty),
  Start_1: start.filter(notEmpty),
  Catch_1: catching.filter(notEmpty),
  Boundary_1: triggered.filter(notEmpty),
  Flow_yes: flow.filter(notEmpty),
  Flow_no: flow.filter(notEmpty),
  Message_1: message.filter(notEmpty),
}).filter(notEmpty);

const pool = (id: string) =>
  fc
    .tuple(
      fc.record({
        id: fc.constant(id),
        name: word,
        staffing: fc.array(
          fc.oneof(
            fc.record({ capacity: fc.integer({ min: 0, max: 100_000 }) }),
            fc.record({ capacity: fc.integer({ min: 0, max: 50 }), calendar: fc.constantFrom('Cal_1', 'Cal_2') }),
            fc.record({ capacity: fc.constant('unlimited' as const) }),
            fc.record({
              capacity: fc.constant(1),
              name: word,
              roles: fc.constant(['Pool_A', 'Pool_B']),
              speed: positive,
              costPerHour: positive,
              share,
            }),
          ),
          { maxLength: 3 },
        ),
      }),
      optional({
        costPerHour: positive,
        costPerUse: positive,
        overtimeFactor: positive,
        absence: fc.record({ every: time, lasts: time }),
        discipline: fc.constantFrom(...QUEUE_DISCIPLINES),
        preemption: fc.constantFrom(...PREEMPTIONS),
        provenance: provenances,
        uncertainty,
      }),
    )
    .map(([required, rest]) => ({ ...required, ...rest }));

const calendar = (id: string) =>
  fc
    .tuple(
      fc.record({ id: fc.constant(id), name: word, rules: fc.array(rule, { maxLength: 3 }) }),
      optional({
        holidays: fc.array(
          fc.oneof(
            fc.record({ date: fc.constantFrom('2026-01-01', '2026-05-01') }),
            fc.record({ date: fc.constant('2026-10-01'), until: fc.constant('2026-10-07'), name: word }),
          ),
          { minLength: 1, maxLength: 3 },
        ),
      }),
    )
    .map(([required, rest]) => ({ ...required, ...rest }));

const sla = (id: string) =>
  fc
    .tuple(
      fc.record({
        id: fc.constant(id),
        name: word,
        on: fc.oneof(
          fc.constant({ type: 'case' as const }),
          fc.constant({ type: 'activity' as const, element: 'Task_1' }),
          fc.constant({
            type: 'segment' as const,
            from: { element: 'Start_1', at: 'left' as const },
            to: { element: 'Task_2', at: 'entered' as const },
          }),
        ),
        limit: span,
        clock: fc.constantFrom('calendar' as const, 'business' as const),
        target: share,
      }),
      optional({ calendar: fc.constant('Cal_1'), when: formula }),
    )
    .map(([required, rest]) => ({ ...required, ...rest }));

const attribute = (name: string): fc.Arbitrary<CaseAttribute> =>
  fc.oneof(
    fc.record({
      name: fc.constant(name),
      type: fc.constant('category' as const),
      values: fc.array(fc.record({ value: word, share: positive }), { minLength: 1, maxLength: 3 }),
    }),
    fc.record(
      {
        name: fc.constant(name),
        type: fc.constant('number' as const),
        distribution: shape,
        provenance,
        uncertainty: range,
      },
      { requiredKeys: ['name', 'type', 'distribution', 'provenance'] },
    ),
  );

const shuffled = <T>(items: readonly fc.Arbitrary<T>[]): fc.Arbitrary<T[]> =>
  fc.tuple(...items).chain((made) => fc.shuffledSubarray(made, { minLength: 1 }));

/** A scenario with every kind of parameter now and then; `inherits` another or nothing. */
export const arbitraryScenario = (id: string, inherits?: string): fc.Arbitrary<Scenario> =>
  fc
    .tuple(
      fc.record({ id: fc.constant(id), name: word }),
      optional({
        description: word,
        currency: fc.constantFrom('CNY', 'EUR', 'USD'),
        run: optional({
          start: fc.constantFrom('2026-01-05T00:00:00', '2026-02-28T09:30:00'),
          timeZone: fc.constant('Asia/Shanghai'),
          horizon: span,
          cases: fc.integer({ min: 1, max: 1e6 }),
          warmUp: span,
          replications: fc.integer({ min: 1, max: 500 }),
          precision: fc
            .tuple(
              fc.constantFrom(['cycleTime', 'mean'], ['slas', 'Sla_1', 'hitRate']),
              fc.constantFrom({ relative: 0.05 }, { absolute: 3600 }),
            )
            .map(([figure, wanted]) => ({ figure, wanted, most: 500 })),
          seed: fc.oneof(fc.constantFrom('42', '-7', '007'), word),
          businessCalendar: fc.constant('Cal_1'),
        }).filter(notEmpty),
        elements,
        pools: shuffled([pool('Pool_A'), pool('Pool_B')]),
        calendars: shuffled([calendar('Cal_1'), calendar('Cal_2')]),
        slas: shuffled([sla('Sla_1'), sla('Sla_2')]),
        attributes: shuffled([attribute('amount'), attribute('risk class'), attribute('urgent')]),
      }),
    )
    .map(([required, rest]) => ({ ...required, ...(inherits === undefined ? {} : { inherits }), ...rest }));
