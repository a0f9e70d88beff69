/**
 * The cheapest staffing that meets the goals with the assurance asked for: ranking and selection under common random numbers with a
 * stated guarantee.
 *
 * Every plan is judged by a sequential test on its replications (`ProportionTest`); the errors of all tests there could be add up to
 * 1 − confidence at most (Bonferroni), which makes the guarantee that of an indifference-zone procedure for finding the best among
 * feasible systems (Andradóttir & Kim, Naval Research Logistics 57, 2010; Kim & Nelson, Handbooks in OR & MS 13, 2006, §3), with
 * costs known exactly:
 *
 * with probability `confidence` the recommended plan meets the goals in more than `assurance` of the periods, and no cheaper plan
 * meets them in `assurance + indifference` of the periods or more – provided that more people never make the goals harder to meet,
 * which lets the search leave out plans smaller than one that fails. Plans that are only screened get no verdict, so they take
 * nothing from the confidence.
 */
import { compile, dominators, proportionInterval, summarise, type Issue, type Study, type Summary } from '#simulation';
import type { SimulationBackend } from '../../runs/simulation-backend.ts';
import { Ticker, UPDATE_TIME } from '../../runs/ticker.ts';
import { knownParameter } from '../parameters/index.ts';
import { PlanFailed, PlanRunner, type PlanRuns, type PlanVerdict } from './plan-runs.ts';
import { settleQuestion, type SettledQuestion, type StaffingQuestion } from './question.ts';
import { searchCheapest, type SearchBound } from './search.ts';
import { costOf, pricesOf, type Prices } from './staffing-cost.ts';
import { cornersOf, isWithin, type StaffingPlan } from './staffing.ts';

/** A plan with what it costs and brings. */
export interface StaffedPlan {
  readonly plan: StaffingPlan;
  readonly cost: number;
  readonly verdict: PlanVerdict;
  readonly replications: number;
  /** Share of the periods in which all goals were met, with its 95 % interval. */
  readonly chance: { readonly value: number; readonly ci95: readonly [low: number, high: number] } | undefined;
  /** By goal, over the first `shown` replications of every plan, so that plans are compared under the same luck. */
  readonly hitRates: readonly Summary[];
  /** Index of a plan that costs no more and does better by the first goal; undefined on the Pareto front. */
  readonly dominatedBy?: number;
  /** Whether it is within the bounds; plans beyond are only looked at to leave out others. */
  readonly isWithin: boolean;
  readonly issues?: readonly Issue[];
}

export interface StaffingResult {
  /** By cost. */
  readonly plans: readonly StaffedPlan[];
  /** Index of the recommended plan; undefined when none in the bounds meets the goals (or the search was cancelled before). */
  readonly best?: number;
  /** Index of the plan of today, when it is one of those searched. */
  readonly today?: number;
  readonly prices: Prices;
  readonly guarantee: StaffingGuarantee;
}

/** What the answer promises; see the head of the file. */
export interface StaffingGuarantee {
  readonly confidence: number;
  readonly assurance: number;
  /** Share of periods from which on a cheaper plan would not have been overlooked. */
  readonly indifferentUpTo: number;
  /** Plans between the bounds, and those that were simulated. */
  readonly possible: number;
  readonly simulated: number;
  /** False when a plan could not be told within the most replications: it then counts as failing, on the safe side for the goals. */
  readonly allDecided: boolean;
}

export interface StaffingOptions {
  readonly signal?: AbortSignal;
  /** Replications over which hit rates are shown; default those of the scenario. */
  readonly shown?: number;
  /** A few times a second. */
  readonly onUpdate?: (update: StaffingUpdate) => void;
}

export interface StaffingUpdate {
  readonly replications: number;
  /** No plan that is not known yet can cost less. */
  readonly atLeast?: number;
  readonly result: StaffingResult;
}

export type StaffingOutcome =
  | { readonly status: 'complete' | 'partial'; readonly result: StaffingResult }
  | { readonly status: 'blocked'; readonly issues: readonly Issue[] }
  | { readonly status: 'failed'; readonly issue: Issue };

/** Plans around the answer that are shown beside those the search had to look at. */
const MOST_NEIGHBOURS = 16;

/** Searches. The scenario of the study must be resolved; its own seed decides the luck. Rejects only with what the callbacks throw. */
export async function findStaffing(
  backend: SimulationBackend,
  study: Study,
  asked: StaffingQuestion,
  { signal = new AbortController().signal, shown: wanted, onUpdate }: StaffingOptions = {},
): Promise<StaffingOutcome> {
  const { question, issues } = settleQuestion(study, asked);
  if (!question) return { status: 'blocked', issues };
  const { network, plan: runPlan, issues: compiled } = compile(study);
  if (!network) return { status: 'blocked', issues: compiled };
  const { choices } = question;
  const shown = wanted ?? runPlan.replications;
  const prices = pricesOf(study, choices, runPlan);
  const state: { bound?: SearchBound } = {};
  const runner = new PlanRunner(backend, study, question, signal, () => {
    ticker.touch();
  });
  const result = (): StaffingResult => resultOf(study, question, prices, runner.all(), state.bound?.best, shown);
  const ticker = new Ticker(UPDATE_TIME, () => {
    const atLeast = state.bound?.atLeast;
    onUpdate?.({ replications: runner.replications, result: result(), ...(atLeast === undefined ? {} : { atLeast }) });
  });
  try {
    const { best, cancelled } = await searchCheapest({
      choices,
      prices,
      judge: (plan) => runner.judge(plan),
      screen: (plan) => runner.screen(plan),
      onBound: (bound) => {
        state.bound = bound;
        ticker.touch();
      },
    });
    if (best) state.bound = { atLeast: costOf(best, prices), best };
    if (cancelled) return { status: 'partial', result: result() };
    for (const plan of worthShowing(study, question, prices, runner.all(), best)) {
      if (!(await runner.show(plan, shown))) return { status: 'partial', result: result() };
    }
    return { status: 'complete', result: result() };
  } catch (error) {
    if (error instanceof PlanFailed) return { status: 'failed', issue: error.issue };
    throw error;
  } finally {
    ticker.stop();
  }
}

