/** Cases in progress from the start, and where MSER-5 would begin to count. */
import { lineY, rect, ruleX, ruleY, text } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import { formatDuration, formatNumber, unitLabel, type FormatLocale } from '../format/index.ts';
import { union, type ChartDefinition, type ChartInput, type ChartOptions } from './chart.ts';
import { countWriting, inOneLine } from './figures.ts';
import { textCell, type FigureTable } from './figure-table.ts';
import { AXIS_HEIGHT, axisBelow, drawFrame } from './frame.ts';
import { displayUnit, secondsPer } from './time-unit.ts';
import { readWornOff, type WornOff } from './warm-up-data.ts';

/** More points than pixels tell nothing. */
const MOST_POINTS = 400;

export const warmUp: ChartDefinition = {
  id: 'warm-up',
  title: () => msg('Has the start worn off?'),
  read(input) {
    const data = readWornOff(input);
    return (
      data && {
        extent: extentOf(data),
        height: 200,
        draw: (options) => draw(data, options),
        summary: (locale) => summarise(data, locale),
        caption: (locale) => caption(data, input, locale),
        table: (locale) => table(data, locale),
      }
    );
  },
};

const extentOf = ({ series, width }: WornOff) => ({
  x: series.length * width,
  y: 1.05 * series.reduce((most, value) => Math.max(most, value), 0),
});

interface Point {
  readonly time: number;
  readonly value: number;
}

function pointsOf(values: Float64Array, width: number, shift: number): readonly Point[] {
  const group = Math.ceil(values.length / MOST_POINTS);
  return Array.from({ length: Math.floor(values.length / group) }, (_, i) => {
    let sum = 0;
    for (let k = i * group; k < (i + 1) * group; k++) sum += values[k] ?? 0;
    return { time: (i + 0.5) * group * width + shift, value: sum / group };
  });
}

function draw(data: WornOff, options: ChartOptions): SVGSVGElement {
  const { series, smooth, width, cut, reliable } = data;
  const own = extentOf(data);
  const extent = union(own, options.atLeast);
  const unit = displayUnit(own.x, 'calendar');
  const perUnit = secondsPer(unit);
  const count = countWriting(options.locale);
  const time = (point: Point): number => point.time / perUnit;
  const name = unitLabel(unit, options.locale);
  return drawFrame(
    options,
    summarise(data, options.locale),
    {
      marginLeft: 46,
      marginRight: 20,
      marginTop: 22,
      marginBottom: AXIS_HEIGHT,
      x: { domain: [0, extent.x / perUnit], label: msg(str`time since the start (${name})`), ...axisBelow },
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
      reliable && cut > 0
        ? rect([cut / perUnit], {
            x1: 0,
            x2: (x: number) => x,
            y1: 0,
            y2: extent.y,
            fill: paint('quiet'),
            fillOpacity: 0.16,
          })
        : null,
      lineY(pointsOf(series, width, 0), {
        x: time,
        y: 'value',
        stroke: paint('as-is'),
        strokeWidth: smooth === series ? 2 : 1,
        strokeOpacity: smooth === series ? 1 : 0.5,
      }),
      smooth === series
        ? null
        : lineY(pointsOf(smooth, width, ((series.length - smooth.length) / 2) * width), {
            x: time,
            y: 'value',
            stroke: paint('as-is'),
            strokeWidth: 2.5,
          }),
      ruleY([0], { stroke: paint('quiet') }),
      reliable ? ruleX([cut / perUnit], { stroke: paint('ink'), strokeDasharray: '4 3' }) : null,
      reliable
        ? text([cut / perUnit], {
            x: (x: number) => x,
            frameAnchor: 'top',
            ...(cut / own.x > 0.6 ? { textAnchor: 'end', dx: -6 } : { textAnchor: 'start', dx: 6 }),
            dy: -14,
            text: [msg('settled from here')],
            fill: paint('ink'),
          })
        : null,
    ],
  );
}

const summarise = ({ reliable, cut }: WornOff, locale: FormatLocale): string =>
  reliable
    ? msg(str`Cases in progress are settled after ${formatDuration(cut * 1000, { locale })} (MSER-5).`)
    : msg('Cases in progress do not settle within this run (MSER-5).');

function caption({ smooth, series }: WornOff, { result }: ChartInput, locale: FormatLocale): string {
  const replications = formatNumber(result.done, locale, 0);
  return inOneLine([
    msg(str`Line: mean over replications · R = ${replications}`),
    ...(smooth === series ? [] : [msg('thick: mean over a week')]),
  ]);
}

function table(data: WornOff, locale: FormatLocale): FigureTable {
  const count = countWriting(locale);
  const unit = displayUnit(extentOf(data).x, 'calendar');
  const name = unitLabel(unit, locale);
  return {
    caption: msg('Cases in progress over time'),
    columns: [
      { label: msg(str`time since the start (${name})`), numeric: true },
      { label: msg('cases'), numeric: true },
    ],
    rows: pointsOf(data.series, data.width, 0).map(({ time, value }) => ({
      cells: [
        { ...textCell(formatNumber(time / secondsPer(unit), locale)), sort: time },
        { text: count.number(value), sort: value },
      ],
    })),
  };
}
