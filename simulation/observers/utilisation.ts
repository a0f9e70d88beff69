/** Per pool: what was worked of the shifts, overtime, waiting work, and what it costs (semantics, KPIs 6 and 11). */
import { clearTable, PLACES } from '../kernel/arrays.ts';
import { clock } from '../kernel/clock.ts';
import { network } from '../kernel/loaded.ts';
import { pools } from '../kernel/pools.ts';
import { queues, requests } from '../kernel/queues.ts';
import { tokens } from '../kernel/tokens.ts';
import type { KpiPath } from '../model/run.ts';
import { fixedCosts, useCost } from './cost.ts';
import { closeHours, hourIsOver, openHours } from './hourly-utilisation.ts';
import type { Observer } from './observer.ts';
import {
  costOfPersons,
  openInWindow,
  overtimeCostOfPersons,
  pathsOfPersons,
  personsWorked,
  presence,
  resetPersons,
  writePersons,
} from './persons.ts';
import { HOUR, requestInWindow, SECOND, waited, windowLength } from './window.ts';
import { bytes, doubles, integers } from '../math/memory.ts';

/** Per pool: unit-ms worked and in overtime, and the queue now, at most, and over time. */
export const perPool = {
  workArea: doubles(PLACES),
  overtimeArea: doubles(PLACES),
  since: doubles(PLACES),
  waiting: integers(PLACES),
  waitingMaximum: integers(PLACES),
  waitingArea: doubles(PLACES),
  /** 1 = its people are counted one by one. */
  individual: bytes(PLACES),
};

export function poolChanging(p: number): void {
  const { now } = clock;
  const elapsed = now - perPool.since[p]!;
  if (elapsed === 0) return;
  if (hourIsOver(p)) closeHours(p);
  perPool.workArea[p]! += pools.working[p]! * elapsed;
  if (pools.overtime[p] !== 0) perPool.overtimeArea[p]! += pools.overtime[p]! * elapsed;
  perPool.since[p] = now;
  if (perPool.individual[p] === 1) personsWorked(p, elapsed);
}

export function workQueued(t: number): void {
  const r = tokens.request[t]!;
  if (r === -1) return;
  requestQueued(r);
  if (requests.sibling[r] !== -1) siblingsQueued(requests.sibling[r]!);
}

function siblingsQueued(first: number): void {
  for (let r = first; r !== -1; r = requests.sibling[r]!) requestQueued(r);
}

function requestQueued(r: number): void {
  const p = requests.pool[r]!;
  const length = perPool.waiting[p]! + 1;
  perPool.waiting[p] = length;
  if (length > perPool.waitingMaximum[p]!) perPool.waitingMaximum[p] = length;
}

/** `waited[0]` says how long. */
export function workDequeued(t: number): void {
  const r = tokens.request[t]!;
  if (r === -1) return;
  requestDequeued(r);
  if (requests.sibling[r] !== -1) siblingsDequeued(requests.sibling[r]!);
}

function siblingsDequeued(first: number): void {
  for (let r = first; r !== -1; r = requests.sibling[r]!) requestDequeued(r);
}

function requestDequeued(r: number): void {
  const p = requests.pool[r]!;
  perPool.waiting[p]! -= 1;
  perPool.waitingArea[p]! += waited[0]!;
}

export function windowOpened(): void {
  for (let p = 0; p < network.pools.length; p++) {
    perPool.workArea[p] = 0;
    perPool.overtimeArea[p] = 0;
    perPool.since[p] = clock.now;
    perPool.waitingArea[p] = 0;
    perPool.waitingMaximum[p] = perPool.waiting[p]!;
    openHours(p);
  }
  resetPersons();
}

/** Counts the waits of work that still waits. */
function countOpenWaits(p: number): void {
  for (let r = queues.first[p]!; r !== -1; r = requests.next[r]!)
    perPool.waitingArea[p]! += requestInWindow(requests.token[r]!);
}

/** Unit-ms of shift of the pool in the window; Infinity for an unlimited one. */
function shiftTime(p: number): number {
  let total = 0;
  for (const g of network.pools[p]!.groups) if (network.groups[g]!.capacity > 0) total += presence(g);
  return total;
}

/** What the shifts cost, absences paid; for a pool that is not unlimited. */
function shiftCost(p: number): number {
  let total = 0;
  for (const g of network.pools[p]!.groups) {
    const { capacity, costPerHour, timeline } = network.groups[g]!;
    if (capacity > 0) total += (capacity * openInWindow(timeline) * costPerHour) / HOUR;
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
    ...pathsOfPersons(n),
  ],
  reset() {
    clearTable(perPool, network.pools.length);
    network.pools.forEach((pool, p) => {
      perPool.individual[p] = pool.individual ? 1 : 0;
    });
    resetPersons();
  },
  collect(write) {
    const length = windowLength();
    let busyTotal = fixedCosts();
    let paidTotal = busyTotal;
    network.pools.forEach((pool, p) => {
      poolChanging(p);
      countOpenWaits(p);
      const shift = shiftTime(p);
      const perMs = pool.costPerHour / HOUR;
      const overtime = perPool.individual[p] === 1 ? overtimeCostOfPersons(p) : perPool.overtimeArea[p]! * perMs;
      const extra = overtime * pool.overtimeFactor + useCost(p);
      const isPlain = perPool.individual[p] === 0;
      const work = isPlain ? perPool.workArea[p]! * perMs : costOfPersons(p);
      const busy = work + extra;
      const hasAbsence = pool.groups.some((g) => network.groups[g]!.absence);
      // Nobody is paid for waiting in an unlimited pool.
      const paid = shift < Infinity ? (isPlain && !hasAbsence ? shift * perMs : shiftCost(p)) + extra : busy;
      busyTotal += busy;
      paidTotal += paid;
      write(shift === Infinity ? 0 : shift > 0 ? perPool.workArea[p]! / shift : NaN);
      write((perPool.workArea[p]! + perPool.overtimeArea[p]!) / SECOND);
      write(perPool.overtimeArea[p]! / SECOND);
      write(busy);
      write(paid);
      write(length > 0 ? perPool.waitingArea[p]! / length : NaN);
      write(perPool.waitingMaximum[p]!);
    });
    write(busyTotal);
    write(paidTotal);
    writePersons(write);
  },
};
