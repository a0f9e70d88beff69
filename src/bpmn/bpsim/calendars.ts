/** BPSim calendars: iCalendar events that repeat daily or weekly, as open hours by weekday and back. */
import type { Calendar, Holiday, WeeklyRule } from '#simulation';

/** Weekly rules with what of the text could not be used. */
export interface ReadCalendar {
  readonly rules: readonly WeeklyRule[];
  readonly holidays: readonly Holiday[];
  /** Lines that were left out, as written. */
  readonly skipped: readonly string[];
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const DAY = 1440;
/** A Monday long before any scenario: the day from which written rules hold. */
const EPOCH = Date.UTC(2000, 0, 3);
const MS_PER_DAY = 86_400_000;
/** Longer closures than ten years are cut, so that no file grows without bounds. */
const LONGEST_CLOSURE = 3660;

interface Event {
  readonly rules: readonly WeeklyRule[];
  readonly days: readonly number[];
  readonly exceptions: readonly string[];
}

/** Reads the events of an iCalendar text; times are local, the date of the first event does not matter. */
export function readCalendar(text: string): ReadCalendar {
  const skipped: string[] = [];
  const events = eventsIn(text).flatMap((lines) => {
    const event = readEvent(lines, skipped);
    return event ? [event] : [];
  });
  const dates = [...new Set(events.flatMap((event) => event.exceptions))].sort();
  const holidays = dates.filter((date) => {
    const weekday = weekdayOf(date);
    const whole = events.every((event) => !event.days.includes(weekday) || event.exceptions.includes(date));
    if (!whole) skipped.push(`EXDATE:${date}`);
    return whole;
  });
  return {
    rules: merged(events.flatMap((event) => event.rules)),
    holidays: holidays.map((date) => ({ date })),
    skipped,
  };
}

/** Lines of each event, by property. Files indent lines, which the standard would read as continuations: trim them. */
function eventsIn(text: string): readonly ReadonlyMap<string, string>[] {
  const events: Map<string, string>[] = [];
  let event: Map<string, string> | undefined;
  for (const line of text.split(/\r\n|\r|\n/).map((l) => l.trim())) {
    if (/^BEGIN:VEVENT$/i.test(line)) event = new Map();
    else if (/^END:VEVENT$/i.test(line) && event) {
      events.push(event);
      event = undefined;
    } else if (event) {
      const [, name = '', value = ''] = /^([A-Za-z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
      const key = name.toUpperCase();
      event.set(key, key === 'EXDATE' && event.has(key) ? `${event.get(key)},${value}` : value.trim());
    }
  }
  return events;
}

function readEvent(lines: ReadonlyMap<string, string>, skipped: string[]): Event | undefined {
  const start = moment(lines.get('DTSTART'));
  const length = start && lengthOf(lines, start);
  const rule = lines.get('RRULE');
  if (!start || !length || rule === undefined) {
    skipped.push(rule === undefined ? `DTSTART:${lines.get('DTSTART') ?? ''}` : `DTEND:${lines.get('DTEND') ?? ''}`);
    return undefined;
  }
  const parts = new Map(
    rule
      .toUpperCase()
      .split(';')
      .map((part) => {
        const [name = '', value = ''] = part.split('=');
        return [name.trim(), value.trim()];
      }),
  );
  const frequency = parts.get('FREQ');
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const byDay = parts
    .get('BYDAY')
    ?.split(',')
    .map((day) => WEEKDAYS.findIndex((name) => name === day.trim()) + 1);
  if ((frequency !== 'DAILY' && frequency !== 'WEEKLY') || interval !== 1 || byDay?.includes(0)) {
    skipped.push(`RRULE:${rule}`);
    return undefined;
  }
  for (const name of ['UNTIL', 'COUNT', 'BYMONTH', 'BYMONTHDAY', 'BYSETPOS'])
    if (parts.has(name)) skipped.push(`${name}=${parts.get(name) ?? ''}`);
  const days = byDay ?? (frequency === 'DAILY' ? [1, 2, 3, 4, 5, 6, 7] : [start.weekday]);
  return {
    rules: spread([...new Set(days)].sort(), start.minute, length),
    days,
    exceptions: (lines.get('EXDATE') ?? '').split(',').flatMap((date) => moment(date)?.date ?? []),
  };
}

/** Rules for an event of `length` minutes; one longer than a day covers the following days too. */
function spread(days: readonly number[], from: number, length: number): readonly WeeklyRule[] {
  if (length <= DAY) return [{ days, from, to: from + length <= DAY ? from + length : from + length - DAY }];
  const rules: WeeklyRule[] = [{ days, from, to: DAY }];
  let rest = Math.min(length, 7 * DAY) - (DAY - from);
  for (let later = 1; rest > 0; later++, rest -= DAY)
    rules.push({ days: days.map((day) => ((day - 1 + later) % 7) + 1).sort(), from: 0, to: Math.min(rest, DAY) });
  return rules;
}

/** Rules of the same hours become one. */
function merged(rules: readonly WeeklyRule[]): readonly WeeklyRule[] {
  const seen = new Set<string>();
  return rules.filter((rule) => {
    const key = JSON.stringify(rule);
    return seen.has(key) ? false : seen.add(key);
  });
}

interface Moment {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly weekday: number;
  readonly minute: number;
  /** Minutes since 1970. */
  readonly absolute: number;
}

function moment(text: string | undefined): Moment | undefined {
  const found = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d{0,2})?Z?$/.exec(text?.trim() ?? '');
  if (!found) return undefined;
  const [, year, month, day, hour = '0', minute = '0'] = found;
  const date = `${year}-${month}-${day}`;
  const minutes = Number(hour) * 60 + Number(minute);
  const midnight = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight) || minutes > DAY) return undefined;
  return { date, weekday: weekdayOf(date), minute: minutes % DAY, absolute: midnight / 60_000 + minutes };
}

