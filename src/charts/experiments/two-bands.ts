/** Two sources of doubt about a figure, side by side: how much cases and periods vary, and how much nobody knows. */
import { axisY, dot, rectX, ruleX, text } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import { formatNumber, type FormatLocale } from '../../format/index.ts';
import type { ChartOptions } from '../chart.ts';
import type { Writing } from '../figures.ts';
import { textCell, type FigureTable } from '../figure-table.ts';
import { AXIS_HEIGHT, axisBelow, drawFrame, FONT_SIZE } from '../frame.ts';
import { textWidth } from '../labels.ts';
import type { Meaning } from '../paint.ts';
import { roomy, type Figure } from './figure.ts';

/** The middle, and what lies around it in 90 of 100 cases. */
export interface Band {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export interface TwoBandsData {
  readonly name: string;
  readonly unit: string;
  readonly chance: Band;
  readonly knowledge: Band;
  readonly sentences: readonly string[];
  readonly writing: (locale: FormatLocale) => Writing;
  readonly perUnit: number;
  readonly draws: number;
  readonly replications: number;
}

const TONES = { chance: 'as-is', knowledge: 'to-be' } as const satisfies Record<string, Meaning>;

export function twoBands(data: TwoBandsData): Figure {
  return {
    id: 'two-bands',
    title: msg(str`Chance and ignorance: ${data.name}`),
    extent: { x: Math.max(data.chance.high, data.knowledge.high), y: 0 },
    height: 150,
    draw: (options) => draw(data, options),
    summary: () => data.sentences.join(' '),
    caption: (locale) => {
      const draws = formatNumber(data.draws, locale, 0);
      const count = formatNumber(data.replications, locale, 0);
      return msg(
        str`Bars hold 90 of 100 · dot: middle · ${draws} draws of the inputs on ${count} replications of the same luck`,
      );
    },
    table: (locale) => tabulate(data, locale),
  };
}

const rowsOf = ({ chance, knowledge }: TwoBandsData) =>
  [
    { key: 'chance' as const, name: msg('How much cases vary'), band: chance },
    { key: 'knowledge' as const, name: msg('How much we do not know'), band: knowledge },
  ] as const;

function draw(data: TwoBandsData, options: ChartOptions): SVGSVGElement {
  const writing = data.writing(options.locale);
  const rows = rowsOf(data).map(({ key, name, band }) => ({
    key,
    name,
    low: band.low / data.perUnit,
    middle: band.middle / data.perUnit,
    high: band.high / data.perUnit,
    label: `${writing.number(band.low)}–${writing.full(band.high)}`,
  }));
  const room = Math.max(...rows.map(({ name }) => textWidth(name, FONT_SIZE))) + 12;
  return drawFrame(
    options,
    data.sentences.join(' '),
    {
      marginLeft: room + 4,
      marginRight: Math.max(...rows.map(({ label }) => textWidth(label, FONT_SIZE))) + 16,
      marginTop: 8,
      marginBottom: AXIS_HEIGHT,
      x: {
        domain: [
          ...roomy(
            rows.flatMap(({ low, high }) => [low, high]),
            rows[0]?.middle,
          ),
        ],
        label: data.unit === '' ? data.name : `${data.name} (${data.unit})`,
        tickFormat: (value: number) => writing.number(value * data.perUnit),
        ticks: Math.max(2, Math.floor((options.width - room) / 120)),
        ...axisBelow,
        grid: true,
      },
      y: { type: 'band', domain: rows.map(({ key }) => key), padding: 0.35, label: null },
    },
    ({ paint }) => [
      axisY({ tickSize: 0, label: null, tickFormat: (key: string) => rows.find((row) => row.key === key)?.name ?? '' }),
      ...rows.map((row) => rectX([row], { x1: 'low', x2: 'high', y: 'key', fill: paint(TONES[row.key]), rx: 3 })),
      ruleX(
        rows.slice(0, 1).map(({ middle }) => middle),
        { stroke: paint('quiet'), strokeDasharray: '3 3' },
      ),
      dot(rows, { x: 'middle', y: 'key', r: 5, fill: paint('surface'), stroke: paint('ink'), strokeWidth: 1.5 }),
      text(rows, { x: 'high', y: 'key', text: 'label', textAnchor: 'start', dx: 6, fill: paint('ink') }),
    ],
  );
}

function tabulate(data: TwoBandsData, locale: FormatLocale): FigureTable {
  const writing = data.writing(locale);
  return {
    caption: msg(str`Chance and ignorance: ${data.name}`),
    columns: [
      { label: msg('Source'), numeric: false },
      { label: msg('5 of 100 below'), numeric: true },
      { label: msg('Middle'), numeric: true },
      { label: msg('5 of 100 above'), numeric: true },
    ],
    rows: rowsOf(data).map(({ name, band }) => ({
      cells: [
        textCell(name),
        ...[band.low, band.middle, band.high].map((value) => ({ text: writing.full(value), sort: value })),
      ],
    })),
  };
}
