/** Money as text. */
import type { FormatLocale } from './locale.ts';
import { formatNumber, NO_FIGURE } from './number.ts';

/**
 * An amount of a currency (ISO 4217) as its language writes it: `CN¥12.50`, `¥12.50`. From a thousand on without decimals unless
 * `decimals` says how many. An unknown currency is written as its code after the number.
 */
export function formatMoney(value: number, currency: string, locale: FormatLocale, decimals?: number): string {
  if (Number.isNaN(value)) return NO_FIGURE;
  const digits = decimals ?? (Math.abs(value) >= 1000 ? 0 : undefined);
  const fixed = digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency, ...fixed }).format(value);
  } catch {
    return `${formatNumber(value, locale, digits ?? 2)} ${currency}`.trim();
  }
}
