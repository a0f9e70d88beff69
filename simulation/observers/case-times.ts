/** Cases started, completed, failed and open, and their cycle times (semantics, KPIs 1, 3, 12). */
import { growTableTo, SLOTS } from '../kernel/arrays.ts';
import { caseCounts, cases, caseSlots } from '../kernel/cases.ts';
import { clock } from '../kernel/clock.ts';
import { Outcome } from '../kernel/hooks.ts';
import { network } from '../kernel/loaded.ts';
import type { KpiPath, ReplicationResult } from '../model/run.ts';
import { workingTime } from './decomposition.ts';
import type { Observer } from './observer.ts';
import { addSample, SampleSummary } from './sample-summary.ts';
import { DAY, measured, SECOND, windowLength, window } from './window.ts';
import { doubles, integers } from '../math/memory.ts';

/** Per case: Σ|W|, executions beyond the first, hand-overs, and the pool that worked last. */
const perCase = {
  touch: doubles(SLOTS),
  rework: integers(SLOTS),
  handovers: integers(SLOTS),
  lastPool: integers(SLOTS),
};

const SPREAD = ['mean', 'sd', 'p50', 'p80', 'p90', 'p95', 'min', 'max'] as const;
const PERCENTILES = [0.5, 0.8, 0.9, 0.95];

/** Cycle times of completed cases, on the wall clock and in working time. */
const cycle = new SampleSummary(true);
const business = new SampleSummary(true);
/** For the business cycle time. */
const businessTime = doubles(2);
const counts = {
  failed: 0,
  /** Completed in the window, of those that arrived before it. */
  early: 0,
  /** Cases with executions that repeated earlier ones. */
  reworked: 0,
  handovers: 0,
  /** Cases that took no time. */
  timeless: 0,
};
const sums = { touch: NaN, efficiency: NaN };
/** Whether cycle times are measured on a business calendar, too. */
const calendars = { any: false };

export function growCases(capacity: number): void {
  growTableTo(perCase, capacity);
}

export function caseStarted(c: number): void {
  perCase.touch[c] = 0;
  perCase.rework[c] = 0;
  perCase.handovers[c] = 0;
  perCase.lastPool[c] = -1;
}

/** Adds the execution that ends now to its case: the first unit's pool (−1 = nobody), ms worked, and whether the case was here before. */
export function addExecution(c: number, pool: number, worked: number, isRepeat: boolean): void {
  perCase.touch[c]! += worked;
  if (isRepeat) perCase.rework[c]! += 1;
  if (pool < 0) return;
  if (perCase.lastPool[c]! >= 0 && perCase.lastPool[c] !== pool) perCase.handovers[c]! += 1;
  perCase.lastPool[c] = pool;
}

/** Whether figures count the case: it arrived in the window. */
const isMeasured = (c: number): boolean => cases.arrival[c]! >= window.start;

/** True when it was completed and figures count it. */
export function caseEnded(c: number, outcome: number): boolean {
  if (!isMeasured(c)) {
    if (outcome === Outcome.completed && clock.now >= window.start) counts.early++;
    return false;
  }
  if (outcome === Outcome.failed) {
    counts.failed++;
    return false;
  }
  measured.completed++;
  const arrival = cases.arrival[c]!;
  const time = clock.now - arrival;
  addSample(cycle.row, time);
  if (calendars.any) addBusinessTime(arrival);
  sums.touch += perCase.touch[c]!;
  if (time > 0) {
    sums.efficiency += workingTime(c) / time;
  } else counts.timeless++;
  if (perCase.rework[c]! > 0) counts.reworked++;
  counts.handovers += perCase.handovers[c]!;
  return true;
}

/** Cases that figures count and that have not ended. */
function openCases(): number {
  let open = 0;
  if (caseCounts.live > 0) for (let c = 0; c < caseSlots(); c++) if (cases.roots[c]! > 0 && isMeasured(c)) open++;
  return open;
}

/** The cycle time, in working time, of the case that ends now. */
function addBusinessTime(arrival: number): void {
  businessTime[0] = arrival;
  businessTime[1] = clock.now;
  network.businessTimeline?.openBetweenIn(businessTime);
  addSample(business.row, businessTime[0]);
}

/** Counts of the cycle times by bin, as they stand; none in working time without a business calendar. */
export const cycleTimeCounts = (): Pick<ReplicationResult, 'cycleTimes' | 'businessCycleTimes'> => ({
  cycleTimes: cycle.counts,
  businessCycleTimes: business.counts,
});

export const caseTimes: Observer = {
  paths: () => [
    ...['started', 'completed', 'failed', 'open'].map((k): KpiPath => ['cases', k]),
    ...SPREAD.map((k): KpiPath => ['cycleTime', k]),
    ...SPREAD.map((k): KpiPath => ['businessCycleTime', k]),
    ['touchTime', 'mean'],
    ['flowEfficiency'],
    ['firstPassYield'],
    ['handovers'],
    ['throughputPerDay'],
    ['arrivalsPerDay'],
  ],
  reset() {
    calendars.any = network.businessTimeline !== undefined;
    Object.assign(counts, { failed: 0, early: 0, reworked: 0, handovers: 0, timeless: 0 });
    Object.assign(sums, { touch: 0, efficiency: 0 });
  },
  collect(write) {
    const { failed } = counts;
    const { completed } = measured;
    cycle.addZeros(completed - cycle.count);
    if (calendars.any) business.addZeros(completed - business.count);
    const open = openCases();
    const started = completed + failed + open;
    for (const count of [started, completed, failed, open]) write(count);
    const spread = spreadOf(cycle);
    spread.forEach(write);
    (network.businessTimeline ? spreadOf(business) : spread).forEach(write);
    write(completed ? sums.touch / completed / SECOND : NaN);
    write(completed > counts.timeless ? sums.efficiency / (completed - counts.timeless) : NaN);
    write(completed ? (completed - counts.reworked) / completed : NaN);
    write(completed ? counts.handovers / completed : NaN);
    const days = windowLength() / DAY;
    write(days > 0 ? (completed + counts.early) / days : NaN);
    write(days > 0 ? started / days : NaN);
  },
};

/** What `SPREAD` names, s. */
function spreadOf(summary: SampleSummary): readonly number[] {
  if (summary.count === 0) return SPREAD.map(() => NaN);
  const { mean, sd, minimum, maximum } = summary;
  const quantiles = summary.percentiles(PERCENTILES);
  return [mean, sd, ...quantiles, minimum, maximum].map((ms) => ms / SECOND);
}
