/** Shifts of people who work together: when all of them are there, and whether work fits before the first leaves. */
import { clock } from './clock.ts';
import { intersect, type Timeline } from '../calendars/index.ts';
import { groups, groupTimeline, poolGroupsOf, units } from './pools.ts';
import { tokens } from './tokens.ts';

const pairs = new Map<Timeline, Map<Timeline, Timeline>>();
const longest = new Map<Timeline, number>();

/** Open when all units of the token are on shift; undefined = always. */
export function commonTimeline(t: number): Timeline | undefined {
  let common: Timeline | undefined;
  for (let u = tokens.unit[t]!; u !== -1; u = units.next[u]!) common = both(common, groupTimeline[units.group[u]!]);
  return common;
}

/** Whether work of `duration` begun now ends before the first of the needed pools' shifts. Work longer than every shift fits. */
export function fitsBefore(needs: readonly { readonly pool: number }[], duration: number): boolean {
  let common: Timeline | undefined;
  for (const { pool } of needs) {
    const g = poolGroupsOf(pool).find((group) => groups.on[group]);
    common = both(common, g === undefined ? undefined : groupTimeline[g]);
  }
  if (!common) return true;
  return clock.now + duration <= common.openUntil(clock.now) || duration > longestStretch(common);
}

function both(a: Timeline | undefined, b: Timeline | undefined): Timeline | undefined {
  if (!a || !b || a === b) return a ?? b;
  const known = pairs.get(a) ?? new Map<Timeline, Timeline>();
  pairs.set(a, known);
  const result = known.get(b) ?? intersect(a, b);
  known.set(b, result);
  return result;
}

/** Longest open stretch of the first eight weeks: shifts repeat weekly. */
function longestStretch(timeline: Timeline): number {
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
