/** The value of a rank in a sample, and percentiles, without sorting it. */
import { exp } from '../math/exp.ts';
import { ln } from '../math/ln.ts';

/**
 * Percentiles of the first `length` values and `zeros` more that are 0: linear interpolation between order statistics (type 7 of
 * Hyndman & Fan, The American Statistician 50, 1996; the default of R and NumPy). `ps` ascending in [0, 1], the answers in the same
 * order; NaN when there are no values. Reorders `values`, which must be >= 0 where there are zeros, and not NaN.
 */
export function percentiles(values: Float64Array, length: number, ps: readonly number[], zeros = 0): number[] {
  let from = 0;
  return ps.map((p) => {
    if (length + zeros === 0) return NaN;
    const position = p * (length + zeros - 1);
    const rank = Math.floor(position);
    const answer = between(values, from, length, rank - zeros, position - rank);
    // Everything before the rank is smaller: the next selection need not look there.
    from = Math.max(0, rank - zeros);
    return answer;
  });
}

/**
 * The value of the rank among the first `length`, and so much (`rest`) of the way on to the next; 0 where the rank is below 0. Before
 * `from` all are smaller.
 */
export function between(values: Float64Array, from: number, length: number, rank: number, rest: number): number {
  if (rank >= 0) select(values, from, length - 1, rank);
  const low = rank < 0 ? 0 : values[rank]!;
  if (rest === 0) return low;
  const next = rank < -1 ? 0 : smallest(values, rank + 1, length);
  return low + rest * (next - low);
}

/** Below this length a sample to guess the pivot from is not worth its while. */
const SHORT = 600;

/**
 * Moves the value of the given rank to its place, smaller ones before it, larger ones after it. Floyd & Rivest, "Expected time
 * bounds for selection" (CACM 18, 1975): the pivot comes from a sample around the rank, so that hardly more than one pass is needed.
 */
function select(values: Float64Array, from: number, to: number, rank: number): void {
  let left = from;
  let right = to;
  while (left < right) {
    if (right - left > SHORT) {
      const length = right - left + 1;
      const place = rank - left + 1;
      const z = ln(length);
      const sample = 0.5 * exp((2 * z) / 3);
      const margin = 0.5 * Math.sqrt((z * sample * (length - sample)) / length) * Math.sign(place - length / 2);
      select(
        values,
        Math.max(left, Math.floor(rank - (place * sample) / length + margin)),
        Math.min(right, Math.floor(rank + ((length - place) * sample) / length + margin)),
        rank,
      );
    }
    const pivot = values[rank]!;
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i <= j) {
        const value = values[i]!;
        values[i] = values[j]!;
        values[j] = value;
        i++;
        j--;
      }
    }
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else return;
  }
}

function smallest(values: Float64Array, from: number, to: number): number {
  let least = values[from]!;
  for (let i = from + 1; i < to; i++) if (values[i]! < least) least = values[i]!;
  return least;
}
