/**
 * Runs designs against each other: the same seed, the same replications, all at the same time, so that differences are known early
 * and narrow together. Only the replications that every design has finished count, in index order.
 */
import {
  blocks,
  comparePaired,
  compile,
  issue,
  ResultBuilder,
  targetHalfWidth,
  type Compiled,
  type Issue,
  type KpiPath,
  type Precision,
  type ReplicationResult,
  type RunOverrides,
  type RunPlan,
} from '#simulation';
import { RunFailed, RunRefused, type SimulationBackend } from '../runs/simulation-backend.ts';
import { Ticker, UPDATE_TIME } from '../runs/ticker.ts';
import type { Alternative, AlternativeRun, PairedRuns } from './alternative.ts';
import { figureOf } from './figures.ts';

export interface PairedOptions {
  /** For all alternatives; seed and number of replications are the baseline's where nothing is said. */
  readonly overrides?: RunOverrides;
  /** Stop before all replications when the differences are known well enough. */
  readonly stop?: DifferenceStop;
  /** Text of an issue in the reader's language. */
  readonly message: (issue: Issue) => string;
  readonly signal?: AbortSignal;
  /** A few times a second. */
  readonly onUpdate?: (update: PairedUpdate) => void;
}

/** Sequential stopping by the half-width of the paired differences to the baseline, looked at after every batch, never by the clock. */
export interface DifferenceStop {
  readonly path: KpiPath;
  /** `relative`: as a share of the baseline's mean. */
  readonly precision: Precision;
  /** Replications between two looks; default 10. */
  readonly batch?: number;
}

export interface PairedUpdate {
  /** Replications in, of all alternatives together. */
  readonly done: number;
  readonly planned: number;
  /** Absent before the first complete pair. */
  readonly paired?: PairedRuns;
}

export type PairedOutcome =
  /** `partial`: cancelled with at least one complete pair. */
  | { readonly status: 'complete' | 'partial'; readonly paired: PairedRuns }
  | { readonly status: 'cancelled' }
  /** Errors in the model of this alternative. */
  | { readonly status: 'blocked'; readonly alternative: Alternative; readonly issues: readonly Issue[] }
  | { readonly status: 'failed'; readonly issue: Issue };

/** Runs the alternatives, of which there must be at least one; the first is the baseline. Rejects only with what the callbacks throw. */
export async function runPaired(
  backend: SimulationBackend,
  alternatives: readonly Alternative[],
  options: PairedOptions,
): Promise<PairedOutcome> {
  const compiled = compileAll(alternatives, options.overrides);
  const refused = compiled.find(({ network, issues }) => !network || blocks(issues));
  if (refused) return { status: 'blocked', alternative: refused.alternative, issues: refused.issues };
  const gatherers = compiled.map((one) => new Gatherer(one, options.message));
  const issues = differentTimes(compiled);
  const abort = new AbortController();
  const cancel = (): void => {
    abort.abort();
  };
  if (options.signal?.aborted) return { status: 'cancelled' };
  options.signal?.addEventListener('abort', cancel);

  const state = { counted: 0, done: 0, enough: false };
  const faults: unknown[] = [];
  const planned = compiled.reduce((sum, { plan }) => sum + plan.replications, 0);
  const paired = (partial: boolean): PairedRuns | undefined => {
    const [first, ...others] = gatherers.map((gatherer) => gatherer.run(partial));
    if (!first || state.counted === 0) return undefined;
    const seed = compiled[0]?.plan.seed ?? '';
    return { runs: [first, ...others], seed, replications: state.counted, issues };
  };
  const ticker = new Ticker(UPDATE_TIME, () => {
    const known = paired(true);
    options.onUpdate?.({ done: state.done, planned, ...(known ? { paired: known } : {}) });
  });
  const take = (gatherer: Gatherer, arrived: ReplicationResult): void => {
    state.done++;
    gatherer.early.set(arrived.index, arrived);
    while (!state.enough && gatherers.every(({ early }) => early.has(state.counted))) {
      for (const each of gatherers) each.count(state.counted);
      state.counted++;
      state.enough = isEnough(gatherers, options.stop, state.counted);
    }
    if (state.enough) abort.abort();
    else ticker.touch();
  };

  try {
    await Promise.all(
      gatherers.map((gatherer) =>
        backend
          .run(gatherer.alternative.study, gatherer.plan, {
            // Backends deliver from event handlers, where an exception would be lost: it ends the runs and is thrown from here.
            onReplication: (arrived) => {
              try {
                take(gatherer, arrived);
              } catch (error) {
                faults.push(error);
                abort.abort();
              }
            },
            signal: abort.signal,
          })
          .catch((error: unknown) => {
            throw error instanceof RunRefused ? new Refused(gatherer.alternative, error.issues) : error;
          }),
      ),
    );
  } catch (error) {
    abort.abort();
    if (error instanceof Refused) return { status: 'blocked', alternative: error.alternative, issues: error.issues };
    if (error instanceof RunFailed) return { status: 'failed', issue: error.issue };
    return { status: 'failed', issue: issue('error', 'run-failed', undefined, { reason: String(error) }) };
  } finally {
    ticker.stop();
    options.signal?.removeEventListener('abort', cancel);
  }
  if (faults.length > 0) throw faults[0];
  const complete = state.enough || gatherers.every(({ plan }) => state.counted === plan.replications);
  const known = paired(!complete);
  return known ? { status: complete ? 'complete' : 'partial', paired: known } : { status: 'cancelled' };
}

