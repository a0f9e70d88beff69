/** ISO 8601 durations and date-times as files write them. A month is 30 days and a year 365, as published runs count them. */
import { MS_PER_UNIT, type Span } from '#simulation';

const DURATION =
  /^(-)?P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/;

const DAY = MS_PER_UNIT.day;

/** The span, in the unit that was written when there is just one, else in the smallest; undefined when not a duration. */
export function parseDuration(text: string): Span | undefined {
  const found = DURATION.exec(text.trim());
  if (!found || /^-?PT?$/.test(text.trim())) return undefined;
  const written: readonly (string | undefined)[] = found.slice(2);
  const amounts = written.map((amount) => (amount === undefined ? undefined : Number(amount)));
  if (amounts.some((amount) => Number.isNaN(amount))) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = amounts;
  const sign = found[1] ? -1 : 1;
  const parts = [
    { amount: years, unit: 'day', ms: 365 * DAY },
    { amount: months, unit: 'day', ms: 30 * DAY },
    { amount: weeks, unit: 'week', ms: 7 * DAY },
    { amount: days, unit: 'day', ms: DAY },
    { amount: hours, unit: 'h', ms: MS_PER_UNIT.h },
    { amount: minutes, unit: 'min', ms: MS_PER_UNIT.min },
    { amount: seconds, unit: 's', ms: MS_PER_UNIT.s },
  ] as const;
  const used = parts.filter(({ amount }) => amount !== undefined);
  const finest = used.at(-1);
  if (!finest) return undefined;
  const [only, more] = used;
  if (only && !more) return { value: (sign * (only.amount ?? 0) * only.ms) / MS_PER_UNIT[only.unit], unit: only.unit };
  const ms = used.reduce((sum, { amount, ms: each }) => sum + (amount ?? 0) * each, 0);
  return { value: (sign * ms) / MS_PER_UNIT[finest.unit], unit: finest.unit };
}

/** `xs:duration` of a span: in its own unit when whole, else in seconds. */
export function formatDuration({ value, unit }: Span): string {
  const sign = value < 0 ? '-' : '';
  const amount = Math.abs(value);
  if (!Number.isInteger(amount) || unit === 'ms') return `${sign}PT${plain((amount * MS_PER_UNIT[unit]) / 1000)}S`;
  switch (unit) {
    case 's':
      return `${sign}PT${plain(amount)}S`;
    case 'min':
      return `${sign}PT${plain(amount)}M`;
    case 'h':
      return `${sign}PT${plain(amount)}H`;
    case 'workday':
      return `${sign}PT${plain(amount * 8)}H`;
    case 'day':
      return `${sign}P${plain(amount)}D`;
    case 'week':
      return `${sign}P${plain(amount * 7)}D`;
  }
}

/** Decimal notation without exponent, which durations do not allow. */
const plain = (value: number): string =>
  /e/.test(String(value))
    ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : String(value);

/** `YYYY-MM-DDTHH:mm:ss` of a date-time as written; its zone, if any, is left out. Undefined when not a date. */
export function parseDateTime(text: string): string | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(
    text.trim(),
  );
  if (!found) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = found;
  const text19 = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const date = new Date(`${text19}Z`);
  // The constructor rolls 31 June over; a date that is not itself afterwards does not exist.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text19) ? text19 : undefined;
}
