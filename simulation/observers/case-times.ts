/** Cases started, completed, failed and open, and their cycle times (semantics, KPIs 1, 3, 12). */
import { BIN_COUNT, binOf } from '../analysis/histogram.ts';
import { growFloat, growInt } from '../kernel/arrays.ts';
import { caseArrival } from '../kernel/cases.ts';
import { now } from '../kernel/clock.ts';
import { Outcome } from '../kernel/hooks.ts';
import { network } from '../kernel/loaded.ts';
import type { KpiPath } from '../model/run.ts';
import { workingTime } from './decomposition.ts';
import type { Observer } from './observer.ts';
import { SampleSummary } from './sample-summary.ts';
import { DAY, SECOND, windowLength, windowStart } from './window.ts';

const SPREAD = ['mean', 'sd', 'p50', 'p80', 'p90', 'p95', 'min', 'max'] as const;
const PERCENTILES = [0.5, 0.8, 0.9, 0.95];

const cycle = new SampleSummary();
const business = new SampleSummary();
let started = 0;
let completed = 0;
let failed = 0;
/** Completions in the window, of whenever arrived cases, and arrivals in it. */
let finishedInWindow = 0;
let touchSum = 0;
let efficiencySum = 0;
let efficiencyCount = 0;
let firstPass = 0;
let handoverSum = 0;
/** Σ|W| per case, executions beyond the first, hand-overs, and the pool that worked last. */
let touch = new Float64Array(0);
let rework = new Int32Array(0);
let handovers = new Int32Array(0);
let lastPool = new Int32Array(0);
/** Cycle times of completed cases by bin. */
export let cycleBins = new Float64Array(BIN_COUNT);

export function growCases(capacity: number): void {
  touch = growFloat(touch, Math.max(touch.length, capacity));
  rework = growInt(rework, Math.max(rework.length, capacity));
  handovers = growInt(handovers, Math.max(handovers.length, capacity));
  lastPool = growInt(lastPool, Math.max(lastPool.length, capacity));
}

export function caseStarted(c: number): void {
  touch[c] = 0;
  rework[c] = 0;
  handovers[c] = 0;
  lastPool[c] = -1;
  if (now >= windowStart) started++;
}

/** Adds an execution of the case that ended: worked ms, the first unit's pool (−1 = nobody), its visit number. */
export function addExecution(c: number, worked: number, pool: number, visit: number): void {
  touch[c] = touch[c]! + worked;
  if (visit > 0) rework[c] = rework[c]! + 1;
  if (pool < 0) return;
  if (lastPool[c]! >= 0 && lastPool[c] !== pool) handovers[c] = handovers[c]! + 1;
  lastPool[c] = pool;
}

/** Whether figures count the case: it arrived in the window. */
export const isMeasured = (c: number): boolean => caseArrival[c]! >= windowStart;

export function caseEnded(c: number, outcome: number): void {
  if (outcome === Outcome.completed && now >= windowStart) finishedInWindow++;
  if (!isMeasured(c)) return;
  if (outcome === Outcome.failed) {
    failed++;
    return;
  }
  completed++;
  const arrival = caseArrival[c]!;
  const time = now - arrival;
  cycle.add(time);
  cycleBins[binOf(time)]! += 1;
  const calendar = network.businessTimeline;
  if (calendar) business.add(calendar.openBetween(arrival, now));
  touchSum += touch[c]!;
  if (time > 0) {
    efficiencySum += workingTime(c) / time;
    efficiencyCount++;
  }
  if (rework[c] === 0) firstPass++;
  handoverSum += handovers[c]!;
}

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
    cycle.reset();
    business.reset();
    cycleBins = new Float64Array(BIN_COUNT);
    started = completed = failed = finishedInWindow = 0;
    touchSum = efficiencySum = efficiencyCount = firstPass = handoverSum = 0;
  },
  collect(write) {
    for (const count of [started, completed, failed, started - completed - failed]) write(count);
    writeSpread(cycle, write);
    writeSpread(network.businessTimeline ? business : cycle, write);
    write(completed ? touchSum / completed / SECOND : NaN);
    write(efficiencyCount ? efficiencySum / efficiencyCount : NaN);
    write(completed ? firstPass / completed : NaN);
    write(completed ? handoverSum / completed : NaN);
    const days = windowLength() / DAY;
    write(days > 0 ? finishedInWindow / days : NaN);
    write(days > 0 ? started / days : NaN);
  },
};

function writeSpread(summary: SampleSummary, write: (value: number) => void): void {
  const some = summary.count > 0;
  write(summary.mean / SECOND);
  write(summary.sd / SECOND);
  const quantiles = summary.percentiles(PERCENTILES);
  for (let i = 0; i < PERCENTILES.length; i++) write(some ? quantiles[i]! / SECOND : NaN);
  write(some ? summary.minimum / SECOND : NaN);
  write(some ? summary.maximum / SECOND : NaN);
}
