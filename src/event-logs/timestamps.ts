/** Points in time as logs write them: ISO 8601 and what is near it, European and American dates, numbers of spreadsheets. */
import type { DateOrder, Mapping } from './event-log.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Milliseconds since 1970; NaN when it is no time. Without an offset, as if in UTC. */
export function parseTime(text: string, order: DateOrder): number {
  const iso = parseIso(text);
  return iso === undefined ? parseOther(text.trim(), order) : iso;
}

/** `2023-02-09T08:00:00.123456+02:00`, with a space, with slashes, with less. By hand, for a million rows. */
function parseIso(text: string): number | undefined {
  let at = 0;
  while (text.charCodeAt(at) === 32) at++;
  const separator = text.charCodeAt(at + 4);
  if (separator !== 45 && separator !== 47) return undefined;
  const year = digits(text, at, 4);
  const month = digits(text, at + 5, 2);
  const day = digits(text, at + 8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (text.charCodeAt(at + 7) !== separator) return undefined;
  const date = dayNumber(year, month, day) * DAY;
  at += 10;
  if (at >= text.length) return date;
  const between = text.charCodeAt(at);
  if (between !== 84 && between !== 32 && between !== 116) return undefined;
  const hour = digits(text, at + 1, 2);
  const minute = digits(text, at + 4, 2);
  if (hour < 0) return text.slice(at).trim() === '' ? date : undefined;
  if (hour > 24 || minute < 0 || minute > 59 || text.charCodeAt(at + 3) !== 58) return undefined;
  let time = date + hour * 60 * MINUTE + minute * MINUTE;
  at += 6;
  if (text.charCodeAt(at) === 58) {
    const second = digits(text, at + 1, 2);
    if (second < 0 || second > 60) return undefined;
    time += second * 1000;
    at += 3;
    const point = text.charCodeAt(at);
    if (point === 46 || point === 44) {
      let scale = 100;
      for (at++; isDigit(text.charCodeAt(at)); at++, scale /= 10) time += (text.charCodeAt(at) - 48) * scale;
    }
  }
  return withOffset(text.slice(at).trim(), Math.floor(time + 1e-6));
}

function withOffset(rest: string, time: number): number | undefined {
  if (rest === '' || rest === 'Z' || rest === 'z' || rest === 'UTC' || rest === 'GMT') return time;
  const found = /^([+-])(\d\d):?(\d\d)?$/.exec(rest);
  if (!found) return undefined;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return time - (found[1] === '-' ? -minutes : minutes) * MINUTE;
}

/** `9.3.10 8:05`, `31/12/2010 14:00:05.5`, `12-31-2010 2:00 PM`. */
const DATE =
  /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T,]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*([AaPp])?\.?[Mm]?\.?)?\s*(Z|[+-]\d\d:?\d\d)?$/;

function parseOther(text: string, order: DateOrder): number {
  const found = DATE.exec(text);
  if (!found) return parseNumber(text);
  const [, first = '', separator, second = '', years = '', hours = '0', minutes = '0', seconds = '0', rest = '', half] =
    found;
  // A point stands between day and month only where the day comes first.
  const dayFirst = separator === '.' || order === 'day-first' || (order !== 'month-first' && separator === '-');
  const [day, month] = dayFirst ? [Number(first), Number(second)] : [Number(second), Number(first)];
  const year = Number(years) + (years.length === 2 ? (Number(years) < 70 ? 2000 : 1900) : 0);
  let hour = Number(hours);
  if (half !== undefined) hour = (hour % 12) + (/p/i.test(half) ? 12 : 0);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour > 24 || Number(minutes) > 59) return NaN;
  const ms = rest === '' ? 0 : Math.floor(Number(`0.${rest}`) * 1000);
  const time = dayNumber(year, month, day) * DAY + (hour * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000 + ms;
  return withOffset(found[10] ?? '', time) ?? NaN;
}

/** Seconds or milliseconds since 1970, or days as spreadsheets count them; also with a comma as decimal point. */
function parseNumber(text: string): number {
  if (!/^\d{4,19}([.,]\d+)?$/.test(text)) return NaN;
  const number = Number(text.replace(',', '.'));
  if (number >= 1e17) return number / 1e6; // nanoseconds
  if (number >= 1e14) return number / 1000; // microseconds
  if (number >= 1e11) return number;
  if (number >= 1e8) return number * 1000;
  // 20000 is in 1954, 80000 in 2119.
  return number >= 20_000 && number <= 80_000 ? Math.round((number - 25_569) * DAY) : NaN;
}

/** How the dates of a column are written. */
export interface DateWriting {
  readonly order: DateOrder;
  /** One of them, where there are any. */
  readonly example?: string;
}

/** Which of day and month comes first in dates such as `3/9/2010`, judged by many of them. */
export function dateWritingOf(texts: Iterable<string>): DateWriting {
  let [dayFirst, monthFirst] = [false, false];
  let example: string | undefined;
  for (const text of texts) {
    const found = /^\s*((\d{1,2})[/-](\d{1,2})[/-]\d{2,4})/.exec(text);
    if (!found) continue;
    const [, date, first, second] = found;
    if (Number(first) > 12) dayFirst = true;
    else if (Number(second) > 12) monthFirst = true;
    example ??= date;
  }
  if (example === undefined) return { order: 'none' };
  return { order: dayFirst === monthFirst ? 'unclear' : dayFirst ? 'day-first' : 'month-first', example };
}

/** How an unclear date is read where nobody says: slashes are American, dashes European. */
export const usualOrder = (example: string): 'day-first' | 'month-first' =>
  example.includes('-') ? 'day-first' : 'month-first';

/** How the times of a table are written, given each column: those that hold times are taken to be written alike. */
export function datesOf(all: readonly DateWriting[], { start, end, time, enabled }: Mapping): DateWriting {
  const columns = [start, end, time, enabled].flatMap((at) => (at === undefined ? [] : (all[at] ?? [])));
  const of = (order: DateOrder): DateWriting | undefined => columns.find((column) => column.order === order);
  const [dayFirst, monthFirst, unclear] = [of('day-first'), of('month-first'), of('unclear')];
  if (dayFirst && monthFirst) return { ...dayFirst, ...unclear, order: 'unclear' };
  return dayFirst ?? monthFirst ?? unclear ?? { order: 'none' };
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** A number of exactly so many digits; −1 when it is none. */
function digits(text: string, at: number, count: number): number {
  let number = 0;
  for (let i = at; i < at + count; i++) {
    const code = text.charCodeAt(i);
    if (!isDigit(code)) return -1;
    number = number * 10 + code - 48;
  }
  return number;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const daysIn = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (LENGTHS[month - 1] ?? 31);

/** Days since 1970 of a date of the Gregorian calendar (after H. Hinnant's civil-day algorithm). */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}
