/** Drawing of times and numbers in the hot path: every distribution of the loaded network becomes one row of these tables. */
import type { Distribution } from '../distributions/distribution.ts';
import { growTable, PLACES } from './arrays.ts';
import { sampleTable, tabulate } from '../distributions/quantile-table.ts';

const Kind = { constant: 0, table: 1, exact: 2 } as const;

const rows = {
  kind: new Uint8Array(PLACES),
  constant: new Float64Array(PLACES),
};
const tables: Float64Array[] = [];
const exact: Distribution[] = [];
const NO_TABLE = new Float64Array(0);
const counts = { rows: 0 };

export function resetSamplers(): void {
  counts.rows = 0;
  tables.length = 0;
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
  tables[row] = table ?? NO_TABLE;
  exact[row] = distribution;
  return row;
}

/** The draw of row `id` for uniform `u`, rounded to whole ms. */
export function sample(id: number, u: number): number {
  const kind = rows.kind[id]!;
  if (kind === Kind.constant) return rows.constant[id]!;
  if (kind === Kind.table) {
    const x = sampleTable(tables[id]!, 0, u);
    // Outside the table's body the inverse is taken exactly.
    if (x === x) return Math.round(x);
  }
  return Math.round(exact[id]!.quantile(u));
}

/** The draw of row `id`, not rounded: for attributes. */
export const sampleExact = (id: number, u: number): number => exact[id]!.quantile(u);

/** Whether row `id` always draws the same; then no uniform is needed. */
export const isConstant = (id: number): boolean => rows.kind[id] === Kind.constant;
