/** Mean over replications of something that varies over time, with the 95 % band of that mean. */
import type { TimeSeries } from '../model/run.ts';
import { Moments } from './estimate.ts';

/** A mean over time between the limits of its 95 % t-interval at each bucket. */
export type Band = TimeSeries & { readonly low: Float64Array; readonly high: Float64Array };

/**
 * The same series in wider buckets. `width` must be the series' width doubled any number of times. After its end a series is
 * zero: a replication ends early only because no case is left.
 */
export function widen(series: TimeSeries, width: number): TimeSeries {
  let { values } = series;
  let current = series.width;
  while (current < width) {
    const pairs = new Float64Array(Math.ceil(values.length / 2));
    for (let i = 0; i < pairs.length; i++) pairs[i] = ((values[2 * i] ?? 0) + (values[2 * i + 1] ?? 0)) / 2;
    values = pairs;
    current *= 2;
  }
  if (current !== width) throw new RangeError(`no doubling of <${series.width}> gives <${width}>`);
  return { width, values };
}

/** Gathers the series of replications; add them in replication order, as sums depend on it in the last bit. */
export class SeriesGatherer {
  private width = 0;
  private series: TimeSeries[] = [];
  /** Of each bucket over the series so far. */
  private buckets: Moments[] = [];

  add(series: TimeSeries): void {
    if (series.width > this.width) {
      const earlier = this.series.map((s) => widen(s, series.width));
      this.width = series.width;
      this.series = [];
      this.buckets = [];
      for (const s of earlier) this.append(s);
    }
    this.append(widen(series, this.width));
  }

  /** As long as the longest series. Without an interval (one replication) the band is the mean itself. */
  band(): Band {
    const length = this.buckets.length;
    const values = new Float64Array(length);
    const low = new Float64Array(length);
    const high = new Float64Array(length);
    this.buckets.forEach((moments, i) => {
      const { mean, halfWidth } = moments.summary();
      const reach = Number.isNaN(halfWidth) ? 0 : halfWidth;
      values[i] = mean;
      low[i] = Math.max(0, mean - reach);
      high[i] = mean + reach;
    });
    return { width: this.width, values, low, high };
  }

  private append(series: TimeSeries): void {
    const { values } = series;
    while (this.buckets.length < values.length) this.buckets.push(zeros(this.series.length));
    this.buckets.forEach((moments, i) => {
      moments.add(values[i] ?? 0);
    });
    this.series.push(series);
  }
}

/** What the series that had ended before contribute to a bucket. */
function zeros(count: number): Moments {
  const moments = new Moments();
  for (let i = 0; i < count; i++) moments.add(0);
  return moments;
}
