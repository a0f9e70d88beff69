/** Durations in fields: as typed into an input, and as said beneath it, in the language of the page. */
import { msg, str } from '@lit/localize';
import { toMs, type Span } from '#simulation';
import { formatDuration, formatSpan } from '../format/index.ts';
import { locale } from '../i18n/locale.ts';
import { writeNumber } from './numbers.ts';
import { unitAbbreviation } from './unit-names.ts';

/** The text of a span in an input: `90 min`. It reads back as the same span. */
export const writeSpan = (span: Span): string => `${writeNumber(span.value)} ${unitAbbreviation(span.unit)}`;

/** How a span was understood: `90 min` is 1 h 30 min, `2 wd` two working days of 8 hours. */
export function saySpan(span: Span): string {
  if (span.unit !== 'workday') return sayMs(toMs(span));
  return msg(str`${formatSpan(span, locale(), 'long')} of 8 hours`);
}

/** Milliseconds as people say them. */
export const sayMs = (ms: number): string => formatDuration(ms, { locale: locale() });
