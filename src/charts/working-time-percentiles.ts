/** What share of cases is finished after how much working time: percentiles with their intervals, and promises. */
import { dot, lineY, ruleY } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import type { Spread } from '#simulation';
import { formatEstimate, formatNumber, unitLabel, type FormatLocale } from '../format/index.ts';
import { union, type ChartDefinition, type ChartInput, type ChartOptions } from './chart.ts';
import { promiseSentences, spreadTable } from './cycle-time-text.ts';
import { shareWriting, timeWriting } from './figures.ts';
import { AXIS_HEIGHT, axisBelow, drawFrame } from './frame.ts';
import { casePromises, promisedUnit, type CasePromise } from './promises.ts';
import { annotationHeight, annotations, hitRateMarks, LOW, SIDE_MARGINS } from './time-marks.ts';
import { displayUnit, secondsPer, type DisplayUnit } from './time-unit.ts';

interface Percentiles {
  readonly spread: Spread;
  readonly promises: readonly CasePromise[];
  readonly unit: DisplayUnit;
  readonly end: number;
  readonly replications: number;
  /** Time in seconds and share of cases finished by then. */
  readonly points: readonly { readonly time: number; readonly share: number }[];
}

export const workingTimePercentiles: ChartDefinition = {
  id: 'working-time-percentiles',
  title: () => msg('Cases finished within a time'),
  read(input) {
    const data = readPercentiles(input);
    return (
      data && {
        extent: { x: data.end, y: 1 },
        draw: (options) => draw(data, options),
        summary: (locale) => summarise(data, locale),
        caption: (locale) => caption(data, locale),
        table: (locale) => spreadTable(input, locale),
      }
    );
  },
};

/** Undefined when working time was not measured or is the same as calendar time. */
function readPercentiles(input: ChartInput): Percentiles | undefined {
  const { businessCycleTime: spread, cycleTime } = input.result.document;
  const promises = casePromises(input, 'business');
  if (spread.mean.value === null || (promises.length === 0 && spread.mean.value === cycleTime.mean.value))
    return undefined;
  const shares = [
    [spread.min, 0],
    [spread.p50, 0.5],
    [spread.p80, 0.8],
    [spread.p90, 0.9],
    [spread.p95, 0.95],
  ] as const;
  const points = shares.flatMap(([{ value }, share]) => (value === null ? [] : [{ time: value, share }]));
  const p95 = spread.p95.value ?? 0;
  const end = Math.max(
    (spread.p95.ci95?.[1] ?? p95) * 1.1,
    ...promises.map(({ sla }) => sla.limit * 1.08).filter((limit) => limit <= p95 * 3),
  );
  return {
    spread,
    promises,
    unit: displayUnit(end, 'business', promisedUnit(input, 'business')),
    end,
    replications: input.result.done,
    points,
  };
}

function draw(data: Percentiles, options: ChartOptions): SVGSVGElement {
  const { x: end } = union({ x: data.end, y: 1 }, options.atLeast);
  const axis = { unit: data.unit, end, locale: options.locale };
  const perUnit = secondsPer(data.unit);
  const unit = unitLabel(data.unit, options.locale);
  const shares = shareWriting(options.locale, 0);
  const marginTop = annotationHeight(data.spread, data.promises, axis, options.width) + 6;
  const ticks = options.height - marginTop - AXIS_HEIGHT < LOW ? 2 : 4;
  return drawFrame(
    options,
    summarise(data, options.locale),
    {
      marginTop,
      marginBottom: AXIS_HEIGHT,
      marginLeft: SIDE_MARGINS.left,
      marginRight: SIDE_MARGINS.right,
      x: {
        domain: [0, end / perUnit],
        label: msg(str`cycle time (${unit})`),
        ...axisBelow,
      },
      y: { domain: [0, 1], ticks, tickFormat: (value: number) => shares.full(value), label: null, grid: true },
    },
    (brush) => [
      lineY(data.points, {
        x: ({ time }) => time / perUnit,
        y: 'share',
        stroke: brush.paint('on-time'),
        strokeWidth: 2,
        strokeDasharray: '1 4',
        strokeLinecap: 'round',
      }),
      dot(data.points.slice(1), { x: ({ time }) => time / perUnit, y: 'share', fill: brush.paint('on-time'), r: 4 }),
      ruleY([0], { stroke: brush.paint('quiet') }),
      ...annotations(data.spread, data.promises, axis, brush),
      ...hitRateMarks(data.promises, axis, brush),
    ],
  );
}

function summarise(data: Percentiles, locale: FormatLocale): string {
  const times = timeWriting(data.unit, data.end, locale);
  const median = formatEstimate(data.spread.p50, times.full, locale);
  const p95 = formatEstimate(data.spread.p95, times.full, locale);
  const first = msg(str`Half of the cases take at most ${median} of working time; 95 of 100 take at most ${p95}.`);
  return [first, ...promiseSentences(data.promises, data.unit, locale)].join(' ');
}

function caption(data: Percentiles, locale: FormatLocale): string {
  const replications = formatNumber(data.replications, locale, 0);
  return msg(
    str`Dots: P50, P80, P90 and P95 of completed cases; the dotted line only joins them · R = ${replications}`,
  );
}
