/** How long cases take: the share of cases per bin of cycle time, with promises and percentiles. */
import { rect, ruleY } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import { rebin } from '#simulation';
import { formatNumber, unitLabel, type FormatLocale } from '../format/index.ts';
import { union, type ChartDefinition, type ChartOptions } from './chart.ts';
import { readCycleTime, type CycleTimeData } from './cycle-time-data.ts';
import { cycleTimeCaption, cycleTimeSummary, spreadTable } from './cycle-time-text.ts';
import { shareWriting } from './figures.ts';
import { AXIS_HEIGHT, axisBelow, drawFrame } from './frame.ts';
import { niceBins, type NiceBins } from './nice-bins.ts';
import { annotate, SIDE_MARGINS } from './time-marks.ts';
import { secondsPer, type DisplayClock } from './time-unit.ts';

const MOST_BINS = 44;

export const cycleTimeDistribution = distribution('cycle-time-distribution', 'calendar', () =>
  msg('Cycle time of cases'),
);
export const workingTimeDistribution = distribution('working-time-distribution', 'business', () =>
  msg('Cycle time of cases in working time'),
);

function distribution(id: string, clock: DisplayClock, title: () => string): ChartDefinition {
  return {
    id,
    title,
    read(input) {
      const data = readCycleTime(input, clock);
      if (!data) return undefined;
      const { shares } = shareOfBins(data, data.end);
      return {
        extent: { x: data.end, y: Math.max(...shares) * 1.04 },
        draw: (options) => draw(data, options),
        summary: (locale) => cycleTimeSummary(data, locale),
        caption: (locale) => {
          const { bins, shares } = shareOfBins(data, data.end);
          return cycleTimeCaption(data, beyond(shares), locale, binText(bins, data, locale));
        },
        table: (locale) => spreadTable(input, locale),
      };
    },
  };
}

/** A part of a bin's bar: bins are cut where a promise ends. */
export interface Bar {
  /** Seconds. */
  readonly from: number;
  readonly to: number;
  readonly share: number;
  readonly late: boolean;
}

/** Bars of the bins, those across the limit in two parts of the same height. */
export function cutBars(bins: NiceBins, shares: ArrayLike<number>, limit: number | undefined): readonly Bar[] {
  return Array.from(shares).flatMap((share, i): Bar[] => {
    const from = bins.edges[i] ?? 0;
    const to = bins.edges[i + 1] ?? from;
    if (share === 0) return [];
    if (limit === undefined || to <= limit) return [{ from, to, share, late: false }];
    if (from >= limit) return [{ from, to, share, late: true }];
    return [
      { from, to: limit, share, late: false },
      { from: limit, to, share, late: true },
    ];
  });
}

function draw(data: CycleTimeData, options: ChartOptions): SVGSVGElement {
  const { bins, shares } = shareOfBins(data, Math.max(data.end, options.atLeast?.x ?? 0));
  const end = bins.edges.at(-1) ?? data.end;
  const extent = union({ x: end, y: Math.max(...shares) * 1.04 }, options.atLeast);
  const axis = { unit: data.unit, end: extent.x, locale: options.locale };
  const annotations = annotate(data.spread, data.promises, axis, options);
  const perUnit = secondsPer(data.unit);
  // Colours split on time from late only where one promise holds for every case.
  const [only] = data.promises;
  const limit = data.promises.length === 1 && only?.all ? only.sla.limit : undefined;
  const bars = cutBars(bins, shares, limit);
  const unit = unitLabel(data.unit, options.locale);
  return drawFrame(
    options,
    cycleTimeSummary(data, options.locale),
    {
      marginTop: annotations.height,
      marginBottom: AXIS_HEIGHT,
      marginLeft: SIDE_MARGINS.left,
      marginRight: SIDE_MARGINS.right,
      x: {
        domain: [0, extent.x / perUnit],
        label: msg(str`cycle time (${unit})`),
        ...axisBelow,
      },
      y: {
        domain: [0, extent.y],
        ticks: 3,
        tickFormat: (value: number) => shareWriting(options.locale, extent.y < 0.05 ? 1 : 0).full(value),
        label: null,
        grid: true,
      },
    },
    (brush) => [
      rect(
        bars.filter((bar) => !bar.late),
        bar(brush.fill('on-time'), perUnit),
      ),
      rect(
        bars.filter((bar) => bar.late),
        bar(brush.fill('late'), perUnit),
      ),
      ruleY([0], { stroke: brush.paint('quiet') }),
      ...annotations.marks(brush),
    ],
  );
}

const bar = (fill: string, perUnit: number) => ({
  x1: ({ from }: Bar) => from / perUnit,
  x2: ({ to }: Bar) => to / perUnit,
  y1: 0,
  y2: ({ share }: Bar) => share,
  fill,
  insetRight: 1,
});

function shareOfBins(data: CycleTimeData, end: number): { bins: NiceBins; shares: readonly number[] } {
  const bins = niceBins(end, data.unit, MOST_BINS);
  const counts = rebin(
    data.counts,
    bins.edges.map((edge) => edge * 1000),
  );
  return { bins, shares: Array.from(counts, (count) => count / data.cases) };
}

const beyond = (shares: readonly number[]): number => Math.max(0, 1 - shares.reduce((sum, share) => sum + share, 0));

function binText(bins: NiceBins, data: CycleTimeData, locale: FormatLocale): string {
  const width = bins.width / secondsPer(data.unit);
  const digits = Number.isInteger(width) ? 0 : Number.isInteger(width * 10) ? 1 : 3;
  const size = `${formatNumber(width, locale, digits)} ${unitLabel(data.unit, locale, 'short')}`;
  return msg(str`bars of ${size}`);
}
