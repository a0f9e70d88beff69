/** Percentiles of a sample without sorting it and without allocating: the engine takes them at the end of every replication. */

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

/**
 * Moves the value of the given rank to its place, smaller ones before it, larger ones after it (Hoare's FIND, CACM 4, 1961,
 * with the median of three as pivot). Expected linear time.
 */
function select(values: Float64Array, from: number, to: number, rank: number): void {
  let left = from;
  let right = to;
  while (left < right) {
    const pivot = medianOfThree(values[left] ?? 0, values[(left + right) >>> 1] ?? 0, values[right] ?? 0);
    let i = left;
    let j = right;
    while (i <= j) {
      while ((values[i] ?? 0) < pivot) i++;
      while ((values[j] ?? 0) > pivot) j--;
      if (i <= j) {
        const value = values[i] ?? 0;
        values[i] = values[j] ?? 0;
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

const medianOfThree = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));

function smallest(values: Float64Array, from: number, to: number): number {
  let least = values[from] ?? NaN;
  for (let i = from + 1; i < to; i++) {
    const value = values[i] ?? NaN;
    if (value < least) least = value;
  }
  return least;
}
