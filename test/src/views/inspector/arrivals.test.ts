import { describe, expect, it } from 'vitest';
import type { Calendar } from '#simulation';
import { impliedCases } from '../../../../src/views/inspector/sections/arrivals.ts';

const office: Calendar = { id: 'Office', name: 'Office', rules: [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }] };
const half = { type: 'exponential', params: { mean: 30 }, unit: 'min' } as const;

describe('implied arrivals', () => {
  it('runs around the clock without a calendar', () => {
    expect(impliedCases({ interval: half }, [])).toEqual({ perWeek: 336, perDay: 48 });
  });

  it('comes only in open hours', () => {
    expect(impliedCases({ interval: half, calendar: 'Office' }, [office])).toEqual({ perWeek: 80, perDay: 16 });
  });

  it('loses none when arrivals wait for the opening', () => {
    expect(impliedCases({ interval: half, calendar: 'Office', outside: 'move-to-opening' }, [office])).toEqual({
      perWeek: 336,
      perDay: 67.2,
    });
  });

  it('adds up a profile over the days it covers', () => {
    const profile = [{ days: [1, 2], from: 540, to: 600, perHour: 6 }];
    expect(impliedCases({ profile }, [])).toEqual({ perWeek: 12, perDay: 6 });
  });

  it('says nothing about cases that all come at the start, or a faulty interval', () => {
    expect(impliedCases({ count: 10 }, [])).toBeUndefined();
    expect(impliedCases({ interval: { type: 'uniform', params: { min: 3, max: 1 } } }, [])).toBeUndefined();
  });
});
