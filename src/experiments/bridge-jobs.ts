/** Which designs between two a bridge has to run, and on which replications. */
import { experimentDraws, randomOrder, setsInOrder, shapley, type ChangeSet } from '#simulation';

/** One design between the two: the changes made, and the replications [first, first + count) it is run on. */
export interface BridgeJob {
  readonly set: ChangeSet;
  readonly first: number;
  readonly count: number;
}

/** Random orders, each with its reverse (antithetic: what comes early there comes late here), on a tenth of the replications. */
const ORDERS = 10;

/** All sets on all replications. */
export const everySet = (steps: number, replications: number): readonly BridgeJob[] =>
  Array.from({ length: 2 ** steps }, (_, set) => ({ set, first: 0, count: replications }));

/** The sets that come up in the orders of each block, on the replications of the block; none, all and single ones on every block. */
export function setsInRandomOrders(steps: number, replications: number, seed: string): readonly BridgeJob[] {
  const single = Array.from({ length: steps }, (_, i) => 1 << i);
  return blocksOf(replications).flatMap(({ first, count }, block) => {
    const sets = new Set([0, ...single, ...ordersOf(steps, seed, block).flatMap(setsInOrder)]);
    return [...sets].map((set) => ({ set, first, count }));
  });
}

/** The order of a block and its reverse. */
export function ordersOf(steps: number, seed: string, block: number): readonly [readonly number[], readonly number[]] {
  const order = randomOrder(experimentDraws(seed, 'bridge'), steps, block);
  return [order, [...order].reverse()];
}

/** The replications in up to ten parts, as equal as can be: the units of the interval. */
export function blocksOf(replications: number): readonly { readonly first: number; readonly count: number }[] {
  const blocks = Math.min(ORDERS, replications);
  return Array.from({ length: blocks }, (_, i) => {
    const first = Math.floor((i * replications) / blocks);
    return { first, count: Math.floor(((i + 1) * replications) / blocks) - first };
  });
}

/** Exact shares, replication by replication. */
export const exactShares = (
  steps: number,
  replications: number,
  valueOf: (set: ChangeSet, replication: number) => number,
): readonly Float64Array[] => Array.from({ length: replications }, (_, r) => shapley(steps, (set) => valueOf(set, r)));
