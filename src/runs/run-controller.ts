/**
 * Runs a study on a backend and turns replications into results: a first figure at once, then a few updates per second, and at
 * the end (or after a cancel) the result. Only the contiguous prefix of replications counts, in index order, so that the
 * figures do not depend on how many workers there are or which is faster.
 */
import {
  blocks,
  compile,
  expectedEnd,
  isEnough,
  issue,
  ResultBuilder,
  type Issue,
  type KpiPath,
  type ReplicationResult,
  type ResultContext,
  type RunOverrides,
  type RunPlan,
  type RunResult,
  type Study,
} from '#simulation';
import { RunClock } from './run-clock.ts';
import { RunFailed, RunRefused, type SimulationBackend } from './simulation-backend.ts';
import { Ticker, UPDATE_TIME } from './ticker.ts';

/** What the controller needs of the compiler. */
export type CompileStudy = (
  study: Study,
  overrides?: RunOverrides,
) => {
  readonly network?: ResultContext['network'];
  readonly plan: RunPlan;
  readonly issues: readonly Issue[];
};

export interface RunRequest {
  /** The model with one resolved scenario. */
  readonly study: Study;
  readonly overrides?: RunOverrides;
  /** Record the events of each replication. */
  readonly trace?: boolean;
  /** The file the model came from, and the SHA-256 of its bytes. */
  readonly file: { readonly name: string; readonly sha256: string };
  /** Findings on file and model, shown with the result beside those of the compiler. */
  readonly issues: readonly Issue[];
  /** Text of an issue in the reader's language. */
  readonly message: (issue: Issue) => string;
  /** Gets each replication that counts, in index order. */
  readonly onReplication?: (result: ReplicationResult) => void;
}

/** What is known while a run is under way. */
export interface RunUpdate {
  /** Replications in, whether they count already or not. */
  readonly done: number;
  /** Where a precision decides: the number that will probably be enough. */
  readonly planned: number;
  /** Real ms left, once it can be told. */
  readonly timeLeft?: number;
  readonly result?: RunResult;
}

export type RunOutcome =
  /** `partial`: cancelled with at least one replication in. `kpis[i]` is the KPI vector of replication i. */
  | {
      readonly status: 'complete' | 'partial';
      readonly result: RunResult;
      readonly kpiPaths: readonly KpiPath[];
      readonly kpis: readonly Float64Array[];
    }
  /** Cancelled or superseded before anything was known. */
  | { readonly status: 'cancelled' }
  /** Errors in the model. */
  | { readonly status: 'blocked'; readonly issues: readonly Issue[] }
  | { readonly status: 'failed'; readonly issue: Issue };

export class RunController {
  private current: AbortController | undefined;

  constructor(
    private readonly backend: SimulationBackend,
    private readonly compileStudy: CompileStudy = compile,
  ) {}

  /** Starts a run; a run under way is cancelled. Rejects only with what the callbacks throw. */
  async start(request: RunRequest, onUpdate: (update: RunUpdate) => void = () => undefined): Promise<RunOutcome> {
    this.cancel();
    const abort = new AbortController();
    this.current = abort;
    try {
      return await this.run(request, onUpdate, abort);
    } finally {
      if (this.current === abort) this.current = undefined;
    }
  }

  /** Ends the run under way; its promise resolves with what is known so far. */
  cancel(): void {
    this.current?.abort();
  }

  private async run(
    request: RunRequest,
    onUpdate: (update: RunUpdate) => void,
    abort: AbortController,
  ): Promise<RunOutcome> {
    const { study } = request;
    const compiled = this.compileStudy(study, request.overrides);
    const issues = [...request.issues, ...compiled.issues];
    const { network } = compiled;
    if (!network || blocks(issues)) return { status: 'blocked', issues };
    const { precision, replications: least } = compiled.plan;
    const plan: RunPlan = {
      ...compiled.plan,
      ...(request.trace ? { trace: true } : {}),
      ...(precision ? { replications: precision.most } : {}),
    };
    const builder = new ResultBuilder({ ...request, network, plan, issues });
    const early = new Map<number, ReplicationResult>();
    const kpis: Float64Array[] = [];
    const clock = new RunClock(plan);
    const state = { enough: false };
    const faults: unknown[] = [];

    const goalSummary = () => precision && builder.summary(precision.figure);
    const planned = (): number => {
      const summary = goalSummary();
      return summary && precision ? expectedEnd(kpis.length, least, summary, precision) : plan.replications;
    };

    const ticker = new Ticker(UPDATE_TIME, () => {
      const total = planned();
      const timeLeft = clock.timeLeft(total);
      onUpdate({
        done: Math.min(clock.done, total),
        planned: total,
        ...(timeLeft === undefined ? {} : { timeLeft }),
        ...(kpis.length > 0 ? { result: builder.result(true) } : {}),
      });
    });

    const reduce = (arrived: ReplicationResult): void => {
      clock.finished(arrived.index);
      early.set(arrived.index, arrived);
      for (let next = early.get(kpis.length); next && !state.enough; next = early.get(kpis.length)) {
        early.delete(next.index);
        builder.add(next);
        kpis.push(next.kpis);
        request.onReplication?.(next);
        const summary = goalSummary();
        state.enough = !!precision && !!summary && isEnough(kpis.length, least, summary, precision);
      }
      if (state.enough) abort.abort();
      else ticker.touch();
    };
    // Backends deliver from event handlers, where an exception would be lost: it ends the run and is thrown from here.
    const onReplication = (arrived: ReplicationResult): void => {
      try {
        reduce(arrived);
      } catch (error) {
        faults.push(error);
        abort.abort();
      }
    };

    try {
      await this.backend.run(study, plan, {
        onReplication,
        onProgress: (progress) => {
          clock.progressed(progress);
          ticker.touch();
        },
        signal: abort.signal,
      });
    } catch (error) {
      if (error instanceof RunRefused) return { status: 'blocked', issues: [...request.issues, ...error.issues] };
      if (error instanceof RunFailed) return { status: 'failed', issue: error.issue };
      return { status: 'failed', issue: issue('error', 'run-failed', undefined, { reason: String(error) }) };
    } finally {
      ticker.stop();
    }
    if (faults.length > 0) throw faults[0];
    const partial = !state.enough && kpis.length < plan.replications;
    if (kpis.length === 0) return { status: 'cancelled' };
    return {
      status: partial ? 'partial' : 'complete',
      result: builder.result(partial),
      kpiPaths: network.kpiPaths,
      kpis,
    };
  }
}
