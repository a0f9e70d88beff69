/** Drawing of times and numbers in the hot path: every distribution of the loaded network becomes one row of these tables. */
import type { Distribution } from '../distributions/distribution.ts';
import { sampleTable, TABLE_LENGTH, tabulate } from '../distributions/quantile-table.ts';
import { bits, HIGH_BITS, LOW_BITS, uniformOfBits } from '../random/keyed.ts';
import { growColumn, growTable, PLACES } from './arrays.ts';
import { bytes, doubles, integers } from '../math/memory.ts';

const Kind = { constant: 0, table: 1, exact: 2 } as const;

const rows = {
  kind: bytes(PLACES),
  constant: doubles(PLACES),
  /** Where the row's quantile table begins. */
  offset: integers(PLACES),
};
/** All quantile tables, one behind the other. */
const tables = { cells: doubles(64 * TABLE_LENGTH) };
const exact: Distribution[] = [];
const counts = { rows: 0, cells: 0 };

/** What was drawn last, here because a double returned from a call costs memory. */
export const drawn = doubles(1);

export function resetSamplers(): void {
  counts.rows = 0;
  counts.cells = 0;
  exact.length = 0;
}

/** Adds a row and returns its number. */
export function addSampler(distribution: Distribution): number {
  const row = counts.rows++;
  if (row === rows.kind.length) growTable(rows);
  const [low, high] = distribution.support;
  const table = low === high ? undefined : tabulate(distribution);
  rows.kind[row] = low === high ? Kind.constant : table ? Kind.table : Kind.exact;
  rows.constant[row] = low === high ? Math.round(low) : 0;
  rows.offset[row] = counts.cells;
  if (table) {
    const end = counts.cells + TABLE_LENGTH;
    if (end > tables.cells.length) growColumn(tables, 'cells', 2 * tables.cells.length);
    tables.cells.set(table, counts.cells);
    counts.cells = end;
  }
  exact[row] = distribution;
  return row;
}

/** Draws row `id` at the random bits drawn before into `drawn`, rounded to whole ms. */
export function sample(id: number): void {
  const kind = rows.kind[id]!;
  if (kind === Kind.table) {
    const x = sampleTable(tables.cells, rows.offset[id]!, bits[HIGH_BITS]!, bits[LOW_BITS]!);
    // Outside the table's body the inverse is taken exactly.
    if (x !== x) sampleExactly(id);
    else drawn[0] = Math.floor(x + 0.5);
  } else if (kind === Kind.constant) drawn[0] = rows.constant[id]!;
  else sampleExactly(id);
}

function sampleExactly(id: number): void {
  drawn[0] = Math.floor(exact[id]!.quantile(uniformOfBits()) + 0.5);
}

/** The draw of row `id` at the random bits drawn before, not rounded: for attributes. */
export const sampleExact = (id: number): number => exact[id]!.quantile(uniformOfBits());

/** Whether row `id` always draws the same; then no uniform is needed. */
export const isConstant = (id: number): boolean => rows.kind[id] === Kind.constant;
