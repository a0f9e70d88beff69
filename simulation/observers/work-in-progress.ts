/** Cases in progress over time, and Little's law on the sample path as a self-check (semantics, KPI 8). */
import { caseArrival, caseRoots, caseSlots, liveCases } from '../kernel/cases.ts';
import { now } from '../kernel/clock.ts';
import type { TimeSeries } from '../model/run.ts';
import type { Observer } from './observer.ts';
import { windowLength, windowStart } from './window.ts';

/** Buckets of the series; when they are full, pairs are merged and the width doubles. */
const BUCKETS = 512;
const FIRST_WIDTH = 60_000;

let area = 0;
let since = 0;
let current = 0;
let maximum = 0;
/** Time in the system of cases that left, cut to the window. */
let sojourn = 0;
let width = FIRST_WIDTH;
let buckets = new Float64Array(BUCKETS);

export function caseStarted(): void {
  touch();
  current++;
  if (current > maximum) maximum = current;
}

export function caseEnded(c: number): void {
  touch();
  current--;
  if (now > windowStart) sojourn += now - Math.max(caseArrival[c]!, windowStart);
}

export function windowOpened(): void {
  touch();
  area = 0;
  maximum = current;
  sojourn = 0;
}

/** The series up to now: mean number of cases per bucket. */
export function wipSeries(): TimeSeries {
  touch();
  const full = Math.floor(now / width);
  const rest = now - full * width;
  const length = Math.min(BUCKETS, rest > 0 ? full + 1 : full);
  const values = buckets.slice(0, length);
  for (let i = 0; i < length; i++) values[i] = values[i]! / (i < full ? width : rest);
  return { width, values };
}

function touch(): void {
  if (now === since) return;
  area += current * (now - since);
  while (now > width * BUCKETS) halve();
  if (current > 0) spread(since, now);
  since = now;
}

function spread(from: number, to: number): void {
  let start = from;
  for (let i = Math.floor(from / width); start < to; i++) {
    const end = Math.min(to, (i + 1) * width);
    buckets[i] = buckets[i]! + current * (end - start);
    start = end;
  }
}

function halve(): void {
  for (let i = 0; i < BUCKETS / 2; i++) buckets[i] = buckets[2 * i]! + buckets[2 * i + 1]!;
  buckets.fill(0, BUCKETS / 2);
  width *= 2;
}

export const workInProgress: Observer = {
  paths: () => [['wip', 'mean'], ['wip', 'max'], ['littlesLawResidual']],
  reset() {
    area = since = current = maximum = sojourn = 0;
    width = FIRST_WIDTH;
    buckets = new Float64Array(BUCKETS);
  },
  collect(write) {
    touch();
    const length = windowLength();
    write(length > 0 ? area / length : NaN);
    write(maximum);
    let total = sojourn;
    if (liveCases > 0)
      for (let c = 0; c < caseSlots(); c++)
        if (caseRoots[c]! > 0) total += now - Math.max(caseArrival[c]!, Math.min(windowStart, now));
    write(area > 0 ? Math.abs(area - total) / area : 0);
  },
};
