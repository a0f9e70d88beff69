/** What a comparison says, in sentences that need no statistics to be understood, with the interval behind them. */
import { msg, str } from '@lit/localize';
import type { ComparedFigure, Difference } from '../experiments/index.ts';
import { formatNumber, formatPercent, type FormatLocale } from '../format/index.ts';
import type { Kpi } from './kpis.ts';

/** `better`, `worse`, `changed` (neither way is good by itself), `same` (equal in every replication), `open` (cannot be told). */
export type Tone = 'better' | 'worse' | 'changed' | 'same' | 'open';

export interface Statement {
  readonly kpi: Kpi;
  readonly tone: Tone;
  readonly text: string;
}

export interface StatementOptions {
  /** What the later design is called. */
  readonly name: string;
  readonly locale: FormatLocale;
}

/** What the figure says about alternative `index`, or nothing where one of the two was not measured. */
export function statementOf(
  kpi: Kpi,
  figure: ComparedFigure,
  index: number,
  options: StatementOptions,
): Statement | undefined {
  const [before, after] = [figure.alternatives[0], figure.alternatives[index]];
  const difference = after?.difference;
  if (!before || !after || !difference || difference.count === 0) return undefined;
  const tone = toneOf(difference, kpi.better);
  const text =
    tone === 'same'
      ? sameText(kpi, options)
      : tone === 'open'
        ? openText(kpi, difference, options)
        : changeText(kpi, difference, before.mean, after.mean, options);
  return { kpi, tone, text };
}

/** Which way a paired difference goes, judged by its interval alone. */
export function toneOf(difference: Difference, better: Kpi['better']): Tone {
  if (difference.identical) return 'same';
  if (!difference.detectable) return 'open';
  if (better === undefined) return 'changed';
  return difference.mean < 0 === (better === 'lower') ? 'better' : 'worse';
}

/** `95 % interval 1.2–1.6, 30 replications`, of the size of the difference. */
function evidence(kpi: Kpi, difference: Difference, locale: FormatLocale): string {
  const replications = formatNumber(difference.count, locale, 0);
  const { interval } = difference;
  if (!interval || interval[0] === interval[1]) return msg(str`${replications} replications`);
  const sizes = interval.map((end) => (difference.mean < 0 ? -end : end)).sort((a, b) => a - b);
  const [low, high] = sizes.map((size) => sizeOf(kpi, size, locale).number);
  return msg(str`95 % interval ${low ?? ''}–${high ?? ''}, ${replications} replications`);
}

/** A size without sign; shares in percentage points. */
function sizeOf(kpi: Kpi, size: number, locale: FormatLocale): { readonly number: string; readonly full: string } {
  const number = kpi.writing.number(size).replace('-', '−');
  if (kpi.kind !== 'share') return { number, full: kpi.writing.full(size) };
  const points = formatNumber(size * 100, locale, 1);
  return { number: points.replace('-', '−'), full: msg(str`${points} percentage points`) };
}

function changeText(
  kpi: Kpi,
  difference: Difference,
  before: number,
  after: number,
  { name, locale }: StatementOptions,
): string {
  const size = sizeOf(kpi, Math.abs(difference.mean), locale).full;
  const proof = evidence(kpi, difference, locale);
  const less = difference.mean < 0;
  const [from, to] = [kpi.writing.full(before), kpi.writing.full(after)];
  const what = kpi.name;
  if (kpi.path[0] === 'cycleTime' && kpi.path[1] === 'mean')
    return less
      ? msg(str`${name} finishes cases ${size} sooner on average: ${to} instead of ${from} (${proof}).`)
      : msg(str`${name} finishes cases ${size} later on average: ${to} instead of ${from} (${proof}).`);
  const { promise } = kpi;
  if (promise !== undefined)
    return less
      ? msg(str`“${promise}” is kept in ${to} of the cases instead of ${from}, ${size} fewer (${proof}).`)
      : msg(str`“${promise}” is kept in ${to} of the cases instead of ${from}, ${size} more (${proof}).`);
  if (kpi.kind === 'money')
    return less
      ? msg(str`${what}: ${size} cheaper, ${to} instead of ${from} (${proof}).`)
      : msg(str`${what}: ${size} dearer, ${to} instead of ${from} (${proof}).`);
  return less
    ? msg(str`${what}: ${size} less, ${to} instead of ${from} (${proof}).`)
    : msg(str`${what}: ${size} more, ${to} instead of ${from} (${proof}).`);
}

const sameText = ({ name: what }: Kpi, { name }: StatementOptions): string =>
  msg(str`${what}: ${name} changes nothing; every replication gives the same figure.`);

function openText(kpi: Kpi, difference: Difference, { locale }: StatementOptions): string {
  const what = kpi.name;
  const { replicationsToTell, count, worthTelling } = difference;
  const more = Math.ceil(replicationsToTell) - count;
  if (!Number.isFinite(more)) return msg(str`${what}: no detectable difference yet.`);
  const size = sizeOf(kpi, worthTelling, locale).full;
  if (more <= 0) return msg(str`${what}: no detectable difference; one of ${size} would very likely have shown.`);
  const number = formatNumber(roundUp(more), locale, 0);
  return msg(
    str`${what}: no detectable difference yet; about ${number} more replications would tell a difference of ${size}.`,
  );
}

/** Two digits are all that a forecast of the own precision is worth. */
const roundUp = (count: number): number => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
  return Math.ceil(count / step) * step;
};

/** How sure the better side is, as a word beside a figure. */
export const sureness = (probability: number, locale: FormatLocale): string => {
  if (Number.isNaN(probability)) return '–';
  if (probability > 0.999) return `> ${formatPercent(0.999, locale, 1)}`;
  if (probability < 0.001) return `< ${formatPercent(0.001, locale, 1)}`;
  return formatPercent(probability, locale, probability > 0.99 || probability < 0.01 ? 1 : 0);
};
