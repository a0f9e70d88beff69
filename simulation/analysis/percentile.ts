/** Percentiles of a sample without sorting it: the engine takes them at the end of every replication. */
import { exp } from '../math/exp.ts';
import { ln } from '../math/ln.ts';
import { HIGH } from '../math/bits.ts';
import { integer, integers } from '../math/scalars.ts';
import { BIN_COUNT, binOf, binOfHalf } from './histogram.ts';

/**
 * Percentiles of the first `length` values, in place: linear interpolation between order statistics (type 7 of Hyndman &
 * Fan, The American Statistician 50, 1996; the default of R and NumPy). `ps` ascending in [0, 1]; the answers are written to
 * `into` in the same order; NaN when `length` is 0. Reorders `values`; the values must not contain NaN. `zeros` more values are 0 and
 * not among `values`: of them none must be asked for.
 */
export function percentiles(
  values: Float64Array,
  length: number,
  ps: ArrayLike<number>,
  into: Float64Array = new Float64Array(ps.length),
  zeros = 0,
): Float64Array {
  let from = 0;
  for (let i = 0; i < ps.length; i++) {
    if (length === 0) {
      into[i] = NaN;
      continue;
    }
    const { rank, rest } = placeOf(ps[i] ?? 0, length, zeros);
    into[i] = between(values, from, length, rank, rest);
    from = rank; // everything before the rank is smaller: the next selection need not look there
  }
  return into;
}

/** 1 = values of the bin are looked at. */
const wanted = new Uint8Array(BIN_COUNT);

/** Room to count values by bin. */
const counted = new Int32Array(BIN_COUNT);

/** So few values are not counted first, and so many not at all. */
const FEW = 256;
const MANY = 65_536;

/** The values while they are looked at, and their halves: in a place of their own, because engines read what never moves faster. */
const looked = new Float64Array(MANY);
const halves = new Int32Array(looked.buffer);

/**
 * As `percentiles`, of times in ms: they are counted by bin (`binOf`) unless that has been done (`counts`), and only the few in the
 * bins that hold the answers are looked at closely. None but zeros are less than `least`, none is more than `most`. `counts` does not count the `zeros` that
 * are not among `values`. What `values` held may be lost.
 */
export function binnedPercentiles(
  values: Float64Array,
  length: number,
  ps: ArrayLike<number>,
  counts?: Int32Array,
  least = 0,
  most = Infinity,
  zeros = 0,
): Float64Array {
  if (length < FEW || length > MANY) return percentiles(values, length, ps, undefined, zeros);
  looked.set(values.subarray(0, length));
  if (counts) counted.set(counts);
  else count(length);
  const { bins, places } = locate(binOf(least), binOf(most), length, ps, zeros);
  for (const bin of bins) wanted[bin] = 1;
  const kept = keepWanted(length);
  for (const bin of bins) wanted[bin] = 0;
  const into = new Float64Array(ps.length);
  let from = 0;
  places.forEach(({ rank, rest }, i) => {
    into[i] = between(looked, from, kept, rank, rest);
    from = rank;
  });
  return into;
}

/** Values in one call: engines compile short loops that run often well, long ones that run once in a makeshift way. */
const BLOCK = 256;

/** Counts the values by bin. */
function count(length: number): void {
  counted.fill(0);
  for (let from = 0; from < length; from += BLOCK) countBlock(from, Math.min(length, from + BLOCK));
}

function countBlock(from: number, to: number): void {
  for (let i = from; i < to; i++) counted[binOfHalf(halves[2 * i + HIGH]!)]! += 1;
}

/** Moves the values in wanted bins to the front; returns how many they are. */
function keepWanted(length: number): number {
  let kept = 0;
  for (let from = 0; from < length; from += BLOCK) kept = keepBlock(from, Math.min(length, from + BLOCK), kept);
  return kept;
}

function keepBlock(from: number, to: number, before: number): number {
  let kept = before;
  for (let i = from; i < to; i++) if (wanted[binOfHalf(halves[2 * i + HIGH]!)] === 1) looked[kept++] = looked[i]!;
  return kept;
}

