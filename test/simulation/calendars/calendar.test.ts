import { describe, expect, it } from 'vitest';
import { checkCalendar } from '../../../simulation/calendars/calendar.ts';
import type { Calendar } from '../../../simulation/model/scenario.ts';

const rule = { days: [1], from: 540, to: 1020 };
const codes = (calendar: Partial<Calendar>): string[] =>
  checkCalendar({ id: 'C1', name: 'Office', rules: [rule], ...calendar }).map((issue) => issue.code);

describe('check of a calendar', () => {
  it('finds nothing wrong with ordinary hours, nights and holidays', () => {
    expect(codes({ holidays: [{ date: '2026-10-01', until: '2026-10-07' }, { date: '2028-02-29' }] })).toEqual([]);
    expect(codes({ rules: [rule, { days: [6, 7], from: 1320, to: 360 }, { days: [7], from: 0, to: 1440 }] })).toEqual(
      [],
    );
  });

  it('names the calendar', () => {
    expect(checkCalendar({ id: 'C1', name: 'Office', rules: [] })).toEqual([
      { code: 'calendar-empty', severity: 'error', elementId: 'C1', elementName: 'Office' },
    ]);
  });

  it.each<[string, Partial<Calendar>]>([
    ['calendar-never-open', { rules: [{ days: [], from: 0, to: 1440 }] }],
    ['calendar-days', { rules: [rule, { days: [0], from: 540, to: 600 }] }],
    ['calendar-days', { rules: [{ days: [1.5], from: 540, to: 600 }] }],
    ['calendar-hours', { rules: [{ days: [1], from: 540, to: 1441 }] }],
    ['calendar-hours', { rules: [{ days: [1], from: -1, to: 60 }] }],
    ['calendar-hours', { rules: [{ days: [1], from: Number.NaN, to: 60 }] }],
    ['calendar-share', { rules: [{ ...rule, share: 1.2 }] }],
    ['calendar-share', { rules: [{ ...rule, share: Number.NaN }] }],
    ['calendar-never-open', { rules: [{ ...rule, share: 0 }] }],
    ['holiday-date', { holidays: [{ date: '2026-02-30' }] }],
    ['holiday-date', { holidays: [{ date: '2026-02-03', until: 'Easter' }] }],
    ['holiday-order', { holidays: [{ date: '2026-02-03', until: '2026-02-02' }] }],
  ])('reports %s', (code, calendar) => {
    expect(codes(calendar)).toEqual([code]);
  });
});
