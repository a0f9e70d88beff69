/** How often events occur or flows are taken, as a table. */
import { msg } from '@lit/localize';
import type { Estimate } from '#simulation';
import type { FormatLocale } from '../format/index.ts';
import { countWriting, estimateCell, shareWriting } from './figures.ts';
import { textCell, type FigureTable } from './figure-table.ts';

/** `names` by id; what has none is called by its id. `shares` of the completed cases where they are known. */
export function visitTable(
  caption: string,
  visits: Readonly<Record<string, Estimate>>,
  shares: Readonly<Record<string, Estimate>>,
  names: ReadonlyMap<string, string | undefined>,
  locale: FormatLocale,
): FigureTable {
  return {
    caption,
    columns: [
      { label: caption, numeric: false },
      { label: msg('Times per replication'), numeric: true },
      { label: msg('Share of completed cases (%)'), numeric: true },
    ],
    rows: Object.entries(visits).map(([id, estimate]) => ({
      id,
      cells: [
        textCell(names.get(id) || id),
        estimateCell(estimate, countWriting(locale)),
        estimateCell(shares[id], shareWriting(locale)),
      ],
    })),
  };
}
