/** The plan of a run: the scenario's settings, what the caller overrides, and defaults that always end. */
import { issue, type Issue } from '../model/issue.ts';
import { LEAST_REPLICATIONS, type PrecisionGoal } from '../model/precision.ts';
import type { RunOverrides, RunPlan } from '../model/run.ts';
import type { Scenario } from '../model/scenario.ts';
import { toMs } from '../model/units.ts';

export const DEFAULT_SEED = 'preflight';
export const DEFAULT_REPLICATIONS = 30;
const MOST_REPLICATIONS = 1_000_000;
/** Where a precision that is never reached ends a run. */
const MOST_FOR_PRECISION = 1000;
/** Observed time when neither a horizon nor a number of cases is given: a pilot of four weeks. */
const DEFAULT_HORIZON = 28 * 86_400_000;

/** Settles the plan; `issues` name settings that make no sense. */
export function planOf({ run = {} }: Scenario, overrides: RunOverrides = {}): { plan: RunPlan; issues: Issue[] } {
  const issues: Issue[] = [];
  const whole = (name: string, value: number, least: number, most: number): number => {
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    issues.push(issue('error', 'setting-not-whole', undefined, { setting: name, value: String(value), least, most }));
    return least;
  };
  const time = (name: string, value: number): number => {
    if (value >= 0 && value < Infinity) return Math.round(value);
    issues.push(issue('error', 'setting-not-a-time', undefined, { setting: name, value: String(value) }));
    return 0;
  };
  const cases = overrides.cases ?? (overrides.horizon === undefined ? run.cases : undefined);
  const horizon = overrides.horizon ?? (run.horizon && overrides.cases === undefined ? toMs(run.horizon) : undefined);
  const warmUp = overrides.warmUp ?? (run.warmUp ? toMs(run.warmUp) : 0);
  // A number of replications said for this run is meant as such.
  const goal = overrides.precision ?? (overrides.replications === undefined ? run.precision : undefined);
  const precision = goal && precisionOf(goal, issues);
  const replications = whole(
    'replications',
    overrides.replications ?? run.replications ?? DEFAULT_REPLICATIONS,
    1,
    MOST_REPLICATIONS,
  );
  const plan: RunPlan = {
    seed: overrides.seed ?? run.seed ?? DEFAULT_SEED,
    replications: precision ? Math.max(LEAST_REPLICATIONS, replications) : replications,
    ...(precision ? { precision } : {}),
    cases: cases === undefined ? Infinity : whole('cases', cases, 1, 1_000_000_000),
    horizon: horizon === undefined ? (cases === undefined ? DEFAULT_HORIZON : Infinity) : time('horizon', horizon),
    warmUp: time('warmUp', warmUp),
  };
  if (plan.horizon === 0) issues.push(issue('error', 'horizon-zero'));
  else if (plan.warmUp >= plan.horizon) issues.push(issue('error', 'warm-up-too-long'));
  return { plan, issues };
}

function precisionOf({ figure, wanted, most = MOST_FOR_PRECISION }: PrecisionGoal, issues: Issue[]) {
  const size = 'absolute' in wanted ? wanted.absolute : wanted.relative;
  if (!(size > 0 && size < Infinity))
    issues.push(issue('error', 'precision-not-positive', undefined, { value: String(size) }));
  if (!Number.isInteger(most) || most < 1 || most > MOST_REPLICATIONS) {
    const values = { setting: 'most', value: String(most), least: 1, most: MOST_REPLICATIONS };
    issues.push(issue('error', 'setting-not-whole', undefined, values));
  }
  return { figure, wanted, most };
}
