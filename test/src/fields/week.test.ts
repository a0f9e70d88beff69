import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  copyDay,
  hoursPerWeek,
  openMinutes,
  openShares,
  paintWeek,
  readClock,
  rulesOf,
} from '../../../src/fields/week.ts';

const office = [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }];

describe('painting a week', () => {
  it('opens cells and merges equal days into one rule', () => {
    const cells = [0, 1, 2, 3, 4].flatMap((day) => Array.from({ length: 16 }, (_, i) => day * 48 + 18 + i));
    expect(paintWeek([], cells, 30, true)).toEqual(office);
  });

  it('closes a lunch break', () => {
    const noon = [0, 1, 2, 3, 4].flatMap((day) => [day * 48 + 24, day * 48 + 25]);
    expect(paintWeek(office, noon, 30, false)).toEqual([
      { days: [1, 2, 3, 4, 5], from: 540, to: 720 },
      { days: [1, 2, 3, 4, 5], from: 780, to: 1020 },
    ]);
  });

  it('keeps typed minutes that were not painted over', () => {
    const early = [{ days: [1], from: 517, to: 1020 }];
    expect(paintWeek(early, [20], 30, false)).toEqual([
      { days: [1], from: 517, to: 600 },
      { days: [1], from: 630, to: 1020 },
    ]);
    expect(openShares(early, 30)[17]).toBeCloseTo(23 / 30, 12);
  });

  it('writes a night shift as one rule, over the end of the week too', () => {
    const nights = [{ days: [5, 7], from: 1320, to: 360 }];
    expect(rulesOf(openMinutes(nights))).toEqual(nights);
  });

  it('writes round the clock as whole days', () => {
    const always = [{ days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1440 }];
    expect(rulesOf(openMinutes(always))).toEqual(always);
    expect(hoursPerWeek(always)).toBe(168);
  });

  it('copies a day', () => {
    expect(copyDay(office, 1, [6])).toEqual([{ days: [1, 2, 3, 4, 5, 6], from: 540, to: 1020 }]);
  });

  it('opens the same minutes after any round trip', () => {
    const rule = fc.record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
      from: fc.integer({ min: 0, max: 1439 }),
      to: fc.integer({ min: 1, max: 1440 }),
    });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 5 }), (rules) => {
        const open = openMinutes(rules);
        expect(openMinutes(rulesOf(open)).join('')).toBe(open.join(''));
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
