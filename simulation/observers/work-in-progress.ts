/** Cases in progress over time, and Little's law on the sample path as a self-check (semantics, KPI 8). */
import { cases, caseSlots, caseCounts } from '../kernel/cases.ts';
import { clock } from '../kernel/clock.ts';
import type { TimeSeries } from '../model/run.ts';
import type { Observer } from './observer.ts';
import { windowLength, window } from './window.ts';

/** Buckets of the series; when they are full, pairs are merged and the width doubles. */
const BUCKETS = 512;
const FIRST_WIDTH = 60_000;

/** `area` = case-ms, `sojourn` = time in the system of cases that left, both cut to the window; times as doubles. */
const sums = { area: NaN, since: NaN, sojourn: NaN };
const counts = { current: 0, maximum: 0 };
const series = { width: FIRST_WIDTH, buckets: new Float64Array(BUCKETS) };

export function caseStarted(): void {
  touch();
  counts.current++;
  if (counts.current > counts.maximum) counts.maximum = counts.current;
}

export function caseEnded(c: number): void {
  touch();
  counts.current--;
  if (clock.now > window.start) sums.sojourn += clock.now - Math.max(cases.arrival[c]!, window.start);
}

export function windowOpened(): void {
  touch();
  sums.area = 0;
  counts.maximum = counts.current;
  sums.sojourn = 0;
}

/** The series up to now: mean number of cases per bucket. */
export function wipSeries(): TimeSeries {
  touch();
  const full = Math.floor(clock.now / series.width);
  const rest = clock.now - full * series.width;
  const length = Math.min(BUCKETS, rest > 0 ? full + 1 : full);
  const values = series.buckets.slice(0, length);
  for (let i = 0; i < length; i++) values[i] = values[i]! / (i < full ? series.width : rest);
  return { width: series.width, values };
}

function touch(): void {
  if (clock.now === sums.since) return;
  sums.area += counts.current * (clock.now - sums.since);
  while (clock.now > series.width * BUCKETS) halve();
  if (counts.current > 0) spread(sums.since, clock.now);
  sums.since = clock.now;
}

function spread(from: number, to: number): void {
  let start = from;
  for (let i = Math.floor(from / series.width); start < to; i++) {
    const end = Math.min(to, (i + 1) * series.width);
    series.buckets[i] = series.buckets[i]! + counts.current * (end - start);
    start = end;
  }
}

function halve(): void {
  for (let i = 0; i < BUCKETS / 2; i++) series.buckets[i] = series.buckets[2 * i]! + series.buckets[2 * i + 1]!;
  series.buckets.fill(0, BUCKETS / 2);
  series.width *= 2;
}

export const workInProgress: Observer = {
  paths: () => [['wip', 'mean'], ['wip', 'max'], ['littlesLawResidual']],
  reset() {
    Object.assign(sums, { area: 0, since: 0, sojourn: 0 });
    Object.assign(counts, { current: 0, maximum: 0 });
    series.width = FIRST_WIDTH;
    series.buckets.fill(0);
  },
  collect(write) {
    touch();
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
