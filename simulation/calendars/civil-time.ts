/**
 * Civil dates as plain arithmetic in the proleptic Gregorian calendar. A *local time* is the reading of a wall clock as a
 * count of milliseconds since 1970-01-01T00:00:00 on that clock, whatever the zone.
 */

export const SECOND = 1000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
export const WEEK = 604_800_000;

/** Local time of the Monday's midnight from which weeks are counted: 1970-01-05. */
export const FIRST_MONDAY = 4 * DAY;

/** A calendar date; month and day count from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days from 1970-01-01 to the date; negative before. Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
export function daysFromCivil({ year, month, day }: CivilDate): number {
  // Years start in March, so that the leap day is the last of its year.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date `days` days after 1970-01-01: the inverse of `daysFromCivil`. */
export function civilFromDays(days: number): CivilDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** Weekday of a day counted from 1970-01-01 (a Thursday): 1 = Monday … 7 = Sunday. */
export const weekdayOf = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?$/;

/** Days from 1970-01-01 to the date `YYYY-MM-DD`; undefined if there is no such day. */
export function parseDate(text: string): number | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  if (date.month < 1 || date.month > 12 || date.day < 1) return undefined;
  const days = daysFromCivil(date);
  // 30 February turns up as a day in March.
  return civilFromDays(days).day === date.day ? days : undefined;
}

/**
 * Local time of `YYYY-MM-DDTHH:mm:ss`; seconds (and milliseconds) or the whole time of day may be left out, 24:00 is the next
 * midnight. Undefined if the text is anything else, also with a zone: a scenario names its zone apart.
 */
export function parseLocalDateTime(text: string): number | undefined {
  const [date = '', time = '00:00', ...rest] = text.trim().split('T');
  const days = parseDate(date);
  const match = TIME.exec(time);
  if (days === undefined || !match || rest.length > 0) return undefined;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  const ofDay = hour * HOUR + minute * MINUTE + second * SECOND + Number((match[4] ?? '').padEnd(3, '0'));
  return minute < 60 && second < 60 && ofDay <= DAY ? days * DAY + ofDay : undefined;
}
