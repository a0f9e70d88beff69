/** One figure along one parameter: its mean with the 95 % interval as a band, where the scenario stands, and the target. */
import { areaY, dot, lineY, ruleX, ruleY } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import { formatNumber, type FormatLocale } from '../../format/index.ts';
import type { ChartOptions } from '../chart.ts';
import { AXIS_HEIGHT, axisBelow, drawFrame, FONT_SIZE } from '../frame.ts';
import { textWidth } from '../labels.ts';
import { intervalText, roomy, type Figure } from './figure.ts';
import { axisLabel, measured, sweepTable, type MeasuredPoint, type SweptFigure } from './sweep-figure.ts';

const HEIGHT = 320;

/** Undefined before any point is in. */
export function sweepLine(swept: SweptFigure): Figure | undefined {
  const points = measured(swept);
  const [axis] = swept.axes;
  if (points.length === 0 || !axis) return undefined;
  const title = msg(str`${swept.name} by ${axis.name}`);
  return {
    id: 'sweep-line',
    title,
    extent: { x: 0, y: 0 },
    height: HEIGHT,
    draw: (options) => draw(swept, points, options),
    summary: (locale) => summarise(swept, points, locale),
    caption: (locale) => sweepCaption(swept, locale),
    table: (locale) => sweepTable(swept, locale, title),
  };
}

const at = ({ steps }: MeasuredPoint): number => steps[0] ?? NaN;

function draw(swept: SweptFigure, points: readonly MeasuredPoint[], options: ChartOptions): SVGSVGElement {
  const [axis] = swept.axes;
  if (!axis) throw new Error('expected an axis, found none');
  const { locale } = options;
  const writing = swept.writing(locale);
  const goal = swept.target === undefined ? [] : [swept.target];
  const values = [...points.flatMap(({ figure }) => [figure.low, figure.high]), ...goal];
  const y = roomy(values, Math.min(...values));
  const steps = points.map(at);
  const room = Math.max(...y.map((value) => textWidth(writing.full(value), FONT_SIZE))) + 14;
  return drawFrame(
    options,
    summarise(swept, points, locale),
    {
      marginLeft: Math.max(48, room),
      marginRight: 24,
      marginTop: 22,
      marginBottom: AXIS_HEIGHT,
      x: {
        domain: [Math.min(...steps, axis.stated), Math.max(...steps, axis.stated)],
        inset: 12,
        label: axisLabel(axis, locale),
        ticks: steps.length <= 12 ? [...steps] : 8,
        tickFormat: axis.writing(locale).number,
        ...axisBelow,
      },
      y: {
        domain: [y[0] - (y[1] - y[0]) * 0.04, y[1]],
        label: swept.name,
        labelAnchor: 'top',
        labelArrow: 'none',
        ticks: 5,
        tickFormat: writing.full,
        grid: true,
      },
    },
    ({ paint }) => [
      ruleX([axis.stated], { stroke: paint('as-is'), strokeDasharray: '4 3' }),
      ruleY(goal, { stroke: paint('ink'), strokeWidth: 1.5, strokeDasharray: '4 3' }),
      areaY(points, {
        x: at,
        y1: ({ figure }: MeasuredPoint) => figure.low,
        y2: ({ figure }: MeasuredPoint) => figure.high,
        fill: paint('to-be'),
        fillOpacity: 0.2,
      }),
      lineY(points, {
        x: at,
        y: ({ figure }: MeasuredPoint) => figure.value,
        stroke: paint('to-be'),
        strokeWidth: 2,
      }),
      dot(points, {
        x: at,
        y: ({ figure }: MeasuredPoint) => figure.value,
        r: 4,
        fill: (point: MeasuredPoint) => paint(at(point) === axis.stated ? 'as-is' : 'to-be'),
        title: (point: MeasuredPoint) =>
          msg(str`${axis.writing(locale).full(at(point))}: ${intervalText(point.figure, writing)}`),
      }),
    ],
  );
}

function summarise(swept: SweptFigure, points: readonly MeasuredPoint[], locale: FormatLocale): string {
  const writing = swept.writing(locale);
  const [first, last] = [points[0], points.at(-1)];
  const [axis] = swept.axes;
  if (!first || !last || !axis) return swept.name;
  const side = (point: MeasuredPoint): readonly [string, string] => [
    axis.writing(locale).full(at(point)),
    intervalText(point.figure, writing),
  ];
  const [[from, low], [to, high]] = [side(first), side(last)];
  return msg(str`${swept.name} goes from ${low} at ${from} to ${high} at ${to}.`);
}

/** Says how to read a picture of a sweep. */
export function sweepCaption({ replications, target, axes }: SweptFigure, locale: FormatLocale): string {
  const count = formatNumber(replications, locale, 0);
  const luck = msg(str`Same cases and same luck at every point · R = ${count} each`);
  if (axes.length > 1) return msg(str`${luck} · framed: as in the scenario`);
  return target === undefined
    ? msg(str`${luck} · band: 95 % CI · upright dashes: as in the scenario`)
    : msg(str`${luck} · band: 95 % CI · upright dashes: as in the scenario · level dashes: target`);
}
