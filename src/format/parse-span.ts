/** Reading of durations as people type them, in either language whatever the page's. */
import { MS_PER_UNIT, TIME_UNITS, type Span, type TimeUnit } from '#simulation';
import { parseNumber } from './number.ts';
import { unitOf } from './unit-words.ts';

export interface ParseSpanOptions {
  /** Unit of a number that stands alone; without it such a text is not understood. */
  readonly defaultUnit?: TimeUnit;
}

/**
 * The span a text says, in its smallest unit: `1h 30m` and `1:30` and `PT1H30M` are 90 min, `1.5 h` stays 1.5 h, `2 wd`,
 * `2 working days` and `2 个工作日` are two working days. ISO 8601 months count 30 days and years 365. Undefined if it says
 * anything else, something negative, or mixes working days with days and weeks.
 */
export function parseSpan(text: string, options: ParseSpanOptions = {}): Span | undefined {
  const plain = text.normalize('NFKC').trim();
  const number = parseNumber(plain);
  if (number !== undefined) return options.defaultUnit && spanOf([{ value: number, unit: options.defaultUnit }]);
  return parseClock(plain) ?? parseIso(plain) ?? parseWords(plain);
}

/** `1:30` hours and minutes, `1:30:15` with seconds. */
function parseClock(text: string): Span | undefined {
  const match = /^(\d+):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  return match ? partsOf(['h', 'min', 's'], match.slice(1)) : undefined;
}

/** ISO 8601 durations; months are 30 days, as elsewhere in the product. */
function parseIso(text: string): Span | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [years, months, weeks, days, ...times] = match.slice(1);
  const inDays = (count: string | undefined, each: number): Part[] =>
    count ? [{ value: (parseNumber(count) ?? NaN) * each, unit: 'day' }] : [];
  const parts = [
    ...inDays(years, 365),
    ...inDays(months, 30),
    ...toParts(['week', 'day', 'h', 'min', 's'], [weeks, days, ...times]),
  ];
  return spanOf(parts);
}

const ISO =
  /^P(?=\d|T\d)(?:([\d.,]+)Y)?(?:([\d.,]+)M)?(?:([\d.,]+)W)?(?:([\d.,]+)D)?(?:T(?:([\d.,]+)H)?(?:([\d.,]+)M)?(?:([\d.,]+)S)?)?$/i;

/** Numbers with unit words: `2 d 3 h`, `1 hour and 30 minutes`, `2 天零 3 小时`, `1h30`, `半天`. */
function parseWords(text: string): Span | undefined {
  const parts: Part[] = [];
  let rest = text;
  while (rest !== '') {
    const match = PART.exec(rest);
    if (!match) return undefined;
    const [all, digits = '', word = ''] = match;
    const value = CHINESE_NUMBERS.get(digits) ?? parseNumber(digits);
    const unit = word === '' ? unitBelow(parts.at(-1)?.unit) : unitOf(word);
    if (value === undefined || unit === undefined) return undefined;
    parts.push({ value, unit });
    rest = rest.slice(all.length);
  }
  return spanOf(parts);
}

const PART =
  /^(\d+(?:[.,]\d+)*|[.,]\d+|[半一二两三四五六七八九十])\s*(\p{L}+(?:[\s-]days?)?\.?|)(?:\s*(?:,|、|&|and\b)?\s*)/iu;

const CHINESE_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['半', 0.5],
  ['两', 2],
  ...'一 二 三 四 五 六 七 八 九 十'.split(' ').map((digit, i) => [digit, i + 1] as const),
]);

/** `1h30` says minutes, `2min30` seconds; elsewhere nobody leaves the unit out. */
function unitBelow(unit: TimeUnit | undefined): TimeUnit | undefined {
  return unit === 'h' ? 'min' : unit === 'min' ? 's' : undefined;
}

interface Part {
  readonly value: number;
  readonly unit: TimeUnit;
}

const toParts = (units: readonly TimeUnit[], texts: readonly (string | undefined)[]): Part[] =>
  units.flatMap((unit, i) => (texts[i] ? [{ value: parseNumber(texts[i]) ?? NaN, unit }] : []));

const partsOf = (units: readonly TimeUnit[], texts: readonly (string | undefined)[]): Span | undefined =>
  spanOf(toParts(units, texts).filter((part, i) => i === 0 || part.value > 0));

/** The sum of the parts in the smallest of their units. */
function spanOf(parts: readonly Part[]): Span | undefined {
  const units = TIME_UNITS.filter((unit) => parts.some((part) => part.unit === unit));
  const [unit] = units;
  const mixed = units.includes('workday') && (units.includes('day') || units.includes('week'));
  if (unit === undefined || mixed || parts.some((part) => !(part.value >= 0))) return undefined;
  const [only] = parts;
  if (only && parts.length === 1) return { value: only.value, unit };
  const ms = parts.reduce((sum, part) => sum + part.value * MS_PER_UNIT[part.unit], 0);
  return { value: Number((ms / MS_PER_UNIT[unit]).toPrecision(12)), unit };
}
