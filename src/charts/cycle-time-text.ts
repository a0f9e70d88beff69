/** Sentences and the table about the cycle time. */
import { msg, str } from '@lit/localize';
import type { Estimate, Spread } from '#simulation';
import { formatEstimate, formatNumber, unitLabel, type FormatLocale } from '../format/index.ts';
import type { ChartInput } from './chart.ts';
import type { CycleTimeData } from './cycle-time-data.ts';
import type { FigureTable, Row } from './figure-table.ts';
import { textCell } from './figure-table.ts';
import { estimateCell, limitText, shareWriting, timeWriting, inOneLine } from './figures.ts';
import { displayUnit, type DisplayClock, type DisplayUnit } from './time-unit.ts';
import { promisedUnit, type CasePromise } from './promises.ts';

/** What the picture shows, for those who do not see it. */
export function cycleTimeSummary(data: CycleTimeData, locale: FormatLocale): string {
  const times = timeWriting(data.unit, data.end, locale);
  const median = formatEstimate(data.spread.p50, times.full, locale);
  const p95 = formatEstimate(data.spread.p95, times.full, locale);
  const first = msg(str`Half of the cases take at most ${median}; 95 of 100 take at most ${p95}.`);
  return [first, ...promiseSentences(data.promises, data.unit, locale)].join(' ');
}

/** One sentence per promise: its hit rate, limit and target. */
export function promiseSentences(
  promises: readonly CasePromise[],
  unit: DisplayUnit,
  locale: FormatLocale,
): readonly string[] {
  return promises.map(({ sla }) => {
    const rate = formatEstimate(sla.hitRate, shareWriting(locale).full, locale);
    const target = shareWriting(locale, 0).full(sla.target);
    const limit = limitText(sla.limit, unit, locale);
    return msg(str`${sla.name}: ${rate} within ${limit}, target ${target}.`);
  });
}

/** Cases, replications, bin width and what lies beyond the axis (a share). */
export function cycleTimeCaption(data: CycleTimeData, beyond: number, locale: FormatLocale, bars?: string): string {
  const cases = formatNumber(data.cases, locale, 0);
  const replications = formatNumber(data.replications, locale, 0);
  const parts = [msg(str`n = ${cases} completed cases · R = ${replications}`)];
  if (bars) parts.push(bars);
  if (data.replications > 1) parts.push(msg('whiskers: 95 % CI'));
  if (beyond >= 0.0005) {
    const share = shareWriting(locale).full(beyond);
    parts.push(msg(str`${share} beyond the axis`));
  }
  return inOneLine(parts);
}

/** Mean, spread and percentiles on both clocks. */
export function spreadTable(input: ChartInput, locale: FormatLocale): FigureTable {
  const { cycleTime, businessCycleTime } = input.result.document;
  const calendar = clockColumn(cycleTime, 'calendar', input, locale);
  const business = clockColumn(businessCycleTime, 'business', input, locale);
  return {
    caption: msg('Cycle time of completed cases'),
    columns: [
      { label: msg('Figure'), numeric: false },
      { label: msg(str`Calendar time (${calendar.unit})`), numeric: true },
      { label: msg(str`Working time (${business.unit})`), numeric: true },
    ],
    rows: measures().map(([label, pick]): Row => ({
      cells: [
        textCell(label),
        estimateCell(pick(cycleTime), calendar.writing),
        estimateCell(pick(businessCycleTime), business.writing),
      ],
    })),
  };
}

function clockColumn(spread: Spread, clock: DisplayClock, input: ChartInput, locale: FormatLocale) {
  const largest = spread.max.value ?? spread.p95.value ?? 0;
  const unit = displayUnit(spread.p95.value ?? largest, clock, promisedUnit(input, clock));
  return { unit: unitLabel(unit, locale), writing: timeWriting(unit, spread.p95.value ?? largest, locale) };
}

function measures(): readonly (readonly [string, (spread: Spread) => Estimate])[] {
  return [
    [msg('Mean'), (spread) => spread.mean],
    [msg('Standard deviation between cases'), (spread) => spread.sd],
    [msg('Shortest'), (spread) => spread.min],
    [msg('P50: half of the cases are faster'), (spread) => spread.p50],
    [msg('P80: 80 of 100 cases are faster'), (spread) => spread.p80],
    [msg('P90: 90 of 100 cases are faster'), (spread) => spread.p90],
    [msg('P95: 95 of 100 cases are faster'), (spread) => spread.p95],
    [msg('Longest'), (spread) => spread.max],
  ];
}
