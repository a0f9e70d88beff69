/** The search for the cheapest staffing: the question as it is filled in, the search, and the answer. */
import { blocks, type Issue, type Scenario, type Study } from '#simulation';
import {
  applyStaffing,
  findStaffing,
  knownParameter,
  proposedChoices,
  proposedGoals,
  type PoolChoice,
  type StaffingGoal,
  type StaffingPlan,
  type StaffingQuestion,
  type StaffingResult,
} from '../../experiments/index.ts';
import type { SimulationBackend } from '../../runs/simulation-backend.ts';
import { ChangeNotice } from '../change-notice.ts';
import type { Variant } from './variants.ts';

/** A pool of the scenario and what the search may do with it. */
export interface PoolRow extends PoolChoice {
  readonly name: string;
  readonly searched: boolean;
  readonly today: number | undefined;
  /** Of one person, in the currency of the scenario; undefined = not priced. */
  readonly costPerHour: number | undefined;
}

/** A promise of the scenario and whether it has to be kept. */
export interface GoalRow extends Required<StaffingGoal> {
  readonly name: string;
  readonly kept: boolean;
}

/** What was asked, so that an answer stays readable while the next question is filled in. */
export interface AskedQuestion {
  readonly study: Study;
  readonly choices: readonly PoolChoice[];
  readonly goals: readonly Required<StaffingGoal>[];
}

export type StaffingState =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running';
      readonly replications: number;
      readonly asked: AskedQuestion;
      readonly result?: StaffingResult;
    }
  /** `partial`: cancelled. `stale`: the question, or what was simulated, changed since. */
  | {
      readonly status: 'complete' | 'partial';
      readonly asked: AskedQuestion;
      readonly result: StaffingResult;
      readonly stale: boolean;
    }
  | { readonly status: 'blocked'; readonly issues: readonly Issue[] }
  | { readonly status: 'failed'; readonly message: string };

export class StaffingDesk {
  variant: Variant | undefined;
  pools: readonly PoolRow[] = [];
  goals: readonly GoalRow[] = [];
  /** Share of the periods in which all promises must be kept. */
  assurance = 0.95;
  state: StaffingState = { status: 'idle' };
  private print = '';
  private abort: AbortController | undefined;
  private readonly notice = new ChangeNotice();

  constructor(
    private readonly backend: SimulationBackend,
    private readonly message: (issue: Issue) => string,
  ) {}

  /** Looks at this variant. The question is proposed anew where the variant is another or changed. */
  choose(variant: Variant): void {
    const same = variant.id === this.variant?.id && JSON.stringify(variant.scenario) === this.print;
    this.variant = variant;
    if (same) return;
    this.print = JSON.stringify(variant.scenario);
    this.cancel();
    this.abort = undefined;
    const study = { model: variant.model, scenario: variant.scenario };
    const proposed = proposedChoices(study);
    this.pools = (variant.scenario.pools ?? []).flatMap(({ id, name, costPerHour }): PoolRow[] => {
      const today = knownParameter(study, { kind: 'units', id })?.value;
      if (today === undefined) return [];
      const choice = proposed.find(({ pool }) => pool === id);
      return [{ pool: id, min: 1, max: 2 * today + 1, ...choice, name, today, costPerHour, searched: !!choice }];
    });
    const goals = proposedGoals(study);
    this.goals = (variant.scenario.slas ?? []).map(({ id, name, target }) => ({
      sla: id,
      name,
      target,
      kept: goals.some(({ sla }) => sla === id),
    }));
    this.put({ status: 'idle' });
  }

  changePool(pool: string, change: Partial<PoolRow>): void {
    this.pools = this.pools.map((row) => (row.pool === pool ? { ...row, ...change } : row));
    this.touched();
  }

  changeGoal(sla: string, change: Partial<GoalRow>): void {
    this.goals = this.goals.map((row) => (row.sla === sla ? { ...row, ...change } : row));
    this.touched();
  }

  changeAssurance(assurance: number): void {
    this.assurance = assurance;
    this.touched();
  }

  get question(): StaffingQuestion {
    return {
      choices: this.pools
        .filter(({ searched }) => searched)
        .map(({ pool, min, max, shifts }) => ({ pool, min, max, ...(shifts?.length ? { shifts } : {}) })),
      goals: this.goals.filter(({ kept }) => kept).map(({ sla, target }) => ({ sla, target })),
      assurance: this.assurance,
    };
  }

  /** Searches, in place of a search under way. */
  async run(): Promise<void> {
    this.cancel();
    const { variant } = this;
    if (!variant) return;
    if (blocks(variant.issues)) {
      this.put({ status: 'blocked', issues: variant.issues });
      return;
    }
    const question = this.question;
    const goals = this.goals.filter(({ kept }) => kept);
    const asked: AskedQuestion = { study: this.priced(variant), choices: question.choices, goals };
    const abort = new AbortController();
    this.abort = abort;
    this.put({ status: 'running', replications: 0, asked });
    const outcome = await findStaffing(this.backend, asked.study, question, {
      signal: abort.signal,
      onUpdate: ({ replications, result }) => {
        if (this.abort === abort) this.put({ status: 'running', replications, asked, result });
      },
    });
    if (this.abort !== abort) return; // another search took its place
    this.abort = undefined;
    if (outcome.status === 'blocked') this.put({ status: 'blocked', issues: outcome.issues });
    else if (outcome.status === 'failed') this.put({ status: 'failed', message: this.message(outcome.issue) });
    else this.put({ status: outcome.status, asked, result: outcome.result, stale: false });
  }

  /** Ends the search under way; what is known stays. */
  cancel(): void {
    this.abort?.abort();
  }

  /** The scenario staffed like a plan of the answer; undefined while there is none. */
  staffed(plan: StaffingPlan): Scenario | undefined {
    if (!('result' in this.state)) return undefined;
    const { study, choices } = this.state.asked;
    return applyStaffing(study, choices, plan).scenario;
  }

  onChange(listener: () => void): () => void {
    return this.notice.listen(listener);
  }

  dispose(): void {
    this.cancel();
    this.abort = undefined;
    this.notice.clear();
  }

  /** The study with the prices of the question. */
  private priced({ model, scenario }: Variant): Study {
    const pools = scenario.pools?.map((pool) => {
      const { costPerHour } = this.pools.find((row) => row.pool === pool.id) ?? pool;
      return costPerHour === undefined || costPerHour === pool.costPerHour ? pool : { ...pool, costPerHour };
    });
    return { model, scenario: { ...scenario, ...(pools ? { pools } : {}) } };
  }

  private touched(): void {
    if ('stale' in this.state) this.state = { ...this.state, stale: true };
    this.notice.changed();
  }

  private put(state: StaffingState): void {
    this.state = state;
    this.notice.changed();
  }
}