/** Length in minutes, by DTEND or DURATION; undefined when it ends before it starts. */
function lengthOf(lines: ReadonlyMap<string, string>, start: Moment): number | undefined {
  const end = moment(lines.get('DTEND'));
  const duration = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(lines.get('DURATION') ?? '');
  const [, days = 0, hours = 0, minutes = 0] = duration ?? [];
  const length = end
    ? end.absolute - start.absolute
    : duration
      ? Number(days) * DAY + Number(hours) * 60 + Number(minutes)
      : lines.has('DTEND')
        ? 0
        : DAY;
  return length > 0 ? length : undefined;
}

/** 1 = Monday … 7 = Sunday. */
const weekdayOf = (date: string): number =>
  ((((Math.round(Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY) + 3) % 7) + 7) % 7) + 1;

/** The calendar as iCalendar text, which has no words for shares of time: one weekly event per rule, holidays as exceptions of every event on that day. */
export function formatCalendar({ rules, holidays = [] }: Calendar): string {
  const closed = holidays.flatMap(datesOf);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Preflight//BPSim calendar//EN',
    ...rules.filter((rule) => rule.days.length > 0 && rule.share !== 0).flatMap((rule) => formatEvent(rule, closed)),
    'END:VCALENDAR',
  ].join('\n');
}

function formatEvent({ days, from, to }: WeeklyRule, closed: readonly string[]): readonly string[] {
  const first = Math.min(...days) - 1;
  const length = to > from ? to - from : to + DAY - from;
  const dates = closed.filter((date) => days.includes(weekdayOf(date)));
  return [
    'BEGIN:VEVENT',
    `DTSTART:${stamp(first, from)}`,
    `DTEND:${stamp(first, from + length)}`,
    `RRULE:FREQ=WEEKLY;BYDAY=${days.map((day) => WEEKDAYS[day - 1] ?? '').join(',')}`,
    ...(dates.length > 0
      ? [`EXDATE:${dates.map((date) => `${date.replaceAll('-', '')}T${clock(from)}`).join(',')}`]
      : []),
    'END:VEVENT',
  ];
}

/** Date and time `minute` minutes into the day `day` days after the epoch. */
function stamp(day: number, minute: number): string {
  const date = new Date(EPOCH + (day + Math.floor(minute / DAY)) * MS_PER_DAY);
  return `${date.toISOString().slice(0, 10).replaceAll('-', '')}T${clock(minute % DAY)}`;
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}${String(minute % 60).padStart(2, '0')}00`;

function datesOf({ date, until = date }: Holiday): readonly string[] {
  const first = Date.parse(`${date}T00:00:00Z`);
  const last = Date.parse(`${until}T00:00:00Z`);
  const dates: string[] = [];
  for (let day = first; day <= last && dates.length < LONGEST_CLOSURE; day += MS_PER_DAY)
    dates.push(new Date(day).toISOString().slice(0, 10));
  return dates;
}
