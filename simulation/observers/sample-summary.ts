/**
 * Mean, spread and percentiles of streams of times within one replication. What happens for every value is a handful of instructions:
 * it is put into a chunk of a pool that all summaries share, and looked at when the chunk is full or somebody asks.
 */
import { binOf, clearTally, countBins, countIn, newTally, quantileOf, tallied } from '../analysis/histogram.ts';
import { samplePercentiles } from '../analysis/percentile.ts';
import { growTable, PLACES } from '../kernel/arrays.ts';
import { doubles, integers } from '../math/memory.ts';
import { integer } from '../math/scalars.ts';

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
  /** Of the values looked at: the first one, and sums about it, because squares of large times with a small spread would lose it (shifted
   * data, Chan et al. 1983). */
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

/**
 * Adds a value, in ms and >= 0, to the summary in this row, unless it is 0: whoever hands over zeros, too, says in the end how many
 * (`addZeros`). So nothing here depends on luck, which a processor could not foresee.
 */
export function addSample(row: number, value: number): void {
  if (table.place[row] === table.end[row]) summaries[row]!.takeChunk();
  const place = table.place[row]!;
  pool.values[place] = value;
  table.place[row] = integer(place + +(value > 0));
}

/** Looks at the values of the summary in [first, end) of the pool. */
function addUp(row: number, first: number, end: number): void {
  const to = integer(end);
  const { values } = pool;
  if (table.most[row] === 0) table.shift[row] = values[first]!;
  const shift = table.shift[row]!;
  let sum = table.sum[row]!;
  let squares = table.squares[row]!;
  let least = table.least[row]!;
  let most = table.most[row]!;
  for (let i = integer(first); i < to; i++) {
    const value = values[i]!;
    const d = value - shift;
    sum += d;
    squares += d * d;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  table.sum[row] = sum;
  table.squares[row] = squares;
  table.least[row] = least;
  table.most[row] = most;
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
  /** Whether the values looked at are counted by bin, where, and how many of the zeros are counted there. */
  private hasBins = false;
  private tally: number | undefined;
  private zerosInBins = 0;
  /** Values that are no longer in a chunk. */
  private spilled = 0;
  /** Where in the pool the first value not yet looked at lies. */
  private unseen = 0;

  /** `isCounted`: somebody will ask how many values each bin has (`counts`). */
  constructor(private readonly isCounted = false) {
    if (this.row === table.place.length) growTable(table);
    summaries.push(this);
    this.reset();
  }

  reset(): void {
    const { row } = this;
    if (this.hasBins) clearTally(this.place, 0, binOf(table.most[row]!) + 1);
    this.hasBins = this.isCounted;
    table.place[row] = 0;
    table.end[row] = 0;
    table.zeros[row] = 0;
    this.zerosInBins = 0;
    table.sum[row] = 0;
    table.squares[row] = 0;
    table.least[row] = Infinity;
    table.most[row] = 0;
    this.starts.length = 0;
    this.spilled = 0;
    this.unseen = 0;
  }

  /** Adds a value. */
  add(value: number): void {
    if (value > 0) addSample(this.row, value);
    else table.zeros[this.row]! += 1;
  }

  /** Adds that many zeros. */
  addZeros(count: number): void {
    table.zeros[this.row]! += Math.trunc(count);
  }

  /** Makes room for more values. */
  takeChunk(): void {
    const { row, starts } = this;
    this.look();
    if (starts.length * CHUNK > EXACT_VALUES) {
      this.countAll();
      this.spilled += CHUNK;
      this.unseen -= CHUNK;
      table.place[row]! -= CHUNK;
      return;
    }
    const start = CHUNK * chunks.used++;
    if (start === pool.values.length) growPool();
    starts.push(start);
    this.unseen = start;
    table.place[row] = start;
    table.end[row] = start + CHUNK;
  }

  /** Looks at the values that have come since it last did so. */
  private look(): void {
    const from = this.unseen;
    const to = table.place[this.row]!;
    if (from === to) return;
    this.unseen = to;
    addUp(this.row, from, to);
    if (this.hasBins) countBins(this.place, pool.halves, from, to);
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
    this.look();
    const { count, kept, row } = this;
    return kept === 0 ? 0 / count : (table.sum[row]! + table.shift[row]! * kept) / count;
  }

  /** Sample standard deviation; NaN with fewer than two values. */
  get sd(): number {
    this.look();
    const { count, row, kept } = this;
    if (count < 2) return NaN;
    if (kept === 0) return 0;
    const shift = table.shift[row]!;
    const zeros = table.zeros[row]!;
    const sum = table.sum[row]! - zeros * shift;
    const squares = table.squares[row]! + zeros * shift * shift;
    return Math.sqrt(Math.max(0, squares - (sum * sum) / count) / (count - 1));
  }

  get minimum(): number {
    this.look();
    return table.zeros[this.row]! > 0 ? 0 : table.least[this.row]!;
  }

  get maximum(): number {
    this.look();
    return table.most[this.row]!;
  }

  /** How many values lie in each bin (`binOf`), up to the last one with any; it stands until the next replication. */
  get counts(): Int32Array {
    const { maximum, place } = this;
    if (!this.hasBins || this.count === 0) return NONE;
    this.countZeros();
    return tallied(place, binOf(maximum) + 1);
  }

  /** Percentiles by linear interpolation between order statistics. */
  percentiles(ps: readonly number[]): number[] {
    this.look();
    const { count, kept, row, starts } = this;
    const zeros = table.zeros[row]!;
    const least = table.least[row]!;
    const most = table.most[row]!;
    if (count <= EXACT_VALUES) {
      // Most work waits for nobody: all that is asked for is 0.
      if (Math.ceil((ps.at(-1) ?? 0) * (count - 1)) < zeros) return ps.map(() => 0);
      const { values, halves } = pool;
      const sample = { values, halves, starts, chunk: CHUNK, length: kept, least, most, zeros };
      return samplePercentiles(sample, ps, this.hasBins ? this.bins : undefined);
    }
    this.countAll();
    this.countZeros();
    const { bins, minimum } = this;
    // A bin reaches beyond the values in it; below 1 ms there is nothing but 0.
    return ps.map((p) => (p * count <= zeros ? 0 : Math.min(most, Math.max(minimum, quantileOf(bins, p)))));
  }

  /** Where its values are counted by bin. */
  private get place(): number {
    return (this.tally ??= newTally());
  }

  private get bins(): Int32Array {
    return tallied(this.place);
  }

  private countZeros(): void {
    const zeros = table.zeros[this.row]!;
    countIn(this.place, 0, zeros - this.zerosInBins);
    this.zerosInBins = zeros;
  }

  /** Counts the values of all chunks by bin, if nobody has done so. */
  private countAll(): void {
    if (this.hasBins) return;
    this.hasBins = true;
    const { starts, unseen, place } = this;
    for (const start of starts) countBins(place, pool.halves, start, start === starts.at(-1) ? unseen : start + CHUNK);
  }
}

const NONE = new Int32Array(0);
