/** Which uncertain input moves a figure most: for each the figure at the low and at the high end of its range, the longest bar first. */
import { axisY, rectX, ruleX, ruleY } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import { formatNumber, type FormatLocale } from '../../format/index.ts';
import type { ChartOptions } from '../chart.ts';
import type { Writing } from '../figures.ts';
import { textCell, type Cell, type FigureTable } from '../figure-table.ts';
import { AXIS_HEIGHT, axisBelow, drawFrame, FONT_SIZE } from '../frame.ts';
import { drawKey, keyHeight } from '../key.ts';
import { ellipsis, textWidth } from '../labels.ts';
import type { Meaning } from '../paint.ts';
import { roomy, type Figure, type Interval } from './figure.ts';

/** One end of the range of an input. */
export interface TornadoEnd {
  /** The value of the input there: `1.6 h`. */
  readonly value: string;
  /** Difference of the figure to that with the inputs as stated; absent where the scenario cannot be run like that. */
  readonly effect?: Interval;
}

export interface TornadoInput {
  /** `Decide responsibility: mean work time`. */
  readonly name: string;
  readonly low: TornadoEnd;
  readonly high: TornadoEnd;
}

export interface TornadoData {
  readonly name: string;
  readonly unit: string;
  /** The figure with all inputs as stated. */
  readonly stated: number;
  /** Longest first. */
  readonly inputs: readonly TornadoInput[];
  readonly sentences: readonly string[];
  readonly writing: (locale: FormatLocale) => Writing;
  readonly differences: (locale: FormatLocale) => Writing;
  readonly perUnit: number;
  readonly replications: number;
}

const ROW = 26;
/** Bars of one picture; the table has all. */
const MOST = 15;
const ENDS = { low: 'as-is', high: 'to-be' } as const satisfies Record<string, Meaning>;

interface Bar {
  readonly row: string;
  readonly end: 'low' | 'high';
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

/** Undefined without any bar. */
export function tornadoChart(data: TornadoData): Figure | undefined {
  const shown = data.inputs.slice(0, MOST);
  if (shown.length === 0) return undefined;
  return {
    id: 'tornado',
    title: msg(str`What moves it most: ${data.name}`),
    extent: { x: data.stated, y: 0 },
    height: ROW * shown.length + AXIS_HEIGHT + 40,
    draw: (options) => draw(data, shown, options),
    summary: () => data.sentences.join(' '),
    caption: (locale) => caption(data, locale),
    table: (locale) => tabulate(data, locale),
  };
}

function draw(data: TornadoData, shown: readonly TornadoInput[], options: ChartOptions): SVGSVGElement {
  const writing = data.writing(options.locale);
  const at = (difference: number): number => (data.stated + difference) / data.perUnit;
  const bars = shown.flatMap((input, i) =>
    (['low', 'high'] as const).flatMap((end): Bar[] => {
      const { effect } = input[end];
      if (!effect) return [];
      return [{ row: String(i), end, from: at(0), to: at(effect.value), low: at(effect.low), high: at(effect.high) }];
    }),
  );
  const longest = Math.max(...shown.map(({ name }) => textWidth(name, FONT_SIZE))) + 12;
  const room = Math.min(longest, Math.max(120, options.width * 0.42));
  const keys = [msg('input at its low end'), msg('input at its high end')];
  return drawFrame(
    options,
    data.sentences.join(' '),
    {
      marginLeft: room + 4,
      marginRight: 24,
      marginTop: keyHeight(keys, options.width),
      marginBottom: AXIS_HEIGHT,
      x: {
        domain: [
          ...roomy(
            bars.flatMap(({ from, to, low, high }) => [from, to, low, high]),
            at(0),
          ),
        ],
        label: data.unit === '' ? data.name : `${data.name} (${data.unit})`,
        tickFormat: (value: number) => writing.number(value * data.perUnit),
        ticks: Math.max(2, Math.floor((options.width - room) / 100)),
        ...axisBelow,
        grid: true,
      },
      y: { type: 'band', domain: shown.map((_, row) => String(row)), padding: 0.25, label: null },
    },
    ({ paint }) => [
      axisY({
        tickSize: 0,
        label: null,
        tickFormat: (row: string) => ellipsis(shown[Number(row)]?.name ?? '', room, FONT_SIZE),
      }),
      ...bars.map((bar) =>
        rectX([bar], {
          x1: 'from',
          x2: 'to',
          y: 'row',
          // Both ends may move the figure the same way: each has half of the row.
          insetTop: bar.end === 'low' ? 0 : 9,
          insetBottom: bar.end === 'low' ? 9 : 0,
          fill: paint(ENDS[bar.end]),
        }),
      ),
      ...bars.map((bar) =>
        ruleY([bar], {
          x1: 'low',
          x2: 'high',
          y: 'row',
          dy: bar.end === 'low' ? -4.5 : 4.5,
          stroke: paint('ink'),
          strokeWidth: 1.5,
        }),
      ),
      ruleX([at(0)], { stroke: paint('ink'), strokeWidth: 1.5 }),
      () =>
        drawKey(
          keys.map((text, i) => ({ fill: paint(i === 0 ? ENDS.low : ENDS.high), text })),
          { width: options.width, colour: paint('ink') },
        ),
    ],
  );
}

function caption({ replications, inputs }: TornadoData, locale: FormatLocale): string {
  const count = formatNumber(replications, locale, 0);
  const most = formatNumber(MOST, locale, 0);
  const how = msg(str`One input at a time, all else as stated, same luck · whiskers: 95 % CI · R = ${count}`);
  return inputs.length > MOST ? `${how} · ${msg(str`the ${most} longest of ${inputs.length}; all in the table`)}` : how;
}

function tabulate(data: TornadoData, locale: FormatLocale): FigureTable {
  const writing = data.differences(locale);
  const cell = (effect: Interval | undefined): Cell =>
    effect
      ? {
          text: writing.number(effect.value),
          sort: effect.value,
          ...(effect.low === effect.high
            ? {}
            : { interval: `${writing.number(effect.low)} … ${writing.number(effect.high)}` }),
        }
      : { text: msg('cannot be run'), sort: null };
  const unit = data.unit === '' ? '' : ` (${data.unit})`;
  return {
    caption: msg(str`What moves it most: ${data.name}`),
    columns: [
      { label: msg('Input'), numeric: false },
      { label: msg('Low end'), numeric: true },
      { label: `${msg('Difference at the low end')}${unit}`, numeric: true },
      { label: msg('High end'), numeric: true },
      { label: `${msg('Difference at the high end')}${unit}`, numeric: true },
    ],
    rows: data.inputs.map(({ name, low, high }) => ({
      cells: [textCell(name), textCell(low.value), cell(low.effect), textCell(high.value), cell(high.effect)],
    })),
  };
}
