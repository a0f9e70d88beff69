/** Mean, spread and percentiles of a stream of times within one replication. */
import { binOf, BIN_COUNT, quantileOf } from '../analysis/histogram.ts';
import { percentiles } from '../analysis/percentile.ts';

/** So many values are kept for exact percentiles; beyond, percentiles come from bins 1 % wide, so memory stays bounded. */
const EXACT_VALUES = 65_536;

/** Values in ms, >= 0. */
export class SampleSummary {
  count = 0;
  minimum = Infinity;
  maximum = -Infinity;
  private sum = 0;
  /** Sums about the first value: squares of large times with a small spread would lose it (shifted data, Chan et al. 1983). */
  private shift = 0;
  private shiftedSum = 0;
  private shiftedSquares = 0;
  private values = new Float64Array(256);
  private bins: Float64Array | undefined;

  reset(): void {
    this.count = 0;
    this.minimum = Infinity;
    this.maximum = -Infinity;
    this.sum = 0;
    this.shiftedSum = 0;
    this.shiftedSquares = 0;
    this.bins = undefined;
  }

  add(value: number): void {
    const n = this.count++;
    if (n === 0) this.shift = value;
    this.sum += value;
    const d = value - this.shift;
    this.shiftedSum += d;
    this.shiftedSquares += d * d;
    if (value < this.minimum) this.minimum = value;
    if (value > this.maximum) this.maximum = value;
    if (n < EXACT_VALUES) {
      if (n === this.values.length) this.grow();
      this.values[n] = value;
    } else this.spill(value);
  }

  /** NaN without values. */
  get mean(): number {
    return this.sum / this.count;
  }

  get total(): number {
    return this.sum;
  }

  /** Sample standard deviation; NaN with fewer than two values. */
  get sd(): number {
    if (this.count < 2) return NaN;
    const centred = this.shiftedSquares - (this.shiftedSum * this.shiftedSum) / this.count;
    return Math.sqrt(Math.max(0, centred) / (this.count - 1));
  }

  /** Percentiles by linear interpolation between order statistics; reorders what is kept. */
  percentiles(ps: readonly number[]): ArrayLike<number> {
    if (this.bins) {
      const { bins } = this;
      return ps.map((p) => quantileOf(bins, p));
    }
    return percentiles(this.values, this.count, ps);
  }

  private spill(value: number): void {
    let { bins } = this;
    if (!bins) {
      bins = new Float64Array(BIN_COUNT);
      for (let i = 0; i < EXACT_VALUES; i++) bins[binOf(this.values[i]!)]! += 1;
      this.bins = bins;
    }
    bins[binOf(value)]! += 1;
  }

  private grow(): void {
    const values = new Float64Array(this.values.length * 4);
    values.set(this.values);
    this.values = values;
  }
}
