/** The difference of a figure in every replication: which of them show an improvement, and what they say together. */
import { dot, rect, ruleX, ruleY, text } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import { formatNumber, type FormatLocale } from '../../format/index.ts';
import type { ChartOptions } from '../chart.ts';
import type { Writing } from '../figures.ts';
import { textCell, type FigureTable } from '../figure-table.ts';
import { AXIS_HEIGHT, axisBelow, drawFrame } from '../frame.ts';
import { intervalText, roomy, signed, type Figure, type Interval } from './figure.ts';

export interface PairedDifferences {
  /** What the figure is called, with its unit: `Cycle time (days)`. */
  readonly name: string;
  /** To-be minus as-is, one per replication; NaN = not measured. */
  readonly values: ArrayLike<number>;
  readonly mean: Interval;
  /** How numbers are written, in the unit of `name`; ticks too. */
  readonly writing: (locale: FormatLocale) => Writing;
  /** Units of `values` in one unit of the axis, e.g. 86 400 for days. */
  readonly perUnit: number;
  readonly better: 'lower' | 'higher' | undefined;
}

interface Dot {
  readonly replication: number;
  readonly value: number;
  readonly good: boolean | undefined;
}

/** Undefined when no replication measured both. */
export function pairedDifferences(data: PairedDifferences): Figure | undefined {
  const dots = Array.from(data.values).flatMap((value, i): Dot[] =>
    Number.isNaN(value) ? [] : [{ replication: i + 1, value: value / data.perUnit, good: goodOf(value, data.better) }],
  );
  if (dots.length === 0) return undefined;
  const [low, high] = roomy(dots.map(({ value }) => value));
  return {
    id: 'paired-differences',
    title: msg(str`Difference in each replication: ${data.name}`),
    extent: { x: data.values.length, y: Math.max(Math.abs(low), Math.abs(high)) },
    draw: (options) => draw(data, dots, [low, high], options),
    summary: (locale) => summarise(data, dots, locale),
    caption: (locale) => caption(data, dots, locale),
    table: (locale) => tabulate(data, dots, locale),
  };
}

const goodOf = (value: number, better: PairedDifferences['better']): boolean | undefined =>
  better === undefined || value === 0 ? undefined : value < 0 === (better === 'lower');

function draw(
  data: PairedDifferences,
  dots: readonly Dot[],
  domain: readonly [number, number],
  options: ChartOptions,
): SVGSVGElement {
  const writing = signed(data.writing(options.locale));
  const mean = { low: data.mean.low / data.perUnit, high: data.mean.high / data.perUnit };
  return drawFrame(
    options,
    summarise(data, dots, options.locale),
    {
      marginLeft: 56,
      marginRight: 132,
      marginTop: 12,
      marginBottom: AXIS_HEIGHT,
      x: { domain: [0, data.values.length + 1], label: msg('replication'), ...axisBelow, ticks: 6 },
      y: {
        domain: [Math.min(domain[0], mean.low), Math.max(domain[1], mean.high)],
        ticks: 5,
        tickFormat: (value: number) => writing.number(value * data.perUnit),
        label: null,
        grid: true,
      },
    },
    ({ paint }) => [
      rect([mean], {
        x1: 0,
        x2: data.values.length + 1,
        y1: 'low',
        y2: 'high',
        fill: paint('to-be'),
        fillOpacity: 0.2,
      }),
      ruleY([data.mean.value / data.perUnit], { stroke: paint('to-be'), strokeWidth: 2 }),
      ruleY([0], { stroke: paint('ink'), strokeWidth: 1.5 }),
      ruleX(dots, { x: 'replication', y1: 0, y2: 'value', stroke: paint('grid') }),
      dot(dots, {
        x: 'replication',
        y: 'value',
        r: 3.5,
        fill: ({ good }: Dot) => paint(good === undefined ? 'quiet' : good ? 'on-time' : 'late'),
        symbol: ({ good }: Dot) => (good === false ? 'square' : 'circle'),
      }),
      text([data.mean.value / data.perUnit], {
        y: (value: number) => value,
        frameAnchor: 'right',
        textAnchor: 'start',
        dx: 8,
        text: [msg(str`mean ${writing.full(data.mean.value)}`)],
        fill: paint('ink'),
        fontWeight: 600,
      }),
      text([0], {
        y: (zero: number) => zero,
        frameAnchor: 'right',
        textAnchor: 'start',
        dx: 8,
        text: [msg('no difference')],
        fill: paint('quiet'),
      }),
    ],
  );
}

function summarise(data: PairedDifferences, dots: readonly Dot[], locale: FormatLocale): string {
  const mean = intervalText(data.mean, signed(data.writing(locale)));
  const better = formatNumber(dots.filter(({ good }) => good).length, locale, 0);
  const all = formatNumber(dots.length, locale, 0);
  if (data.better === undefined) return msg(str`${data.name}: mean difference ${mean} over ${all} replications.`);
  return msg(str`${data.name}: mean difference ${mean}; better in ${better} of ${all} replications.`);
}

function caption(data: PairedDifferences, dots: readonly Dot[], locale: FormatLocale): string {
  const all = formatNumber(dots.length, locale, 0);
  return data.better === undefined
    ? msg(str`To-be minus as-is under the same luck · band: 95 % CI of the mean · R = ${all}`)
    : msg(
        str`To-be minus as-is under the same luck · round: better, square: worse · band: 95 % CI of the mean · R = ${all}`,
      );
}

function tabulate(data: PairedDifferences, dots: readonly Dot[], locale: FormatLocale): FigureTable {
  const writing = signed(data.writing(locale));
  return {
    caption: msg(str`Difference in each replication: ${data.name}`),
    columns: [
      { label: msg('Replication'), numeric: true },
      { label: msg('Difference'), numeric: true },
    ],
    rows: dots.map(({ replication, value }) => ({
      cells: [
        { ...textCell(formatNumber(replication, locale, 0)), sort: replication },
        { text: writing.number(value * data.perUnit), sort: value },
      ],
    })),
  };
}
