import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../simulation/calendars/civil-time.ts';
import { hourOfWeek, nextHour } from '../../../simulation/calendars/hour-of-week.ts';
import { checkClock, formatIsoLocal, toLocal } from '../../../simulation/calendars/wall-clock.ts';

describe('wall clock', () => {
  it('starts on Monday 5 January 2026 when nothing is said', () => {
    expect(toLocal(0, {})).toEqual({
      year: 2026,
      month: 1,
      day: 5,
      hour: 0,
      minute: 0,
      second: 0,
      ms: 0,
      weekday: 1,
      offsetMinutes: 0,
    });
  });

  it('skips the hour of spring', () => {
    // given
    const start = '2024-03-31T01:30:00';

    // then
    expect(formatIsoLocal(HOUR, { start, timeZone: 'Europe/Berlin' })).toBe('2024-03-31T03:30:00.000+02:00');
    expect(formatIsoLocal(HOUR, { start, timeZone: 'UTC' })).toBe('2024-03-31T02:30:00.000+00:00');
    expect(formatIsoLocal(HOUR, { start })).toBe('2024-03-31T02:30:00.000+00:00');
  });

  it('passes the hour of autumn twice', () => {
    const clock = { start: '2024-10-27T01:30:00', timeZone: 'Europe/Berlin' };
    expect([0, 1, 2, 3].map((h) => formatIsoLocal(h * HOUR, clock).slice(11))).toEqual([
      '01:30:00.000+02:00',
      '02:30:00.000+02:00',
      '02:30:00.000+01:00',
      '03:30:00.000+01:00',
    ]);
  });

  it('starts after the gap when the start is a skipped time, at the first of two equal times', () => {
    expect(formatIsoLocal(0, { start: '2024-03-31T02:30:00', timeZone: 'Europe/Berlin' })).toContain(
      'T03:30:00.000+02',
    );
    expect(formatIsoLocal(0, { start: '2024-10-27T02:30:00', timeZone: 'Europe/Berlin' })).toContain(
      'T02:30:00.000+02',
    );
  });

  it('knows offsets that are not whole hours, and negative ones', () => {
    expect(formatIsoLocal(1, { timeZone: 'Asia/Kathmandu' })).toBe('2026-01-05T00:00:00.001+05:45');
    expect(formatIsoLocal(0, { timeZone: 'America/St_Johns' })).toBe('2026-01-05T00:00:00.000-03:30');
    expect(toLocal(0, { timeZone: 'America/St_Johns' }).offsetMinutes).toBe(-210);
  });

  it('agrees with the platform at every quarter of a day over ten years, in any order', () => {
    const clock = { start: '2020-01-01T00:00:00', timeZone: 'Africa/Casablanca' };
    const epoch = Date.UTC(2019, 11, 31, 23);
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: clock.timeZone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const wrong: string[] = [];
    for (let i = 0; i < 14_600; i++) {
      const t = ((i * 7919) % 14_600) * (DAY / 4);
      const ours = formatIsoLocal(t, clock).slice(0, 19).replace('T', ' ');
      if (ours !== format.format(epoch + t)) wrong.push(ours);
    }
    expect(wrong).toEqual([]);
  });

  it('reports a start and a zone that do not exist', () => {
    expect(checkClock({ start: '2026-02-30T00:00:00', timeZone: 'Mars/Olympus' })).toMatchObject([
      { code: 'start-not-a-date', severity: 'error', values: { start: '2026-02-30T00:00:00' } },
      { code: 'unknown-time-zone', severity: 'error', values: { timeZone: 'Mars/Olympus' } },
    ]);
    expect(checkClock({})).toEqual([]);
    expect(checkClock({ start: '2026-01-05T00:00:00', timeZone: 'Asia/Shanghai' })).toEqual([]);
    expect(() => toLocal(0, { start: 'soon' })).toThrow('<soon>');
  });
});

describe('hour of the week', () => {
  it('counts from Monday midnight', () => {
    const clock = { start: '2026-01-04T23:00:00' };
    expect(hourOfWeek(0, clock)).toBe(167);
    expect(hourOfWeek(HOUR - 1, clock)).toBe(167);
    expect(hourOfWeek(HOUR, clock)).toBe(0);
    expect(hourOfWeek(2 * DAY, clock)).toBe(47);
  });

  it('follows the wall clock through a change', () => {
    const clock = { start: '2024-03-31T00:30:00', timeZone: 'Europe/Berlin' };
    expect(hourOfWeek(0, clock)).toBe(144);
    expect(nextHour(0, clock)).toBe(30 * MINUTE);
    expect(nextHour(30 * MINUTE, clock)).toBe(90 * MINUTE);
    expect(hourOfWeek(90 * MINUTE, clock)).toBe(147);
  });
});
