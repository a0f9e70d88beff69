/** Numbers and shares as text. */
import type { FormatLocale } from './locale.ts';

/** Shown where there is no figure. */
export const NO_FIGURE = '–';

/**
 * A number with grouped thousands. With `decimals` it has exactly so many, so that a column lines up; without, about three
 * significant digits and no needless zeros.
 */
export function formatNumber(value: number, locale: FormatLocale, decimals?: number): string {
  if (Number.isNaN(value)) return NO_FIGURE;
  const most = decimals ?? fitDecimals(value);
  // −0.04 is not "−0".
  const rounded = Math.abs(value) < 0.5 * 10 ** -most ? 0 : value;
  return numberFormat(locale, decimals ?? 0, most).format(rounded);
}

/** A share 0..1 as percent, e.g. `91.4 %`. */
export const formatPercent = (share: number, locale: FormatLocale, decimals = 1): string =>
  Number.isNaN(share) ? NO_FIGURE : `${formatNumber(share * 100, locale, decimals)} %`;

/** The number a text says, in either language: `1,234.5`, `1 234,5`, `0,5` and full-width digits; else undefined. */
export function parseNumber(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s'’_]/g, '')
    .replace(/[−–]/g, '-');
  const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain);
  // Otherwise the last mark is the decimal one, whichever it is.
  const standard = grouped ? plain.replaceAll(',', '') : plain.replace(/\.(?=.*,)/g, '').replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(standard)) return undefined;
  const value = Number(standard);
  return Number.isFinite(value) ? value : undefined;
}

function fitDecimals(value: number): number {
  const size = Math.abs(value);
  return size >= 100 ? 0 : size >= 10 ? 1 : 2;
}

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: FormatLocale, least: number, most: number): Intl.NumberFormat {
  const key = `${locale} ${least} ${most}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most });
    formats.set(key, format);
  }
  return format;
}
