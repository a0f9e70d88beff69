/** Percentiles of a sample without sorting it and without allocating: the engine takes them at the end of every replication. */
import { exp } from '../math/exp.ts';
import { ln } from '../math/ln.ts';

/**
 * Percentiles of the first `length` values, in place: linear interpolation between order statistics (type 7 of Hyndman &
 * Fan, The American Statistician 50, 1996; the default of R and NumPy). `ps` ascending in [0, 1]; the answers are written to
 * `into` in the same order; NaN when `length` is 0. Reorders `values`; the values must not contain NaN.
 */
export function percentiles(
  values: Float64Array,
  length: number,
  ps: ArrayLike<number>,
  into: Float64Array = new Float64Array(ps.length),
): Float64Array {
  let from = 0;
  for (let i = 0; i < ps.length; i++) {
    if (length === 0) {
      into[i] = NaN;
      continue;
    }
    const position = (ps[i] ?? 0) * (length - 1);
    const rank = Math.floor(position);
    select(values, from, length - 1, rank);
    const low = values[rank] ?? NaN;
    const rest = position - rank;
    into[i] = rest === 0 ? low : low + rest * (smallest(values, rank + 1, length) - low);
    from = rank; // everything before the rank is smaller: the next selection need not look there
  }
  return into;
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
  let least = values[from] ?? NaN;
  for (let i = from + 1; i < to; i++) {
    const value = values[i] ?? NaN;
    if (value < least) least = value;
  }
  return least;
}
