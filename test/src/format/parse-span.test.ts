import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TIME_UNITS, type Span } from '#simulation';
import { formatSpan, parseSpan } from '../../../src/format/index.ts';

const span = (value: number, unit: Span['unit']): Span => ({ value, unit });

describe('reading a duration', () => {
  it.each<[string, Span]>([
    ['1h 30m', span(90, 'min')],
    ['1h30', span(90, 'min')],
    ['1 h 30 min', span(90, 'min')],
    ['1:30', span(90, 'min')],
    ['0:45', span(45, 'min')],
    ['2:00', span(2, 'h')],
    ['1:30:15', span(5415, 's')],
    ['90 min', span(90, 'min')],
    ['90min.', span(90, 'min')],
    ['1.5 h', span(1.5, 'h')],
    ['1,5 h', span(1.5, 'h')],
    ['.5 h', span(0.5, 'h')],
    ['1,500 ms', span(1500, 'ms')],
    ['2 d', span(2, 'day')],
    ['2 D 3 H', span(51, 'h')],
    ['2 days and 3 hours', span(51, 'h')],
    ['1 hour, 30 minutes', span(90, 'min')],
    ['3 weeks', span(3, 'week')],
    ['2 wd', span(2, 'workday')],
    ['2 working days', span(2, 'workday')],
    ['1 working day 2 hours', span(10, 'h')],
    ['2 business-days', span(2, 'workday')],
    ['10 secs', span(10, 's')],
    ['PT1H30M', span(90, 'min')],
    ['PT0.5H', span(0.5, 'h')],
    ['P2D', span(2, 'day')],
    ['P1W', span(1, 'week')],
    ['P1DT12H', span(36, 'h')],
    ['P1M', span(30, 'day')],
    ['P1Y', span(365, 'day')],
    ['PT90S', span(90, 's')],
    ['3 天', span(3, 'day')],
    ['2 小时', span(2, 'h')],
    ['2个小时', span(2, 'h')],
    ['30 分钟', span(30, 'min')],
    ['30分', span(30, 'min')],
    ['2 个工作日', span(2, 'workday')],
    ['两个工作日', span(2, 'workday')],
    ['3个星期', span(3, 'week')],
    ['2 天 3 小时', span(51, 'h')],
    ['１．５小时', span(1.5, 'h')],
    ['１：３０', span(90, 'min')],
    ['半天', span(0.5, 'day')],
    ['0 min', span(0, 'min')],
  ])('understands %s', (text, expected) => {
    expect(parseSpan(text)).toEqual(expected);
  });

  it('gives a bare number the unit of the field, if there is one', () => {
    expect(parseSpan('２,5', { defaultUnit: 'h' })).toEqual(span(2.5, 'h'));
    expect(parseSpan('20', { defaultUnit: 'workday' })).toEqual(span(20, 'workday'));
    expect(parseSpan('20')).toBeUndefined();
  });

  it.each([
    '',
    'h',
    'soon',
    '5 apples',
    '-5 min',
    '2 wd 3 d',
    '1:75',
    'P',
    'PT',
    '5 min x',
    '3 d 4',
    '1 h -5 min',
    '1.2.3 h',
    'P-1D',
  ])('does not guess at %j', (text) => {
    expect(parseSpan(text)).toBeUndefined();
  });

  it('refuses a negative bare number', () => {
    expect(parseSpan('-3', { defaultUnit: 'h' })).toBeUndefined();
  });

  it('reads back what is written, in every unit, language and style', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }).map((n) => n / 100),
        fc.constantFrom(...TIME_UNITS),
        fc.constantFrom('en' as const, 'zh-CN' as const),
        fc.constantFrom('short' as const, 'long' as const),
        (value, unit, locale, style) => {
          expect(parseSpan(formatSpan({ value, unit }, locale, style))).toEqual({ value, unit });
        },
      ),
      { seed: 1 },
    );
  });
});
