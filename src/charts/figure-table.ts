/** A table of figures: what stands behind every chart, ready to sort and to copy. */

export interface FigureTable {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly label: string;
  /** Numbers are right-aligned. */
  readonly numeric: boolean;
}

export interface Row {
  /** BPMN, pool or SLA id the row is about; the page can jump there. */
  readonly id?: string;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly text: string;
  /** Half-width of the interval, or its ends when it is not symmetric; already formatted. */
  readonly interval?: string;
  /** What sorting compares; null sorts last. */
  readonly sort: number | string | null;
}

/** A cell of plain text. */
export const textCell = (text: string): Cell => ({ text, sort: text });

/** Rows in the order of one column; rows without a figure come last in both directions. */
export function sortRows(rows: readonly Row[], column: number, descending: boolean, locale: string): readonly Row[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const compare = (a: number | string, b: number | string): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return [...rows].sort((left, right) => {
    const a = left.cells[column]?.sort ?? null;
    const b = right.cells[column]?.sort ?? null;
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return descending ? compare(b, a) : compare(a, b);
  });
}

/** Tab-separated text, as spreadsheets paste it. */
export function toClipboard(table: FigureTable): string {
  const clean = (text: string) => text.replace(/[\t\r\n]+/g, ' ');
  const rows = table.rows.map((row) =>
    row.cells.map((cell) => clean(cell.interval ? `${cell.text} ${cell.interval}` : cell.text)),
  );
  return [table.columns.map((column) => clean(column.label)), ...rows].map((row) => row.join('\t')).join('\n');
}
