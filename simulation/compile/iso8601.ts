/** ISO 8601 as BPMN timers use it: durations, dates and repeating intervals. */
import { parseLocalDateTime } from '../calendars/civil-time.ts';
import { MS_PER_UNIT } from '../model/units.ts';

const DURATION =
  /^(-)?P(?:(\d+(?:[.,]\d+)?)Y)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)W)?(?:(\d+(?:[.,]\d+)?)D)?(?:T(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;

/** Milliseconds of `PT48H`, `P1DT12H`, `P2W` …; a month is 30 days, a year 365. Undefined for anything else or negative ones. */
export function parseDuration(text: string): number | undefined {
  const match = DURATION.exec(text.trim());
  if (!match || match[1] || /T$|P$/.test(text.trim())) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = match
    .slice(2)
    .map((part: string | undefined) => Number(part?.replace(',', '.') ?? 0));
  const { day, week, h, min, s } = MS_PER_UNIT;
  const total =
    (years ?? 0) * 365 * day +
    (months ?? 0) * 30 * day +
    (weeks ?? 0) * week +
    (days ?? 0) * day +
    (hours ?? 0) * h +
    (minutes ?? 0) * min +
    (seconds ?? 0) * s;
  return Math.round(total);
}

/** A repeating interval `R3/PT1H` or `R/PT10M`: how often and how long between; endless = Infinity. A start in it must be a date. */
export function parseCycle(text: string): { readonly times: number; readonly every: number } | undefined {
  const match = /^R(\d*)\/(?:([^/]+)\/)?(P[^/]*)$/.exec(text.trim());
  const every = match ? parseDuration(match[3]!) : undefined;
  if (!match || every === undefined || (match[2] !== undefined && !isDate(match[2]))) return undefined;
  return { times: match[1] === '' ? Infinity : Number(match[1]), every };
}

const isDate = (text: string): boolean => parseLocalDateTime(text.replace(/(Z|[+-]\d{2}:?\d{2})$/, '')) !== undefined;
