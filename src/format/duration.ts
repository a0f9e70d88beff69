/** Lengths of time as people say them: `2 d 3 h`, `45 min`, `2 个工作日`. */
import { MS_PER_UNIT, type Span, type TimeUnit } from '#simulation';
import type { FormatLocale } from './locale.ts';
import { formatNumber, NO_FIGURE } from './number.ts';
import { unitAfter, type UnitStyle } from './unit-words.ts';

export interface DurationOptions {
  readonly locale: FormatLocale;
  /** Default `short`. */
  readonly style?: UnitStyle;
  /** Count in working days of 8 hours instead of days. */
  readonly working?: boolean;
}

/**
 * A duration in ms in at most two neighbouring units, rounded to the smaller. Below ten seconds with one decimal. NaN is a dash,
 * Infinity `∞`.
 */
export function formatDuration(ms: number, options: DurationOptions): string {
  if (Number.isNaN(ms)) return NO_FIGURE;
  const sign = ms < 0 ? '−' : '';
  const size = Math.abs(ms);
  if (size === Infinity) return `${sign}∞`;
  const say = (value: number, unit: TimeUnit, decimals = 0): string =>
    `${formatNumber(value, options.locale, decimals)} ${unitAfter(value, unit, options.locale, options.style ?? 'short')}`;

  if (size < 999.5) return size < 0.5 ? say(0, 's') : sign + say(Math.round(size), 'ms');
  const tenths = Math.round(size / 100);
  if (tenths < 100) return sign + say(tenths / 10, 's', tenths % 10 === 0 ? 0 : 1);
  for (const { large, small, finest } of options.working ? WORKING_STEPS : CLOCK_STEPS) {
    // 23 h 59.8 min is a day, but 23.9 h is not.
    if (Math.round(size / MS_PER_UNIT[finest]) * MS_PER_UNIT[finest] < MS_PER_UNIT[large]) continue;
    const perLarge = MS_PER_UNIT[large] / MS_PER_UNIT[small];
    // Rounded before it is split, so that no 60 min are left over.
    const count = Math.round(size / MS_PER_UNIT[small]);
    const rest = count % perLarge;
    const whole = say((count - rest) / perLarge, large);
    return sign + (rest === 0 ? whole : `${whole} ${say(rest, small)}`);
  }
  return sign + say(Math.round(size / MS_PER_UNIT.s), 's');
}

/** A span in the unit its author chose: `90 min`, `1.5 h`, `2 个工作日`. */
export function formatSpan(span: Span, locale: FormatLocale, style: UnitStyle = 'short'): string {
  const value = Number(span.value.toPrecision(12));
  const decimals = Math.min(String(value).split('.')[1]?.length ?? 0, 6);
  return `${formatNumber(value, locale, decimals)} ${unitAfter(value, span.unit, locale, style)}`;
}

/** The two units of an answer, and the unit to which lengths just short of `large` would be rounded. */
interface Step {
  readonly large: TimeUnit;
  readonly small: TimeUnit;
  readonly finest: TimeUnit;
}

const BELOW_A_DAY: readonly Step[] = [
  { large: 'h', small: 'min', finest: 's' },
  { large: 'min', small: 's', finest: 's' },
];
const CLOCK_STEPS: readonly Step[] = [{ large: 'day', small: 'h', finest: 'min' }, ...BELOW_A_DAY];
const WORKING_STEPS: readonly Step[] = [{ large: 'workday', small: 'h', finest: 'min' }, ...BELOW_A_DAY];
