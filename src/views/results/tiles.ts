/** The headline figures of a run: at most five tiles, hit rate first. */
import { msg, str } from '@lit/localize';
import type { Estimate, RunResult, Scenario, SlaResult } from '#simulation';
import type { ChartInput } from '../../charts/chart.ts';
import { readCycleTime } from '../../charts/cycle-time-data.ts';
import { DEFAULT_CURRENCY } from '../../charts/pool-table.ts';
import {
  formatDuration,
  formatInterval,
  formatMoney,
  formatNumber,
  formatPercent,
  NO_FIGURE,
  type FormatLocale,
} from '../../format/index.ts';
import type { KpiId } from '../help/kpi-texts.ts';
import { verdictOf, type Verdict } from './verdict.ts';

export interface Tile {
  readonly kpi: KpiId;
  readonly name: string;
  readonly value: string;
  /** "88.9–93.9 %" or "± 2 h"; undefined with one replication. */
  readonly interval: string | undefined;
  /** Second line: a target, the pool, the P90. */
  readonly note?: string;
  readonly verdict?: Verdict;
  /** Shape of the cycle times, for the tiles about them. */
  readonly spark?: { readonly counts: Float64Array; readonly end: number; readonly limit?: number };
  /** What the tile is about on the diagram or in the parameters. */
  readonly subject?: string;
}

const MOST_TILES = 5;

/** Tiles of the run; figures that were not measured are left out. */
export function tilesOf(input: ChartInput, locale: FormatLocale): readonly Tile[] {
  const { slas } = input.result.document;
  const [first, ...others] = slas;
  const leading = [
    first && slaTile(first, input, locale),
    cycleTimeTile(input, locale),
    waitingTile(input.result, locale),
    utilisationTile(input.result, locale),
    costTile(input, locale),
  ];
  const reserve = [
    ...others.map((sla) => slaTile(sla, input, locale)),
    throughputTile(input.result, locale),
    efficiencyTile(input.result, locale),
  ];
  const shown = leading.filter((tile) => tile !== undefined);
  return [...shown, ...reserve.filter((tile) => tile !== undefined)].slice(0, MOST_TILES);
}

/** The figure whose interval a running simulation is judged by: the first promise, else the mean cycle time. */
export function mainFigure(result: RunResult, locale: FormatLocale): { name: string; text: string } | undefined {
  const [sla] = result.document.slas;
  const { mean } = result.document.cycleTime;
  if (sla) return halfWidth(msg('hit rate'), sla.hitRate, (value) => formatPercent(value, locale));
  return halfWidth(msg('cycle time'), mean, duration(locale));
}

function halfWidth(name: string, { value, ci95 }: Estimate, write: (value: number) => string) {
  if (value === null) return undefined;
  const text = write(value);
  return { name, text: ci95 ? `${text} ± ${write((ci95[1] - ci95[0]) / 2)}` : text };
}

function slaTile(sla: SlaResult, input: ChartInput, locale: FormatLocale): Tile | undefined {
  const verdict = verdictOf(sla.hitRate, sla.target);
  if (verdict === undefined) return undefined;
  const share = (value: number) => formatPercent(value, locale);
  const limit = formatDuration(sla.limit * 1000, { locale, working: sla.clock === 'business' });
  const target = formatPercent(sla.target, locale, 0);
  const spark = isOnCases(sla, input.scenario) && sla.clock === 'calendar' ? sparkOf(input, sla.limit) : undefined;
  return {
    kpi: 'hit-rate',
    name: sla.name,
    ...figureOf(sla.hitRate, share),
    note: msg(str`within ${limit}, target ${target}`),
    verdict,
    subject: sla.id,
    ...(spark ? { spark } : {}),
  };
}