type CompiledAlternative = Compiled & { readonly alternative: Alternative };

function compileAll(alternatives: readonly Alternative[], overrides: RunOverrides = {}): CompiledAlternative[] {
  const [baseline] = alternatives;
  if (!baseline) throw new Error('no alternatives to run');
  const { plan } = compile(baseline.study, overrides);
  const shared = { ...overrides, seed: plan.seed, replications: plan.replications };
  return alternatives.map((alternative) => {
    const compiled = compile(alternative.study, shared);
    return { ...compiled, alternative, issues: [...alternative.issues, ...compiled.issues] };
  });
}

/** Totals over different observed times cannot be compared, and neither can means from different warm-ups. */
function differentTimes(compiled: readonly CompiledAlternative[]): Issue[] {
  const [first, ...others] = compiled;
  const differs = others.filter(
    ({ plan }) =>
      plan.horizon !== first?.plan.horizon || plan.warmUp !== first.plan.warmUp || plan.cases !== first.plan.cases,
  );
  return differs.map(({ alternative }) =>
    issue('warning', 'compared-over-different-times', { id: alternative.id, name: alternative.name }),
  );
}

class Refused extends Error {
  constructor(
    readonly alternative: Alternative,
    readonly issues: readonly Issue[],
  ) {
    super(`refused <${alternative.id}>`);
  }
}

/** Replications of one alternative: those that count, and those that came before their pairs. */
class Gatherer {
  readonly early = new Map<number, ReplicationResult>();
  readonly alternative: Alternative;
  readonly plan: RunPlan;
  private readonly kpis: Float64Array[] = [];
  private readonly kpiPaths: readonly KpiPath[];
  private readonly builder: ResultBuilder;

  constructor({ alternative, network, plan, issues }: CompiledAlternative, message: (issue: Issue) => string) {
    if (!network) throw new Error(`no network <${alternative.id}>`);
    this.alternative = alternative;
    this.plan = plan;
    this.kpiPaths = network.kpiPaths;
    this.builder = new ResultBuilder({ ...alternative, network, plan, issues, message });
  }

  /** Lets replication `index`, the next one, count. */
  count(index: number): void {
    const arrived = this.early.get(index);
    if (!arrived) throw new Error(`no replication <${index}>`);
    this.early.delete(index);
    this.builder.add(arrived);
    this.kpis.push(arrived.kpis.slice()); // of its own: what charts show is not to be kept with it
  }

  run(partial: boolean): AlternativeRun {
    return {
      alternative: this.alternative,
      kpiPaths: this.kpiPaths,
      kpis: [...this.kpis],
      result: this.builder.result(partial),
    };
  }

  /** Values of a figure so far, one per replication. */
  values(path: KpiPath): Float64Array | undefined {
    return figureOf(this.kpiPaths, this.kpis, path);
  }
}

function isEnough(gatherers: readonly Gatherer[], stop: DifferenceStop | undefined, done: number): boolean {
  if (!stop || done % (stop.batch ?? 10) !== 0) return false;
  const [base, ...others] = gatherers.map((gatherer) => gatherer.values(stop.path));
  if (!base) return false;
  const mean = base.reduce((sum, value) => sum + value, 0) / base.length;
  const target = targetHalfWidth(stop.precision, mean);
  return others.every((values) => values && comparePaired(base, values).halfWidth <= target);
}
