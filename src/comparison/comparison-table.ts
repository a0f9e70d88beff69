/** Every figure of two designs beside each other: as-is, to-be, the paired difference, and how sure it is to be better. */
import { msg, str } from '@lit/localize';
import { signed } from '../charts/experiments/figure.ts';
import type { Cell, FigureTable } from '../charts/figure-table.ts';
import { textCell } from '../charts/figure-table.ts';
import type { ComparedFigure, FigureOfAlternative } from '../experiments/index.ts';
import { NO_FIGURE, type FormatLocale } from '../format/index.ts';
import type { Kpi } from './kpis.ts';
import { sureness } from './statements.ts';

/** A figure with how it is written. */
export interface ComparedKpi {
  readonly kpi: Kpi;
  readonly figure: ComparedFigure;
}

/** Alternative `index` against the baseline. */
export function comparisonTable(
  rows: readonly ComparedKpi[],
  names: readonly string[],
  index: number,
  locale: FormatLocale,
): FigureTable {
  return {
    caption: msg(str`${names[0] ?? ''} and ${names[index] ?? ''} under the same luck`),
    columns: [
      { label: msg('Figure'), numeric: false },
      { label: names[0] ?? '', numeric: true },
      { label: names[index] ?? '', numeric: true },
      { label: msg('Difference (95 % interval)'), numeric: true },
      { label: msg('Sure to be better'), numeric: true },
    ],
    rows: rows.map(({ kpi, figure }) => {
      const difference = figure.alternatives[index]?.difference;
      return {
        cells: [
          textCell(kpi.unit && kpi.unit !== '%' ? `${kpi.name} (${kpi.unit})` : kpi.name),
          meanCell(figure.alternatives[0], kpi),
          meanCell(figure.alternatives[index], kpi),
          differenceCell(figure.alternatives[index], kpi),
          numberCell(sureness(difference?.probabilityBetter ?? NaN, locale), difference?.probabilityBetter ?? NaN),
        ],
      };
    }),
  };
}

const numberCell = (text: string, sort: number): Cell => ({ text, sort: Number.isNaN(sort) ? null : sort });

function meanCell(figure: FigureOfAlternative | undefined, { writing, kind }: Kpi): Cell {
  if (!figure || figure.count === 0) return { text: NO_FIGURE, sort: null };
  const text = kind === 'share' ? writing.full(figure.mean) : writing.number(figure.mean);
  return {
    text,
    sort: figure.mean,
    ...(figure.count > 1 ? { interval: `± ${writing.number(figure.halfWidth)}` } : {}),
  };
}

function differenceCell(figure: FigureOfAlternative | undefined, { writing }: Kpi): Cell {
  const difference = figure?.difference;
  if (!difference || difference.count === 0) return { text: NO_FIGURE, sort: null };
  const { number } = signed(writing);
  const { interval } = difference;
  return {
    text: number(difference.mean),
    sort: difference.mean,
    ...(interval ? { interval: `${number(interval[0])} … ${number(interval[1])}` } : {}),
  };
}
