/** Lists of weights: what may be wrong with them, and finding the entry a probability falls on. */

/** Code of what is wrong with weights of `length` entries, or nothing. */
export function checkWeights(weights: readonly number[], length: number): string | undefined {
  if (weights.length !== length) return 'distribution-list-lengths';
  if (weights.length === 0) return 'distribution-empty-list';
  if (weights.some((w) => w < 0)) return 'distribution-negative-weight';
  return weights.some((w) => w > 0) ? undefined : 'distribution-zero-weights';
}

/** Shares of a total: `upTo[i]` is the share of the entries up to and including i; the last is 1. */
export interface Shares {
  readonly share: Float64Array;
  readonly upTo: Float64Array;
  /** Smallest i with u <= upTo[i] and a share above 0, for 0 < u < 1. */
  find(u: number): number;
}

/** Normalises weights and prepares the search through them (Chen & Asau 1974: a guide table makes it constant time). */
export function sharesOf(weights: ArrayLike<number>): Shares {
  const n = weights.length;
  // divided by the largest first, so that the sum cannot overflow
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, weights[i]!);
  let total = 0;
  for (let i = 0; i < n; i++) total += weights[i]! / largest;
  const share = new Float64Array(n);
  const upTo = new Float64Array(n);
  let sum = 0;
  let last = 0;
  for (let i = 0; i < n; i++) {
    const weight = weights[i]! / largest;
    share[i] = weight / total;
    sum += weight;
    upTo[i] = sum / total;
    if (weight > 0) last = i;
  }
  upTo.fill(1, last);
  const guide = new Int32Array(n);
  for (let cell = 0, i = 0; cell < n; cell++) {
    while (upTo[i]! < cell / n) i++;
    guide[cell] = i;
  }
  const find = (u: number): number => {
    let i = guide[(u * n) | 0]!;
    while (u > upTo[i]!) i++;
    return i;
  };
  return { share, upTo, find };
}
