/** One figure over two parameters, as a map: the stronger the colour the higher the figure, which every cell says. */
import { axisX, axisY, cell, text } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import type { FormatLocale } from '../../format/index.ts';
import type { ChartOptions } from '../chart.ts';
import { AXIS_HEIGHT, axisBelow, drawFrame, FONT_SIZE } from '../frame.ts';
import { textWidth } from '../labels.ts';
import { intervalText, type Figure } from './figure.ts';
import { sweepCaption } from './sweep-line.ts';
import {
  axisLabel,
  measured,
  sweepTable,
  type MeasuredPoint,
  type SweptAxis,
  type SweptFigure,
} from './sweep-figure.ts';

const ROW = 34;
/** So much colour has the lowest cell. */
const FAINTEST = 0.06;
const STRONGEST = 0.62;

/** Undefined before any point is in. The first axis goes to the right, the second up. */
export function sweepMap(swept: SweptFigure): Figure | undefined {
  const points = measured(swept);
  const [across, up] = swept.axes;
  if (points.length === 0 || !across || !up) return undefined;
  const title = msg(str`${swept.name} by ${across.name} and ${up.name}`);
  const rows = new Set(swept.points.map(({ steps }) => steps[1])).size;
  return {
    id: 'sweep-map',
    title,
    extent: { x: 0, y: 0 },
    height: 40 + AXIS_HEIGHT + ROW * rows,
    draw: (options) => draw(swept, { across, up }, points, options),
    summary: (locale) => summarise(swept, { across, up }, points, locale),
    caption: (locale) => sweepCaption(swept, locale),
    table: (locale) => sweepTable(swept, locale, title),
  };
}

interface Axes {
  readonly across: SweptAxis;
  readonly up: SweptAxis;
}

const x = ({ steps }: MeasuredPoint): number => steps[0] ?? NaN;
const y = ({ steps }: MeasuredPoint): number => steps[1] ?? NaN;

function draw(
  swept: SweptFigure,
  { across, up }: Axes,
  points: readonly MeasuredPoint[],
  options: ChartOptions,
): SVGSVGElement {
  const { locale } = options;
  const writing = swept.writing(locale);
  const [rightward, upward] = [across.writing(locale), up.writing(locale)];
  const steps = (i: number): number[] =>
    [...new Set(swept.points.map((point) => point.steps[i] ?? NaN))].sort((a, b) => a - b);
  const room = Math.max(...steps(1).map((step) => textWidth(upward.number(step), FONT_SIZE))) + 14;
  const values = points.map(({ figure }) => figure.value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const strength = ({ figure }: MeasuredPoint): number =>
    FAINTEST + (STRONGEST - FAINTEST) * (most > least ? (figure.value - least) / (most - least) : 0.5);
  const wide = (options.width - room - 30) / steps(0).length;
  const fits = points.every(({ figure }) => textWidth(writing.full(figure.value), FONT_SIZE) < wide - 6);
  return drawFrame(
    options,
    summarise(swept, { across, up }, points, locale),
    {
      marginLeft: Math.max(40, room),
      marginRight: 14,
      marginTop: 28,
      marginBottom: AXIS_HEIGHT,
      x: { type: 'band', domain: steps(0), padding: 0.04 },
      y: { type: 'band', domain: steps(1).reverse(), padding: 0.06 },
    },
    ({ paint }) => [
      axisX({ label: axisLabel(across, locale), tickSize: 0, tickFormat: rightward.number, ...axisBelow }),
      axisY({
        label: axisLabel(up, locale),
        labelAnchor: 'top',
        labelArrow: 'none',
        tickSize: 0,
        tickFormat: upward.number,
      }),
      cell(points, {
        x,
        y,
        fill: paint('to-be'),
        fillOpacity: strength,
        stroke: (point: MeasuredPoint) =>
          x(point) === across.stated && y(point) === up.stated ? paint('ink') : paint('grid'),
        strokeWidth: (point: MeasuredPoint) => (x(point) === across.stated && y(point) === up.stated ? 2 : 0.5),
        title: (point: MeasuredPoint) => cellText(point, swept, { across, up }, locale),
      }),
      text(fits ? points : [], {
        x,
        y,
        text: ({ figure }: MeasuredPoint) => writing.full(figure.value),
        fill: paint('ink'),
        fontVariant: 'tabular-nums',
      }),
    ],
  );
}

function cellText(point: MeasuredPoint, swept: SweptFigure, { across, up }: Axes, locale: FormatLocale): string {
  const [right, above] = [across.writing(locale).full(x(point)), up.writing(locale).full(y(point))];
  return msg(str`${right}, ${above}: ${intervalText(point.figure, swept.writing(locale))}`);
}

function summarise(swept: SweptFigure, axes: Axes, points: readonly MeasuredPoint[], locale: FormatLocale): string {
  const sorted = [...points].sort((a, b) => a.figure.value - b.figure.value);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (!least || !most) return swept.name;
  const low = cellText(least, swept, axes, locale);
  const high = cellText(most, swept, axes, locale);
  return msg(str`${swept.name}: lowest at ${low}; highest at ${high}.`);
}
