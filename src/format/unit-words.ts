/** Words for time units in both languages: one table to write them, one to read them, because people type either. */
import type { TimeUnit } from '#simulation';
import type { FormatLocale } from './locale.ts';

/** `short` stands after a number in a table, `long` in a sentence or a menu. */
export type UnitStyle = 'short' | 'long';

interface UnitWords {
  readonly short: string;
  readonly one: string;
  readonly many: string;
}

const WORDS: Readonly<Record<FormatLocale, Readonly<Record<TimeUnit, UnitWords>>>> = {
  en: {
    ms: { short: 'ms', one: 'millisecond', many: 'milliseconds' },
    s: { short: 's', one: 'second', many: 'seconds' },
    min: { short: 'min', one: 'minute', many: 'minutes' },
    h: { short: 'h', one: 'hour', many: 'hours' },
    workday: { short: 'wd', one: 'working day', many: 'working days' },
    day: { short: 'd', one: 'day', many: 'days' },
    week: { short: 'w', one: 'week', many: 'weeks' },
  },
  'zh-CN': {
    ms: { short: '毫秒', one: '毫秒', many: '毫秒' },
    s: { short: '秒', one: '秒', many: '秒' },
    min: { short: '分钟', one: '分钟', many: '分钟' },
    h: { short: '小时', one: '小时', many: '小时' },
    workday: { short: '个工作日', one: '个工作日', many: '个工作日' },
    day: { short: '天', one: '天', many: '天' },
    week: { short: '周', one: '周', many: '周' },
  },
};

/** Name of a unit on its own, as in a menu: `min`, `minutes`, `分钟`, `工作日`. */
export const unitLabel = (unit: TimeUnit, locale: FormatLocale, style: UnitStyle = 'long'): string =>
  unitAfter(2, unit, locale, style).replace(/^个/, '');

/** The unit as it stands after a number: `1 hour`, `2 hours`, `2 个工作日`. */
export function unitAfter(value: number, unit: TimeUnit, locale: FormatLocale, style: UnitStyle): string {
  const words = WORDS[locale][unit];
  if (style === 'short') return words.short;
  return value === 1 ? words.one : words.many;
}

const READ: readonly (readonly [unit: TimeUnit, words: string])[] = [
  ['ms', 'ms msec msecs millisecond milliseconds 毫秒'],
  ['s', 's sec secs second seconds 秒 秒钟'],
  ['min', 'm min mins minute minutes 分 分钟'],
  ['h', 'h hr hrs hour hours 小时 时 钟头'],
  ['workday', 'wd wds workday workdays workingday workingdays businessday businessdays 工作日 工作天'],
  ['day', 'd day days 天 日'],
  ['week', 'w wk wks week weeks 周 星期 礼拜'],
];

const UNITS = new Map(READ.flatMap(([unit, words]) => words.split(' ').map((word) => [word, unit] as const)));

/** The unit a word means in either language, whatever its case, or undefined. `working day`, `个工作日` and `mins.` are known. */
export const unitOf = (word: string): TimeUnit | undefined =>
  UNITS.get(
    word
      .toLowerCase()
      .replace(/[\s.-]/g, '')
      .replace(/^个/, ''),
  );
