/** The shape of scenarios as JSON, for data from files: everything is checked before it is believed. Formulas are their text. */
import * as v from 'valibot';
import { PREEMPTIONS, QUEUE_DISCIPLINES, type Formula, type Scenario } from '#simulation';
import { formulaOf } from '../formula/parse-formula.ts';

const number = v.pipe(v.number(), v.finite());
const wholeNumber = v.pipe(v.number(), v.integer());
const formula = v.pipe(
  v.string(),
  v.transform((text): Formula => formulaOf(text)),
);
const unit = v.picklist(['ms', 's', 'min', 'h', 'workday', 'day', 'week']);
const span = v.object({ value: number, unit });
const provenance = v.picklist(['measured', 'expert', 'guess']);
const provenances = v.record(v.string(), provenance);
const range = v.pipe(
  v.object({ low: number, high: number }),
  v.check(({ low, high }) => low > 0 && low <= 1 && high >= 1),
);
const uncertainty = v.record(v.string(), range);
const distribution = v.object({
  type: v.string(),
  params: v.record(v.string(), v.union([number, v.array(number)])),
  unit: v.exactOptional(unit),
});
const clock = v.picklist(['calendar', 'business']);
const days = v.array(v.pipe(wholeNumber, v.minValue(1), v.maxValue(7)));
const minute = v.pipe(wholeNumber, v.minValue(0), v.maxValue(1440));

const run = v.object({
  start: v.exactOptional(v.string()),
  timeZone: v.exactOptional(v.string()),
  horizon: v.exactOptional(span),
  cases: v.exactOptional(number),
  warmUp: v.exactOptional(span),
  replications: v.exactOptional(number),
  precision: v.exactOptional(
    v.object({
      figure: v.array(v.string()),
      wanted: v.union([v.object({ absolute: number }), v.object({ relative: number })]),
      most: v.exactOptional(number),
    }),
  ),
  seed: v.exactOptional(v.string()),
  businessCalendar: v.exactOptional(v.string()),
});

/** Who does the work in detail. */
const workRules = {
  choose: v.exactOptional(v.picklist(['listed', 'fastest'])),
  samePersonAs: v.exactOptional(v.object({ element: v.string(), otherwise: v.picklist(['wait', 'anyone']) })),
  otherPersonThan: v.exactOptional(v.array(v.string())),
  setup: v.exactOptional(distribution),
  workBy: v.exactOptional(v.array(v.object({ pool: v.string(), person: v.exactOptional(v.string()), distribution }))),
  patience: v.exactOptional(distribution),
  balkAt: v.exactOptional(number),
  abandonTo: v.exactOptional(v.string()),
  initial: v.exactOptional(number),
  batch: v.exactOptional(
    v.object({
      type: v.picklist(['parallel', 'sequential']),
      fires: v.array(
        v.object({
          size: v.exactOptional(number),
          oldest: v.exactOptional(span),
          quiet: v.exactOptional(span),
          days: v.exactOptional(days),
          from: v.exactOptional(minute),
          to: v.exactOptional(minute),
        }),
      ),
      most: v.exactOptional(number),
      durations: v.exactOptional(v.array(v.object({ size: number, factor: number }))),
      leftovers: v.exactOptional(v.picklist(['flush', 'wait'])),
    }),
  ),
  workAt: v.exactOptional(v.array(v.object({ days, from: minute, to: minute, factor: number }))),
};

const arrivals = v.object({
  interval: v.exactOptional(distribution),
  count: v.exactOptional(number),
  calendar: v.exactOptional(v.string()),
  outside: v.exactOptional(v.picklist(['clock-stops', 'move-to-opening', 'drop'])),
  replay: v.exactOptional(v.array(number)),
  profile: v.exactOptional(v.array(v.object({ days, from: minute, to: minute, perHour: number }))),
  first: v.exactOptional(v.picklist(['at-start', 'after-interval'])),
});

