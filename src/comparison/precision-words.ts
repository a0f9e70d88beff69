/** What came of a run that was to go on until a figure is known well enough, in one sentence. */
import { msg, str } from '@lit/localize';
import type { Precision, RunResult, Scenario } from '#simulation';
import { formatNumber, formatPercent, type FormatLocale } from '../format/index.ts';
import { figureAt, figuresOfResults } from './figure-list.ts';
import { inWords, type WordedFigure } from './figure-words.ts';

/** Undefined where no precision was asked for. */
export function precisionWords(
  { document, done }: RunResult,
  scenario: Scenario,
  locale: FormatLocale,
): string | undefined {
  const { precision } = document;
  if (!precision) return undefined;
  const figure = inWords(figureAt(figuresOfResults([document]), precision.figure.split('/')), scenario, locale);
  const wanted = wantedWords(precision.wanted, figure, locale);
  const count = formatNumber(done, locale, 0);
  if (precision.halfWidth === null) return msg(str`${figure.name}: measured too seldom to say how well it is known.`);
  const width = halfWidthWords(precision.halfWidth, figure, locale);
  if (precision.reached)
    return msg(str`${figure.name}: known to ±${width} after ${count} replications; wanted was ${wanted}.`);
  if (precision.replicationsNeeded === null)
    return msg(
      str`${figure.name}: known to ±${width} after ${count} replications; ${wanted} cannot be reached by more of them.`,
    );
  const needed = formatNumber(Number(precision.replicationsNeeded.toPrecision(2)), locale, 0);
  return msg(
    str`${figure.name}: known to ±${width} after ${count} replications; ${wanted} would take about ${needed} replications.`,
  );
}

/** `±5 % of the mean`, `±2 h`, `±2 percentage points`. */
export function wantedWords(wanted: Precision, figure: WordedFigure, locale: FormatLocale): string {
  if ('relative' in wanted) return msg(str`±${formatPercent(wanted.relative, locale)} of the mean`);
  if (figure.kind !== 'share') return `±${halfWidthWords(wanted.absolute, figure, locale)}`;
  const points = formatNumber(100 * wanted.absolute, locale);
  return `±${msg(str`${points} percentage points`)}`;
}

/** A half-width in the words of the figure; that of a share is in percentage points. */
export const halfWidthWords = (halfWidth: number, { kind, format }: WordedFigure, locale: FormatLocale): string =>
  kind === 'share' ? msg(str`${formatNumber(100 * halfWidth, locale)} points`) : format(halfWidth);
