import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, WEEK } from '../../../simulation/calendars/civil-time.ts';
import { createRateProfile } from '../../../simulation/calendars/rate-profile.ts';
import type { RateSlot } from '../../../simulation/model/scenario.ts';

const WEEKDAYS = [1, 2, 3, 4, 5];
const desk: readonly RateSlot[] = [
  { days: WEEKDAYS, from: 540, to: 660, perHour: 12 },
  { days: WEEKDAYS, from: 660, to: 1080, perHour: 6 },
];

describe('rate profile', () => {
  const profile = createRateProfile(desk, {});

  it('knows the rate of each hour', () => {
    expect(profile.rateAt(8 * HOUR)).toBe(0);
    expect(profile.rateAt(9 * HOUR)).toBeCloseTo(12, 10);
    expect(profile.rateAt(11 * HOUR)).toBeCloseTo(6, 10);
    expect(profile.rateAt(18 * HOUR)).toBe(0);
    expect(profile.rateAt(5 * DAY + 10 * HOUR)).toBe(0);
  });

  it('expects the sum of its slots', () => {
    expect(profile.expectedBetween(0, WEEK)).toBeCloseTo(5 * (24 + 42), 8);
    expect(profile.expectedBetween(10 * HOUR, 12 * HOUR)).toBeCloseTo(18, 8);
  });

  it('advances across a change of rate, a night and a weekend', () => {
    expect(profile.advance(9 * HOUR, 1)).toBe(9 * HOUR + 5 * MINUTE);
    expect(profile.advance(10.5 * HOUR, 9)).toBe(11.5 * HOUR);
    expect(profile.advance(17 * HOUR, 12)).toBe(DAY + 9.5 * HOUR);
    expect(profile.advance(4 * DAY + 17 * HOUR, 12)).toBe(7 * DAY + 9.5 * HOUR);
  });

  it('reaches the last case of the day at closing time', () => {
    expect(profile.advance(9 * HOUR, 24 + 42)).toBe(18 * HOUR);
  });

  it('stays for no amount and never comes without a rate', () => {
    expect(profile.advance(3, 0)).toBe(3);
    expect(createRateProfile([], {}).advance(0, 1)).toBe(Infinity);
    expect(createRateProfile([{ days: [1], from: 0, to: 60, perHour: 0 }], {}).advance(0, 1)).toBe(Infinity);
    expect(createRateProfile([], {}).expectedBetween(0, WEEK)).toBe(0);
  });

  it('adds slots that overlap and runs around the clock', () => {
    const all = { days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1440, perHour: 1 };
    const overlapping = createRateProfile([all, { days: [1], from: 60, to: 120, perHour: 3 }], {});
    expect(overlapping.expectedBetween(0, WEEK)).toBeCloseTo(171, 8);
    expect(createRateProfile([all], {}).advance(0, 1e6)).toBe(1e6 * HOUR);
  });

  it('follows the wall clock: the skipped hour brings no cases', () => {
    const night = createRateProfile([{ days: [7], from: 0, to: 360, perHour: 2 }], {
      start: '2024-03-31T00:00:00',
      timeZone: 'Europe/Berlin',
    });
    expect(night.expectedBetween(0, DAY)).toBeCloseTo(10, 8);
  });

  it('has advance as the inverse of what is expected, in any order', () => {
    const amount = fc.double({ min: 0.001, max: 500, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * WEEK }), amount, (t, cases) => {
        const end = profile.advance(t, cases);
        // Half a millisecond at the highest rate.
        expect(Math.abs(profile.expectedBetween(t, end) - cases)).toBeLessThan(2e-6);
      }),
      { seed: 6 },
    );
  });
});
