/** Per pool: what was worked of the shifts, overtime, waiting work, and what it costs (semantics, KPIs 6 and 11). */
import { now } from '../kernel/clock.ts';
import { network } from '../kernel/loaded.ts';
import { poolOvertime, poolWorking } from '../kernel/pools.ts';
import { eachRequestedPool } from '../kernel/queues.ts';
import type { KpiPath } from '../model/run.ts';
import { fixedCosts, useCost } from './cost.ts';
import type { Observer } from './observer.ts';
import { HOUR, SECOND, windowLength, windowStart } from './window.ts';

let workArea = new Float64Array(0);
let overtimeArea = new Float64Array(0);
let since = new Float64Array(0);
let waiting = new Int32Array(0);
let waitingMaximum = new Int32Array(0);
let waitingArea = new Float64Array(0);
let waitingSince = new Float64Array(0);

export function poolChanging(p: number): void {
  const elapsed = now - since[p]!;
  if (elapsed === 0) return;
  workArea[p] = workArea[p]! + poolWorking[p]! * elapsed;
  overtimeArea[p] = overtimeArea[p]! + poolOvertime[p]! * elapsed;
  since[p] = now;
}

export function workQueued(t: number): void {
  eachRequestedPool(t, lengthen);
}

export function workDequeued(t: number): void {
  eachRequestedPool(t, shorten);
}

export function windowOpened(): void {
  for (let p = 0; p < since.length; p++) {
    workArea[p] = 0;
    overtimeArea[p] = 0;
    since[p] = now;
    waitingArea[p] = 0;
    waitingSince[p] = now;
    waitingMaximum[p] = waiting[p]!;
  }
}

function lengthen(p: number): void {
  touch(p);
  const length = waiting[p]! + 1;
  waiting[p] = length;
  if (length > waitingMaximum[p]!) waitingMaximum[p] = length;
}

function shorten(p: number): void {
  touch(p);
  waiting[p] = waiting[p]! - 1;
}

function touch(p: number): void {
  waitingArea[p] = waitingArea[p]! + waiting[p]! * (now - waitingSince[p]!);
  waitingSince[p] = now;
}

/** Unit-ms of shift of the pool in the window; Infinity for an unlimited one. */
function shiftTime(p: number): number {
  let total = 0;
  for (const g of network.pools[p]!.groups) {
    const { capacity, timeline } = network.groups[g]!;
    if (capacity === 0) continue;
    total += capacity * (timeline ? timeline.openBetween(windowStart, Math.max(windowStart, now)) : windowLength());
  }
  return total;
}

const KEYS: readonly KpiPath[] = [
  ['utilisation'],
  ['busy'],
  ['overtime'],
  ['cost'],
  ['paid'],
  ['queueLength', 'mean'],
  ['queueLength', 'max'],
];

export const utilisation: Observer = {
  paths: (n) => [
    ...n.pools.flatMap(({ id }) => KEYS.map((key): KpiPath => ['resources', id, ...key])),
    ['cost', 'busy'],
    ['cost', 'paid'],
  ],
  reset() {
    const count = network.pools.length;
    workArea = new Float64Array(count);
    overtimeArea = new Float64Array(count);
    since = new Float64Array(count);
    waiting = new Int32Array(count);
    waitingMaximum = new Int32Array(count);
    waitingArea = new Float64Array(count);
    waitingSince = new Float64Array(count);
  },
  collect(write) {
    const length = windowLength();
    let busyTotal = fixedCosts();
    let paidTotal = busyTotal;
    network.pools.forEach((pool, p) => {
      poolChanging(p);
      touch(p);
      const shift = shiftTime(p);
      const perMs = pool.costPerHour / HOUR;
      const extra = overtimeArea[p]! * perMs * pool.overtimeFactor + useCost(p);
      const busy = workArea[p]! * perMs + extra;
      // Nobody is paid for waiting in an unlimited pool.
      const paid = shift < Infinity ? shift * perMs + extra : busy;
      busyTotal += busy;
      paidTotal += paid;
      write(shift === Infinity ? 0 : shift > 0 ? workArea[p]! / shift : NaN);
      write((workArea[p]! + overtimeArea[p]!) / SECOND);
      write(overtimeArea[p]! / SECOND);
      write(busy);
      write(paid);
      write(length > 0 ? waitingArea[p]! / length : NaN);
      write(waitingMaximum[p]!);
    });
    write(busyTotal);
    write(paidTotal);
  },
};