function cycleTimeTile(input: ChartInput, locale: FormatLocale): Tile | undefined {
  const { mean, p90 } = input.result.document.cycleTime;
  if (mean.value === null) return undefined;
  const spark = sparkOf(input);
  const slowest = p90.value === null ? undefined : duration(locale)(p90.value);
  return {
    kpi: 'cycle-time',
    name: msg('Mean cycle time'),
    ...plusMinus(mean, duration(locale)),
    ...(slowest ? { note: msg(str`P90 ${slowest}`) } : {}),
    ...(spark ? { spark } : {}),
  };
}

function waitingTile({ document }: RunResult, locale: FormatLocale): Tile | undefined {
  const { queuedContention } = document.decomposition;
  const total = document.cycleTime.mean.value;
  if (queuedContention.value === null || !total) return undefined;
  const share = formatPercent(queuedContention.value / total, locale, 0);
  return {
    kpi: 'waiting',
    name: msg('Wait for people'),
    ...plusMinus(queuedContention, duration(locale)),
    note: msg(str`${share} of cycle time`),
  };
}

function utilisationTile({ document }: RunResult, locale: FormatLocale): Tile | undefined {
  const [busiest] = Object.entries(document.resources)
    .filter(([, pool]) => pool.utilisation.value !== null)
    .sort(([, a], [, b]) => (b.utilisation.value ?? 0) - (a.utilisation.value ?? 0));
  if (!busiest) return undefined;
  const [id, pool] = busiest;
  return {
    kpi: 'utilisation',
    name: msg('Busiest pool'),
    ...figureOf(pool.utilisation, (value) => formatPercent(value, locale)),
    note: pool.name,
    subject: id,
  };
}

function costTile({ result, scenario }: ChartInput, locale: FormatLocale): Tile | undefined {
  const { perCase } = result.document.cost;
  if (!perCase.value) return undefined;
  const currency = scenario.currency ?? DEFAULT_CURRENCY;
  return {
    kpi: 'cost-per-case',
    name: msg('Cost per case'),
    ...plusMinus(perCase, (value) => formatMoney(value, currency, locale)),
    note: msg('for work done'),
  };
}

function throughputTile({ document }: RunResult, locale: FormatLocale): Tile | undefined {
  if (document.throughputPerDay.value === null) return undefined;
  const arrivals = document.arrivalsPerDay.value;
  const count = arrivals === null ? NO_FIGURE : formatNumber(arrivals, locale);
  return {
    kpi: 'throughput',
    name: msg('Completed per day'),
    ...figureOf(document.throughputPerDay, (value) => formatNumber(value, locale)),
    note: msg(str`${count} arrive per day`),
  };
}

function efficiencyTile({ document }: RunResult, locale: FormatLocale): Tile | undefined {
  if (document.flowEfficiency.value === null) return undefined;
  return {
    kpi: 'flow-efficiency',
    name: msg('Flow efficiency'),
    ...figureOf(document.flowEfficiency, (value) => formatPercent(value, locale)),
    note: msg('share of the time with work under way'),
  };
}

const figureOf = (estimate: Estimate, write: (value: number) => string): Pick<Tile, 'value' | 'interval'> => ({
  value: estimate.value === null ? NO_FIGURE : write(estimate.value),
  interval: formatInterval(estimate, write),
});

/** With half the interval instead of its ends, which would be long in times and money. */
function plusMinus(estimate: Estimate, write: (value: number) => string): Pick<Tile, 'value' | 'interval'> {
  const { value, ci95 } = estimate;
  return {
    value: value === null ? NO_FIGURE : write(value),
    interval: ci95 ? `± ${write((ci95[1] - ci95[0]) / 2)}` : undefined,
  };
}

/** Seconds as people say them. */
const duration =
  (locale: FormatLocale) =>
  (seconds: number): string =>
    formatDuration(seconds * 1000, { locale });

const isOnCases = (sla: SlaResult, scenario: Scenario): boolean =>
  scenario.slas?.find(({ id }) => id === sla.id)?.on.type === 'case';

function sparkOf(input: ChartInput, limit?: number): Tile['spark'] {
  const data = readCycleTime(input);
  return data && { counts: data.counts, end: data.end, ...(limit === undefined ? {} : { limit }) };
}
