/** The published shape of a result (format `preflight-result/1`): what scripts may rely on. More keys may stand beside these. */
import * as v from 'valibot';

/** Seconds, counts, shares or amounts; null = not measured. */
const Value = v.nullable(v.pipe(v.number(), v.finite()));
const Estimate = v.pipe(
  v.strictObject({ value: Value, ci95: v.nullable(v.strictTuple([v.number(), v.number()])) }),
  v.check(({ value, ci95 }) => !ci95 || (value !== null && ci95[0] <= value && value <= ci95[1]), 'value outside'),
);
const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const estimates = <const K extends string>(...keys: readonly K[]) => v.object(v.entriesFromList(keys, Estimate));
const Spread = estimates('mean', 'sd', 'p50', 'p80', 'p90', 'p95', 'min', 'max');

export const ResultSchema = v.object({
  format: v.literal('preflight-result/1'),
  engine: v.string(),
  model: v.strictObject({ file: v.string(), sha256: Sha256 }),
  scenario: v.strictObject({ id: v.string(), name: v.string() }),
  seed: v.string(),
  replications: v.pipe(v.number(), v.integer(), v.minValue(1)),
  issues: v.array(
    v.strictObject({
      code: v.string(),
      severity: v.picklist(['error', 'warning', 'info']),
      elementId: v.nullable(v.string()),
      message: v.pipe(v.string(), v.minLength(10)),
    }),
  ),
  cases: estimates('started', 'completed', 'failed', 'open'),
  cycleTime: Spread,
  businessCycleTime: Spread,
  decomposition: estimates(
    'working',
    'paused',
    'queuedContention',
    'queuedOffShift',
    'batching',
    'external',
    'synchronising',
  ),
  slas: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      limit: v.pipe(v.number(), v.minValue(0)),
      target: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      hitRate: Estimate,
      clock: v.picklist(['calendar', 'business']),
    }),
  ),
  activities: v.record(
    v.string(),
    v.object({
      name: v.string(),
      executions: Estimate,
      queue: estimates('mean', 'p95'),
      work: estimates('mean'),
      elapsed: estimates('mean'),
      queueLength: estimates('mean', 'max'),
      cost: Estimate,
    }),
  ),
  flows: v.record(v.string(), Estimate),
  events: v.record(v.string(), Estimate),
  resources: v.record(
    v.string(),
    v.object({
      name: v.string(),
      capacity: v.nullable(v.number()),
      utilisation: Estimate,
      busy: Estimate,
      cost: Estimate,
    }),
  ),
  throughputPerDay: Estimate,
  wip: estimates('mean', 'max'),
  cost: estimates('perCase', 'busy', 'paid'),
  hash: Sha256,
});
