/** Percentiles of times: the engine takes them at the end of every replication. */
import { HIGH } from '../math/bits.ts';
import { bytes, doubles, integers } from '../math/memory.ts';
import { integer } from '../math/scalars.ts';
import { BIN_COUNT, binOf, binOfHalf, clearTally, countBins, newTally, tallied } from './histogram.ts';
import { between, percentiles } from './selection.ts';

/** Times in ms that lie in chunks of one array; zeros are only counted. */
export interface Sample {
  /** Where the chunks are, and the same as halves of doubles. */
  readonly values: Float64Array;
  readonly halves: Int32Array;
  /** Where each chunk begins; all but the last are full. */
  readonly starts: readonly number[];
  readonly chunk: number;
  /** Values in the chunks; none is less than `least` or more than `most`. */
  readonly length: number;
  readonly least: number;
  readonly most: number;
  /** So many more are 0. */
  readonly zeros: number;
}

/** So few values are not counted by bin first. */
const FEW = 256;
/** Percentiles at a time. */
const MOST = 16;

/** Values by bin, where nobody has counted them before. */
const own = newTally();
/** 1 = values of the bin are looked at. */
const wanted = bytes(BIN_COUNT);
/** What is looked at closely. */
const looked = { values: doubles(4_096) };

/** The bins with values that are asked for, and by percentile its rank among all values of such bins, from their end. */
const asked = { bins: integers(2 * MOST), ranks: integers(MOST) };
/** How many bins are asked for and the values in them; the bin reached when going down, and how many values lie below it. */
const reached = integers(4);
const BINS = 0;
const KEPT = 1;
const BIN = 2;
const BELOW = 3;

/**
 * As `percentiles`, of all values of the sample, for at most 16 `ps`. The values are counted by bin (`binOf`) unless somebody has done
 * so (`counts`, with or without the zeros), and only the few in the bins that hold the answers are looked at closely.
 */
export function samplePercentiles(sample: Sample, ps: readonly number[], counts?: Int32Array): number[] {
  const { length, zeros } = sample;
  if (ps.length > MOST) throw new RangeError(`<${ps.length}> percentiles, at most <${MOST}> at a time`);
  if (length < FEW) return percentiles(gathered(sample), length, ps, zeros);
  locate(sample, ps, counts ?? count(sample));
  keepWanted(sample);
  const kept = reached[KEPT]!;
  let from = 0;
  return ps.map((p, i) => {
    const position = p * (length + zeros - 1);
    const rank = Math.floor(position);
    const place = rank < zeros ? rank - zeros : asked.ranks[i]! + kept;
    const answer = between(looked.values, from, kept, place, position - rank);
    from = Math.max(0, place);
    return answer;
  });
}

/** All values of a sample of few, one after the other. */
function gathered({ values, starts, chunk, length }: Sample): Float64Array {
  let next = 0;
  for (const start of starts)
    for (let i = 0; i < chunk && next < length; i++) looked.values[next++] = values[start + i]!;
  return looked.values;
}

/** Counts the values by bin. One chunk in one call: engines compile short loops that run often well, long ones in a makeshift way. */
function count({ halves, starts, chunk, length, least, most }: Sample): Int32Array {
  clearTally(own, binOf(least), binOf(most) + 1);
  for (let i = 0; i < starts.length; i++)
    countBins(own, halves, starts[i]!, starts[i]! + Math.min(chunk, length - i * chunk));
  return tallied(own);
}

/** Puts the values in wanted bins together. */
function keepWanted({ values, halves, starts, chunk, length }: Sample): void {
  if (reached[KEPT]! > looked.values.length) looked.values = doubles(reached[KEPT]!);
  for (let i = 0; i < reached[BINS]!; i++) wanted[asked.bins[i]!] = 1;
  let kept = 0;
  for (let i = 0; i < starts.length; i++)
    kept = keepChunk(values, halves, starts[i]!, Math.min(chunk, length - i * chunk), kept);
  for (let i = 0; i < reached[BINS]!; i++) wanted[asked.bins[i]!] = 0;
}

function keepChunk(values: Float64Array, halves: Int32Array, start: number, length: number, before: number): number {
  const into = looked.values;
  const end = integer(start + length);
  let kept = before;
  for (let i = integer(start); i < end; i++)
    if (wanted[binOfHalf(halves[2 * i + HIGH]!)] === 1) into[kept++] = values[i]!;
  return kept;
}

/**
 * Finds the bins that hold the values asked for, and the ranks of these among all values of such bins. It goes down from the last bin,
 * because percentiles that are asked for are high ones.
 */
function locate({ length, zeros, most }: Sample, ps: readonly number[], counts: Int32Array): void {
  reached[BINS] = 0;
  reached[KEPT] = 0;
  reached[BIN] = binOf(most) + 1;
  reached[BELOW] = length;
  for (let i = ps.length - 1; i >= 0; i--) {
    const position = ps[i]! * (length + zeros - 1);
    const rank = Math.floor(position) - zeros;
    if (position - zeros > rank && rank + 1 >= 0) want(rank + 1, counts);
    if (rank < 0) continue;
    want(rank, counts);
    asked.ranks[i] = rank - reached[BELOW] - reached[KEPT];
  }
}

/** Goes down to the bin that holds the rank, whose values are asked for. */
function want(rank: number, counts: Int32Array): void {
  const place = integer(rank);
  let below = reached[BELOW]!;
  if (below <= place) return;
  let bin = reached[BIN]!;
  let above = below;
  while (below > place) {
    above = below;
    bin -= 1;
    below -= counts[bin]!;
  }
  // There `counts` may have the zeros, too.
  if (bin === 0) below = 0;
  asked.bins[reached[BINS]!] = bin;
  reached[BINS]! += 1;
  reached[KEPT]! += above - below;
  reached[BIN] = bin;
  reached[BELOW] = below;
}
