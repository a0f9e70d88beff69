/** Weekly hours of other tools as our rules, and our rules as theirs. */
import type { Calendar, WeeklyRule } from '#simulation';

export const DAY_NAMES = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
const DAY = 1440;

/** 1 = Monday … 7 = Sunday; undefined when it is no day. */
export function dayOf(text: string | undefined): number | undefined {
  const day = DAY_NAMES.findIndex((name) => name === text?.trim().toUpperCase());
  return day < 0 ? undefined : day + 1;
}

/**
 * Minute of the day of `09:00`, `09:00:30.5` or `09:00:00.000+00:00`, rounded to the whole minute (23:59:59.999 is 1440), with
 * whether that changed it by a second or more; the offset is left out. Undefined when it is no time.
 */
export function minuteOf(text: string | undefined): { readonly minute: number; readonly rounded: boolean } | undefined {
  const found = /^(\d{1,2}):(\d\d)(?::(\d\d(?:\.\d+)?))?(?:Z|[+-]\d\d:?\d\d)?$/.exec(text?.trim() ?? '');
  if (!found) return undefined;
  const [, hours, minutes, rest = '0'] = found;
  const exact = Number(hours) * 60 + Number(minutes) + Number(rest) / 60;
  const minute = Math.round(exact);
  return exact <= DAY ? { minute, rounded: Math.abs(exact - minute) * 60 > 1 } : undefined;
}

/** The end of a window: the last minute of the day, as many tools write it, and midnight are both the end of the day. */
export function endOf(text: string | undefined): number | undefined {
  const minute = minuteOf(text)?.minute;
  return minute === undefined ? undefined : minute >= DAY - 1 || minute === 0 ? DAY : minute;
}

/** Days from one to another, past Sunday if need be. */
export function daysBetween(from: number, to: number): readonly number[] {
  const count = ((to - from + 7) % 7) + 1;
  return Array.from({ length: count }, (_, i) => ((from - 1 + i) % 7) + 1).sort((a, b) => a - b);
}

/** One stretch from a weekday's minute to another's, as rules: a partial first day, whole days, a partial last one. */
export function stretch(fromDay: number, from: number, toDay: number, to: number): readonly WeeklyRule[] {
  if (fromDay === toDay && to > from) return [{ days: [fromDay], from, to }];
  const between = daysBetween(fromDay, toDay).filter((day) => day !== fromDay && day !== toDay);
  const whole = fromDay === toDay ? [1, 2, 3, 4, 5, 6, 7].filter((day) => day !== fromDay) : between;
  return [
    { days: [fromDay], from, to: DAY },
    ...(whole.length > 0 ? [{ days: whole, from: 0, to: DAY }] : []),
    ...(to > 0 ? [{ days: [toDay], from: 0, to }] : []),
  ];
}

/** Open stretches of each day, Monday first, in order and merged; rules past midnight go on the next day. */
export function openByDay(rules: readonly WeeklyRule[]): readonly (readonly (readonly [from: number, to: number])[])[] {
  const week: [number, number][][] = Array.from({ length: 7 }, () => []);
  for (const { days, from, to, share } of rules)
    for (const day of share === 0 ? [] : days) {
      const today = week[day - 1];
      if (to > from) today?.push([from, to]);
      else {
        today?.push([from, DAY]);
        if (to > 0) week[day % 7]?.push([0, to]);
      }
    }
  return week.map(mergedStretches);
}

function mergedStretches(stretches: readonly [number, number][]): readonly (readonly [number, number])[] {
  const merged: [number, number][] = [];
  for (const [from, to] of [...stretches].sort(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Whether the rules leave nothing closed. */
export const isAlwaysOpen = (rules: readonly WeeklyRule[]): boolean =>
  openByDay(rules).every((day) => day.length === 1 && day[0]?.[0] === 0 && day[0][1] === DAY);

/** Windows of neighbouring days with the same hours, each as days and a stretch: `MONDAY`–`FRIDAY` 9–17. */
export interface Window {
  readonly fromDay: number;
  readonly toDay: number;
  readonly from: number;
  readonly to: number;
}

/** The open hours as windows that hold on each of their days. */
export function windowsOf({ rules }: Pick<Calendar, 'rules'>): readonly Window[] {
  const week = openByDay(rules);
  const windows: { fromDay: number; toDay: number; from: number; to: number }[] = [];
  for (const [index, stretches] of week.entries())
    for (const [from, to] of stretches) {
      const day = index + 1;
      const before = windows.find((w) => w.toDay === day - 1 && w.from === from && w.to === to);
      if (before) before.toDay = day;
      else windows.push({ fromDay: day, toDay: day, from, to });
    }
  return windows;
}

/** `HH:MM:SS` of a minute; the end of the day as its last second. */
export const clockText = (minute: number): string =>
  minute >= DAY
    ? '23:59:59'
    : `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
