/**
 * Counts of times in fixed bins that every replication shares, so that histograms merge by addition. 64 equal bins per
 * doubling from 1 ms to 2^43 ms (279 years): no bin is wider than 1.6 % of its time. Bin 0 holds what is below 1 ms.
 * For pictures only; reported percentiles come from the exact times (semantics, KPI 10).
 */
import { double, HIGH, words } from '../math/bits.ts';
import { integers } from '../math/memory.ts';
import { integer } from '../math/scalars.ts';

const BINS_PER_OCTAVE = 64;
const OCTAVES = 43;

/** Number of bins. */
export const BIN_COUNT = 1 + OCTAVES * BINS_PER_OCTAVE;

/** High word of 1.0 without the mantissa bits below the bin, less one for bin 0. */
const FIRST = (1023 << 6) - 1;

/**
 * Bin of a time in ms. The exponent and the six leading mantissa bits of the double are the bin already, so it is one store and
 * one load: the engine calls this for every case. Times beyond the last bin count in the last bin; NaN is not a time.
 */
export function binOf(ms: number): number {
  if (ms < 1) return 0;
  double[0] = ms;
  return binOfHalf(words[HIGH]!);
}

/** The same bin from the upper half (`HIGH`) of the double, for those who look at many times that lie in memory. */
export function binOfHalf(high: number): number {
  const bin = (high >>> 14) - FIRST;
  return bin <= 0 ? 0 : bin < BIN_COUNT ? bin : BIN_COUNT - 1;
}

/**
 * Counts of several samples, `BIN_COUNT` places for each: in one array that seldom changes, as compilers then know where it is.
 */
const tallies = { counts: integers(8 * BIN_COUNT) };
const taken = { tallies: 0 };

/** A place for the counts of one more sample, all 0. To be asked for once per thread. */
export function newTally(): number {
  const tally = BIN_COUNT * taken.tallies++;
  if (tally === tallies.counts.length) {
    const { counts } = tallies;
    tallies.counts = integers(2 * counts.length);
    tallies.counts.set(counts);
  }
  return tally;
}

/** The counts in this place, up to before bin `end`; they stand until another place is asked for. */
export const tallied = (tally: number, end = BIN_COUNT): Int32Array => tallies.counts.subarray(tally, tally + end);

/** Forgets the counts of bins [first, end) in this place. */
export function clearTally(tally: number, first: number, end: number): void {
  tallies.counts.fill(0, tally + first, tally + end);
}

/** Counts so many more times in one bin. */
export function countIn(tally: number, bin: number, times: number): void {
  tallies.counts[tally + bin]! += times;
}

/** Counts the times in [from, to) of an array by bin; `halves` = the array as halves of doubles. */
export function countBins(tally: number, halves: Int32Array, from: number, to: number): void {
  const end = integer(2 * to);
  const { counts } = tallies;
  for (let i = integer(2 * from + HIGH); i < end; i += 2) counts[tally + binOfHalf(halves[i]!)]! += 1;
}

/** The `BIN_COUNT + 1` edges of the bins in ms, ascending; bin i is the half-open [edges[i], edges[i + 1]). */
export function binEdges(): Float64Array {
  const edges = new Float64Array(BIN_COUNT + 1);
  let octave = 1;
  for (let i = 1; i <= BIN_COUNT; i++) {
    const step = (i - 1) % BINS_PER_OCTAVE;
    edges[i] = octave * (1 + step / BINS_PER_OCTAVE);
    if (step === BINS_PER_OCTAVE - 1) octave *= 2;
  }
  return edges;
}

/** Adds `counts`, which may end before the last bin, to `total` of `BIN_COUNT` bins. */
export function mergeCounts(total: Float64Array, counts: ArrayLike<number>): void {
  for (let i = 0; i < counts.length; i++) total[i] = (total[i] ?? 0) + (counts[i] ?? 0);
}

/**
 * Counts in other bins, e.g. equal ones for a chart: `edges` ascending in ms, result of `edges.length − 1` counts. A bin that
 * straddles an edge is shared out by width; what lies outside the edges is left out.
 */
export function rebin(counts: Float64Array, edges: ArrayLike<number>): Float64Array {
  const source = binEdges();
  const result = new Float64Array(Math.max(0, edges.length - 1));
  let target = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] ?? 0;
    if (count === 0) continue;
    const low = source[i] ?? 0;
    const high = source[i + 1] ?? 0;
    while (target < result.length && (edges[target + 1] ?? 0) <= low) target++;
    for (let t = target; t < result.length && (edges[t] ?? 0) < high; t++) {
      const overlap = Math.min(high, edges[t + 1] ?? 0) - Math.max(low, edges[t] ?? 0);
      if (overlap > 0) result[t] = (result[t] ?? 0) + (count * overlap) / (high - low);
    }
  }
  return result;
}

/** The time in ms below which the share `p` of the counts lies, interpolated inside its bin; NaN without counts. */
export function quantileOf(counts: Float64Array | Int32Array, p: number): number {
  const edges = binEdges();
  let total = 0;
  for (const count of counts) total += count;
  const wanted = p * total;
  let below = 0;
  let last = NaN;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] ?? 0;
    if (count === 0) continue;
    const low = edges[i] ?? 0;
    const high = edges[i + 1] ?? 0;
    if (below + count >= wanted) return low + ((high - low) * Math.max(0, wanted - below)) / count;
    below += count;
    last = high;
  }
  return last;
}
