/** Every promise with its hit rate and how late the misses are. */
import { msg, str } from '@lit/localize';
import { formatDuration, formatPercent, unitLabel, type FormatLocale } from '../format/index.ts';
import type { ChartInput } from './chart.ts';
import { countWriting, estimateCell, largestOf, shareWriting, timeWriting } from './figures.ts';
import { textCell, type FigureTable } from './figure-table.ts';
import { displayUnit } from './time-unit.ts';

export function slaTable({ result }: ChartInput, locale: FormatLocale): FigureTable {
  const { slas } = result.document;
  const latest = largestOf(slas.map((sla) => sla.lateness.p90));
  const unit = displayUnit(latest, 'calendar');
  const late = timeWriting(unit, latest, locale);
  const sign = unitLabel(unit, locale, 'short');
  const longest = largestOf(slas.map((sla) => sla.leadTime?.p90));
  const leadUnit = displayUnit(longest, 'calendar');
  const lead = timeWriting(leadUnit, longest, locale);
  const leadSign = unitLabel(leadUnit, locale, 'short');
  return {
    caption: msg('SLAs'),
    columns: [
      { label: msg('SLA'), numeric: false },
      { label: msg('Limit'), numeric: true },
      { label: msg('Clock'), numeric: false },
      { label: msg('Target'), numeric: true },
      { label: msg('Hit rate (%)'), numeric: true },
      { label: msg('Weeks that reach the target (%)'), numeric: true },
      { label: msg('Measured per replication'), numeric: true },
      { label: msg(str`Misses are late by, mean (${sign})`), numeric: true },
      { label: msg(str`Misses are late by, P90 (${sign})`), numeric: true },
      { label: msg(str`Segment takes, mean (${leadSign})`), numeric: true },
      { label: msg(str`Segment takes, P90 (${leadSign})`), numeric: true },
      { label: msg('Segment not finished'), numeric: true },
    ],
    rows: slas.map((sla) => ({
      id: sla.id,
      cells: [
        textCell(sla.name),
        {
          text: formatDuration(sla.limit * 1000, { locale, working: sla.clock === 'business' }),
          sort: sla.limit,
        },
        textCell(sla.clock === 'business' ? msg('working time') : msg('calendar time')),
        { text: formatPercent(sla.target, locale, 0), sort: sla.target },
        estimateCell(sla.hitRate, shareWriting(locale)),
        estimateCell(sla.weeksMet, shareWriting(locale)),
        estimateCell(sla.measured, countWriting(locale)),
        estimateCell(sla.lateness.mean, late),
        estimateCell(sla.lateness.p90, late),
        estimateCell(sla.leadTime?.mean, lead),
        estimateCell(sla.leadTime?.p90, lead),
        estimateCell(sla.notReached, countWriting(locale)),
      ],
    })),
  };
}
