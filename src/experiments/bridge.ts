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
import { blocksOf, everySet, exactShares, ordersOf, setsInRandomOrders } from './bridge-jobs.ts';
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
}

export interface Bridge {
  readonly steps: readonly BridgeStep[];
  /** `every-order`: all sets of changes were run. `random-orders`: ten random orders and their reverses, each with its replications. */
  readonly method: 'every-order' | 'random-orders';
  /** Effects on a figure of the whole process or of a service level, and the difference they add up to. */
  effects(path: KpiPath): { readonly whole: PairedDifference; readonly steps: readonly StepEffect[] } | undefined;
}

/** Up to so many steps all their sets are run: 2^5 designs. */
const MOST_EXACT = 5;
/** Further steps are taken together. */
const MOST_STEPS = 24;
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
  const jobs = exact ? everySet(steps.length, replications) : setsInRandomOrders(steps.length, replications, seed);
  const made = (set: ChangeSet): readonly BridgeStep[] => steps.filter((_, i) => (set & (1 << i)) !== 0);
  const runs = new Map<string, StudyRun>();
  const planned = jobs.reduce((sum, job) => sum + job.count, 0);
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
      const units = shares(path);
      return {
        whole: comparePaired(before, after),
        steps: steps.map((step, i) => {
          const alone = valuesOf(1 << i, path);
          return {
            step,
            // A figure that the design does not have with this change alone is not measured.
            alone: comparePaired(before, alone.length === replications ? alone : before.map(() => NaN)),
            share: summarise(units.map((unit) => unit[i] ?? NaN)),
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
