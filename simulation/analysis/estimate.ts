/** From one figure per replication to a mean with its 95 % t-interval: the replication is the sampling unit (semantics, KPI 13). */
import type { Estimate } from '../model/result.ts';
import { t975, tQuantile } from './t-quantile.ts';

/** Mean and spread of a figure over the replications that measured it. */
export interface Summary {
  /** Replications that measured the figure. */
  readonly count: number;
  /** Replications that did not (NaN). */
  readonly missing: number;
  /** NaN when nothing was measured. */
  readonly mean: number;
  /** Standard deviation between replications, n − 1 in the denominator; NaN below two. */
  readonly sd: number;
  /** Half-width of the 95 % t-interval of the mean; NaN below two. */
  readonly halfWidth: number;
}

/** Limits no interval may leave, e.g. [0, 1] for shares. */
export type Bounds = readonly [low: number, high: number];

/** Summary of one value per replication; NaN values are left out and counted. */
export function summarise(values: ArrayLike<number>): Summary {
  const moments = new Moments();
  for (let i = 0; i < values.length; i++) moments.add(values[i] ?? NaN);
  return moments.summary();
}

/** Half-width of the t-interval of the mean at another level than 95 %, e.g. 0.99; NaN below two replications. */
export const halfWidthAt = (summary: Summary, level: number): number =>
  summary.count < 2 ? NaN : (tQuantile((1 + level) / 2, summary.count - 1) * summary.sd) / Math.sqrt(summary.count);

/** The estimate a result shows; no interval for a single replication, no value when nothing was measured. */
export function toEstimate(summary: Summary, bounds?: Bounds): Estimate {
  if (summary.count === 0) return { value: null, ci95: null };
  if (summary.count === 1) return { value: summary.mean, ci95: null };
  const low = summary.mean - summary.halfWidth;
  const high = summary.mean + summary.halfWidth;
  return {
    value: summary.mean,
    ci95: bounds ? [Math.max(bounds[0], low), Math.min(bounds[1], high)] : [low, high],
  };
}

/**
 * Running mean and variance in one stable pass (Welford, Technometrics 4, 1962). The mean that is told comes from the sum of
 * differences to the first value, which is exact for counts and for equal values.
 */
export class Moments {
  private count = 0;
  private missing = 0;
  private first = 0;
  private differences = 0;
  private mean = 0;
  private squares = 0;

  add(value: number): void {
    if (Number.isNaN(value)) {
      this.missing++;
      return;
    }
    if (this.count === 0) this.first = value;
    this.count++;
    this.differences += value - this.first;
    const delta = value - this.mean;
    this.mean += delta / this.count;
    this.squares += delta * (value - this.mean);
  }

  summary(): Summary {
    const { count, missing } = this;
    const sd = count < 2 ? NaN : Math.sqrt(this.squares / (count - 1));
    return {
      count,
      missing,
      mean: count === 0 ? NaN : this.first + this.differences / count,
      sd,
      halfWidth: count < 2 ? NaN : (t975(count - 1) * sd) / Math.sqrt(count),
    };
  }
}
