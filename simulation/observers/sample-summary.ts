/** Mean, spread and percentiles of a stream of times within one replication. */
import { binOf, BIN_COUNT, quantileOf } from '../analysis/histogram.ts';
import { percentiles } from '../analysis/percentile.ts';

/** So many values are kept for exact percentiles; beyond, percentiles come from bins 1 % wide, so memory stays bounded. */
const EXACT_VALUES = 65_536;

/** Values in ms, >= 0. Zeros are only counted: most waits are none. */
export class SampleSummary {
  count = 0;
  private zeros = 0;
  private least = Infinity;
  private most = 0;
  /** Sums about the first value: squares of large times with a small spread would lose it (shifted data, Chan et al. 1983). */
  private shift = 0;
  private shiftedSum = 0;
  private shiftedSquares = 0;
  private values = new Float64Array(256);
  private bins: Float64Array | undefined;

  reset(): void {
    this.count = 0;
    this.zeros = 0;
    this.least = Infinity;
    this.most = 0;
    this.shift = 0;
    this.shiftedSum = 0;
    this.shiftedSquares = 0;
    this.bins = undefined;
  }

  add(value: number): void {
    this.count++;
    if (value === 0) {
      this.zeros++;
      return;
    }
    const n = this.count - this.zeros - 1;
    if (n === 0) this.shift = value;
    const d = value - this.shift;
    this.shiftedSum += d;
    this.shiftedSquares += d * d;
    if (value < this.least) this.least = value;
    if (value > this.most) this.most = value;
    if (n < EXACT_VALUES) {
      if (n === this.values.length) this.grow(4 * n);
      this.values[n] = value;
    } else this.spill(value);
  }

  /** NaN without values. */
  get mean(): number {
    return (this.shiftedSum + this.shift * (this.count - this.zeros)) / this.count;
  }

  /** Sample standard deviation; NaN with fewer than two values. */
  get sd(): number {
    const { count, zeros, shift } = this;
    if (count < 2) return NaN;
    const sum = this.shiftedSum - zeros * shift;
    const squares = this.shiftedSquares + zeros * shift * shift;
    return Math.sqrt(Math.max(0, squares - (sum * sum) / count) / (count - 1));
  }

  get minimum(): number {
    return this.zeros > 0 ? 0 : this.least;
  }

  get maximum(): number {
    return this.most;
  }

  /** Percentiles by linear interpolation between order statistics. To be asked for once, when all values are in. */
  percentiles(ps: readonly number[]): ArrayLike<number> {
    const { count, zeros } = this;
    const kept = count - zeros;
    if (count <= EXACT_VALUES) {
      if (count > this.values.length) this.grow(count);
      this.values.fill(0, kept, count);
      return percentiles(this.values, count, ps);
    }
    const bins = this.bins ?? this.binned(kept);
    bins[0] = bins[0]! + zeros;
    return ps.map((p) => quantileOf(bins, p));
  }

  private spill(value: number): void {
    this.bins ??= this.binned(EXACT_VALUES);
    this.bins[binOf(value)]! += 1;
  }

  private binned(count: number): Float64Array {
    const bins = new Float64Array(BIN_COUNT);
    for (let i = 0; i < count; i++) bins[binOf(this.values[i]!)]! += 1;
    return bins;
  }

  private grow(length: number): void {
    const values = new Float64Array(length);
    values.set(this.values);
    this.values = values;
  }
}
