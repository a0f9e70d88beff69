/** Per activity: perActivity.executions, perActivity.waiting, work, rework, perActivity.cancelled, queue length and cost (semantics, KPI 5). */
import { clearTable, PLACES } from '../kernel/arrays.ts';
import { graph } from '../kernel/graph.ts';
import { clock } from '../kernel/clock.ts';
import { activities } from '../kernel/loaded.ts';
import { groupTimeline, units } from '../kernel/pools.ts';
import { tokens } from '../kernel/tokens.ts';
import type { KpiPath } from '../model/run.ts';
import { addExecution } from './case-times.ts';
import { priceExecution, pricing } from './cost.ts';
import type { Observer } from './observer.ts';
import { SampleSummary } from './sample-summary.ts';
import { SECOND, windowLength, window } from './window.ts';
import { workedTime } from './worked.ts';

/** Per activity: counts, sums in ms, and the queue now, at most, and over time. */
const perActivity = {
  executions: new Float64Array(PLACES),
  cancelled: new Float64Array(PLACES),
  repeats: new Float64Array(PLACES),
  work: new Float64Array(PLACES),
  elapsed: new Float64Array(PLACES),
  businessQueue: new Float64Array(PLACES),
  cost: new Float64Array(PLACES),
  waiting: new Int32Array(PLACES),
  waitingMaximum: new Int32Array(PLACES),
  waitingArea: new Float64Array(PLACES),
  waitingSince: new Float64Array(PLACES),
};

const queues: SampleSummary[] = [];

export function workQueued(t: number): void {
  const a = graph.activity[tokens.node[t]!]!;
  touch(a);
  const length = perActivity.waiting[a]! + 1;
  perActivity.waiting[a] = length;
  if (length > perActivity.waitingMaximum[a]!) perActivity.waitingMaximum[a] = length;
}

export function workDequeued(t: number): void {
  const a = graph.activity[tokens.node[t]!]!;
  touch(a);
  perActivity.waiting[a] = perActivity.waiting[a]! - 1;
}

export function workEnded(t: number, cancelled: boolean): void {
  const a = graph.activity[tokens.node[t]!]!;
  const started = tokens.started[t]!;
  const begun = !Number.isNaN(started);
  const worked = cancelled ? workedTime(t) : tokens.work[t]!;
  const unit = tokens.unit[t]!;
  const cost = pricing.on ? priceExecution(t, a, worked, begun) : 0;
  addExecution(tokens.case[t]!, worked, unit === -1 ? -1 : units.pool[unit]!, cancelled ? 0 : tokens.visit[t]!);
  const offered = tokens.offered[t]!;
  if (offered < window.start) return;
  perActivity.cost[a] = perActivity.cost[a]! + cost;
  if (cancelled) {
    perActivity.cancelled[a] = perActivity.cancelled[a]! + 1;
    return;
  }
  perActivity.executions[a] = perActivity.executions[a]! + 1;
  if (tokens.visit[t]! > 0) perActivity.repeats[a] = perActivity.repeats[a]! + 1;
  const wait = started - offered;
  queues[a]!.add(wait);
  if (wait > 0) {
    const timeline = unit === -1 ? undefined : groupTimeline[units.group[unit]!];
    perActivity.businessQueue[a] =
      perActivity.businessQueue[a]! + (timeline ? timeline.openBetween(offered, started) : wait);
  }
  perActivity.work[a] = perActivity.work[a]! + worked;
  perActivity.elapsed[a] = perActivity.elapsed[a]! + clock.now - offered;
}

export function windowOpened(): void {
  for (let a = 0; a < activities.length; a++) {
    perActivity.waitingArea[a] = 0;
    perActivity.waitingSince[a] = clock.now;
    perActivity.waitingMaximum[a] = perActivity.waiting[a]!;
  }
}

function touch(a: number): void {
  perActivity.waitingArea[a] =
    perActivity.waitingArea[a]! + perActivity.waiting[a]! * (clock.now - perActivity.waitingSince[a]!);
  perActivity.waitingSince[a] = clock.now;
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
    clearTable(perActivity, count);
  },
  collect(write) {
    const length = windowLength();
    for (let a = 0; a < activities.length; a++) {
      touch(a);
      const n = perActivity.executions[a]!;
      const queue = queues[a]!;
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
