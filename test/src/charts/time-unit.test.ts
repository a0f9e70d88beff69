import { describe, expect, it } from 'vitest';
import { displayUnit } from '../../../src/charts/time-unit.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

describe('the unit of a time axis', () => {
  it('gives readable numbers', () => {
    expect(displayUnit(90, 'calendar')).toBe('s');
    expect(displayUnit(45 * 60, 'calendar')).toBe('min');
    expect(displayUnit(30 * HOUR, 'calendar')).toBe('h');
    expect(displayUnit(9 * DAY, 'calendar')).toBe('day');
  });

  it('counts working time in hours, then in working days', () => {
    expect(displayUnit(10 * HOUR, 'business')).toBe('h');
    expect(displayUnit(40 * HOUR, 'business')).toBe('workday');
  });

  it('is the one in which the promise was written, as long as the numbers stay readable', () => {
    expect(displayUnit(9 * DAY, 'calendar', 'h')).toBe('h');
    expect(displayUnit(40 * DAY, 'calendar', 'min')).toBe('day');
    expect(displayUnit(40 * HOUR, 'business', 'day')).toBe('workday');
  });
});
