/** From a calendar as its author wrote it (weekly rules in local time less holidays) to a timeline of simulated time. */
import type { Issue } from '../model/issue.ts';
import { issue } from '../model/issue.ts';
import type { Calendar, Holiday } from '../model/scenario.ts';
import { DAY, parseDate } from './civil-time.ts';
import { subtract } from './combine.ts';
import { Timeline } from './timeline.ts';
import type { Interval, IntervalSource, Visit } from './timeline.ts';
import { wallClock } from './wall-clock.ts';
import type { ClockSettings } from './wall-clock.ts';
import { eachOpen, isFullWeek, mergeIntervals, weekPattern } from './week-pattern.ts';

/**
 * The timeline of a calendar on a scenario's clock. It is open at the instants at which the wall clock shows an open time: an
 * hour skipped in spring is no working time, an hour that comes twice in autumn is worked twice.
 * Throws for a holiday or a clock that `checkCalendar` or `checkClock` find fault with.
 */
export function createTimeline(calendar: Calendar, clock: ClockSettings): Timeline {
  const pattern = weekPattern(calendar.rules);
  const holidays = mergeIntervals((calendar.holidays ?? []).map(holidayInterval));
  const full = isFullWeek(pattern);
  if (full && holidays.length === 0) return new Timeline('always-open');

  const { epoch, zone } = wallClock(clock);
  // A clock set back at midnight may show the end of the holiday again.
  const lastHoliday = (holidays.at(-1)?.[1] ?? -Infinity) + DAY;
  const source: IntervalSource = (from, to, visit) => {
    if (pattern.length === 0) return Infinity;
    for (let utc = epoch + from; utc < epoch + to;) {
      const stretch = zone.stretchAt(utc);
      if (full && utc + stretch.offset >= lastHoliday) {
        visit(utc - epoch, Infinity);
        return Infinity;
      }
      const end = Math.min(stretch.to, epoch + to);
      const toSimulated = stretch.offset + epoch;
      eachOpen(pattern, utc + stretch.offset, end + stretch.offset, (opens, closes) =>
        eachWithout(holidays, opens, closes, (start, stop) => visit(start - toSimulated, stop - toSimulated)),
      );
      utc = end;
    }
    return to;
  };
  return new Timeline(source);
}

/**
 * What is wrong with a calendar: `calendar-empty`, `calendar-never-open`, `calendar-days`, `calendar-hours`,
 * `calendar-share`, `holiday-date`, `holiday-order`. Rules are counted from 1 in the messages.
 */
export function checkCalendar(calendar: Calendar): Issue[] {
  const issues: Issue[] = [];
  const found = (code: string, values?: Issue['values']): number => issues.push(issue('error', code, calendar, values));
  if (calendar.rules.length === 0) found('calendar-empty');
  calendar.rules.forEach(({ days, from, to, share = 1 }, i) => {
    if (days.some((day) => !(Number.isInteger(day) && day >= 1 && day <= 7))) found('calendar-days', { rule: i + 1 });
    if (!(from >= 0 && from < 1440 && to >= 0 && to <= 1440)) found('calendar-hours', { rule: i + 1 });
    if (!(share >= 0 && share <= 1)) found('calendar-share', { rule: i + 1, share: String(share) });
  });
  for (const { date, until } of calendar.holidays ?? []) {
    const [first, last] = [parseDate(date), parseDate(until ?? date)];
    if (first === undefined) found('holiday-date', { date });
    else if (last === undefined) found('holiday-date', { date: until ?? date });
    else if (last < first) found('holiday-order', { date, until: until ?? date });
  }
  if (issues.length === 0 && weekPattern(calendar.rules).length === 0) found('calendar-never-open');
  return issues;
}

/** Hours of a calendar in which people have the same share of their time for the process. */
export interface ShareOfTime {
  readonly share: number;
  readonly timeline: Timeline;
}

/** The hours of the calendar by share, the largest first; undefined when people have all of them. */
export function sharesOfTime(calendar: Calendar, clock: ClockSettings): readonly ShareOfTime[] | undefined {
  const shares = [...new Set(calendar.rules.map(({ share = 1 }) => share))].filter((s) => s > 0).sort((a, b) => b - a);
  if (shares.every((share) => share === 1)) return undefined;
  let larger: Timeline | undefined;
  return shares.map((share) => {
    const rules = calendar.rules.filter((rule) => (rule.share ?? 1) >= share);
    const all = createTimeline({ ...calendar, rules }, clock);
    const timeline = larger ? subtract(all, larger) : all;
    larger = all;
    return { share, timeline };
  });
}

/** The holiday in local time, from midnight to midnight. */
function holidayInterval({ date, until }: Holiday): Interval {
  const [first, last] = [parseDate(date), parseDate(until ?? date)];
  if (first === undefined || last === undefined) throw new Error(`no such holiday <${date}>`);
  return [first * DAY, (last + 1) * DAY];
}

/** Visits what remains of [start, end) without the given intervals (disjoint, ascending). */
function eachWithout(intervals: readonly Interval[], start: number, end: number, visit: Visit): void {
  let from = start;
  for (const [opens, closes] of intervals) {
    if (opens >= end) break;
    if (closes <= from) continue;
    if (opens > from) visit(from, opens);
    from = closes;
  }
  if (from < end) visit(from, end);
}
