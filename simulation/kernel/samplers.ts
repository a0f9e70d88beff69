/** Drawing of times and numbers in the hot path: every distribution of the loaded network becomes one row of these tables. */
import type { Distribution } from '../distributions/distribution.ts';
import { sampleTable, tabulate } from '../distributions/quantile-table.ts';

const Kind = { constant: 0, table: 1, exact: 2 } as const;

let kinds = new Uint8Array(16);
let constants = new Float64Array(16);
const tables: Float64Array[] = [];
const exact: Distribution[] = [];
const NO_TABLE = new Float64Array(0);
let count = 0;

export function resetSamplers(): void {
  count = 0;
  tables.length = 0;
  exact.length = 0;
}

/** Adds a row and returns its number. */
export function addSampler(distribution: Distribution): number {
  if (count === kinds.length) {
    kinds = grow(kinds, new Uint8Array(2 * count));
    constants = grow(constants, new Float64Array(2 * count));
  }
  const [low, high] = distribution.support;
  const table = low === high ? undefined : tabulate(distribution);
  kinds[count] = low === high ? Kind.constant : table ? Kind.table : Kind.exact;
  constants[count] = low === high ? Math.round(low) : 0;
  tables[count] = table ?? NO_TABLE;
  exact[count] = distribution;
  return count++;
}

/** The draw of row `id` for uniform `u`, rounded to whole ms. */
export function sample(id: number, u: number): number {
  const kind = kinds[id]!;
  if (kind === Kind.constant) return constants[id]!;
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
export const isConstant = (id: number): boolean => kinds[id] === Kind.constant;

function grow<T extends Float64Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
