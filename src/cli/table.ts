/** Aligned tables of text. */
import { padEnd, padStart, printable, truncate, widthOf } from './terminal-text.ts';

/** Names longer than this many columns are cut. */
const WIDEST_NAME = 40;

/**
 * A table under its heads: the first column left-aligned, figures right-aligned, two spaces between. A column in which no row
 * has anything is left out.
 */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, ...rows].map((row) => row.map((cell) => truncate(printable(cell), WIDEST_NAME)));
  const used = heads.map((_, column) => column === 0 || rows.some((row) => (row[column] ?? '') !== ''));
  const widths = heads.map((_, column) => Math.max(...lines.map((row) => widthOf(row[column] ?? ''))));
  return lines
    .map((row) =>
      heads
        .flatMap((_, column) => {
          if (!used[column]) return [];
          const cell = row[column] ?? '';
          const width = widths[column] ?? 0;
          return [column === 0 ? padEnd(cell, width) : padStart(cell, width)];
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
