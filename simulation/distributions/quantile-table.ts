/**
 * Drawing through tables: the quantile as cubic pieces, so that every continuous distribution costs the same few nanoseconds in
 * the engine's hot path.
 *
 * Cells lie in octaves: with v = min(u, 1 - u), each interval [2^-(k+1), 2^-k) of v has 16 equal cells, on both sides of the
 * median. So cells shrink towards both tails in step with the quantile's bends, and the cell of a u is read off the bits of v.
 * Each cell holds the cubic through the exact quantiles and slopes 1 / density at its ends (Hermite). A cell that would be off
 * by more than the tolerance (a kink, a gap, an infinite slope) and the tails beyond 12 octaves (1 draw in 4096) hold NaN: there
 * the exact quantile is asked.
 */
import type { Distribution } from './distribution.ts';

const CELLS_PER_OCTAVE = 16;
const OCTAVES = 12;
/** Cells of one side; one more, of width 0, holds the median. */
const CELLS = CELLS_PER_OCTAVE * OCTAVES;
/** Doubles per cell: the coefficients of 1, d, d², d³, where d in [0, 1) is the place of v in its cell. */
const WIDTH = 4;
const SIDE = (CELLS + 1) * WIDTH;
/** Length of every table. */
export const TABLE_LENGTH = 2 * SIDE;
/** Greatest error allowed, relative to the value and to its distance from the mean or the standard deviation. */
const TOLERANCE = 5e-7;

/** Cells per unit of v, by octave. */
const SCALE = Float64Array.from(
  { length: OCTAVES + 1 },
  (_, octave) => CELLS_PER_OCTAVE * (1 << (OCTAVES + 1 - octave)),
);

/** What the lower bits of v count for in its cell, by the number of leading zeros of its upper 32. */
const LOW_SCALE = Float64Array.from({ length: OCTAVES + 1 }, (_, zeros) => (1 << zeros) / 2 ** 47);
const UPPER_27 = 0x7ffffff;
const TWO_M27 = 1 / 134_217_728;
const LOWER_20 = 0xfffff;

/**
 * The quantile, by the table that begins at `offset`, at the uniform whose random bits are `high` and `low`
 * (see `random/keyed.ts`); NaN where the exact quantile must be asked. Relative error at most 1e-6. No allocation, no branch that
 * depends on luck but the one for the tails.
 */
export function sampleTable(table: Float64Array, offset: number, high: number, low: number): number {
  // Of the signed `high` the sign tells the side of the median: v counts from the near end.
  const above = ~(high >> 31);
  const v = (high ^ above) & 0x7fffffff;
  const zeros = Math.clz32(v);
  if (zeros > OCTAVES) return NaN;
  const normal = v << zeros;
  const cell = ((OCTAVES - zeros) << 4) + ((normal >>> 27) & 15);
  const d = (normal & UPPER_27) * TWO_M27 + (((low ^ above) & LOWER_20) + 0.5) * LOW_SCALE[zeros]!;
  const i = (offset + (above & SIDE) + (cell << 2)) | 0;
  // in pairs, which do not wait for each other
  return table[i]! + d * table[i + 1]! + d * d * (table[i + 2]! + d * table[i + 3]!);
}

/**
 * The table of `d`, made once per distribution object; nothing for separate values, whose own quantile is a table look-up. Well
 * below a millisecond for the usual distributions.
 */
export function tabulate(d: Distribution): Float64Array | undefined {
  if (d.discrete) return undefined;
  let table = tables.get(d);
  if (!table) {
    table = build(d);
    tables.set(d, table);
  }
  return table;
}

const tables = new WeakMap<Distribution, Float64Array>();

function build(d: Distribution): Float64Array {
  const table = new Float64Array(TABLE_LENGTH);
  for (let side = 0; side < 2; side++) {
    const begin = side * SIDE;
    let v = cellStart(0);
    let q = d.quantile(side === 0 ? v : 1 - v);
    let slope = slopeAt(d, q);
    for (let cell = 0; cell < CELLS; cell++) {
      const next = cellStart(cell + 1);
      const nextQ = d.quantile(side === 0 ? next : 1 - next);
      const nextSlope = slopeAt(d, nextQ);
      const width = side === 0 ? next - v : v - next;
      fill(table, begin + cell * WIDTH, d, q, nextQ, width, slope, nextSlope);
      v = next;
      q = nextQ;
      slope = nextSlope;
    }
    table[begin + CELLS * WIDTH] = q;
  }
  return table;
}

/** v at the lower end of a cell. */
function cellStart(cell: number): number {
  const octave = cell >> 4;
  return (CELLS_PER_OCTAVE + (cell & 15)) / SCALE[octave]!;
}

const slopeAt = (d: Distribution, x: number): number => 1 / d.density(x);

/** The Hermite cubic from q to r with slopes s and t per unit of u over `width`, or NaN when it is not good enough. */
function fill(
  table: Float64Array,
  i: number,
  d: Distribution,
  q: number,
  r: number,
  width: number,
  s: number,
  t: number,
): void {
  const rise = r - q;
  const c1 = s * width;
  const c2 = 3 * rise - 2 * c1 - t * width;
  const c3 = c1 + t * width - 2 * rise;
  table[i] = q;
  table[i + 1] = c1;
  table[i + 2] = c2;
  table[i + 3] = c3;
  if (!accurate(d, width, q, rise, c1, c2, c3)) table[i] = NaN;
}

/**
 * Whether the cubic keeps the tolerance, judged by its slope at the quarters against that of the quantile: for an error of the
 * form C d² (1 - d)², which smooth functions have, the greatest error is a third of the slope's.
 */
function accurate(
  d: Distribution,
  width: number,
  q: number,
  rise: number,
  c1: number,
  c2: number,
  c3: number,
): boolean {
  for (let at = 0.25; at < 1; at += 0.5) {
    const x = q + at * (c1 + at * (c2 + at * c3));
    const slope = c1 + at * (2 * c2 + at * 3 * c3);
    const error = Math.abs(slope - width / d.density(x)) / 3;
    const size = d.support[0] >= 0 ? Math.abs(x) : Infinity;
    const spread = Math.max(d.sd, Math.abs(x - d.mean));
    if (!(slope * rise >= 0) || !(error <= TOLERANCE * Math.min(size, spread))) return false;
  }
  return true;
}
