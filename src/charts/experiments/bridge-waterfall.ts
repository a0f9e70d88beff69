/** From one design to another, change by change: what each accounts for of the difference of a figure, as steps that add up. */
import { axisY, dot, rectX, ruleX, ruleY, text } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import { formatNumber, type FormatLocale } from '../../format/index.ts';
import type { ChartOptions } from '../chart.ts';
import type { Writing } from '../figures.ts';
import { textCell, type Cell, type FigureTable } from '../figure-table.ts';
import { AXIS_HEIGHT, axisBelow, drawFrame, FONT_SIZE } from '../frame.ts';
import { ellipsis, textWidth } from '../labels.ts';
import type { Meaning } from '../paint.ts';
import { roomy, SIDES, type Figure, type Interval } from './figure.ts';

export interface BridgeBar {
  /** `Quality engineers: 3 → 4 people`. */
  readonly name: string;
  /** What it accounts for; shares of all bars add up to the difference. */
  readonly share: Interval;
  /** The difference that it makes alone; absent for several changes taken together. */
  readonly alone?: Interval;
}

export interface BridgeData {
  /** Tells the charts of one bridge apart. */
  readonly id: string;
  /** What the figure is called, and the unit of its axis. */
  readonly name: string;
  readonly unit: string;
  readonly from: { readonly name: string; readonly value: number };
  readonly to: { readonly name: string; readonly value: number };
  readonly bars: readonly BridgeBar[];
  /** What the steps say, in sentences. */
  readonly sentences: readonly string[];
  readonly writing: (locale: FormatLocale) => Writing;
  /** How differences are written. */
  readonly differences: (locale: FormatLocale) => Writing;
  /** Units of the figure in one unit of the axis. */
  readonly perUnit: number;
  readonly better: 'lower' | 'higher' | undefined;
  readonly replications: number;
  readonly method: 'every-order' | 'random-orders';
}

interface Step {
  readonly row: string;
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
  readonly meaning: Meaning;
}

const ROW = 30;

export function bridgeWaterfall(data: BridgeData): Figure {
  return {
    id: `bridge-${data.id}`,
    title: msg(str`Which change does what: ${data.name}`),
    extent: { x: Math.max(data.from.value, data.to.value), y: 0 },
    height: ROW * (data.bars.length + 2) + AXIS_HEIGHT + 12,
    draw: (options) => draw(data, options),
    summary: () => data.sentences.join(' '),
    caption: (locale) => caption(data, locale),
    table: (locale) => tabulate(data, locale),
  };
}

function stepsOf(data: BridgeData, locale: FormatLocale): readonly Step[] {
  const { number } = data.differences(locale);
  let at = data.from.value;
  return data.bars.map(({ share }, i) => {
    const start = at;
    at += share.value;
    const good = share.value === 0 || !data.better ? undefined : share.value < 0 === (data.better === 'lower');
    return {
      row: String(i + 1),
      start: start / data.perUnit,
      end: at / data.perUnit,
      low: (start + share.low) / data.perUnit,
      high: (start + share.high) / data.perUnit,
      label: number(share.value),
      meaning: good === undefined ? 'quiet' : good ? 'on-time' : 'late',
    };
  });
}

