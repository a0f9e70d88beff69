/**
 * From one design to another, change by change: how much of the difference of a figure each single change accounts for. Made alone (one
 * at a time), and on average over the orders in which all could be made (Shapley), where the shares add up to the whole. All under the
 * same luck.
 */
import {
  comparePaired,
  compile,
  sharesInOrder,
  summarise,
  type ChangeSet,
  type Issue,
  type KpiPath,
  type PairedDifference,
  type RunOverrides,
  type Study,
  type Summary,
} from '#simulation';
import type { SimulationBackend } from '../runs/simulation-backend.ts';
import { Ticker, UPDATE_TIME } from '../runs/ticker.ts';
import { blocksOf, everySet, exactShares, ordersOf, setsInRandomOrders, type BridgeJob } from './bridge-jobs.ts';
import { changesBetween, type ChangeGroup } from './changes/change-groups.ts';
import { Mixer } from './changes/mixed-study.ts';
import type { ElementPair } from './correspondence/correspondence.ts';
import { figureOf } from './figures.ts';
import { inTurns, runStudy, type StudyRun } from './run-study.ts';

/** A change of the bridge: one group, or the many small ones that are left taken together. */
export interface BridgeStep {
  readonly groups: readonly ChangeGroup[];
}

export interface BridgeOptions {
  /** Seed and number of replications; default those of the baseline. */
  readonly overrides?: RunOverrides;
  readonly signal?: AbortSignal;
  readonly onUpdate?: (progress: { readonly done: number; readonly planned: number }) => void;
}

export type BridgeOutcome =
  | { readonly status: 'complete'; readonly bridge: Bridge }
  | { readonly status: 'cancelled' }
  /** A design between the two cannot be run. */
  | { readonly status: 'blocked'; readonly made: readonly BridgeStep[]; readonly issues: readonly Issue[] }
  | { readonly status: 'failed'; readonly issue: Issue };

/** What one step does to a figure. */
export interface StepEffect {
  readonly step: BridgeStep;
  /** Made alone: figure with this change less that of the baseline. */
  readonly alone: PairedDifference;
  /** Its share of the whole difference: the mean over units with its 95 % t-interval. */
  readonly share: Summary;
  /** The share in each unit: in each replication, or in each pair of random orders. Shares of several steps can be added unit by unit. */
  readonly units: readonly number[];
}

/** All effects on one figure. */
export interface BridgeEffects {
  /** The figure without any change, and with all of them. */
  readonly before: Summary;
  readonly after: Summary;
  readonly whole: PairedDifference;
  /** In the order of the bridge's steps. */
  readonly steps: readonly StepEffect[];
}

/** What a bridge would run. */
export interface BridgePlan {
  readonly steps: readonly BridgeStep[];
  readonly method: Bridge['method'];
  /** Replications in all. */
  readonly planned: number;
}

export interface Bridge {
  readonly steps: readonly BridgeStep[];
  /** `every-order`: all sets of changes were run. `random-orders`: ten random orders and their reverses, each with its replications. */
  readonly method: 'every-order' | 'random-orders';
  /** Effects on a figure of the whole process or of a service level, and the difference they add up to. */
  effects(path: KpiPath): BridgeEffects | undefined;
}

/** Up to so many steps all their sets are run: 2^5 designs. */
const MOST_EXACT = 5;
/** Further steps are taken together. */
const MOST_STEPS = 24;
/** Which changes a bridge would tell apart, and how much it would run. Arguments as for `runBridge`. */
export function planBridge(
  from: Study,
  to: Study,
  pairs: readonly ElementPair[],
  overrides?: RunOverrides,
): BridgePlan {
  const steps = stepsOf(changesBetween(from, to, pairs));
  const { seed, replications } = compile(from, overrides).plan;
  return {
    steps,
    method: steps.length <= MOST_EXACT ? 'every-order' : 'random-orders',
    planned: replicationsOf(jobsFor(steps.length, replications, seed)),
  };
}

const jobsFor = (steps: number, replications: number, seed: string): readonly BridgeJob[] =>
  steps <= MOST_EXACT ? everySet(steps, replications) : setsInRandomOrders(steps, replications, seed);

const replicationsOf = (jobs: readonly BridgeJob[]): number => jobs.reduce((sum, job) => sum + job.count, 0);

