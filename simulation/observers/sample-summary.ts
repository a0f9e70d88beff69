/** Mean, spread and percentiles of a stream of times within one replication. */
import { binOf, BIN_COUNT, quantileOf } from '../analysis/histogram.ts';
import { binnedPercentiles } from '../analysis/percentile.ts';
import { doubles } from '../math/scalars.ts';

/** So many values are kept for exact percentiles; beyond, percentiles come from bins 1 % wide, so memory stays bounded. */
const EXACT_VALUES = 65_536;

/** Places in the state of a summary. */
const LEAST = 0;
const MOST = 1;
const SHIFT = 2;
const SUM = 3;
const SQUARES = 4;

/** The value `SampleSummary.addSample` adds: a double handed over in a call costs memory. */
export const sampleValue = doubles(1);

/** Values in ms, >= 0. Zeros are only counted: most waits are none. */
export class SampleSummary {
  /** Values other than 0 so far, and zeros. */
  private kept = 0;
  private zeros = 0;
  /** At `LEAST`, `MOST`: the extremes; at `SHIFT`, `SUM`, `SQUARES`: the first value, and sums about it, because squares of large
   * times with a small spread would lose it (shifted data, Chan et al. 1983). */
  private readonly state = doubles(5);
  private values = new Float64Array(256);
  private bins: Float64Array | undefined;

  constructor() {
    this.reset();
  }

  reset(): void {
    this.kept = 0;
    this.zeros = 0;
    this.state.fill(0);
    this.state[LEAST] = Infinity;
    this.bins = undefined;
  }

  /** Adds a value; see `addSample`. */
  add(value: number): void {
    sampleValue[0] = value;
    this.addSample();
  }

  /** Adds that many zeros. */
  addZeros(count: number): void {
    this.zeros += Math.trunc(count);
  }

  /** Adds `sampleValue[0]`. */
  addSample(): void {
    const value = sampleValue[0]!;
    if (value === 0) {
      this.zeros++;
      return;
    }
    const { state } = this;
    const n = this.kept;
    this.kept = n + 1;
    if (n === 0) state[SHIFT] = value;
    const d = value - state[SHIFT]!;
    state[SUM]! += d;
    state[SQUARES]! += d * d;
    if (value < state[LEAST]!) state[LEAST] = value;
    if (value > state[MOST]!) state[MOST] = value;
    if (n < EXACT_VALUES) {
      if (n === this.values.length) this.grow(4 * n);
      this.values[n] = value;
    } else this.spill();
  }

  get count(): number {
    return this.kept + this.zeros;
  }

  /** NaN without values. */
  get mean(): number {
    const { count, kept, state } = this;
    return (state[SUM]! + state[SHIFT]! * kept) / count;
  }

  /** Sample standard deviation; NaN with fewer than two values. */
  get sd(): number {
    const { count, zeros, state } = this;
    if (count < 2) return NaN;
    const shift = state[SHIFT]!;
    const sum = state[SUM]! - zeros * shift;
    const squares = state[SQUARES]! + zeros * shift * shift;
    return Math.sqrt(Math.max(0, squares - (sum * sum) / count) / (count - 1));
  }

  get minimum(): number {
    return this.zeros > 0 ? 0 : this.state[LEAST]!;
  }

  get maximum(): number {
    return this.state[MOST]!;
  }

  /**
   * Percentiles by linear interpolation between order statistics. To be asked for once, when all values are in; quicker when
   * somebody has counted them by bin.
   */
  percentiles(ps: readonly number[], counts?: Int32Array): Float64Array | readonly number[] {
    const { count, kept, zeros } = this;
    if (count <= EXACT_VALUES) {
      const [first, last] = [ps[0] ?? 0, ps.at(-1) ?? 0];
      if (Math.ceil(last * (count - 1)) < zeros) return ps.map(() => 0);
      if (!counts && Math.floor(first * (count - 1)) >= zeros)
        return binnedPercentiles(this.values, kept, ps, undefined, this.state[LEAST], zeros);
      if (count > this.values.length) this.grow(count);
      this.values.fill(0, kept, count);
      return binnedPercentiles(this.values, count, ps, counts, this.state[LEAST]);
    }
    const bins = this.bins ?? this.binned(kept);
    bins[0]! += zeros;
    const { minimum, maximum } = this;
    // A bin reaches beyond the values in it; below 1 ms there is nothing but 0.
    return ps.map((p) => (p * count <= zeros ? 0 : Math.min(maximum, Math.max(minimum, quantileOf(bins, p)))));
  }

  private spill(): void {
    this.bins ??= this.binned(EXACT_VALUES);
    this.bins[binOf(sampleValue[0]!)]! += 1;
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
