/** Prosimos' calendars, crisp and fuzzy: daily windows on each of their days, fuzzy ones with the chance that somebody is there. */
import type { WeeklyRule } from '#simulation';
import { itemsOf, numberIn, property, textIn } from '../json.ts';
import { dayOf, daysBetween, endOf, minuteOf, openByDay } from '../weeks.ts';

interface Period {
  readonly day: number;
  readonly from: number;
  readonly to: number;
  readonly probability: number;
}

export interface ReadPeriods {
  readonly rules: readonly WeeklyRule[];
  /** Hours per week that somebody is there on average, when the calendar is fuzzy. */
  readonly expectedHours?: number;
  /** Whether a period could not be read. */
  readonly faulty: boolean;
}

/**
 * The open hours of a list of periods. Of fuzzy periods the most likely ones are open, as many as make up the expected hours: the
 * same amount of work gets done, at the hours at which it usually is.
 */
export function readPeriods(list: unknown): ReadPeriods {
  const items = itemsOf(list);
  const periods = items.flatMap(periodsOf);
  const faulty = items.some((item) => periodsOf(item).length === 0 && !isEmptyDay(item));
  if (periods.every(({ probability }) => probability >= 1)) return { rules: rulesOf(periods), faulty };
  const hours = (all: readonly Period[], weight: (period: Period) => number): number =>
    all.reduce((sum, period) => sum + (weight(period) * (period.to - period.from)) / 60, 0);
  const expected = hours(periods, ({ probability }) => probability);
  const open: Period[] = [];
  const likely = [...split(periods)].sort((a, b) => b.probability - a.probability || a.day - b.day || a.from - b.from);
  let sum = 0;
  for (const period of likely) {
    const length = (period.to - period.from) / 60;
    if (period.probability <= 0 || sum + length / 2 > expected) break;
    open.push(period);
    sum += length;
  }
  return { rules: rulesOf(open), expectedHours: expected, faulty };
}

/** Long periods of one probability could not be opened in part. */
function* split(periods: readonly Period[]): Generator<Period> {
  for (const period of periods)
    for (let from = period.from; from < period.to; from += 15)
      yield { ...period, from, to: Math.min(period.to, from + 15) };
}

const isEmptyDay = (item: unknown): boolean => property(item, 'week_day') !== undefined;

/** `{from, to, beginTime, endTime}` on each day, or `{week_day, fuzzy_intervals}`. */
function periodsOf(item: unknown): readonly Period[] {
  const weekDay = dayOf(textIn(item, 'week_day'));
  if (weekDay !== undefined)
    return itemsOf(property(item, 'fuzzy_intervals')).flatMap((interval) =>
      windows([weekDay], textIn(interval, 'begin_time'), textIn(interval, 'end_time'), interval),
    );
  const first = dayOf(textIn(item, 'from'));
  const last = dayOf(textIn(item, 'to')) ?? first;
  if (first === undefined || last === undefined) return [];
  return windows(daysBetween(first, last), textIn(item, 'beginTime'), textIn(item, 'endTime'), item);
}

function windows(
  days: readonly number[],
  begin: string | undefined,
  end: string | undefined,
  item: unknown,
): readonly Period[] {
  const from = minuteOf(begin)?.minute;
  const to = endOf(end);
  if (from === undefined || to === undefined) return [];
  const probability = Math.min(1, Math.max(0, numberIn(item, 'probability') ?? 1));
  const parts = to > from ? [[0, from, to] as const] : [[0, from, 1440] as const, [1, 0, to] as const];
  return days.flatMap((day) =>
    parts.map(([later, start, stop]) => ({ day: ((day - 1 + later) % 7) + 1, from: start, to: stop, probability })),
  );
}

/** Periods as few rules: equal hours of several days become one. */
function rulesOf(periods: readonly Period[]): readonly WeeklyRule[] {
  const week = openByDay(periods.map(({ day, from, to }) => ({ days: [day], from, to })));
  const rules = new Map<string, { days: number[]; from: number; to: number }>();
  for (const [index, stretches] of week.entries())
    for (const [from, to] of stretches) {
      const key = `${from}-${to}`;
      const known = rules.get(key);
      if (known) known.days.push(index + 1);
      else rules.set(key, { days: [index + 1], from, to });
    }
  return [...rules.values()];
}
