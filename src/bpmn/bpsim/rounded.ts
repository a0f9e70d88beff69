/** Draws of a property that holds whole numbers: each rounded to the nearest. */
import { settle, type DistributionSpec } from '#simulation';

/** Chances below this are not listed. */
const SMALLEST = 1e-9;
/** A property with more values than this is as good as continuous. */
const MOST_VALUES = 1000;

/** The distribution of the rounded values, listed; one that is whole already, faulty or too wide stays as it is. */
export function rounded(distribution: DistributionSpec): DistributionSpec {
  const settled = settle(distribution, { time: false });
  if (!('distribution' in settled) || settled.distribution.discrete) return distribution;
  const { quantile } = settled.distribution;
  const first = Math.round(quantile(SMALLEST));
  const last = Math.round(quantile(1 - SMALLEST));
  if (!(last - first < MOST_VALUES)) return distribution;
  const values: number[] = [];
  const weights: number[] = [];
  let before = 0;
  for (let value = first; value <= last; value++) {
    const upTo = value === last ? 1 : shareBelow(value + 0.5, quantile);
    if (upTo > before) {
      values.push(value);
      weights.push(upTo - before);
    }
    before = upTo;
  }
  return { type: 'user-discrete', params: { values, weights } };
}

/** Cumulative distribution at `x`, by halving. */
function shareBelow(x: number, quantile: (u: number) => number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (quantile(middle) <= x) low = middle;
    else high = middle;
  }
  return low;
}
