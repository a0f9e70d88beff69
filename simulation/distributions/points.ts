/** Distributions over separate values. */
import { always } from './constant.ts';
import type { Distribution } from './distribution.ts';
import { sharesOf } from './weights.ts';

/** Draws `values[i]` in proportion to `weights[i]`; values ascending and distinct. */
export function pointsOf(values: ArrayLike<number>, weights: ArrayLike<number>): Distribution {
  const { share, find } = sharesOf(weights);
  let mean = 0;
  let first = -1;
  let last = 0;
  for (let i = 0; i < share.length; i++) {
    mean += share[i]! * values[i]!;
    if (share[i]! > 0) {
      last = i;
      if (first < 0) first = i;
    }
  }
  if (first === last) return always(values[first]!);
  let variance = 0;
  for (let i = 0; i < share.length; i++) variance += share[i]! * (values[i]! - mean) * (values[i]! - mean);
  return {
    quantile: (u) => values[find(u)]!,
    mean,
    sd: Math.sqrt(variance),
    discrete: true,
    density(x) {
      const i = indexOf(values, x);
      return i < 0 ? 0 : share[i]!;
    },
    support: [values[first]!, values[last]!],
  };
}

/** Sorts values with their weights and adds up the weights of equal values. */
export function sortedPoints(
  values: readonly number[],
  weights: readonly number[],
): { readonly values: readonly number[]; readonly weights: readonly number[] } {
  const order = values.map((_, i) => i).sort((i, j) => values[i]! - values[j]! || i - j);
  const distinct: number[] = [];
  const sums: number[] = [];
  for (const i of order) {
    const last = distinct.length - 1;
    if (last >= 0 && distinct[last] === values[i]) sums[last]! += weights[i]!;
    else {
      distinct.push(values[i]!);
      sums.push(weights[i]!);
    }
  }
  return { values: distinct, weights: sums };
}

function indexOf(ascending: ArrayLike<number>, x: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = ascending[middle]!;
    if (value === x) return middle;
    if (value < x) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
