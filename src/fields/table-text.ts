/** Columns of numbers as text, so that a spreadsheet's cells can be pasted and copied: one line per row, tabs between. */

/** One column: its name and how one of its cells is read. */
export interface TextColumn {
  readonly name: string;
  readonly read: (cell: string) => number | undefined;
}

export type Columns = Readonly<Record<string, readonly number[]>>;

/** The columns, or the first line and cell that says no number. Short rows leave the later columns shorter. */
export function readColumns(
  text: string,
  columns: readonly TextColumn[],
): { readonly columns: Columns } | { readonly line: number; readonly cell: string } {
  const lists = columns.map((): number[] => []);
  const lines = text.normalize('NFKC').split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    const cells = cellsOf(line, columns.length);
    for (const [c, cell] of cells.entries()) {
      const value = columns[c]?.read(cell);
      if (value === undefined) return { line: index + 1, cell };
      lists[c]?.push(value);
    }
  }
  return { columns: Object.fromEntries(columns.map((column, c) => [column.name, lists[c] ?? []])) };
}

/** The rows as text; the rows of shorter columns end early. */
export function writeColumns(columns: readonly (readonly number[])[], write: (value: number) => string): string {
  const rows = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: rows }, (_, r) =>
    columns.flatMap((column) => (r < column.length ? [write(column[r] ?? 0)] : [])).join('\t'),
  ).join('\n');
}

/** Tabs and semicolons always separate; spaces only where several columns are expected and a cell is not `2 min`. */
function cellsOf(line: string, columns: number): readonly string[] {
  const trimmed = line.trim();
  if (trimmed === '') return [];
  const parts = trimmed
    .split(/\t|;|\s{2,}/)
    .map((cell) => cell.trim())
    .filter(Boolean);
  if (parts.length > 1 || columns === 1) return parts;
  return trimmed.split(/\s+(?=[\d.,]+\s*%?$)/);
}
