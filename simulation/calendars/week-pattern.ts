/** The open hours of an ordinary week: weekly rules merged to disjoint intervals, and repeated over local time. */
import type { WeeklyRule } from '../model/scenario.ts';
import { DAY, FIRST_MONDAY, MINUTE, WEEK } from './civil-time.ts';
import type { Interval, Visit } from './timeline.ts';

/** Disjoint, ascending intervals in ms since Monday 0:00, none touching the next. */
export type WeekPattern = readonly Interval[];

/** Merges the rules; days outside 1..7 and hours without any share count for nothing. */
export function weekPattern(rules: readonly WeeklyRule[]): WeekPattern {
  const parts: Interval[] = [];
  for (const { days, from, to, share } of rules) {
    if (share === 0) continue;
    const length = Math.round((to > from ? to - from : to + 1440 - from) * MINUTE);
    for (const day of days) {
      if (!(day >= 1 && day <= 7)) continue;
      const start = (day - 1) * DAY + Math.round(from * MINUTE);
      const end = start + length;
      parts.push([start, Math.min(end, WEEK)]);
      // Sunday night's shift ends on Monday morning.
      if (end > WEEK) parts.push([0, end - WEEK]);
    }
  }
  return mergeIntervals(parts);
}

/** Whether the pattern is open all week. */
export const isFullWeek = (pattern: WeekPattern): boolean => pattern[0]?.[0] === 0 && pattern[0][1] === WEEK;

/** Visits the open intervals of local time within [from, to), cut to it, in order. */
export function eachOpen(pattern: WeekPattern, from: number, to: number, visit: Visit): void {
  const firstWeek = FIRST_MONDAY + Math.floor((from - FIRST_MONDAY) / WEEK) * WEEK;
  for (let week = firstWeek; week < to; week += WEEK) {
    for (const [opens, closes] of pattern) {
      const start = Math.max(week + opens, from);
      const end = Math.min(week + closes, to);
      if (start < end) visit(start, end);
    }
  }
}

/** Disjoint, ascending intervals that cover the same points. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
