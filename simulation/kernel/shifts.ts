/** Shifts of people who work together: when all of them are there, and whether work fits before the first leaves. */
import { clock } from './clock.ts';
import { intersect, type Timeline } from '../calendars/index.ts';
import { groups, groupTimeline, poolGroupsOf, units } from './pools.ts';
import { tokens } from './tokens.ts';

const pairs = new WeakMap<Timeline, WeakMap<Timeline, Timeline>>();
const longest = new WeakMap<Timeline, number>();

/** Open when all units of the token are on shift; undefined = always. */
export function commonTimeline(t: number): Timeline | undefined {
  let common: Timeline | undefined;
  for (let u = tokens.unit[t]!; u !== -1; u = units.next[u]!) common = both(common, groupTimeline[units.group[u]!]);
  return common;
}

/** When the work of the token, which holds its people, would end if begun now. */
export function endOfWork(t: number): number {
  const timeline = tokens.overtime[t] === 1 ? undefined : commonTimeline(t);
  return timeline ? timeline.advance(clock.now, tokens.work[t]!) : clock.now + tokens.work[t]!;
}

/** What the token's people have worked on it since it began or went on, ms. */
export function workedSoFar(t: number): number {
  const started = tokens.started[t]!;
  const timeline = tokens.overtime[t] === 1 || tokens.unit[t] === -1 ? undefined : commonTimeline(t);
  return timeline ? timeline.openBetween(started, clock.now) : clock.now - started;
}

/** Whether enough people are idle in all needed pools who stay until work of `duration` begun now would end. */
export const fitsNow = (needs: readonly Need[], duration: number): boolean =>
  needs.every(({ pool, units }) => {
    let free = 0;
    for (const g of poolGroupsOf(pool)) if (groupFits(pool, g, duration)) free += groups.idle[g]!;
    return free >= units;
  });

/** Whether the group of the pool is on shift until the work would end. Work longer than every shift of the pool always fits. */
export function groupFits(pool: number, g: number, duration: number): boolean {
  if (!groups.on[g]) return false;
  const timeline = groupTimeline[g];
  if (!timeline || clock.now + duration <= timeline.openUntil(clock.now)) return true;
  return poolGroupsOf(pool).every((other) => duration > longestStretch(groupTimeline[other]));
}

interface Need {
  readonly pool: number;
  readonly units: number;
}

function both(a: Timeline | undefined, b: Timeline | undefined): Timeline | undefined {
  if (!a || !b || a === b) return a ?? b;
  const known = pairs.get(a) ?? new WeakMap<Timeline, Timeline>();
  pairs.set(a, known);
  const result = known.get(b) ?? intersect(a, b);
  known.set(b, result);
  return result;
}

/** Longest open stretch of the first eight weeks: shifts repeat weekly. */
function longestStretch(timeline: Timeline | undefined): number {
  if (!timeline) return Infinity;
  let length = longest.get(timeline);
  if (length === undefined) {
    length = 0;
    const end = 8 * 7 * 86_400_000;
    for (let t = timeline.nextOpen(0); t < end;) {
      const until = timeline.openUntil(t);
      length = Math.max(length, until - t);
      t = timeline.nextOpen(until);
    }
    longest.set(timeline, length);
  }
  return length;
}
