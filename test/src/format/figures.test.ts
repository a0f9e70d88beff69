import { describe, expect, it } from 'vitest';
import {
  formatDateTime,
  formatDuration,
  formatEstimate,
  formatInterval,
  formatLocalDate,
  formatLocalDateTime,
  formatMoney,
  formatNumber,
  formatPercent,
  formatTimeOfDay,
  parseNumber,
} from '../../../src/format/index.ts';

describe('numbers', () => {
  it('have the decimals asked for, so that columns line up', () => {
    expect([1234.5, 0.04, 12].map((n) => formatNumber(n, 'en', 2))).toEqual(['1,234.50', '0.04', '12.00']);
  });

  it('have about three significant digits otherwise', () => {
    expect([1234.56, 12.345, 1.2345, 3, 0.5].map((n) => formatNumber(n, 'zh-CN'))).toEqual([
      '1,235',
      '12.3',
      '1.23',
      '3',
      '0.5',
    ]);
  });

  it('know no negative zero and no NaN', () => {
    expect(formatNumber(-0.04, 'en', 1)).toBe('0.0');
    expect(formatNumber(-0.06, 'en', 1)).toBe('-0.1');
    expect(formatNumber(Number.NaN, 'en')).toBe('–');
    expect(formatPercent(Number.NaN, 'en')).toBe('–');
  });

  it('are shares in percent', () => {
    expect(formatPercent(0.914, 'en')).toBe('91.4 %');
    expect(formatPercent(1, 'zh-CN', 0)).toBe('100 %');
  });

  it.each<[string, number | undefined]>([
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1 234,5', 1234.5],
    ['0,5', 0.5],
    ['１２．５', 12.5],
    ['−3', -3],
    ['1e3', 1000],
    ['', undefined],
    ['12a', undefined],
    ['1e999', undefined],
  ])('are read: %j', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });
});

describe('money', () => {
  it('is written as the language does', () => {
    expect(formatMoney(12.5, 'CNY', 'zh-CN')).toBe('¥12.50');
    expect(formatMoney(12.5, 'CNY', 'en')).toBe('CN¥12.50');
    expect(formatMoney(12345.6, 'EUR', 'en')).toBe('€12,346');
    expect(formatMoney(5, 'JPY', 'en')).toBe('¥5');
  });

  it('survives a currency that does not exist', () => {
    expect(formatMoney(12.5, 'Taler', 'en')).toBe('12.50 Taler');
    expect(formatMoney(Number.NaN, 'CNY', 'en')).toBe('–');
  });
});

describe('estimates', () => {
  const percent = (value: number): string => formatPercent(value, 'en');
  const rate = { value: 0.914, ci95: [0.889, 0.939] } as const;

  it('come with their interval', () => {
    expect(formatEstimate(rate, percent, 'en')).toBe('91.4 % (95 % interval 88.9–93.9 %)');
    expect(formatEstimate(rate, percent, 'zh-CN')).toBe('91.4 %（95% 区间 88.9–93.9 %）');
  });

  it('repeat units only where they must', () => {
    const time = { value: 2 * 86_400e3, ci95: [86_400e3, 90_000e3] } as const;
    expect(formatInterval(time, (ms) => formatDuration(ms, { locale: 'en' }))).toBe('1 d–1 d 1 h');
    expect(formatInterval(rate, (v) => formatMoney(v, 'CNY', 'en'))).toBe('CN¥0.89–CN¥0.94');
  });

  it('say what is missing', () => {
    expect(formatEstimate({ value: 0.9, ci95: null }, percent, 'en')).toBe(
      '90.0 % (interval not available: one replication)',
    );
    expect(formatEstimate({ value: null, ci95: null }, percent, 'en')).toBe('not available (nothing measured)');
    expect(formatInterval({ value: 0.9, ci95: null }, percent)).toBeUndefined();
  });
});

describe('dates and times', () => {
  it('show instants on a clock', () => {
    expect(formatDateTime(Date.UTC(2026, 0, 5, 1), 'en', 'Asia/Shanghai')).toBe('Jan 5, 2026, 09:00');
    expect(formatDateTime(Date.UTC(2026, 0, 5, 1), 'zh-CN', 'Asia/Shanghai')).toBe('2026年1月5日 09:00');
  });

  it('show the local times of a scenario with their weekday', () => {
    expect(formatLocalDateTime('2026-01-05T00:00:00', 'en')).toBe('Mon, Jan 5, 2026, 00:00');
    expect(formatLocalDate('2026-10-01', 'zh-CN')).toBe('2026年10月1日周四');
  });

  it('leave texts that are no dates as they are', () => {
    expect(formatLocalDateTime('soon', 'en')).toBe('soon');
    expect(formatLocalDate('2026-13-01', 'en')).toBe('2026-13-01');
  });

  it('show times of day', () => {
    expect([0, 545, 1440].map(formatTimeOfDay)).toEqual(['00:00', '09:05', '24:00']);
  });
});
