/** Heat maps: one figure per step, on an absolute scale that starts at zero. */
import { msg, str } from '@lit/localize';
import type { ActivityResult, RunResult, Scenario } from '#simulation';
import type { ChartInput } from '../../charts/chart.ts';
import { DEFAULT_CURRENCY } from '../../charts/pool-table.ts';
import type { HeatMap } from '../../editor/design-editor.ts';
import { formatDuration, formatMoney, formatNumber, formatPercent, type FormatLocale } from '../../format/index.ts';

export const HEAT_METRICS = ['waiting', 'utilisation', 'executions', 'cost', 'sla-misses'] as const;
export type HeatMetric = (typeof HEAT_METRICS)[number];

/** Below this many executions over all replications a mean says little: the figure is not shown. */
export const FEWEST_EXECUTIONS = 30;

export interface HeatLegend {
  readonly title: string;
  /** Ends of the scale with their units. */
  readonly from: string;
  readonly to: string;
  /** Steps whose figure rests on too few executions. */
  readonly tooFew: number;
}

export interface HeatReading {
  readonly values: ReadonlyMap<string, HeatMap>;
  readonly legend: HeatLegend;
  /** End of the scale in the metric's own unit, to share one scale between designs. */
  readonly scale: number;
}

/** The metric's name in menus. */
export function heatName(metric: HeatMetric): string {
  switch (metric) {
    case 'waiting':
      return msg('Waiting time');
    case 'utilisation':
      return msg('Utilisation of the people');
    case 'executions':
      return msg('Executions');
    case 'cost':
      return msg('Cost');
    case 'sla-misses':
      return msg('SLA misses');
  }
}

/**
 * The metric at each step; undefined when no step has it. The scale reaches at least to `scale`, so that two designs can share
 * one.
 */
export function readHeat(
  metric: HeatMetric,
  { result, scenario }: ChartInput,
  locale: FormatLocale,
  scale = 0,
): HeatReading | undefined {
  const figures = Object.entries(result.document.activities).flatMap(([id, activity]) => {
    const value = figureOf(metric, id, activity, result, scenario);
    const executions = (activity.executions.value ?? 0) * result.done;
    return value === undefined ? [] : [{ id, value, executions }];
  });
  if (figures.length === 0) return undefined;
  const trusted = figures.filter(({ executions }) => executions >= FEWEST_EXECUTIONS);
  const shares = metric === 'utilisation' || metric === 'sla-misses';
  const end = shares ? 1 : niceEnd(Math.max(scale, ...trusted.map(({ value }) => value)), metric === 'waiting');
  const write = writerOf(metric, scenario, locale);
  const values = new Map<string, HeatMap>(
    figures.map(({ id, value, executions }) =>
      executions >= FEWEST_EXECUTIONS
        ? [id, { level: value / end, label: write(value) }]
        : [id, { level: 0, label: msg(str`n = ${formatNumber(executions, locale, 0)}`) }],
    ),
  );
  return {
    values,
    scale: end,
    legend: { title: scaleTitle(metric), from: write(0), to: write(end), tooFew: figures.length - trusted.length },
  };
}

function figureOf(
  metric: HeatMetric,
  id: string,
  activity: ActivityResult,
  result: RunResult,
  scenario: Scenario,
): number | undefined {
  switch (metric) {
    case 'waiting':
      return activity.queue.mean.value ?? undefined;
    case 'utilisation':
      return utilisationOf(id, result, scenario);
    case 'executions':
      return activity.executions.value ?? undefined;
    case 'cost':
      return activity.cost.value ?? undefined;
    case 'sla-misses':
      return missesOf(id, result, scenario);
  }
}

/** Of the pools that can do the step, the busiest. */
function utilisationOf(id: string, result: RunResult, scenario: Scenario): number | undefined {
  const pools = (scenario.elements?.[id]?.resources ?? []).flat().map((need) => need.pool);
  const values = pools.flatMap((pool) => result.document.resources[pool]?.utilisation.value ?? []);
  return values.length > 0 ? Math.max(...values) : undefined;
}

/** Share of misses of the SLA on the step; of several, the worst. */
function missesOf(id: string, result: RunResult, scenario: Scenario): number | undefined {
  const onStep = (scenario.slas ?? []).filter(({ on }) => on.type === 'activity' && on.element === id);
  const rates = onStep.flatMap((sla) => result.document.slas.find((s) => s.id === sla.id)?.hitRate.value ?? []);
  return rates.length > 0 ? 1 - Math.min(...rates) : undefined;
}

function scaleTitle(metric: HeatMetric): string {
  switch (metric) {
    case 'waiting':
      return msg('Mean waiting time per execution');
    case 'utilisation':
      return msg('Utilisation of the busiest people of the step');
    case 'executions':
      return msg('Executions per replication');
    case 'cost':
      return msg('Cost per replication');
    case 'sla-misses':
      return msg('Share of executions that miss the step’s SLA');
  }
}

function writerOf(metric: HeatMetric, scenario: Scenario, locale: FormatLocale): (value: number) => string {
  switch (metric) {
    case 'waiting':
      return (seconds) => formatDuration(seconds * 1000, { locale });
    case 'utilisation':
    case 'sla-misses':
      return (share) => formatPercent(share, locale, 0);
    case 'executions':
      return (count) => formatNumber(count, locale);
    case 'cost':
      return (money) => formatMoney(money, scenario.currency ?? DEFAULT_CURRENCY, locale);
  }
}

/** Steps of round clock times in seconds: minutes, hours, days. */
const CLOCK_STEPS = [60, 300, 900, 1800, 3600, 7200, 14400, 28800, 43200, 86400, 172800, 432000, 864000];

/** A round number at or above the value. */
function niceEnd(value: number, time: boolean): number {
  if (value <= 0) return 1;
  const clock = time ? CLOCK_STEPS.find((step) => step >= value) : undefined;
  if (clock !== undefined) return clock;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((factor) => factor * power).find((end) => end >= value) ?? 10 * power;
}
