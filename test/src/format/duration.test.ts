import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MS_PER_UNIT, TIME_UNITS, toMs } from '#simulation';
import { formatDuration, formatSpan, parseSpan, unitLabel } from '../../../src/format/index.ts';

const { s, min, h, day, workday } = MS_PER_UNIT;
const en = (ms: number): string => formatDuration(ms, { locale: 'en' });

describe('duration as people say it', () => {
  it.each<[number, string]>([
    [0, '0 s'],
    [250, '250 ms'],
    [3.2 * s, '3.2 s'],
    [3 * s, '3 s'],
    [9.96 * s, '10 s'],
    [45.4 * s, '45 s'],
    [59.7 * s, '1 min'],
    [8.7 * min, '8 min 42 s'],
    [45 * min, '45 min'],
    [59 * min + 59.8 * s, '1 h'],
    [90 * min, '1 h 30 min'],
    [23.9 * h, '23 h 54 min'],
    [23 * h + 59.8 * min, '1 d'],
    [2 * day + 3 * h, '2 d 3 h'],
    [2 * day + 3 * h + 29 * min, '2 d 3 h'],
    [45 * day, '45 d'],
    [1234 * day, '1,234 d'],
    [-90 * min, '−1 h 30 min'],
    [Number.NaN, '–'],
    [Infinity, '∞'],
  ])('%d ms is %s', (ms, text) => {
    expect(en(ms)).toBe(text);
  });

  it('speaks Chinese', () => {
    expect(formatDuration(2 * day + 3 * h, { locale: 'zh-CN' })).toBe('2 天 3 小时');
    expect(formatDuration(45 * min, { locale: 'zh-CN' })).toBe('45 分钟');
    expect(formatDuration(3.2 * s, { locale: 'zh-CN' })).toBe('3.2 秒');
  });

  it('counts working time in working days', () => {
    expect(formatDuration(2 * workday + 3 * h, { locale: 'en', working: true })).toBe('2 wd 3 h');
    expect(formatDuration(2 * workday, { locale: 'zh-CN', working: true })).toBe('2 个工作日');
    expect(formatDuration(7.99 * h, { locale: 'en', working: true })).toBe('7 h 59 min');
  });

  it('has a long form with singular and plural', () => {
    const long = (ms: number, working = false): string => formatDuration(ms, { locale: 'en', style: 'long', working });
    expect(long(day + 3 * h)).toBe('1 day 3 hours');
    expect(long(61 * min)).toBe('1 hour 1 minute');
    expect(long(2 * workday, true)).toBe('2 working days');
    expect(long(1.5 * s)).toBe('1.5 seconds');
  });

  it('is off by at most half of its smaller unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 * day }), fc.boolean(), (ms, working) => {
        const said = parseSpan(formatDuration(ms, { locale: 'en', working }));
        const step = ms < 10 * s ? s / 10 : said ? MS_PER_UNIT[said.unit] : NaN;
        expect(Math.abs((said ? toMs(said) : NaN) - ms)).toBeLessThanOrEqual(step / 2);
      }),
      { seed: 2 },
    );
  });
});

describe('span as its author wrote it', () => {
  it('keeps the unit', () => {
    expect(formatSpan({ value: 90, unit: 'min' }, 'en')).toBe('90 min');
    expect(formatSpan({ value: 1.5, unit: 'h' }, 'en')).toBe('1.5 h');
    expect(formatSpan({ value: 0.1 + 0.2, unit: 'h' }, 'en')).toBe('0.3 h');
    expect(formatSpan({ value: 1, unit: 'workday' }, 'en', 'long')).toBe('1 working day');
    expect(formatSpan({ value: 2, unit: 'workday' }, 'zh-CN')).toBe('2 个工作日');
  });

  it('names units on their own', () => {
    expect(TIME_UNITS.map((unit) => unitLabel(unit, 'en'))).toEqual([
      'milliseconds',
      'seconds',
      'minutes',
      'hours',
      'working days',
      'days',
      'weeks',
    ]);
    expect(unitLabel('workday', 'en', 'short')).toBe('wd');
    expect(unitLabel('workday', 'zh-CN')).toBe('工作日');
  });
});