/** A rank, and so much of the way on to the next. */
interface Place {
  readonly rank: number;
  readonly rest: number;
}

/** Where the percentile stands among `length` values that come after so many zeros. */
function placeOf(p: number, length: number, zeros: number): Place {
  const position = p * (length + zeros - 1);
  const rank = Math.floor(position);
  return { rank: rank - zeros, rest: position - rank };
}

/**
 * The bins that hold the values asked for, and the places of these among all values of such bins. All values lie in bin 0 or between
 * the bins `first` and `last`. It goes down from the last, because percentiles that are asked for are high ones.
 */
function locate(
  first: number,
  last: number,
  length: number,
  ps: ArrayLike<number>,
  zeros: number,
): { bins: number[]; places: Place[] } {
  const places: Place[] = [];
  const bins: number[] = [];
  reached[BIN] = last + 1;
  reached[BELOW] = length;
  let kept = 0;
  const keep = (rank: number): void => {
    descend(first, rank);
    const bin = reached[BIN]!;
    if (bins.at(-1) === bin) return;
    bins.push(bin);
    kept += counted[bin]!;
  };
  for (let i = ps.length - 1; i >= 0; i--) {
    const { rank, rest } = placeOf(ps[i] ?? 0, length, zeros);
    if (rest > 0) keep(rank + 1);
    keep(rank);
    places.unshift({ rank: rank - reached[BELOW] - kept, rest });
  }
  return { bins, places: places.map(({ rank, rest }) => ({ rank: rank + kept, rest })) };
}

/** The bin reached, and how many values lie below it (integers, so that no loop need look for fractions). */
const reached = integers(2);
const BIN = 0;
const BELOW = 1;

/** Goes down to the bin that holds the rank. */
function descend(first: number, wantedRank: number): void {
  const rank = integer(wantedRank);
  let bin = reached[BIN]!;
  let below = reached[BELOW]!;
  while (below > rank) {
    bin = bin > first ? bin - 1 : 0;
    below -= counted[bin]!;
  }
  reached[BIN] = bin;
  reached[BELOW] = below;
}

/** The value of the rank, and so much (`rest`) of the way on to the next; before `from` all are smaller. */
function between(values: Float64Array, from: number, length: number, rank: number, rest: number): number {
  select(values, from, length - 1, rank);
  const low = values[rank] ?? NaN;
  return rest === 0 ? low : low + rest * (smallest(values, rank + 1, length) - low);
}

/** Below this length a sample to guess the pivot from is not worth its while. */
const SHORT = 600;

/**
 * Moves the value of the given rank to its place, smaller ones before it, larger ones after it. Floyd & Rivest, "Expected time
 * bounds for selection" (CACM 18, 1975): the pivot comes from a sample around the rank, so that hardly more than one pass is needed.
 */
function select(values: Float64Array, from: number, to: number, rank: number): void {
  let left = from;
  let right = to;
  while (left < right) {
    if (right - left > SHORT) {
      const length = right - left + 1;
      const place = rank - left + 1;
      const z = ln(length);
      const sample = 0.5 * exp((2 * z) / 3);
      const margin = 0.5 * Math.sqrt((z * sample * (length - sample)) / length) * Math.sign(place - length / 2);
      select(
        values,
        Math.max(left, Math.floor(rank - (place * sample) / length + margin)),
        Math.min(right, Math.floor(rank + ((length - place) * sample) / length + margin)),
        rank,
      );
    }
    const pivot = values[rank]!;
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i <= j) {
        const value = values[i]!;
        values[i] = values[j]!;
        values[j] = value;
        i++;
        j--;
      }
    }
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else return;
  }
}

function smallest(values: Float64Array, from: number, to: number): number {
  let least = values[from] ?? NaN;
  for (let i = from + 1; i < to; i++) {
    const value = values[i] ?? NaN;
    if (value < least) least = value;
  }
  return least;
}
