/** What a reader must know before trusting the figures of a run. */
import type { RunResult } from '#simulation';

export type RunWarning =
  /** Cases still open when the horizon ended: `cases` per replication, `share` of those started. */
  | { readonly type: 'open-cases'; readonly cases: number; readonly share: number }
  /** More work arrives than people can do: these pools are always busy and cases pile up. */
  | { readonly type: 'unstable'; readonly pools: readonly string[] };

/** Utilisation from which a pool counts as always busy. */
const ALWAYS_BUSY = 0.97;
/** Below this share open cases change no figure that is shown. */
const NOTABLE_SHARE = 0.005;
/** Cases in progress grow when the last third holds this many times those of the middle third. */
const GROWTH = 1.15;

export function warningsOf(result: RunResult): readonly RunWarning[] {
  const { cases } = result.document;
  const open = cases.open.value ?? 0;
  const warnings: RunWarning[] = [];
  const pools = overloadedPools(result);
  if (pools.length > 0) warnings.push({ type: 'unstable', pools });
  const share = open / Math.max(open, cases.started.value ?? 0, 1);
  if (share >= NOTABLE_SHARE) warnings.push({ type: 'open-cases', cases: open, share });
  return warnings;
}

/** Names of the pools that are always busy in a run in which cases pile up. */
function overloadedPools(result: RunResult): readonly string[] {
  if (!Number.isFinite(result.plan.horizon) || !pilesUp(result)) return [];
  return Object.values(result.document.resources)
    .filter(({ utilisation }) => (utilisation.value ?? 0) >= ALWAYS_BUSY)
    .map(({ name }) => name);
}

/** Whether cases in progress still grow at the end, beyond what the band explains. */
function pilesUp({ wip, plan }: RunResult): boolean {
  const first = Math.floor(plan.warmUp / wip.width);
  const third = Math.floor((wip.values.length - first) / 3);
  if (third < 1) return false;
  const middle = mean(wip.values, first + third, first + 2 * third);
  const last = mean(wip.values, first + 2 * third, first + 3 * third);
  const lastLow = mean(wip.low, first + 2 * third, first + 3 * third);
  return last > middle * GROWTH && lastLow > middle;
}

function mean(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i] ?? 0;
  return sum / (to - from);
}
