/** The replications of one study on a backend, in index order: what every experiment of many runs is made of. */
import {
  BIN_COUNT,
  blocks,
  compile,
  issue,
  mergeCounts,
  type Issue,
  type KpiPath,
  type RunOverrides,
  type RunPlan,
  type Study,
} from '#simulation';
import { RunFailed, RunRefused, type SimulationBackend } from '../runs/simulation-backend.ts';

/** What a study measured. */
export interface StudyRun {
  readonly plan: RunPlan;
  readonly kpiPaths: readonly KpiPath[];
  /** `kpis[i]` is the KPI vector of replication `plan.first + i`. */
  readonly kpis: readonly Float64Array[];
  /** Cycle times of all replications, for pictures: counts per bin of the engine's histogram. */
  readonly cycleTimes: Float64Array;
}

export type StudyOutcome =
  | { readonly status: 'complete'; readonly run: StudyRun }
  | { readonly status: 'cancelled' }
  | { readonly status: 'blocked'; readonly issues: readonly Issue[] }
  | { readonly status: 'failed'; readonly issue: Issue };

export interface StudyOptions {
  readonly overrides?: RunOverrides;
  /** Number of the first replication; default 0. */
  readonly first?: number;
  readonly signal: AbortSignal;
  /** Called for every replication that is in, in any order. */
  readonly onReplication?: () => void;
}

/** Runs all replications, or none when the signal aborts before the last. Never rejects for what is wrong with the study. */
export async function runStudy(
  backend: SimulationBackend,
  study: Study,
  { overrides, first = 0, signal, onReplication }: StudyOptions,
): Promise<StudyOutcome> {
  const { network, plan: settled, issues } = compile(study, overrides);
  if (!network || blocks(issues)) return { status: 'blocked', issues };
  const plan: RunPlan = first === 0 ? settled : { ...settled, first };
  const kpis = new Map<number, Float64Array>();
  const cycleTimes = new Float64Array(BIN_COUNT);
  try {
    await backend.run(study, plan, {
      onReplication: (result) => {
        // Of its own: what charts show is not to be kept with it.
        kpis.set(result.index, result.kpis.slice());
        mergeCounts(cycleTimes, result.cycleTimes);
        onReplication?.();
      },
      signal,
    });
  } catch (error) {
    if (error instanceof RunRefused) return { status: 'blocked', issues: error.issues };
    if (error instanceof RunFailed) return { status: 'failed', issue: error.issue };
    return { status: 'failed', issue: issue('error', 'run-failed', undefined, { reason: String(error) }) };
  }
  const inOrder = Array.from({ length: plan.replications }, (_, i) => kpis.get(first + i));
  if (signal.aborted || !inOrder.every((vector) => vector !== undefined)) return { status: 'cancelled' };
  return { status: 'complete', run: { plan, kpiPaths: network.kpiPaths, kpis: inOrder, cycleTimes } };
}

/** Works on the items in their order, a few at a time. Resolves when all are done; a rejection rejects at once. */
export async function inTurns<T>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<void>,
  atOnce = 2,
): Promise<void> {
  const waiting = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}
