/**
 * State of the kernel in tables: plain objects of typed arrays made once per thread, one place per slot. The arrays are large from
 * the start and grow only beyond that, because the compiler of every engine makes an array that never changes much faster.
 */
import { bytes, doubles, integers } from '../math/memory.ts';

export type Column = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** Slots of every table at the start: enough for all but runaway models, untouched memory costs nothing. */
export const SLOTS = 8_192;

/** Places of tables with one place per node, flow, pool … of the model at the start. */
export const PLACES = 1_024;

/** Doubles every column of the table. */
export function growTable(table: Record<string, Column>): void {
  for (const key of Object.keys(table)) growColumn(table, key, 2 * table[key]!.length);
}

/** Makes every column at least `length` long. */
export function growTableTo(table: Record<string, Column>, length: number): void {
  for (const key of Object.keys(table)) growColumn(table, key, length);
}

/** Makes one column at least `length` long. */
export function growColumn<T extends Record<string, Column>>(table: T, key: keyof T, length: number): void {
  const from = table[key]!;
  if (from.length >= length) return;
  const to =
    from instanceof Int32Array ? integers(length) : from instanceof Float64Array ? doubles(length) : bytes(length);
  to.set(from);
  Object.assign(table, { [key]: to });
}

/** So few places are emptied one by one: a call takes longer. */
const FEW = 32;

/** Makes every column at least `length` long and fills that much of it with 0. */
export function clearTable(table: Record<string, Column>, length: number): void {
  for (const key in table) {
    if (table[key]!.length < length) growColumn(table, key, length);
    const column = table[key]!;
    if (length > FEW) column.fill(0, 0, length);
    else for (let i = 0; i < length; i++) column[i] = 0;
  }
}

/** Empties maps and sets: most are empty already, and engines make the inside of one anew when it is cleared. */
export function empty(...collections: readonly (Map<unknown, unknown> | Set<unknown>)[]): void {
  for (const collection of collections) if (collection.size > 0) collection.clear();
}
