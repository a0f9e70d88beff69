/** What a staffing search is asked, and whether it makes sense. */
import { issue, type Issue, type Study } from '#simulation';
import { poolOf } from '../parameters/scenario-parts.ts';
import { cornersOf, type PoolChoice } from './staffing.ts';

/** "The cheapest staffing with which all goals are met in at least 95 of 100 periods." A period is what a replication covers. */
export interface StaffingQuestion {
  readonly choices: readonly PoolChoice[];
  readonly goals: readonly StaffingGoal[];
  /** Share of the periods in which the goals must be met, in (0, 1); default 0.95. */
  readonly assurance?: number;
  /** A staffing this much surer than asked for may not be overlooked; in (0, 1 − assurance); default 0.6 of what is left to 1. */
  readonly indifference?: number;
  /** How sure the answer is to be as a whole, in (0.5, 1); default 0.95. */
  readonly confidence?: number;
  /** Most replications per plan; a plan that cannot be told by then does not count as meeting the goals. Default 4000. */
  readonly mostReplications?: number;
}

/** The SLA's hit rate in a period reaches the target. */
export interface StaffingGoal {
  readonly sla: string;
  /** 0..1; default the SLA's own. */
  readonly target?: number;
}

/** A question with all defaults in. */
export interface SettledQuestion {
  readonly choices: readonly PoolChoice[];
  readonly goals: readonly Required<StaffingGoal>[];
  readonly assurance: number;
  readonly high: number;
  readonly confidence: number;
  readonly mostReplications: number;
  /** Plans there are between the corners: what the confidence is shared among. */
  readonly cells: number;
}

/** More plans are asked for by mistake. */
const MOST_CELLS = 1_000_000;

/** Settles a question about the study, whose scenario must be resolved. */
export function settleQuestion(
  { scenario }: Study,
  question: StaffingQuestion,
): { readonly question?: SettledQuestion; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const { choices, goals, assurance = 0.95, confidence = 0.95, mostReplications = 4000 } = question;
  if (choices.length === 0) issues.push(issue('error', 'staffing-without-pools'));
  if (goals.length === 0) issues.push(issue('error', 'staffing-without-goals'));
  for (const { pool: id, min, max, shifts = [] } of choices) {
    const pool = poolOf(scenario, id);
    if (!pool) {
      issues.push(issue('error', 'staffing-pool-unknown', undefined, { pool: id }));
      continue;
    }
    const whole =
      Number.isInteger(min) && Number.isInteger(max) && min >= 0 && max >= Math.max(1, min) && max <= 10_000;
    if (!whole) issues.push(issue('error', 'staffing-bounds', pool, { min: String(min), max: String(max) }));
    const sound = shifts.every(({ start, length }) => start >= 0 && start < 1440 && length > 0 && length <= 1440);
    if (!sound) issues.push(issue('error', 'staffing-shift', pool));
  }
  const settled = goals.flatMap(({ sla: id, target }) => {
    const sla = scenario.slas?.find((candidate) => candidate.id === id);
    if (!sla) issues.push(issue('error', 'staffing-sla-unknown', undefined, { sla: id }));
    const wanted = target ?? sla?.target ?? NaN;
    if (sla && !(wanted > 0 && wanted <= 1))
      issues.push(issue('error', 'staffing-target', sla, { target: String(wanted) }));
    return [{ sla: id, target: wanted }];
  });
  const { least, most } = cornersOf(choices);
  const cells = most.flat().reduce((product, top, d) => product * (top - (least.flat()[d] ?? 0) + 1), 1);
  if (cells > MOST_CELLS) issues.push(issue('error', 'staffing-too-many-plans', undefined, { most: MOST_CELLS }));
  if (issues.length > 0) return { issues };
  const high = assurance + (question.indifference ?? 0.6 * (1 - assurance));
  return { question: { choices, goals: settled, assurance, high, confidence, mostReplications, cells }, issues };
}
