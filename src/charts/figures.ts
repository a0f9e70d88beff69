/** Figures as text in one unit: what axes, labels and columns share so that their numbers can be compared at sight. */
import type { Estimate } from '#simulation';
import {
  formatMoney,
  formatNumber,
  formatPercent,
  formatSpan,
  NO_FIGURE,
  unitLabel,
  type FormatLocale,
} from '../format/index.ts';
import type { Cell } from './figure-table.ts';
import { secondsPer, type DisplayUnit } from './time-unit.ts';

/** How a number of some quantity is written. */
export interface Writing {
  /** The number alone. */
  readonly number: (value: number) => string;
  /** The number with its unit. */
  readonly full: (value: number) => string;
}

/** Fraction digits that leave about three significant ones in a column whose largest number is `largest`. */
export function fractionDigits(largest: number): number {
  const size = Math.abs(largest);
  return size >= 100 ? 0 : size >= 10 ? 1 : 2;
}

/** Shares 0..1 as percent. */
export const shareWriting = (locale: FormatLocale, digits = 1): Writing => ({
  number: (value) => formatNumber(value * 100, locale, digits),
  full: (value) => formatPercent(value, locale, digits),
});

/** Times given in seconds, written in one unit with digits fit for the largest. */
export function timeWriting(unit: DisplayUnit, largest: number, locale: FormatLocale): Writing {
  const seconds = secondsPer(unit);
  const digits = fractionDigits(largest / seconds);
  const sign = unitLabel(unit, locale, 'short');
  const number = (value: number) => formatNumber(value / seconds, locale, digits);
  return { number, full: (value) => `${number(value)} ${sign}` };
}

/** A limit in a unit, as its author would write it: "5 d", "1.5 h". */
export const limitText = (seconds: number, unit: DisplayUnit, locale: FormatLocale): string =>
  formatSpan({ value: seconds / secondsPer(unit), unit }, locale);

/** Counts and lengths of queues: about three significant digits. */
export const countWriting = (locale: FormatLocale): Writing => {
  const number = (value: number) => formatNumber(value, locale);
  return { number, full: number };
};

/** Money of one currency (ISO 4217) with digits fit for the largest. */
export function moneyWriting(currency: string, largest: number, locale: FormatLocale): Writing {
  const digits = Math.abs(largest) >= 1000 ? 0 : 2;
  return {
    number: (value) => formatNumber(value, locale, digits),
    full: (value) => formatMoney(value, currency, locale, digits),
  };
}

/** The figure with its unit, or a dash. */
export const figure = (estimate: Estimate, writing: Writing): string =>
  estimate.value === null ? NO_FIGURE : writing.full(estimate.value);

/** A table cell: the number, and ± half its interval (or the ends of an interval that is not symmetric). */
export function estimateCell(estimate: Estimate | undefined, writing: Writing): Cell {
  if (!estimate || estimate.value === null) return { text: NO_FIGURE, sort: null };
  const { value, ci95 } = estimate;
  const text = writing.number(value);
  if (!ci95) return { text, sort: value };
  const [low, high] = ci95;
  const half = (high - low) / 2;
  const symmetric = Math.abs(value - low - half) <= half * 1e-6 + Number.EPSILON;
  return {
    text,
    sort: value,
    interval: symmetric ? `± ${writing.number(half)}` : `${writing.number(low)}–${writing.number(high)}`,
  };
}

/** The largest value among estimates, at least 0. */
export const largestOf = (estimates: readonly (Estimate | undefined)[]): number =>
  Math.max(0, ...estimates.map((estimate) => estimate?.value ?? 0));

/** Short statements one after the other, in any language. */
export const inOneLine = (statements: readonly string[]): string => statements.join(' · ');
