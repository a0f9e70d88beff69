/** Per activity: executions, waits, work, rework, cancellations, queue length and cost (semantics, KPI 5). */
import { clearTable, PLACES } from '../kernel/arrays.ts';
import { batches, isInBatch, waitingItems } from '../kernel/batches.ts';
import { graph } from '../kernel/graph.ts';
import { clock } from '../kernel/clock.ts';
import { activities, network } from '../kernel/loaded.ts';
import { groups, groupTimeline, units } from '../kernel/pools.ts';
import { queues as requestQueues, requests } from '../kernel/queues.ts';
import { isRepeated, runs } from '../kernel/repeats.ts';
import { tokens } from '../kernel/tokens.ts';
import type { KpiPath } from '../model/run.ts';
import { addExecution } from './case-times.ts';
import { priceExecution, pricing } from './cost.ts';
import {
  addEarlierParts,
  businessWaitedBefore,
  interruptions,
  offeredAt,
  resetInterruptions,
  waitedBefore,
  wasInterrupted,
} from './interruptions.ts';
import type { Observer } from './observer.ts';
import { addSample, SampleSummary } from './sample-summary.ts';
import { businessWait, SECOND, waited, waitInWindow, windowLength, window } from './window.ts';
import { COST, execution, measureWorked, WORKED } from './worked.ts';
import { doubles, integers } from '../math/memory.ts';

/** Per activity: counts, sums in ms, and the queue now, at most, and over time. */
const perActivity = {
  executions: doubles(PLACES),
  cancelled: doubles(PLACES),
  repeats: doubles(PLACES),
  work: doubles(PLACES),
  elapsed: doubles(PLACES),
  businessQueue: doubles(PLACES),
  cost: doubles(PLACES),
  waiting: integers(PLACES),
  waitingMaximum: integers(PLACES),
  waitingArea: doubles(PLACES),
  /** Row of the summary of its waits. */
  queueRow: integers(PLACES),
};

const queues: SampleSummary[] = [];
/** For the working part of a wait. */
const business = doubles(2);

export function workQueued(t: number): void {
  const a = graph.activity[tokens.node[t]!]!;
  const length = perActivity.waiting[a]! + 1;
  perActivity.waiting[a] = length;
  if (length > perActivity.waitingMaximum[a]!) perActivity.waitingMaximum[a] = length;
}

/** `waited[0]` says how long. */
export function workDequeued(t: number): void {
  const a = graph.activity[tokens.node[t]!]!;
  perActivity.waiting[a]! -= 1;
  perActivity.waitingArea[a]! += waited[0]!;
}

export function workEnded(t: number, cancelled: boolean): void {
  const a = graph.activity[tokens.node[t]!]!;
  const started = tokens.started[t]!;
  if (cancelled) measureWorked(t);
  else execution[WORKED] = tokens.work[t]!;
  execution[COST] = 0;
  if (pricing.on && started === started) priceExecution(t, wasInterrupted(t) ? 0 : activities[a]!.fixedCost);
  const anyInterrupted = interruptions.any;
  if (anyInterrupted) addEarlierParts(t);
  const unit = tokens.unit[t]!;
  const isRepeat = (tokens.visit[t]! > 0 || runs.any) && isRepeated(t);
  const worked = execution[WORKED]!;
  addExecution(tokens.case[t]!, unit === -1 ? -1 : units.pool[unit]!, worked, !cancelled && isRepeat);
  const offered = anyInterrupted ? offeredAt(t) : tokens.offered[t]!;
  if (offered < window.start) return;
  if (pricing.on) perActivity.cost[a]! += execution[COST];
  if (cancelled) {
    perActivity.cancelled[a]! += 1;
    return;
  }
  perActivity.executions[a]! += 1;
  if (isRepeat) perActivity.repeats[a]! += 1;
  if (anyInterrupted && wasInterrupted(t)) addInterruptedWait(a, t);
  else addWait(a, unit, offered, started);
  perActivity.work[a]! += worked;
  perActivity.elapsed[a] = perActivity.elapsed[a]! + clock.now - offered;
}

function addWait(a: number, unit: number, offered: number, started: number): void {
  addSample(perActivity.queueRow[a]!, started - offered);
  business[0] = started - offered;
  // Within the shift under way all of the wait is working time.
  const g = unit === -1 ? -1 : units.group[unit]!;
  if (g !== -1 && !(groups.on[g] === 1 && groups.since[g]! <= offered) && started > offered) {
    const timeline = groupTimeline[g];
    if (timeline) {
      business[0] = offered;
      business[1] = started;
      timeline.openBetweenIn(business);
    }
  }
  perActivity.businessQueue[a]! += business[0];
}

/** Being interrupted is waiting, too. */
function addInterruptedWait(a: number, t: number): void {
  queues[a]!.add(waitedBefore(t) + tokens.started[t]! - tokens.offered[t]!);
  perActivity.businessQueue[a] = perActivity.businessQueue[a]! + businessWaitedBefore(t) + businessWait(t);
}

export function windowOpened(): void {
  for (let a = 0; a < activities.length; a++) {
    perActivity.waitingArea[a] = 0;
    perActivity.waitingMaximum[a] = perActivity.waiting[a]!;
  }
}

/** Counts the waits of work that still waits. */
function countOpenWaits(): void {
  for (let p = 0; p < network.pools.length; p++)
    for (let r = requestQueues.first[p]!; r !== -1; r = requests.next[r]!) {
      const t = requests.token[r]!;
      const a = graph.activity[tokens.node[t]!]!;
      if (batches.any && isInBatch(t)) continue;
      // Work that asks several pools stands in several queues.
      if (tokens.request[t] === r) perActivity.waitingArea[a]! += waitInWindow(t);
    }
  for (const t of waitingItems()) {
    const a = graph.activity[tokens.node[t]!]!;
    perActivity.waitingArea[a]! += waitInWindow(t);
  }
}

/** Executions that count so far: completed, and cancelled ones. */
export const executionsOf = (a: number): number => perActivity.executions[a]!;
export const cancelledOf = (a: number): number => perActivity.cancelled[a]!;

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
    clearTable(perActivity, count);
    for (let a = 0; a < count; a++) perActivity.queueRow[a] = queues[a]!.row;
    resetInterruptions();
  },
  collect(write) {
    const length = windowLength();
    countOpenWaits();
    for (let a = 0; a < activities.length; a++) {
      const n = perActivity.executions[a]!;
      const queue = queues[a]!;
      queue.addZeros(n - queue.count);
      write(n);
      write(perActivity.cancelled[a]!);
      write(n ? perActivity.repeats[a]! / n : NaN);
      write(queue.mean / SECOND);
      write(n ? queue.percentiles([0.95])[0]! / SECOND : NaN);
      write(n ? perActivity.businessQueue[a]! / n / SECOND : NaN);
      write(n ? perActivity.work[a]! / n / SECOND : NaN);
      write(n ? perActivity.elapsed[a]! / n / SECOND : NaN);
      write(length > 0 ? perActivity.waitingArea[a]! / length : NaN);
      write(perActivity.waitingMaximum[a]!);
      write(perActivity.cost[a]!);
    }
  },
};
