import { describe, expect, it } from 'vitest';
import {
  civilFromDays,
  DAY,
  daysFromCivil,
  HOUR,
  parseDate,
  parseLocalDateTime,
  weekdayOf,
} from '../../../simulation/calendars/civil-time.ts';

describe('civil time', () => {
  it('agrees with the platform on every day of 900 years', () => {
    const first = daysFromCivil({ year: 1600, month: 1, day: 1 });
    const last = daysFromCivil({ year: 2500, month: 12, day: 31 });
    let wrong = 0;
    for (let days = first; days <= last; days++) {
      const date = new Date(days * DAY);
      const { year, month, day } = civilFromDays(days);
      const same =
        year === date.getUTCFullYear() &&
        month === date.getUTCMonth() + 1 &&
        day === date.getUTCDate() &&
        weekdayOf(days) === (date.getUTCDay() || 7) &&
        daysFromCivil({ year, month, day }) === days;
      if (!same) wrong++;
    }
    expect(wrong).toBe(0);
    expect(daysFromCivil({ year: 1970, month: 1, day: 1 })).toBe(0);
  });

  it('reads local dates and times', () => {
    const day = daysFromCivil({ year: 2026, month: 1, day: 5 }) * DAY;
    expect(parseLocalDateTime('2026-01-05T09:30:15')).toBe(day + 9.5 * HOUR + 15_000);
    expect(parseLocalDateTime('2026-01-05T09:30:15.25')).toBe(day + 9.5 * HOUR + 15_250);
    expect(parseLocalDateTime('2026-01-05T09:30')).toBe(day + 9.5 * HOUR);
    expect(parseLocalDateTime('2026-01-05')).toBe(day);
    expect(parseLocalDateTime('2026-01-05T24:00:00')).toBe(day + DAY);
    expect(parseDate('2024-02-29')).toBe(daysFromCivil({ year: 2024, month: 2, day: 29 }));
  });

  it.each([
    '',
    'tomorrow',
    '2026-02-30',
    '2023-02-29T00:00:00',
    '2026-13-01T00:00:00',
    '2026-00-10',
    '2026-01-00',
    '2026-01-05T24:00:01',
    '2026-01-05T12:60:00',
    '2026-01-05T12:00:60',
    '2026-01-05T09:00:00Z',
    '2026-01-05T09:00:00+08:00',
    '2026-01-05T09:00T',
  ])('refuses %j', (text) => {
    expect(parseLocalDateTime(text)).toBeUndefined();
  });
});