function draw(data: BridgeData, options: ChartOptions): SVGSVGElement {
  const { locale } = options;
  const writing = data.writing(locale);
  const steps = stepsOf(data, locale);
  const last = String(steps.length + 1);
  const ends = [
    { row: '0', value: data.from.value / data.perUnit, label: writing.full(data.from.value), meaning: SIDES[0] },
    { row: last, value: data.to.value / data.perUnit, label: writing.full(data.to.value), meaning: SIDES[1] },
  ];
  const names = [data.from.name, ...data.bars.map(({ name }) => name), data.to.name];
  const longest = Math.max(...names.map((name) => textWidth(name, FONT_SIZE))) + 12;
  const room = Math.min(longest, Math.max(120, options.width * 0.42));
  const labels = [...ends, ...steps].map(({ label }) => textWidth(label, FONT_SIZE));
  const [first] = ends;
  return drawFrame(
    options,
    data.sentences.join(' '),
    {
      marginLeft: room + 4,
      marginRight: Math.max(...labels) + 16,
      marginTop: 8,
      marginBottom: AXIS_HEIGHT,
      x: {
        domain: [
          ...roomy(
            [
              ...ends.map(({ value }) => value),
              ...steps.flatMap(({ start, end, low, high }) => [start, end, low, high]),
            ],
            first?.value,
          ),
        ],
        label: data.unit === '' ? data.name : `${data.name} (${data.unit})`,
        tickFormat: (value: number) => writing.number(value * data.perUnit),
        ticks: Math.max(2, Math.floor((options.width - room) / 100)),
        ...axisBelow,
        grid: true,
      },
      y: { type: 'band', domain: names.map((_, row) => String(row)), padding: 0.3, label: null },
    },
    ({ fill, paint }) => [
      axisY({
        tickSize: 0,
        label: null,
        tickFormat: (row: string) => ellipsis(names[Number(row)] ?? '', room, FONT_SIZE),
      }),
      ruleX(
        ends.map(({ value }) => value),
        { stroke: paint('quiet'), strokeDasharray: '3 3' },
      ),
      ...steps.map((step) => rectX([step], { x1: 'start', x2: 'end', y: 'row', fill: fill(step.meaning) })),
      // A change without effect still has its place.
      ruleX(steps, { x: 'end', y: 'row', stroke: paint('ink'), strokeWidth: 1 }),
      ruleY(steps, { x1: 'low', x2: 'high', y: 'row', stroke: paint('ink'), strokeWidth: 1.5 }),
      ...ends.map((end) =>
        dot([end], { x: 'value', y: 'row', r: 6, symbol: 'diamond', fill: paint(end.meaning), stroke: paint('ink') }),
      ),
      text(steps, {
        x: ({ start, end, high }: Step) => Math.max(start, end, high),
        y: 'row',
        text: 'label',
        textAnchor: 'start',
        dx: 6,
        fill: paint('ink'),
      }),
      text(ends, {
        x: 'value',
        y: 'row',
        text: 'label',
        textAnchor: 'start',
        dx: 10,
        fill: paint('ink'),
        fontWeight: 600,
      }),
    ],
  );
}

function caption({ method, replications, better }: BridgeData, locale: FormatLocale): string {
  const count = formatNumber(replications, locale, 0);
  const how =
    method === 'every-order'
      ? msg(str`Shapley shares over every order of the changes, same luck · whiskers: 95 % CI · R = ${count}`)
      : msg(str`Shapley shares from random orders of the changes, same luck · whiskers: 95 % CI · R = ${count}`);
  return better === undefined ? how : `${how} · ${msg('plain: better, hatched: worse')}`;
}

function tabulate(data: BridgeData, locale: FormatLocale): FigureTable {
  const writing = data.writing(locale);
  const differences = data.differences(locale);
  const cell = (effect: Interval | undefined): Cell =>
    effect
      ? {
          text: differences.number(effect.value),
          sort: effect.value,
          ...(effect.low === effect.high
            ? {}
            : { interval: `${differences.number(effect.low)} … ${differences.number(effect.high)}` }),
        }
      : { text: '', sort: null };
  const end = ({ name, value }: BridgeData['from']) => ({
    cells: [textCell(name), { text: writing.full(value), sort: value }, textCell('')],
  });
  const unit = data.unit === '' ? '' : ` (${data.unit})`;
  return {
    caption: msg(str`Which change does what: ${data.name}`),
    columns: [
      { label: msg('Change'), numeric: false },
      { label: `${msg('Share')}${unit}`, numeric: true },
      { label: `${msg('Made alone')}${unit}`, numeric: true },
    ],
    rows: [
      end(data.from),
      ...data.bars.map(({ name, share, alone }) => ({ cells: [textCell(name), cell(share), cell(alone)] })),
      end(data.to),
    ],
  };
}
