import { describe, expect, it } from 'vitest';
import { casesPerDay, paintRates, profileOf, ratesByCell, ratesByMinute } from '../../../src/fields/rates.ts';

const mornings = [{ days: [1, 2], from: 540, to: 720, perHour: 4 }];

describe('arrival rates of a week', () => {
  it('adds up the cases of each day', () => {
    expect(casesPerDay(mornings)).toEqual([12, 12, 0, 0, 0, 0, 0]);
  });

  it('paints a rate over part of a slot and keeps the rest', () => {
    expect(paintRates(mornings, [10], 60, 6)).toEqual([
      { days: [1], from: 540, to: 600, perHour: 4 },
      { days: [1], from: 600, to: 660, perHour: 6 },
      { days: [1], from: 660, to: 720, perHour: 4 },
      { days: [2], from: 540, to: 720, perHour: 4 },
    ]);
  });

  it('adds slots that overlap, as a run does', () => {
    const rush = [...mornings, { days: [1], from: 600, to: 660, perHour: 5 }];
    expect(ratesByCell(rush, 60)[10]).toBe(9);
    expect(casesPerDay(rush)).toEqual([17, 12, 0, 0, 0, 0, 0]);
  });

  it('paints nothing with 0', () => {
    expect(paintRates(mornings, [9, 10, 11, 33, 34, 35], 60, 0)).toEqual([]);
  });

  it('keeps typed minutes and shows their mean in the cell', () => {
    const slots = [{ days: [3], from: 615, to: 660, perHour: 8 }];
    expect(profileOf(ratesByMinute(slots))).toEqual(slots);
    expect(ratesByCell(slots, 60)[2 * 24 + 10]).toBe(6);
  });
});
