/** What the pictures of the cycle time are drawn from. */
import { quantileOf, type Spread } from '#simulation';
import type { ChartInput } from './chart.ts';
import { casePromises, promisedUnit, type CasePromise } from './promises.ts';
import { displayUnit, type DisplayClock, type DisplayUnit } from './time-unit.ts';

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

/** Undefined while no case is complete, and in working time where it says nothing new or nobody made a promise in it. */
export function readCycleTime(input: ChartInput, clock: DisplayClock = 'calendar'): CycleTimeData | undefined {
  const { result } = input;
  const { cycleTime, businessCycleTime } = result.document;
  const promises = casePromises(input, clock);
  const [counts, spread] =
    clock === 'calendar' ? [result.cycleTimes, cycleTime] : [result.businessCycleTimes, businessCycleTime];
  const cases = counts.reduce((sum, count) => sum + count, 0);
  if (cases === 0) return undefined;
  if (clock === 'business' && promises.length === 0 && spread.mean.value === cycleTime.mean.value) return undefined;
  const bulk = quantileOf(counts, SHOWN_SHARE) / 1000;
  const end = Math.max(
    bulk,
    (spread.p95.ci95?.[1] ?? 0) * 1.02,
    // A limit far beyond every case would squeeze them into one bar.
    ...promises.map(({ sla }) => sla.limit * 1.08).filter((limit) => limit <= bulk * 3),
  );
  return {
    counts,
    cases,
    replications: result.done,
    spread,
    promises,
    unit: displayUnit(end, clock, promisedUnit(input, clock)),
    end,
  };
}
