/** Counts and rates of cases as a table. */
import { msg } from '@lit/localize';
import type { FormatLocale } from '../format/index.ts';
import type { ChartInput } from './chart.ts';
import { countWriting, estimateCell, shareWriting } from './figures.ts';
import { textCell, type FigureTable } from './figure-table.ts';

export function caseTable(input: ChartInput, locale: FormatLocale): FigureTable {
  const { document } = input.result;
  const { wip, throughputPerDay, arrivalsPerDay, littlesLawResidual, cases } = document;
  const count = countWriting(locale);
  const share = shareWriting(locale);
  const rows = [
    [msg('Cases started'), cases.started],
    [msg('Cases completed'), cases.completed],
    [msg('Cases failed'), cases.failed],
    [msg('Cases still open at the end'), cases.open],
    [msg('Arrivals per day'), arrivalsPerDay],
    [msg('Completed per day'), throughputPerDay],
    [msg('Cases in progress, mean'), wip.mean],
    [msg('Cases in progress, most at once'), wip.max],
    [msg('Handovers per case'), document.handovers],
    [msg('Right the first time (%)'), document.firstPassYield, share],
    [msg('Flow efficiency (%)'), document.flowEfficiency, share],
    [msg('Little’s law residual (0 = consistent)'), littlesLawResidual],
  ] as const;
  return {
    caption: msg('Cases'),
    columns: [
      { label: msg('Figure'), numeric: false },
      { label: msg('Mean per replication'), numeric: true },
    ],
    rows: rows.map(([label, estimate, writing = count]) => ({
      cells: [textCell(label), estimateCell(estimate, writing)],
    })),
  };
}
