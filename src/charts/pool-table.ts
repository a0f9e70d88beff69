/** The figures of every resource pool as a table. */
import { msg, str } from '@lit/localize';
import type { Estimate, ResourceResult } from '#simulation';
import { NO_FIGURE, unitLabel, type FormatLocale } from '../format/index.ts';
import type { ChartInput } from './chart.ts';
import { countWriting, estimateCell, largestOf, moneyWriting, shareWriting, timeWriting } from './figures.ts';
import { textCell, type FigureTable } from './figure-table.ts';
import { displayUnit } from './time-unit.ts';

/** Currency of a scenario's money where it states none. */
export const DEFAULT_CURRENCY = 'CNY';

export function poolTable(input: ChartInput, locale: FormatLocale): FigureTable {
  const pools = Object.entries(input.result.document.resources);
  const largest = (pick: (pool: ResourceResult) => Estimate) => largestOf(pools.map(([, pool]) => pick(pool)));
  const currency = input.scenario.currency ?? DEFAULT_CURRENCY;
  const share = shareWriting(locale);
  const count = countWriting(locale);
  const busiest = largest((pool) => pool.busy);
  const unit = displayUnit(busiest, 'business');
  const hours = timeWriting(unit, busiest, locale);
  const name = unitLabel(unit, locale);
  const money = moneyWriting(
    currency,
    Math.max(
      largest((pool) => pool.paid),
      largest((pool) => pool.cost),
    ),
    locale,
  );
  return {
    caption: msg('People'),
    columns: [
      { label: msg('Pool'), numeric: false },
      { label: msg('People'), numeric: true },
      { label: msg('Utilisation (%)'), numeric: true },
      { label: msg(str`Worked (${name})`), numeric: true },
      { label: msg(str`of it overtime (${name})`), numeric: true },
      { label: msg('Queue length, mean'), numeric: true },
      { label: msg('Queue length, max'), numeric: true },
      { label: msg(str`Cost of work (${currency})`), numeric: true },
      { label: msg(str`Cost of shifts (${currency})`), numeric: true },
    ],
    rows: pools.map(([id, pool]) => ({
      id,
      cells: [
        textCell(pool.name),
        pool.capacity === null
          ? { text: NO_FIGURE, sort: null }
          : { text: count.number(pool.capacity), sort: pool.capacity },
        estimateCell(pool.utilisation, share),
        estimateCell(pool.busy, hours),
        estimateCell(pool.overtime, hours),
        estimateCell(pool.queueLength.mean, count),
        estimateCell(pool.queueLength.max, count),
        estimateCell(pool.cost, money),
        estimateCell(pool.paid, money),
      ],
    })),
  };
}
