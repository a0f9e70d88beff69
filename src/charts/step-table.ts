/** The figures of every activity as a table. */
import { msg, str } from '@lit/localize';
import type { ActivityResult, Estimate } from '#simulation';
import { unitLabel, type FormatLocale } from '../format/index.ts';
import type { ChartInput } from './chart.ts';
import { countWriting, estimateCell, largestOf, moneyWriting, shareWriting, timeWriting } from './figures.ts';
import { textCell, type FigureTable } from './figure-table.ts';
import { DEFAULT_CURRENCY } from './pool-table.ts';
import { displayUnit, type DisplayClock } from './time-unit.ts';

/** Every figure of every activity. */
export function stepTable(input: ChartInput, locale: FormatLocale): FigureTable {
  const activities = Object.entries(input.result.document.activities);
  const values = activities.map(([, activity]) => activity);
  const column = (pick: (activity: ActivityResult) => Estimate, clock: DisplayClock) => {
    const largest = largestOf(values.map(pick));
    const unit = displayUnit(largest, clock);
    return {
      name: unitLabel(unit, locale),
      cell: (a: ActivityResult) => estimateCell(pick(a), timeWriting(unit, largest, locale)),
    };
  };
  const queue = column((a) => a.queue.mean, 'calendar');
  const queueP95 = column((a) => a.queue.p95, 'calendar');
  const business = column((a) => a.queue.businessMean, 'business');
  const work = column((a) => a.work.mean, 'business');
  const elapsed = column((a) => a.elapsed.mean, 'calendar');
  const count = countWriting(locale);
  const share = shareWriting(locale);
  const currency = input.scenario.currency ?? DEFAULT_CURRENCY;
  const money = moneyWriting(currency, largestOf(values.map((a) => a.cost)), locale);
  return {
    caption: msg('Steps'),
    columns: [
      { label: msg('Step'), numeric: false },
      { label: msg('Executions'), numeric: true },
      { label: msg(str`Work (${work.name})`), numeric: true },
      { label: msg(str`Waiting (${queue.name})`), numeric: true },
      { label: msg(str`Waiting, P95 (${queueP95.name})`), numeric: true },
      { label: msg(str`Waiting in working time (${business.name})`), numeric: true },
      { label: msg(str`Start to end with waiting (${elapsed.name})`), numeric: true },
      { label: msg('Queue length, mean'), numeric: true },
      { label: msg('Queue length, max'), numeric: true },
      { label: msg('Rework (%)'), numeric: true },
      { label: msg('Cancelled'), numeric: true },
      { label: msg(str`Cost (${currency})`), numeric: true },
    ],
    rows: activities.map(([id, activity]) => ({
      id,
      cells: [
        textCell(activity.name),
        estimateCell(activity.executions, count),
        work.cell(activity),
        queue.cell(activity),
        queueP95.cell(activity),
        business.cell(activity),
        elapsed.cell(activity),
        estimateCell(activity.queueLength.mean, count),
        estimateCell(activity.queueLength.max, count),
        estimateCell(activity.rework, share),
        estimateCell(activity.cancelled, count),
        estimateCell(activity.cost, money),
      ],
    })),
  };
}
