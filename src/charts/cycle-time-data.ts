/** What the pictures of the cycle time are drawn from. */
import { quantileOf, type Spread } from '#simulation';
import type { ChartInput } from './chart.ts';
import { casePromises, promisedUnit, type CasePromise } from './promises.ts';
import { displayUnit, type DisplayUnit } from './time-unit.ts';

export interface CycleTimeData {
  /** Pooled counts per bin of the run. */
  readonly counts: Float64Array;
  /** Completed cases over all replications. */
  readonly cases: number;
  readonly replications: number;
  readonly spread: Spread;
  readonly promises: readonly CasePromise[];
  readonly unit: DisplayUnit;
  /** End of the time axis in seconds. */
  readonly end: number;
}

/** Cases beyond this share of the pooled times are left off the axis and counted in the caption. */
const SHOWN_SHARE = 0.995;

/** Undefined while no case is complete. */
export function readCycleTime(input: ChartInput): CycleTimeData | undefined {
  const { cycleTimes: counts, document, done } = input.result;
  const cases = counts.reduce((sum, count) => sum + count, 0);
  if (cases === 0) return undefined;
  const bulk = quantileOf(counts, SHOWN_SHARE) / 1000;
  const promises = casePromises(input, 'calendar');
  const end = Math.max(
    bulk,
    (document.cycleTime.p95.ci95?.[1] ?? 0) * 1.02,
    // A limit far beyond every case would squeeze them into one bar.
    ...promises.map(({ sla }) => sla.limit * 1.08).filter((limit) => limit <= bulk * 3),
  );
  return {
    counts,
    cases,
    replications: done,
    spread: document.cycleTime,
    promises,
    unit: displayUnit(end, 'calendar', promisedUnit(input, 'calendar')),
    end,
  };
}
