/**
 * Mean, spread and percentiles of streams of times within one replication. What happens for every value is a handful of instructions
 * on tables; the values themselves lie in a pool that all summaries share.
 */
import { binOf, BIN_COUNT, quantileOf } from '../analysis/histogram.ts';
import { samplePercentiles } from '../analysis/percentile.ts';
import { growTable, PLACES } from '../kernel/arrays.ts';
import { doubles, integers } from '../math/memory.ts';

/** So many values are kept for exact percentiles; beyond, percentiles come from bins 1 % wide, so memory stays bounded. */
const EXACT_VALUES = 65_536;
/** Values in one chunk of the pool; a part of `EXACT_VALUES`. */
const CHUNK = 256;

/** Values kept, in chunks that summaries take as they need them, and the same as halves of doubles. */
const pool = withHalves(doubles(4_096 * CHUNK));
const chunks = { used: 0 };

/** By summary. */
const table = {
  /** Where in the pool its next value goes; at the `end` of its chunk it needs another one. */
  place: integers(PLACES),
  end: integers(PLACES),
  zeros: doubles(PLACES),
  /** The first value, and sums about it, because squares of large times with a small spread would lose it (shifted data, Chan et al.
   * 1983). */
  shift: doubles(PLACES),
  sum: doubles(PLACES),
  squares: doubles(PLACES),
  least: doubles(PLACES),
  most: doubles(PLACES),
};
const summaries: SampleSummary[] = [];
function withHalves(values: Float64Array): { values: Float64Array; halves: Int32Array } {
  return { values, halves: new Int32Array(values.buffer, values.byteOffset, 2 * values.length) };
}

/** Adds a value, in ms and >= 0, to the summary in this row. */
export function addSample(row: number, value: number): void {
  if (value === 0) {
    table.zeros[row]! += 1;
    return;
  }
  if (table.place[row] === table.end[row]) summaries[row]!.takeChunk(value);
  const place = table.place[row]!;
  pool.values[place] = value;
  table.place[row] = place + 1;
  const d = value - table.shift[row]!;
  table.sum[row]! += d;
  table.squares[row]! += d * d;
  if (value < table.least[row]!) table.least[row] = value;
  if (value > table.most[row]!) table.most[row] = value;
}

function growPool(): void {
  const grown = doubles(2 * pool.values.length);
  grown.set(pool.values);
  Object.assign(pool, withHalves(grown));
}

/** Empties all summaries: a replication starts. */
export function resetSamples(): void {
  chunks.used = 0;
  for (const summary of summaries) summary.reset();
}

/** Values in ms, >= 0. Zeros are only counted: most waits are none. To be made once per thread. */
export class SampleSummary {
  readonly row = summaries.length;
  /** Where its chunks begin. Once so many values are kept, the last one takes those that will be counted in `bins` only. */
  private readonly starts: number[] = [];
  private bins: Float64Array | undefined;
  /** Values counted in `bins` that are no longer in a chunk. */
  private spilled = 0;

  constructor() {
    if (this.row === table.place.length) growTable(table);
    summaries.push(this);
    this.reset();
  }

  reset(): void {
    const { row } = this;
    table.place[row] = 0;
    table.end[row] = 0;
    table.zeros[row] = 0;
    table.sum[row] = 0;
    table.squares[row] = 0;
    table.least[row] = Infinity;
    table.most[row] = 0;
    this.starts.length = 0;
    this.bins = undefined;
    this.spilled = 0;
  }

  /** Adds a value; see `addSample`. */
  add(value: number): void {
    addSample(this.row, value);
  }

  /** Adds that many zeros. */
  addZeros(count: number): void {
    table.zeros[this.row]! += Math.trunc(count);
  }

  /** Makes room for more values, of which `next` is the first. */
  takeChunk(next: number): void {
    const { row, starts } = this;
    if (starts.length === 0) table.shift[row] = next;
    if (starts.length * CHUNK > EXACT_VALUES) {
      this.bins = this.binned();
      this.spilled += CHUNK;
      table.place[row]! -= CHUNK;
      return;
    }
    const start = CHUNK * chunks.used++;
    if (start === pool.values.length) growPool();
    starts.push(start);
    table.place[row] = start;
    table.end[row] = start + CHUNK;
  }

  /** Values other than 0. */
  private get kept(): number {
    const { row, starts, spilled } = this;
    return spilled + starts.length * CHUNK - (table.end[row]! - table.place[row]!);
  }

  get count(): number {
    return this.kept + table.zeros[this.row]!;
  }

  /** NaN without values. */
  get mean(): number {
    const { count, kept, row } = this;
    return (table.sum[row]! + table.shift[row]! * kept) / count;
  }

  /** Sample standard deviation; NaN with fewer than two values. */
  get sd(): number {
    const { count, row } = this;
    if (count < 2) return NaN;
    const shift = table.shift[row]!;
    const zeros = table.zeros[row]!;
    const sum = table.sum[row]! - zeros * shift;
    const squares = table.squares[row]! + zeros * shift * shift;
    return Math.sqrt(Math.max(0, squares - (sum * sum) / count) / (count - 1));
  }

  get minimum(): number {
    return table.zeros[this.row]! > 0 ? 0 : table.least[this.row]!;
  }

  get maximum(): number {
    return table.most[this.row]!;
  }

  /**
   * Percentiles by linear interpolation between order statistics. To be asked for once, when all values are in; quicker when
   * somebody has counted them by bin.
   */
  percentiles(ps: readonly number[], counts?: Int32Array): number[] {
    const { count, kept, row, starts } = this;
    const zeros = table.zeros[row]!;
    const least = table.least[row]!;
    const most = table.most[row]!;
    if (count <= EXACT_VALUES) {
      // Most work waits for nobody: all that is asked for is 0.
      if (Math.ceil((ps.at(-1) ?? 0) * (count - 1)) < zeros) return ps.map(() => 0);
      const { values, halves } = pool;
      return samplePercentiles({ values, halves, starts, chunk: CHUNK, length: kept, least, most, zeros }, ps, counts);
    }
    const bins = this.binned();
    bins[0]! += zeros;
    const { minimum } = this;
    // A bin reaches beyond the values in it; below 1 ms there is nothing but 0.
    return ps.map((p) => (p * count <= zeros ? 0 : Math.min(most, Math.max(minimum, quantileOf(bins, p)))));
  }

  /** The values by bin; those of all chunks the first time, then those of the last one. */
  private binned(): Float64Array {
    const bins = this.bins ?? new Float64Array(BIN_COUNT);
    const place = table.place[this.row]!;
    for (const start of this.bins ? this.starts.slice(-1) : this.starts) {
      const end = start + CHUNK === table.end[this.row] ? place : start + CHUNK;
      for (let i = start; i < end; i++) bins[binOf(pool.values[i]!)]! += 1;
    }
    return bins;
  }
}