/** The answer, the plans one person away from it, the plan of today, and what the search had seen within the bounds. */
function worthShowing(
  study: Study,
  { choices }: SettledQuestion,
  prices: Prices,
  seen: readonly PlanRuns[],
  best: StaffingPlan | undefined,
): readonly StaffingPlan[] {
  const centre = best ?? cornersOf(choices).most;
  const target = costOf(centre, prices);
  const nearest = (plans: readonly StaffingPlan[]): readonly StaffingPlan[] =>
    plans
      .filter((plan) => isWithin(plan, choices))
      .sort((a, b) => Math.abs(costOf(a, prices) - target) - Math.abs(costOf(b, prices) - target));
  const today = todaysPlan(study, choices);
  return [
    centre,
    ...(today && isWithin(today, choices) ? [today] : []),
    ...nearest(neighbours(centre)).slice(0, MOST_NEIGHBOURS),
    ...nearest(seen.map(({ plan }) => plan)).slice(0, MOST_NEIGHBOURS),
  ];
}

function neighbours(plan: StaffingPlan): readonly StaffingPlan[] {
  return plan.flatMap((counts, p) =>
    counts.flatMap((count, s) =>
      [count - 1, count + 1].flatMap((other) =>
        other < 0 ? [] : [plan.map((own, i) => (i === p ? own.map((c, j) => (j === s ? other : c)) : own))],
      ),
    ),
  );
}

/** The staffing of the scenario as a plan; undefined where shifts are looked for or a pool has no number of people. */
function todaysPlan(study: Study, choices: SettledQuestion['choices']): StaffingPlan | undefined {
  const counts = choices.map(({ pool, shifts }) =>
    shifts?.length ? undefined : knownParameter(study, { kind: 'units', id: pool })?.value,
  );
  return counts.every((count) => count !== undefined) ? counts.map((count) => [count]) : undefined;
}

function resultOf(
  study: Study,
  question: SettledQuestion,
  prices: Prices,
  seen: readonly PlanRuns[],
  best: StaffingPlan | undefined,
  shown: number,
): StaffingResult {
  const { choices, confidence, assurance, high, cells } = question;
  const plans = seen.map((runs) => staffed(runs, question, prices, shown)).sort((a, b) => a.cost - b.cost);
  const within = [...plans.keys()].filter((i) => plans[i]?.isWithin);
  const front = dominators(
    within.map((i) => ({ cost: plans[i]?.cost ?? NaN, gain: plans[i]?.hitRates[0]?.mean ?? NaN })),
  );
  const dominatedBy = new Map(
    within.flatMap((i, k) => {
      const by = within[front[k] ?? -1];
      return by === undefined ? [] : [[i, by] as const];
    }),
  );
  const indexOf = (plan: StaffingPlan | undefined): number | undefined => {
    const at = plan ? plans.findIndex((candidate) => isSame(candidate.plan, plan)) : -1;
    return at < 0 ? undefined : at;
  };
  const bestAt = indexOf(best);
  const todayAt = indexOf(todaysPlan(study, choices));
  return {
    plans: plans.map((plan, i) => {
      const by = dominatedBy.get(i);
      return by === undefined ? plan : { ...plan, dominatedBy: by };
    }),
    ...(bestAt === undefined ? {} : { best: bestAt }),
    ...(todayAt === undefined ? {} : { today: todayAt }),
    prices,
    guarantee: {
      confidence,
      assurance,
      indifferentUpTo: high,
      possible: cells,
      simulated: seen.length,
      allDecided: seen.every(({ verdict }) => verdict !== 'undecided'),
    },
  };
}

function staffed(
  { plan, verdict, replications, met, hitRates, issues }: PlanRuns,
  { choices }: SettledQuestion,
  prices: Prices,
  shown: number,
): StaffedPlan {
  const interval = proportionInterval(met, replications);
  return {
    plan,
    cost: costOf(plan, prices),
    verdict,
    replications,
    chance: interval && { value: met / replications, ci95: interval },
    hitRates: hitRates.map((rates) => summarise(rates.subarray(0, shown))),
    isWithin: isWithin(plan, choices),
    ...(issues ? { issues } : {}),
  };
}

const isSame = (a: StaffingPlan, b: StaffingPlan): boolean => JSON.stringify(a) === JSON.stringify(b);
