/** Cases in progress over time, and Little's law on the sample path as a self-check (semantics, KPI 8). */
import { arrivals } from '../kernel/arrivals.ts';
import { caseCounts, cases, caseSlots } from '../kernel/cases.ts';
import { clock } from '../kernel/clock.ts';
import { network } from '../kernel/loaded.ts';
import type { TimeSeries } from '../model/run.ts';
import type { Observer } from './observer.ts';
import { windowLength, window } from './window.ts';
import { doubles } from '../math/memory.ts';

/** Buckets of the series; when they are full, pairs are merged and the width doubles. */
const BUCKETS = 512;
const LEAST_WIDTH = 60_000;

/**
 * `area` = case-ms in the window, `sojourn` = time in the system of cases that left, cut to the window; `before` = case-ms before the
 * window, `filled` case-ms in closed buckets, `bucketEnd` the end of the open one. All doubles, whole numbers.
 */
const sums = { area: NaN, since: NaN, sojourn: NaN, before: NaN, filled: NaN, bucketEnd: NaN };
const counts = { maximum: 0, bucket: 0 };
const series = { width: LEAST_WIDTH, buckets: doubles(BUCKETS) };

export function caseStarted(): void {
  // So many before it.
  touch(caseCounts.live - 1);
  if (caseCounts.live > counts.maximum) counts.maximum = caseCounts.live;
}

/** The case, which is still among those in progress, ends. */
export function caseEnded(c: number): void {
  touch(caseCounts.live);
  const arrival = cases.arrival[c]!;
  if (clock.now > window.start) sums.sojourn += clock.now - (arrival > window.start ? arrival : window.start);
}

export function windowOpened(): void {
  touch(caseCounts.live);
  sums.before += sums.area;
  sums.area = 0;
  counts.maximum = caseCounts.live;
  sums.sojourn = 0;
}

/** The series up to now: mean number of cases per bucket; it stands until the next replication. To be asked for once. */
export function wipSeries(): TimeSeries {
  touch(caseCounts.live);
  const { width, buckets } = series;
  const rest = clock.now - counts.bucket * width;
  for (let i = 0; i < counts.bucket; i++) buckets[i] = buckets[i]! / width;
  if (rest > 0) buckets[counts.bucket] = (sums.before + sums.area - sums.filled) / rest;
  return { width, values: buckets.subarray(0, counts.bucket + (rest > 0 ? 1 : 0)) };
}

/** Brings everything up to now; `current` cases have been in progress since it last was. */
function touch(current: number): void {
  const { now } = clock;
  const elapsed = now - sums.since;
  if (elapsed === 0) return;
  if (now >= sums.bucketEnd) closeBuckets(current);
  sums.area += current * elapsed;
  sums.since = now;
}

function closeBuckets(current: number): void {
  do closeBucket(current);
  while (clock.now >= sums.bucketEnd);
}

/** Closes the bucket that ends now or before. */
function closeBucket(current: number): void {
  const end = sums.bucketEnd;
  const total = sums.before + sums.area + current * (end - sums.since);
  series.buckets[counts.bucket] = total - sums.filled;
  sums.filled = total;
  counts.bucket++;
  if (counts.bucket === BUCKETS) halve();
  sums.bucketEnd = (counts.bucket + 1) * series.width;
}

/** Makes one bucket of two. */
function halve(): void {
  for (let i = 0; i < BUCKETS / 2; i++) series.buckets[i] = series.buckets[2 * i]! + series.buckets[2 * i + 1]!;
  series.buckets.fill(0, BUCKETS / 2);
  series.width *= 2;
  counts.bucket = BUCKETS / 2;
}

/**
 * The width with which the buckets suffice for the time that the replication will probably take: to close fine ones first and to merge
 * them then is much of the work of a short replication. It depends on nothing but the model and the plan, so that a replication has the
 * same series whatever its thread did before.
 */
function firstWidth(): number {
  const end = expectedEnd();
  let width = LEAST_WIDTH;
  while (BUCKETS * width <= end) width *= 2;
  return width;
}

/** When the replication will probably end, or somewhat earlier, ms; 0 where that cannot be told. */
function expectedEnd(): number {
  if (window.horizon < Infinity) return window.horizon;
  let rate = 0;
  let most = 0;
  for (const { interval, profile, replay, count } of network.streams) {
    if (!interval || profile || replay) return 0;
    rate += 1 / interval.mean;
    most += count;
  }
  const end = Math.min(most, arrivals.limit) / rate;
  return end < Infinity ? end : 0;
}

export const workInProgress: Observer = {
  paths: () => [['wip', 'mean'], ['wip', 'max'], ['littlesLawResidual']],
  reset() {
    series.width = firstWidth();
    Object.assign(sums, { area: 0, since: 0, sojourn: 0, before: 0, filled: 0, bucketEnd: series.width });
    Object.assign(counts, { maximum: 0, bucket: 0 });
    series.buckets.fill(0);
  },
  collect(write) {
    touch(caseCounts.live);
    const length = windowLength();
    write(length > 0 ? sums.area / length : NaN);
    write(counts.maximum);
    let total = sums.sojourn;
    if (caseCounts.live > 0)
      for (let c = 0; c < caseSlots(); c++)
        if (cases.roots[c]! > 0) total += clock.now - Math.max(cases.arrival[c]!, Math.min(window.start, clock.now));
    write(sums.area > 0 ? Math.abs(sums.area - total) / sums.area : 0);
  },
};
