/** A figure of the list in running text: its name, and its numbers as people say them. */
import type { Scenario } from '#simulation';
import { DEFAULT_CURRENCY } from '../charts/pool-table.ts';
import {
  formatDuration,
  formatMoney,
  formatNumber,
  formatPercent,
  type FormatLocale,
  type Formatter,
} from '../format/index.ts';
import type { FigureKind, ListedFigure } from './figure-list.ts';

export interface WordedFigure {
  readonly name: string;
  readonly kind: FigureKind;
  readonly format: Formatter;
}

export const inWords = (
  { name, kind, clock }: ListedFigure,
  { currency = DEFAULT_CURRENCY }: Scenario,
  locale: FormatLocale,
): WordedFigure => ({ name, kind, format: formatOf(kind, clock === 'business', currency, locale) });

function formatOf(kind: FigureKind, working: boolean, currency: string, locale: FormatLocale): Formatter {
  switch (kind) {
    case 'time':
      return (seconds) => formatDuration(seconds * 1000, { locale, working });
    case 'share':
      return (value) => formatPercent(value, locale);
    case 'money':
      return (amount) => formatMoney(amount, currency, locale);
    case 'count':
      return (value) => formatNumber(value, locale);
  }
}
