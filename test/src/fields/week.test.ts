import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  copyDay,
  hoursPerWeek,
  minuteShares,
  openCells,
  paintWeek,
  readClock,
  rulesOf,
  sharedHoursPerWeek,
} from '../../../src/fields/week.ts';

const office = [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }];

describe('painting a week', () => {
  it('opens cells and merges equal days into one rule', () => {
    const cells = [0, 1, 2, 3, 4].flatMap((day) => Array.from({ length: 16 }, (_, i) => day * 48 + 18 + i));
    expect(paintWeek([], cells, 30, 1)).toEqual(office);
  });

  it('closes a lunch break', () => {
    const noon = [0, 1, 2, 3, 4].flatMap((day) => [day * 48 + 24, day * 48 + 25]);
    expect(paintWeek(office, noon, 30, 0)).toEqual([
      { days: [1, 2, 3, 4, 5], from: 540, to: 720 },
      { days: [1, 2, 3, 4, 5], from: 780, to: 1020 },
    ]);
  });

  it('keeps typed minutes that were not painted over', () => {
    const early = [{ days: [1], from: 517, to: 1020 }];
    expect(paintWeek(early, [20], 30, 0)).toEqual([
      { days: [1], from: 517, to: 600 },
      { days: [1], from: 630, to: 1020 },
    ]);
    expect(openCells(early, 30)[17]?.open).toBeCloseTo(23 / 30, 12);
  });

  it('writes a night shift as one rule, over the end of the week too', () => {
    const nights = [{ days: [5, 7], from: 1320, to: 360 }];
    expect(rulesOf(minuteShares(nights))).toEqual(nights);
  });

  it('writes round the clock as whole days', () => {
    const always = [{ days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1440 }];
    expect(rulesOf(minuteShares(always))).toEqual(always);
    expect(hoursPerWeek(always)).toBe(168);
  });

  it('copies a day', () => {
    expect(copyDay(office, 1, [6])).toEqual([{ days: [1, 2, 3, 4, 5, 6], from: 540, to: 1020 }]);
  });

  it('paints a share of the time, which splits the hours it is painted on', () => {
    const afternoons = [0, 1].flatMap((day) => Array.from({ length: 6 }, (_, i) => day * 48 + 28 + i));
    const shared = paintWeek(office, afternoons, 30, 0.6);
    expect(shared).toEqual([
      { days: [1, 2], from: 540, to: 840 },
      { days: [1, 2], from: 840, to: 1020, share: 0.6 },
      { days: [3, 4, 5], from: 540, to: 1020 },
    ]);
    expect(hoursPerWeek(shared)).toBe(40);
    expect(sharedHoursPerWeek(shared)).toBeCloseTo(40 - 6 * 0.4, 9);
    expect(openCells(shared, 30)[28]).toEqual({ open: 1, share: 0.6 });
    expect(paintWeek(shared, afternoons, 30, 1)).toEqual(office);
    expect(paintWeek(shared, afternoons, 30, 0).some(({ share }) => share !== undefined)).toBe(false);
  });

  it('joins nights only of one share', () => {
    const nights = [{ days: [5], from: 1320, to: 360, share: 0.5 }];
    expect(rulesOf(minuteShares(nights))).toEqual(nights);
    const split = paintWeek(nights, [5 * 48], 30, 1);
    expect(split).toHaveLength(3);
    expect(rulesOf(minuteShares(split))).toEqual(split);
  });

  it('opens the same minutes after any round trip', () => {
    const rule = fc.record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
      from: fc.integer({ min: 0, max: 1439 }),
      to: fc.integer({ min: 1, max: 1440 }),
      share: fc.constantFrom(0.25, 0.5, 1),
    });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 5 }), (rules) => {
        const open = minuteShares(rules);
        expect(minuteShares(rulesOf(open)).join('')).toBe(open.join(''));
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

describe('times of day', () => {
  it.each([
    ['9', 540],
    ['09:30', 570],
    ['0930', 570],
    ['17.15', 1035],
    ['24:00', 1440],
    ['9点半', 570],
    ['18点', 1080],
  ])('reads %s', (text, minute) => {
    expect(readClock(text)).toBe(minute);
  });

  it.each(['25:00', '9:75', 'noon', ''])('does not guess at %s', (text) => {
    expect(readClock(text)).toBeUndefined();
  });
});
