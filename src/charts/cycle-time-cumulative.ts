/** What share of cases is finished after how long: the cumulative cycle time with percentiles and promises. */
import { areaY, lineY, ruleY } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import { rebin } from '#simulation';
import { unitLabel } from '../format/index.ts';
import type { ChartDefinition, ChartOptions } from './chart.ts';
import { readCycleTime, type CycleTimeData } from './cycle-time-data.ts';
import { cycleTimeCaption, cycleTimeSummary, spreadTable } from './cycle-time-text.ts';
import { shareWriting } from './figures.ts';
import { AXIS_HEIGHT, axisBelow, drawFrame } from './frame.ts';
import { niceBins } from './nice-bins.ts';
import { annotate, hitRateMarks, LOW, SIDE_MARGINS } from './time-marks.ts';
import { secondsPer, type DisplayClock } from './time-unit.ts';

const POINTS = 160;

export const cycleTimeCumulative = cumulativeChart('cycle-time-cumulative', 'calendar', () =>
  msg('Cases finished within a time'),
);
export const workingTimeCumulative = cumulativeChart('working-time-cumulative', 'business', () =>
  msg('Cases finished within a working time'),
);

function cumulativeChart(id: string, clock: DisplayClock, title: () => string): ChartDefinition {
  return {
    id,
    title,
    read(input) {
      const data = readCycleTime(input, clock);
      return (
        data && {
          extent: { x: data.end, y: 1 },
          draw: (options) => draw(data, options),
          summary: (locale) => cycleTimeSummary(data, locale),
          caption: (locale) => cycleTimeCaption(data, 0, locale),
          table: (locale) => spreadTable(input, locale),
        }
      );
    },
  };
}

function draw(data: CycleTimeData, options: ChartOptions): SVGSVGElement {
  const end = Math.max(data.end, options.atLeast?.x ?? 0);
  const axis = { unit: data.unit, end, locale: options.locale };
  const perUnit = secondsPer(data.unit);
  const unit = unitLabel(data.unit, options.locale);
  const shares = shareWriting(options.locale, 0);
  const points = cumulative(data, end);
  const annotations = annotate(data.spread, data.promises, axis, options);
  const marginTop = annotations.height;
  const ticks = options.height - marginTop - AXIS_HEIGHT < LOW ? 2 : 4;
  return drawFrame(
    options,
    cycleTimeSummary(data, options.locale),
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
      areaY(points, {
        x: ([time]: Finished) => time / perUnit,
        y: ([, share]: Finished) => share,
        fill: brush.paint('on-time'),
        fillOpacity: 0.14,
      }),
      lineY(points, {
        x: ([time]: Finished) => time / perUnit,
        y: ([, share]: Finished) => share,
        stroke: brush.paint('on-time'),
        strokeWidth: 2,
      }),
      ruleY([0], { stroke: brush.paint('quiet') }),
      ...annotations.marks(brush),
      ...hitRateMarks(data.promises, axis, brush),
    ],
  );
}

/** A time in seconds and the share of cases finished by then. */
type Finished = readonly [time: number, share: number];

/** Share of cases finished up to each time. */
function cumulative(data: CycleTimeData, end: number): readonly Finished[] {
  const { edges } = niceBins(end, 's', POINTS);
  const counts = rebin(
    data.counts,
    edges.map((edge) => edge * 1000),
  );
  let sum = 0;
  return edges.map((edge, i) => {
    if (i > 0) sum += counts[i - 1] ?? 0;
    return [edge, sum / data.cases];
  });
}
