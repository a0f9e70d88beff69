/** Per activity: executions, waiting, work, rework, cancellations, queue length and cost (semantics, KPI 5). */
import { now } from '../kernel/clock.ts';
import { activities, network } from '../kernel/loaded.ts';
import { groupTimeline, unitGroup, unitPool } from '../kernel/pools.ts';
import { tokenCase, tokenNode, tokenOffered, tokenStarted, tokenUnit, tokenVisit } from '../kernel/tokens.ts';
import type { KpiPath } from '../model/run.ts';
import { addExecution } from './case-times.ts';
import { priceExecution } from './cost.ts';
import type { Observer } from './observer.ts';
import { SampleSummary } from './sample-summary.ts';
import { SECOND, windowLength, windowStart } from './window.ts';
import { workedTime } from './worked.ts';

const queues: SampleSummary[] = [];
let executions = new Float64Array(0);
let cancellations = new Float64Array(0);
let repeats = new Float64Array(0);
let workSums = new Float64Array(0);
let elapsedSums = new Float64Array(0);
let businessQueueSums = new Float64Array(0);
let costs = new Float64Array(0);
let waiting = new Int32Array(0);
let waitingMaximum = new Int32Array(0);
let waitingArea = new Float64Array(0);
let waitingSince = new Float64Array(0);

export function workQueued(t: number): void {
  const a = network.nodeActivity[tokenNode[t]!]!;
  touch(a);
  const length = waiting[a]! + 1;
  waiting[a] = length;
  if (length > waitingMaximum[a]!) waitingMaximum[a] = length;
}

export function workDequeued(t: number): void {
  const a = network.nodeActivity[tokenNode[t]!]!;
  touch(a);
  waiting[a] = waiting[a]! - 1;
}

export function workEnded(t: number, cancelled: boolean): void {
  const a = network.nodeActivity[tokenNode[t]!]!;
  const started = tokenStarted[t]!;
  const begun = !Number.isNaN(started);
  const worked = workedTime(t, cancelled);
  const unit = tokenUnit[t]!;
  const cost = priceExecution(t, a, worked, begun);
  addExecution(tokenCase[t]!, worked, unit === -1 ? -1 : unitPool[unit]!, cancelled ? 0 : tokenVisit[t]!);
  const offered = tokenOffered[t]!;
  if (offered < windowStart) return;
  costs[a] = costs[a]! + cost;
  if (cancelled) {
    cancellations[a] = cancellations[a]! + 1;
    return;
  }
  executions[a] = executions[a]! + 1;
  if (tokenVisit[t]! > 0) repeats[a] = repeats[a]! + 1;
  const wait = started - offered;
  queues[a]!.add(wait);
  if (wait > 0) {
    const timeline = unit === -1 ? undefined : groupTimeline[unitGroup[unit]!];
    businessQueueSums[a] = businessQueueSums[a]! + (timeline ? timeline.openBetween(offered, started) : wait);
  }
  workSums[a] = workSums[a]! + worked;
  elapsedSums[a] = elapsedSums[a]! + now - offered;
}

export function windowOpened(): void {
  for (let a = 0; a < waiting.length; a++) {
    waitingArea[a] = 0;
    waitingSince[a] = now;
    waitingMaximum[a] = waiting[a]!;
  }
}

function touch(a: number): void {
  waitingArea[a] = waitingArea[a]! + waiting[a]! * (now - waitingSince[a]!);
  waitingSince[a] = now;
}

const KEYS: readonly KpiPath[] = [
  ['executions'],
  ['cancelled'],
  ['rework'],
  ['queue', 'mean'],
  ['queue', 'p95'],
  ['queue', 'businessMean'],
  ['work', 'mean'],
  ['elapsed', 'mean'],
  ['queueLength', 'mean'],
  ['queueLength', 'max'],
  ['cost'],
];

export const activityTimes: Observer = {
  paths: (n) => n.activities.flatMap(({ id }) => KEYS.map((key): KpiPath => ['activities', id, ...key])),
  reset() {
    const count = activities.length;
    while (queues.length < count) queues.push(new SampleSummary());
    for (const queue of queues) queue.reset();
    executions = new Float64Array(count);
    cancellations = new Float64Array(count);
    repeats = new Float64Array(count);
    workSums = new Float64Array(count);
    elapsedSums = new Float64Array(count);
    businessQueueSums = new Float64Array(count);
    costs = new Float64Array(count);
    waiting = new Int32Array(count);
    waitingMaximum = new Int32Array(count);
    waitingArea = new Float64Array(count);
    waitingSince = new Float64Array(count);
  },
  collect(write) {
    const length = windowLength();
    for (let a = 0; a < activities.length; a++) {
      touch(a);
      const n = executions[a]!;
      const queue = queues[a]!;
      write(n);
      write(cancellations[a]!);
      write(n ? repeats[a]! / n : NaN);
      write(queue.mean / SECOND);
      write(n ? queue.percentiles([0.95])[0]! / SECOND : NaN);
      write(n ? businessQueueSums[a]! / n / SECOND : NaN);
      write(n ? workSums[a]! / n / SECOND : NaN);
      write(n ? elapsedSums[a]! / n / SECOND : NaN);
      write(length > 0 ? waitingArea[a]! / length : NaN);
      write(waitingMaximum[a]!);
      write(costs[a]!);
    }
  },
};
