/** Replications of one plan after the other, as many as the question takes; every plan meets the same replications. */
import { ProportionTest, type Issue, type Study } from '#simulation';
import type { SimulationBackend } from '../../runs/simulation-backend.ts';
import { figureOf } from '../figures.ts';
import { runStudy, type StudyRun } from '../run-study.ts';
import type { SettledQuestion } from './question.ts';
import { applyStaffing, type StaffingPlan } from './staffing.ts';

/** `open`: not told yet. `undecided`: the most replications did not tell. `unusable`: the plan cannot be run, e.g. for lack of anybody. */
export type PlanVerdict = 'meets' | 'fails' | 'open' | 'undecided' | 'unusable';

/** What is known of one plan. */
export interface PlanRuns {
  readonly plan: StaffingPlan;
  readonly verdict: PlanVerdict;
  readonly replications: number;
  /** Replications in which all goals were met. */
  readonly met: number;
  /** Hit rates by goal, one value per replication; NaN where no case was judged. */
  readonly hitRates: readonly Float64Array[];
  /** What is wrong with an unusable plan. */
  readonly issues?: readonly Issue[];
}

const SMALLEST_BATCH = 10;
const LARGEST_BATCH = 160;

/** Screening ends where so many replications in a row that meet the goals would have left off. */
const ENCOURAGING = 30;
/** Screening that has not told by then would take longer than looking at smaller plans. */
const LONGEST_SCREENING = 320;

export class PlanRunner {
  private readonly known = new Map<string, State>();
  replications = 0;

  constructor(
    private readonly backend: SimulationBackend,
    private readonly study: Study,
    private readonly question: SettledQuestion,
    private readonly signal: AbortSignal,
    private readonly onReplication: () => void,
  ) {}

  /** Everything that was looked at, in the order of the first look. */
  all(): readonly PlanRuns[] {
    return [...this.known.values()].map((state) => state.runs());
  }

  /** Runs the plan until it can be told whether it meets the goals. Undefined when cancelled; throws `PlanFailed`. */
  async judge(plan: StaffingPlan): Promise<PlanVerdict | undefined> {
    const state = this.stateOf(plan);
    while (state.verdict === 'open') {
      const left = this.question.mostReplications - state.count;
      if (left <= 0) {
        state.giveUp();
        break;
      }
      if (!(await this.extend(state, Math.min(batchFor(state.fewestLeft), left)))) return undefined;
    }
    return state.verdict;
  }

  /**
   * Runs the plan until it fails or there is no haste to think so; the answer is `open` then, which is no verdict, so that nothing is
   * promised for it. Undefined when cancelled; throws `PlanFailed`.
   */
  async screen(plan: StaffingPlan): Promise<PlanVerdict | undefined> {
    const state = this.stateOf(plan);
    while (state.verdict === 'open' && state.encouragement < ENCOURAGING && state.count < LONGEST_SCREENING) {
      const left = Math.min(ENCOURAGING - state.encouragement, LONGEST_SCREENING - state.count);
      if (!(await this.extend(state, batchFor(Math.min(left, state.fewestLeft))))) return undefined;
    }
    return state.verdict;
  }

  /** Makes sure that the plan has at least so many replications; false when cancelled. */
  async show(plan: StaffingPlan, replications: number): Promise<boolean> {
    const state = this.stateOf(plan);
    if (state.verdict === 'unusable' || state.count >= replications) return true;
    return this.extend(state, replications - state.count);
  }

  private stateOf(plan: StaffingPlan): State {
    const key = JSON.stringify(plan);
    const known = this.known.get(key);
    if (known) return known;
    const made = new State(plan, this.question);
    this.known.set(key, made);
    return made;
  }

  private async extend(state: State, replications: number): Promise<boolean> {
    const staffed = applyStaffing(this.study, this.question.choices, state.plan);
    const outcome = await runStudy(this.backend, staffed, {
      overrides: { replications },
      first: state.count,
      signal: this.signal,
      onReplication: () => {
        this.replications++;
        this.onReplication();
      },
    });
    switch (outcome.status) {
      case 'complete':
        state.add(outcome.run);
        return true;
      case 'blocked':
        state.refuse(outcome.issues);
        return true;
      case 'failed':
        throw new PlanFailed(outcome.issue);
      case 'cancelled':
        return false;
    }
  }
}

/** As many as a verdict takes at least, which the threads can share. */
const batchFor = (fewest: number): number => Math.min(Math.max(Math.ceil(fewest), SMALLEST_BATCH), LARGEST_BATCH);

/** The machinery failed, not the plan. */
export class PlanFailed extends Error {
  constructor(readonly issue: Issue) {
    super(`staffing search failed: <${issue.code}>`);
  }
}

class State {
  verdict: PlanVerdict = 'open';
  count = 0;
  private met = 0;
  private issues: readonly Issue[] = [];
  private readonly hitRates: number[][];
  private readonly test: ProportionTest;

  constructor(
    readonly plan: StaffingPlan,
    private readonly question: SettledQuestion,
  ) {
    this.hitRates = question.goals.map(() => []);
    this.test = new ProportionTest({
      low: question.assurance,
      high: question.high,
      error: (1 - question.confidence) / question.cells,
    });
  }

  add({ kpiPaths, kpis }: StudyRun): void {
    const columns = this.question.goals.map(({ sla }) => figureOf(kpiPaths, kpis, ['slas', sla, 'hitRate']));
    kpis.forEach((_, r) => {
      const rates = columns.map((column) => column?.[r] ?? NaN);
      rates.forEach((rate, g) => this.hitRates[g]?.push(rate));
      this.count++;
      // Where no case was judged nothing was promised, and nothing broken.
      const isMet = this.question.goals.every(({ target }, g) => !((rates[g] ?? NaN) < target));
      if (isMet) this.met++;
      const answer = this.test.add(isMet);
      if (this.verdict === 'open' && answer) this.verdict = answer === 'above' ? 'meets' : 'fails';
    });
  }

  /** Replications that a verdict takes at least, if they all say what those until now say. */
  get fewestLeft(): number {
    return this.test.fewestLeft;
  }

  /** The evidence that the plan meets the goals, in replications in a row that do. */
  get encouragement(): number {
    return this.test.inSuccesses;
  }

  refuse(issues: readonly Issue[]): void {
    this.verdict = 'unusable';
    this.issues = issues;
  }

  giveUp(): void {
    this.verdict = 'undecided';
  }

  runs(): PlanRuns {
    return {
      plan: this.plan,
      verdict: this.verdict,
      replications: this.count,
      met: this.met,
      hitRates: this.hitRates.map((rates) => Float64Array.from(rates)),
      ...(this.issues.length > 0 ? { issues: this.issues } : {}),
    };
  }
}
