/** When the start of a run has worn off, judged by the cases in progress. */
import { mser5, type Scenario } from '#simulation';
import type { ChartInput } from './chart.ts';

export interface WornOff {
  /** Mean cases in progress over replications, over consecutive times of `width` seconds. */
  readonly series: Float64Array;
  /** Means over a week from each of these times on, where people keep hours: nights and weekends hide a trend from the eye. */
  readonly smooth: Float64Array;
  readonly width: number;
  /** Seconds to leave out. */
  readonly cut: number;
  /** False where the series is too short to tell, or never settles. */
  readonly reliable: boolean;
}

const WEEK = 604_800;

/** Undefined where a run ends with its last case: it has no long run. */
export function readWornOff({ result: { wip, plan }, scenario }: ChartInput): WornOff | undefined {
  if (!Number.isFinite(plan.horizon)) return undefined;
  const width = wip.width / 1000;
  const series = wip.values.subarray(0, Math.floor(plan.horizon / wip.width));
  if (series.length === 0) return undefined;
  const smooth = keepsHours(scenario) ? movingMeans(series, Math.max(1, Math.round(WEEK / width))) : series;
  // Judged by the series itself: means that overlap are so even that MSER-5 would cut at every holiday.
  const { cut, reliable } = mser5(series);
  return { series, smooth, width, cut: cut * width, reliable };
}

const keepsHours = ({ calendars = [], elements = {} }: Scenario): boolean =>
  calendars.length > 0 || Object.values(elements).some(({ arrivals }) => arrivals?.profile !== undefined);

/** Mean of each value and those after it, `span` in all; shorter than the values by `span` − 1. */
function movingMeans(values: Float64Array, span: number): Float64Array {
  const means = new Float64Array(Math.max(0, values.length - span + 1));
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += (values[i] ?? 0) - (i >= span ? (values[i - span] ?? 0) : 0);
    if (i >= span - 1) means[i - span + 1] = sum / span;
  }
  return means;
}
