/** When the start has worn off: where to cut a series so that the rest tells most about the steady state. */

/** A cut found by MSER-5. */
export interface WarmUp {
  /** Observations to leave out; a multiple of 5. */
  readonly cut: number;
  /**
   * False when the best cut lies in the second half of the series, or the series is shorter than ten batches: it is too short to tell, or
   * there is no steady state.
   */
  readonly reliable: boolean;
  /** The statistic by number of batches left out, for a plot: the cut is where it is least. */
  readonly statistic: Float64Array;
}

const BATCH = 5;

/**
 * MSER-5 (White, Cobb & Spratt, A comparison of five steady-state truncation heuristics, Winter Simulation Conference 2000): of the means
 * of batches of five, the cut d that minimises the squared standard error of the mean of the rest, Σ (z − z̄)² / (n − d)². The last five
 * batches are never cut down further, where the statistic says nothing.
 */
export function mser5(series: ArrayLike<number>): WarmUp {
  const count = Math.floor(series.length / BATCH);
  const means = new Float64Array(count);
  for (let b = 0; b < count; b++) {
    let sum = 0;
    for (let i = 0; i < BATCH; i++) sum += series[b * BATCH + i]!;
    means[b] = sum / BATCH;
  }
  const statistic = new Float64Array(Math.max(0, count - BATCH + 1));
  let mean = 0;
  let squares = 0;
  // From the end, so that each batch is met once (Welford).
  for (let d = count - 1; d >= 0; d--) {
    const rest = count - d;
    const delta = means[d]! - mean;
    mean += delta / rest;
    squares += delta * (means[d]! - mean);
    if (d < statistic.length) statistic[d] = squares / (rest * rest);
  }
  let best = 0;
  for (let d = 1; d < statistic.length; d++) if (statistic[d]! < statistic[best]!) best = d;
  return { cut: best * BATCH, reliable: count >= 10 && best <= count / 2, statistic };
}
