/** Replications in order of how well they went, so that a room can be shown a typical one, or the worst. */
import type { KpiPath, ReplicationResult } from '#simulation';

/** Which replication of its run to show. */
export type Rank = 'worst' | 'median' | 'best';

export interface Ranking {
  /** Replications by index, from the worst to the best; equal ones by index. Those in which nothing was judged are left out. */
  readonly order: readonly number[];
  /** Name of the promise whose hit rate decides; undefined = there is none, and the mean cycle time decides. */
  readonly promise: string | undefined;
}

/** Ranks replications by the hit rate of the first promise, or without promises by the mean cycle time. */
export function rankReplications(
  paths: readonly KpiPath[],
  [first]: readonly { readonly id: string; readonly name: string }[],
  replications: readonly Pick<ReplicationResult, 'index' | 'kpis'>[],
): Ranking {
  const wanted = first ? ['slas', first.id, 'hitRate'] : ['cycleTime', 'mean'];
  const column = paths.findIndex((path) => path.length === wanted.length && path.every((key, i) => key === wanted[i]));
  const better = first ? 1 : -1;
  const rated = replications.flatMap(({ index, kpis }) => {
    const value = kpis[column] ?? NaN;
    return Number.isNaN(value) ? [] : [{ index, value }];
  });
  rated.sort((a, b) => better * (a.value - b.value) || a.index - b.index);
  return { order: rated.map(({ index }) => index), promise: first?.name };
}

/** The replication with this rank; of two in the middle the worse one. Undefined when none could be ranked. */
export function replicationAt({ order }: Ranking, rank: Rank): number | undefined {
  if (rank === 'median') return order[Math.floor((order.length - 1) / 2)];
  return rank === 'worst' ? order[0] : order[order.length - 1];
}
