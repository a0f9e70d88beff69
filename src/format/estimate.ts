/** Estimates as text: a figure never goes without its interval. */
import type { Estimate } from '#simulation';
import type { FormatLocale } from './locale.ts';

/** How the numbers of an estimate are written, e.g. `(v) => formatPercent(v, 'en')`. */
export type Formatter = (value: number) => string;

/** `91.4 % (95 % interval 88.9–93.9 %)`, or what is missing and why. */
export function formatEstimate(estimate: Estimate, formatter: Formatter, locale: FormatLocale): string {
  const value = formatEstimateValue(estimate, formatter, locale);
  if (estimate.value === null) return value;
  const interval = formatInterval(estimate, formatter);
  return WORDS[locale].both(
    value,
    interval === undefined ? WORDS[locale].oneReplication : WORDS[locale].interval(interval),
  );
}

/** The figure alone; says so when nothing was measured. */
export const formatEstimateValue = (estimate: Estimate, formatter: Formatter, locale: FormatLocale): string =>
  estimate.value === null ? WORDS[locale].nothing : formatter(estimate.value);

/** The two ends, e.g. `88.9–93.9 %`: a unit that both share is said once. Undefined without an interval. */
export function formatInterval({ ci95 }: Estimate, formatter: Formatter): string | undefined {
  if (!ci95) return undefined;
  const [low, high] = [formatter(ci95[0]), formatter(ci95[1])];
  const unit = NUMBER_WITH_UNIT.exec(high)?.[1];
  const shared = unit !== undefined && unit === NUMBER_WITH_UNIT.exec(low)?.[1];
  return `${shared ? low.slice(0, low.length - unit.length) : low}–${high}`;
}

/** One number and the unit after it; `2 d 3 h` is no such text. */
const NUMBER_WITH_UNIT = /^[\d.,]+(\s*[^\d\s]+)$/;

const WORDS = {
  en: {
    nothing: 'not available (nothing measured)',
    oneReplication: 'interval not available: one replication',
    interval: (ends: string) => `95 % interval ${ends}`,
    both: (value: string, more: string) => `${value} (${more})`,
  },
  'zh-CN': {
    nothing: '无数据（未测到）',
    oneReplication: '仅一次重复，无法给出区间',
    interval: (ends: string) => `95% 区间 ${ends}`,
    both: (value: string, more: string) => `${value}（${more}）`,
  },
} as const satisfies Record<FormatLocale, unknown>;
