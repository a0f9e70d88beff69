/** Dates and times as text, on a 24-hour clock. */
import type { FormatLocale } from './locale.ts';

/** An instant (ms since 1970 UTC) on the reader's own clock, e.g. when a version was saved: `Jan 5, 2026, 09:00`. */
export const formatDateTime = (instant: number, locale: FormatLocale, timeZone?: string): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(instant);

/** A local date and time `YYYY-MM-DDTHH:mm:ss` of a scenario, with its weekday; as it stands if it is no such text. */
export function formatLocalDateTime(text: string, locale: FormatLocale): string {
  return formatLocal(text, locale, {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

/** A date `YYYY-MM-DD`, e.g. of a holiday, with its weekday; as it stands if it is no such text. */
export const formatLocalDate = (text: string, locale: FormatLocale): string =>
  formatLocal(text, locale, { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' });

/** Short name of a weekday, 1 = Monday … 7 = Sunday. */
export const weekdayName = (day: number, locale: FormatLocale): string =>
  // 2026-01-05 was a Monday.
  new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2026, 0, 4 + day));

/** Minutes since midnight as a time of day: `09:00`, `24:00`. */
export const formatTimeOfDay = (minutes: number): string =>
  [Math.floor(minutes / 60), Math.round(minutes % 60)].map((part) => String(part).padStart(2, '0')).join(':');

function formatLocal(text: string, locale: FormatLocale, fields: Intl.DateTimeFormatOptions): string {
  // A local time has no zone: it is read and written in one that does not change its clock.
  const instant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/.test(text)
    ? Date.parse(`${text.includes('T') ? text : `${text}T00:00`}Z`)
    : NaN;
  return Number.isNaN(instant) ? text : new Intl.DateTimeFormat(locale, { ...fields, timeZone: 'UTC' }).format(instant);
}
