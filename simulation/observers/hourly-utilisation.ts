/** Utilisation of each pool by hour of the week (semantics, KPI 6): what was worked of the shift time in that hour. */
import { createHourClock, HOURS_PER_WEEK, type ClockSettings, type HourClock } from '../calendars/index.ts';
import { growColumn, growTableTo, PLACES } from '../kernel/arrays.ts';
import { clock } from '../kernel/clock.ts';
import { network } from '../kernel/loaded.ts';
import { groupTimeline, pools } from '../kernel/pools.ts';
import type { KpiPath } from '../model/run.ts';
import type { Observer } from './observer.ts';
import { perPool } from './utilisation.ts';
import { HOUR, window } from './window.ts';
import { doubles, integers } from '../math/memory.ts';

/** Per pool: the hour under way, its end, up to when hours follow evenly, and how much work had been done when it began. */
const hours = {
  end: doubles(PLACES),
  even: doubles(PLACES),
  index: integers(PLACES),
  begun: doubles(PLACES),
};
/** Unit-ms worked per pool and hour of the week, and by how much whole hours of work rise from one hour of the week to the next. */
const worked = { area: doubles(PLACES) };
const steps = { up: doubles(PLACES) };
const STEPS = HOURS_PER_WEEK + 1;
const place = doubles(3);
/** An instant and the work done up to it: doubles handed over in calls cost memory. */
const edge = doubles(2);
const TIME = 0;
const AREA = 1;
/** Unit-ms of shift by hour of the week. */
const shifts = doubles(HOURS_PER_WEEK);
let hourClock: HourClock | undefined;
let settings: ClockSettings | undefined;

/** Brings the pool's hours up to now; `perPool` still stands at its last change, since when nothing has changed. */
export function closeHours(p: number): void {
  const working = pools.working[p]!;
  const since = perPool.since[p]!;
  const area = perPool.workArea[p]!;
  while (hours.end[p]! <= clock.now) {
    const end = hours.end[p]!;
    edge[AREA] = area + working * (end - since);
    settleHour(p);
    edge[TIME] = end;
    // Where nobody works nothing is added, however many hours pass.
    if (working === 0) edge[TIME] = clock.now;
    else if (clock.now >= end + HOUR && clock.now <= hours.even[p]!) {
      const whole = Math.floor((clock.now - end) / HOUR);
      addWholeHours(p, whole, working);
      edge[TIME] = end + whole * HOUR;
      edge[AREA] = edge[AREA] + working * whole * HOUR;
    }
    nextHour(p);
  }
}

/** Adds `count` whole hours after the hour under way in which `working` units worked: as steps up and down, to be summed up later. */
function addWholeHours(p: number, count: number, working: number): void {
  const first = (hours.index[p]! + 1) % HOURS_PER_WEEK;
  const weeks = Math.floor(count / HOURS_PER_WEEK);
  const rest = count - weeks * HOURS_PER_WEEK;
  const i = p * STEPS;
  const step = working * HOUR;
  steps.up[i]! += weeks * step;
  if (rest === 0) return;
  steps.up[i + first]! += step;
  if (first + rest <= HOURS_PER_WEEK) steps.up[i + first + rest]! -= step;
  else {
    // Over the end of the week: up again from its beginning.
    steps.up[i]! += step;
    steps.up[i + first + rest - HOURS_PER_WEEK]! -= step;
  }
}

/** Starts the pool's hours anew, with nothing worked. */
export function openHours(p: number): void {
  worked.area.fill(0, p * HOURS_PER_WEEK, (p + 1) * HOURS_PER_WEEK);
  steps.up.fill(0, p * STEPS, (p + 1) * STEPS);
  edge[TIME] = clock.now;
  edge[AREA] = 0;
  beginHour(p);
}

/** Whether the hour under way is over; a look at one number, for the hot path. */
export const hourIsOver = (p: number): boolean => clock.now >= hours.end[p]!;

/** The pool's hour is over, or the window is: `edge[AREA]` has been worked up to here. */
function settleHour(p: number): void {
  const i = p * HOURS_PER_WEEK + hours.index[p]!;
  worked.area[i] = worked.area[i]! + edge[AREA]! - hours.begun[p]!;
  hours.begun[p] = edge[AREA]!;
}

/** As `beginHour`, after an hour of the pool that is over: by plain arithmetic as long as hours follow evenly. */
function nextHour(p: number): void {
  const end = hours.end[p]!;
  const beyond = edge[TIME]! - end;
  const steps = beyond < HOUR ? 1 : Math.floor(beyond / HOUR) + 1;
  const next = end + steps * HOUR;
  if (next > hours.even[p]!) {
    beginHour(p);
    return;
  }
  const index = hours.index[p]! + steps;
  hours.end[p] = next;
  hours.index[p] = index < HOURS_PER_WEEK ? index : index % HOURS_PER_WEEK;
  hours.begun[p] = edge[AREA]!;
}

/** The hour that contains `edge[TIME]` begins for the pool; `edge[AREA]` has been worked up to here. */
function beginHour(p: number): void {
  place[0] = edge[TIME]!;
  hourClock?.locate(place);
  hours.end[p] = place[0]!;
  hours.index[p] = place[1]!;
  hours.even[p] = place[2]!;
  hours.begun[p] = edge[AREA]!;
}

/** Puts the unit-ms of shift of the pool in the window by hour of the week into `shifts`. */
function addUpShifts(p: number): void {
  shifts.fill(0);
  for (const g of network.pools[p]!.groups) {
    const { capacity } = network.groups[g]!;
    if (capacity === 0) continue;
    // Of people without end nobody can be busy for a share of the time.
    if (capacity === Infinity) {
      shifts.fill(0);
      return;
    }
    // Who is absent is not there to work.
    const timeline = groupTimeline[g];
    const add = (from: number, to: number): void => {
      for (let t = from; t < to;) {
        place[0] = t;
        hourClock?.locate(place);
        const even = place[2]!;
        let hour = place[1]!;
        // Hour by hour, but the clock is asked only where it changes.
        for (let end = place[0]; t < to && end <= even; end += HOUR) {
          const until = end < to ? end : to;
          shifts[hour]! += capacity * (until - t);
          t = until;
          hour = hour + 1 < HOURS_PER_WEEK ? hour + 1 : 0;
        }
      }
    };
    if (clock.now <= window.start) continue;
    if (timeline) timeline.eachOpen(window.start, clock.now, add);
    else add(window.start, clock.now);
  }
}

export const hourlyUtilisation: Observer = {
  paths: (n) =>
    n.pools.flatMap(({ id }) =>
      Array.from({ length: HOURS_PER_WEEK }, (_, hour): KpiPath => ['resources', id, 'byHour', String(hour)]),
    ),
  reset() {
    if (settings !== network.clock) {
      settings = network.clock;
      hourClock = createHourClock(settings);
    }
    growTableTo(hours, network.pools.length);
    growColumn(worked, 'area', network.pools.length * HOURS_PER_WEEK);
    growColumn(steps, 'up', network.pools.length * STEPS);
    for (let p = 0; p < network.pools.length; p++) openHours(p);
  },
  collect(write) {
    for (let p = 0; p < network.pools.length; p++) {
      edge[AREA] = perPool.workArea[p]!;
      settleHour(p);
      addUpShifts(p);
      let whole = 0;
      for (let hour = 0; hour < HOURS_PER_WEEK; hour++) {
        whole += steps.up[p * STEPS + hour]!;
        const shift = shifts[hour]!;
        write(shift > 0 ? (worked.area[p * HOURS_PER_WEEK + hour]! + whole) / shift : NaN);
      }
    }
  },
};