const element = v.object({
  work: v.exactOptional(distribution),
  workWhen: v.exactOptional(v.array(v.object({ when: formula, distribution }))),
  resources: v.exactOptional(v.array(v.array(v.object({ pool: v.string(), units: number })))),
  priority: v.exactOptional(number),
  priorityWhen: v.exactOptional(v.array(v.object({ when: formula, priority: number }))),
  shiftEnd: v.exactOptional(v.picklist(['pause', 'overtime', 'fit'])),
  ...workRules,
  fixedCost: v.exactOptional(number),
  assign: v.exactOptional(v.record(v.string(), formula)),
  arrivals: v.exactOptional(arrivals),
  delay: v.exactOptional(distribution),
  clock: v.exactOptional(clock),
  calendar: v.exactOptional(v.string()),
  probability: v.exactOptional(number),
  condition: v.exactOptional(formula),
  latency: v.exactOptional(distribution),
  occurrences: v.exactOptional(number),
  instances: v.exactOptional(v.union([distribution, formula])),
  completion: v.exactOptional(formula),
  repeat: v.exactOptional(v.union([number, formula])),
  activation: v.exactOptional(formula),
  adHoc: v.exactOptional(v.picklist(['each-once'])),
  provenance: v.exactOptional(provenances),
  uncertainty: v.exactOptional(uncertainty),
});

const pool = v.object({
  id: v.string(),
  name: v.string(),
  staffing: v.array(
    v.object({
      capacity: v.union([number, v.literal('unlimited')]),
      calendar: v.exactOptional(v.string()),
      name: v.exactOptional(v.string()),
      roles: v.exactOptional(v.array(v.string())),
      speed: v.exactOptional(number),
      costPerHour: v.exactOptional(number),
      share: v.exactOptional(number),
    }),
  ),
  costPerHour: v.exactOptional(number),
  costPerUse: v.exactOptional(number),
  overtimeFactor: v.exactOptional(number),
  discipline: v.exactOptional(v.picklist(QUEUE_DISCIPLINES)),
  preemption: v.exactOptional(v.picklist(PREEMPTIONS)),
  absence: v.exactOptional(v.object({ every: distribution, lasts: distribution })),
  provenance: v.exactOptional(provenances),
  uncertainty: v.exactOptional(uncertainty),
});

const calendar = v.object({
  id: v.string(),
  name: v.string(),
  rules: v.array(v.object({ days, from: minute, to: minute, share: v.exactOptional(number) })),
  holidays: v.exactOptional(
    v.array(v.object({ date: v.string(), until: v.exactOptional(v.string()), name: v.exactOptional(v.string()) })),
  ),
});

const milestone = v.object({ element: v.string(), at: v.picklist(['entered', 'left']) });

const sla = v.object({
  id: v.string(),
  name: v.string(),
  on: v.variant('type', [
    v.object({ type: v.literal('case') }),
    v.object({ type: v.literal('activity'), element: v.string() }),
    v.object({ type: v.literal('segment'), from: milestone, to: milestone }),
  ]),
  limit: span,
  clock,
  calendar: v.exactOptional(v.string()),
  target: number,
  when: v.exactOptional(formula),
});

const attribute = v.variant('type', [
  v.object({
    name: v.string(),
    type: v.literal('category'),
    values: v.array(v.object({ value: v.string(), share: number })),
    provenance: v.exactOptional(provenance),
  }),
  v.object({
    name: v.string(),
    type: v.literal('number'),
    distribution,
    provenance: v.exactOptional(provenance),
    uncertainty: v.exactOptional(range),
  }),
]);

/** A whole scenario as JSON. */
export const scenarioSchema: v.GenericSchema<unknown, Scenario> = v.object({
  id: v.string(),
  name: v.string(),
  description: v.exactOptional(v.string()),
  inherits: v.exactOptional(v.string()),
  currency: v.exactOptional(v.string()),
  run: v.exactOptional(run),
  elements: v.exactOptional(
    v.pipe(
      v.array(v.tuple([v.string(), element])),
      v.transform((entries) => Object.fromEntries(entries)),
    ),
  ),
  pools: v.exactOptional(v.array(pool)),
  calendars: v.exactOptional(v.array(calendar)),
  slas: v.exactOptional(v.array(sla)),
  attributes: v.exactOptional(v.array(attribute)),
});

/** Schemas of the items of a scenario's lists. */
export const itemSchemas = { pool, calendar, attribute } as const;

/** Schemas of single fields, for data that adds to what a file says elsewhere. */
export const fieldSchemas: Readonly<Record<string, Readonly<Record<string, v.GenericSchema | undefined>>>> = {
  scenario: { currency: v.string(), name: v.string(), description: v.string(), slas: v.array(sla) },
  run: run.entries,
  element: element.entries,
  arrivals: arrivals.entries,
  pool: pool.entries,
  calendar: calendar.entries,
  attribute: { type: v.string(), values: v.array(v.unknown()), distribution, provenance, uncertainty: range },
};