/** Builds the bridge. Both scenarios must be resolved; `pairs` from `correspondenceOf(from.model, to.model)`. */
export async function runBridge(
  backend: SimulationBackend,
  from: Study,
  to: Study,
  pairs: readonly ElementPair[],
  { overrides, signal = new AbortController().signal, onUpdate }: BridgeOptions = {},
): Promise<BridgeOutcome> {
  const steps = stepsOf(changesBetween(from, to, pairs));
  const mixer = new Mixer(from, to, pairs);
  const all = (1 << steps.length) - 1;
  const { seed, replications } = compile(from, overrides).plan;
  const exact = steps.length <= MOST_EXACT;
  const jobs = jobsFor(steps.length, replications, seed);
  const made = (set: ChangeSet): readonly BridgeStep[] => steps.filter((_, i) => (set & (1 << i)) !== 0);
  const runs = new Map<string, StudyRun>();
  const planned = replicationsOf(jobs);
  const state: { done: number; ended?: BridgeOutcome } = { done: 0 };
  const abort = new AbortController();
  const cancel = (): void => {
    abort.abort();
  };
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel);
  const ticker = new Ticker(UPDATE_TIME, () => onUpdate?.({ done: state.done, planned }));
  try {
    await inTurns(jobs, async ({ set, first, count }) => {
      if (abort.signal.aborted) return;
      const keys = new Set(made(set).flatMap((step) => step.groups.map(({ key }) => key)));
      const outcome = await runStudy(backend, mixer.mix(keys), {
        overrides: { ...overrides, seed, replications: count },
        first,
        signal: abort.signal,
        onReplication: () => {
          state.done++;
          ticker.touch();
        },
      });
      if (outcome.status === 'complete') runs.set(keyOf(set, first), outcome.run);
      else if (outcome.status !== 'cancelled') {
        state.ended ??= outcome.status === 'blocked' ? { ...outcome, made: made(set) } : outcome;
        cancel();
      }
    });
  } finally {
    ticker.stop();
    signal.removeEventListener('abort', cancel);
  }
  if (state.ended) return state.ended;
  if (abort.signal.aborted) return { status: 'cancelled' };

  const figures = (set: ChangeSet, first: number, path: KpiPath): readonly number[] => {
    const run = runs.get(keyOf(set, first));
    return Array.from((run && figureOf(run.kpiPaths, run.kpis, path)) ?? []);
  };
  const blocks = exact ? [{ first: 0 }] : blocksOf(replications);
  const valuesOf = (set: ChangeSet, path: KpiPath): readonly number[] =>
    blocks.flatMap(({ first }) => figures(set, first, path));
  const shares = (path: KpiPath): readonly Float64Array[] => {
    if (exact) return exactShares(steps.length, replications, (set, r) => figures(set, 0, path)[r] ?? NaN);
    return blocks.map(({ first }, block) => {
      const valueOf = (set: ChangeSet): number => summarise(figures(set, first, path)).mean;
      const [there, back] = ordersOf(steps.length, seed, block).map((order) => sharesInOrder(order, valueOf));
      return Float64Array.from(steps, (_, i) => ((there?.[i] ?? NaN) + (back?.[i] ?? NaN)) / 2);
    });
  };
  const bridge: Bridge = {
    steps,
    method: exact ? 'every-order' : 'random-orders',
    effects(path) {
      const before = valuesOf(0, path);
      const after = valuesOf(all, path);
      if (before.length !== replications || after.length !== replications) return undefined;
      const shared = shares(path);
      return {
        before: summarise(before),
        after: summarise(after),
        whole: comparePaired(before, after),
        steps: steps.map((step, i) => {
          const alone = valuesOf(1 << i, path);
          const units = shared.map((unit) => unit[i] ?? NaN);
          return {
            step,
            // A figure that the design does not have with this change alone is not measured.
            alone: comparePaired(before, alone.length === replications ? alone : before.map(() => NaN)),
            share: summarise(units),
            units,
          };
        }),
      };
    },
  };
  return { status: 'complete', bridge };
}

/** One step per change; of very many the last ones are one step. */
function stepsOf(groups: readonly ChangeGroup[]): readonly BridgeStep[] {
  if (groups.length <= MOST_STEPS) return groups.map((group) => ({ groups: [group] }));
  return [
    ...groups.slice(0, MOST_STEPS - 1).map((group) => ({ groups: [group] })),
    { groups: groups.slice(MOST_STEPS - 1) },
  ];
}

const keyOf = (set: ChangeSet, first: number): string => `${set} ${first}`;
