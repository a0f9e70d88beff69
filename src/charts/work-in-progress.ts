/** Cases in progress over time: mean over replications with its 95 % band, warm-up shaded. */
import { areaY, lineY, rect, ruleX, ruleY, text } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import { formatEstimate, formatNumber, unitLabel, type FormatLocale } from '../format/index.ts';
import { caseTable } from './case-table.ts';
import { union, type ChartDefinition, type ChartInput, type ChartOptions } from './chart.ts';
import { countWriting, inOneLine } from './figures.ts';
import { AXIS_HEIGHT, axisBelow, drawFrame } from './frame.ts';
import { displayUnit, secondsPer, type DisplayUnit } from './time-unit.ts';

interface Point {
  /** Seconds since the start, middle of the bucket. */
  readonly time: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

interface WorkInProgress {
  readonly points: readonly Point[];
  /** Seconds. */
  readonly end: number;
  readonly warmUp: number;
  readonly highest: number;
  readonly unit: DisplayUnit;
}

/** More points than pixels tell nothing. */
const MOST_POINTS = 400;

export const workInProgress: ChartDefinition = {
  id: 'work-in-progress',
  title: () => msg('Cases in progress'),
  read(input) {
    const data = readWorkInProgress(input);
    return (
      data && {
        extent: { x: data.end, y: data.highest * 1.05 },
        draw: (options) => draw(data, input, options),
        summary: (locale) => summarise(input, locale),
        caption: (locale) => caption(input, data, locale),
        table: (locale) => caseTable(input, locale),
      }
    );
  },
};

/** Undefined before the first replication and when no case was ever in progress. */
export function readWorkInProgress(input: ChartInput): WorkInProgress | undefined {
  const { wip, plan } = input.result;
  let last = wip.values.length - 1;
  while (last >= 0 && !((wip.high[last] ?? 0) > 0)) last--;
  if (last < 0) return undefined;
  const group = Math.ceil((last + 1) / MOST_POINTS);
  const bucket = wip.width / 1000;
  const points: Point[] = [];
  for (let from = 0; from <= last; from += group) {
    const to = Math.min(last + 1, from + group);
    points.push({
      time: ((from + to) / 2) * bucket,
      mean: average(wip.values, from, to),
      low: average(wip.low, from, to),
      high: average(wip.high, from, to),
    });
  }
  const end = Number.isFinite(plan.horizon) ? plan.horizon / 1000 : (last + 1) * bucket;
  return {
    points,
    end,
    warmUp: plan.warmUp / 1000,
    highest: Math.max(...points.map((point) => point.high)),
    unit: displayUnit(end, 'calendar'),
  };
}

function average(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i] ?? 0;
  return sum / (to - from);
}

function draw(data: WorkInProgress, input: ChartInput, options: ChartOptions): SVGSVGElement {
  const extent = union({ x: data.end, y: data.highest * 1.05 }, options.atLeast);
  const perUnit = secondsPer(data.unit);
  const unit = unitLabel(data.unit, options.locale);
  const mean = input.result.document.wip.mean.value;
  const count = countWriting(options.locale);
  const time = (point: Point) => point.time / perUnit;
  return drawFrame(
    options,
    summarise(input, options.locale),
    {
      marginLeft: 46,
      marginRight: 76,
      marginTop: 22,
      marginBottom: AXIS_HEIGHT,
      x: {
        domain: [0, extent.x / perUnit],
        label: msg(str`time since the start (${unit})`),
        ...axisBelow,
      },
      y: {
        domain: [0, extent.y],
        ticks: 4,
        tickFormat: (value: number) => count.number(value),
        label: msg('cases'),
        labelArrow: 'none',
        grid: true,
      },
    },
    ({ paint }) => [
      data.warmUp > 0
        ? rect([data.warmUp / perUnit], {
            x1: 0,
            x2: (x: number) => x,
            y1: 0,
            y2: extent.y,
            fill: paint('quiet'),
            fillOpacity: 0.16,
          })
        : null,
      data.warmUp > 0 ? ruleX([data.warmUp / perUnit], { stroke: paint('quiet'), strokeDasharray: '4 3' }) : null,
      data.warmUp > 0
        ? text([data.warmUp / perUnit], {
            x: (x: number) => x,
            frameAnchor: 'top',
            // Beside the shade where it is too narrow for the words.
            ...(data.warmUp / extent.x > 0.3 ? { textAnchor: 'end', dx: -6 } : { textAnchor: 'start', dx: 6 }),
            dy: -14,
            text: [msg('warm-up, not counted')],
            fill: paint('quiet'),
          })
        : null,
      areaY(data.points, { x: time, y1: 'low', y2: 'high', fill: paint('as-is'), fillOpacity: 0.28 }),
      lineY(data.points, { x: time, y: 'mean', stroke: paint('as-is'), strokeWidth: 2 }),
      ruleY([0], { stroke: paint('quiet') }),
      mean === null ? null : ruleY([mean], { stroke: paint('quiet'), strokeDasharray: '2 3' }),
      mean === null
        ? null
        : text([mean], {
            y: (y: number) => y,
            frameAnchor: 'right',
            textAnchor: 'start',
            dx: 6,
            text: (y: number) => msg(str`mean ${count.number(y)}`),
            fill: paint('ink'),
          }),
    ],
  );
}

function summarise(input: ChartInput, locale: FormatLocale): string {
  const { wip } = input.result.document;
  const mean = formatEstimate(wip.mean, countWriting(locale).full, locale);
  const most = formatEstimate(wip.max, countWriting(locale).full, locale);
  return msg(str`Cases in progress: mean ${mean}, most at once ${most}.`);
}

function caption(input: ChartInput, data: WorkInProgress, locale: FormatLocale): string {
  const replications = formatNumber(input.result.done, locale, 0);
  const parts = [msg(str`Line: mean over replications · R = ${replications}`)];
  if (input.result.done > 1) parts.push(msg('band: 95 % CI of that mean'));
  if (data.warmUp > 0) parts.push(msg('the shaded warm-up is left out of all figures'));
  return inOneLine(parts);
}
