/** What the uncertain inputs do to a figure, in sentences and as pictures. */
import { msg, str } from '@lit/localize';
import type { Study } from '#simulation';
import { effectText, type Figure, type Interval } from '../charts/experiments/figure.ts';
import { tornadoChart, type TornadoEnd, type TornadoInput } from '../charts/experiments/tornado.ts';
import { twoBands } from '../charts/experiments/two-bands.ts';
import {
  tornado,
  valueOf,
  type Difference,
  type Sensitivity,
  type TornadoBar,
  type TwoLevel,
  type UncertainInput,
} from '../experiments/index.ts';
import { formatNumber, formatPercent, type FormatLocale } from '../format/index.ts';
import { differenceWriting } from './bridge-reading.ts';
import type { Kpi } from './kpis.ts';
import { parameterName, valueWords } from './parameter-words.ts';

export interface UncertaintyReading {
  readonly sentences: readonly string[];
  readonly figure: Figure | undefined;
}

/** The value of an input at one end of its range, in words. */
export function endWords(
  study: Study,
  { parameter, quantity, value, ...range }: UncertainInput,
  end: 'low' | 'high',
  locale: FormatLocale,
): string {
  return valueWords(quantity, valueOf(study, { parameter, factor: range[end] }) ?? value * range[end], study, locale);
}

/** The tornado of a figure; `stated` is its value with all inputs as they are. */
export function readTornado(
  study: Study,
  sensitivity: Sensitivity,
  kpi: Kpi,
  stated: number,
  locale: FormatLocale,
): UncertaintyReading {
  const bars = tornado(sensitivity, kpi.path);
  const inputs = bars.map((bar): TornadoInput => ({
    name: parameterName(study, bar.input.parameter),
    low: endOf(study, bar, 'low', locale),
    high: endOf(study, bar, 'high', locale),
  }));
  const sentences = tornadoSentences(kpi, bars, inputs, locale);
  const figure = tornadoChart({
    name: kpi.name,
    unit: kpi.unit,
    stated,
    inputs,
    sentences,
    writing: () => kpi.writing,
    differences: (of) => differenceWriting(kpi, of),
    perUnit: kpi.perUnit,
    replications: sensitivity.variants.baseline?.kpis.length ?? 0,
  });
  return { sentences, figure };
}

function endOf(study: Study, bar: TornadoBar, end: 'low' | 'high', locale: FormatLocale): TornadoEnd {
  const effect = bar[end];
  return {
    value: endWords(study, bar.input, end, locale),
    ...(effect ? { effect: intervalOfDifference(effect) } : {}),
  };
}

const intervalOfDifference = ({ mean, interval }: Difference): Interval => ({
  value: mean,
  low: interval?.[0] ?? mean,
  high: interval?.[1] ?? mean,
});

function tornadoSentences(
  kpi: Kpi,
  bars: readonly TornadoBar[],
  inputs: readonly TornadoInput[],
  locale: FormatLocale,
): readonly string[] {
  const writing = differenceWriting(kpi, locale);
  const detectable = bars.filter((bar) => !!bar.low?.detectable || !!bar.high?.detectable);
  const [first] = inputs;
  if (!first || detectable.length === 0)
    return [msg(str`${kpi.name}: none of the inputs moves it detectably within its range.`)];
  const of = ({ value, effect }: TornadoEnd): string =>
    effect ? msg(str`${effectText(effect, writing)} at ${value}`) : msg(str`cannot be run at ${value}`);
  const still = formatNumber(bars.length - detectable.length, locale, 0);
  const all = formatNumber(bars.length, locale, 0);
  return [
    msg(str`${kpi.name} depends most on “${first.name}”: ${of(first.low)}, ${of(first.high)}.`),
    ...(detectable.length < bars.length
      ? [msg(str`${still} of ${all} inputs do not move it detectably: there is no need to measure them better for it.`)]
      : []),
  ];
}

/** The two bands of a figure; no figure where the study does not have it. */
export function readTwoBands(twoLevel: TwoLevel, kpi: Kpi, locale: FormatLocale): UncertaintyReading {
  const found = twoLevel.figure(kpi.path);
  if (!found || Number.isNaN(found.chance.middle) || Number.isNaN(found.knowledge.middle))
    return { sentences: [], figure: undefined };
  const { chance, knowledge, shareKnowledge } = found;
  const { writing, name: what } = kpi;
  const range = ({ low, high }: { low: number; high: number }): string =>
    `${writing.number(low)}–${writing.full(high)}`;
  const sentences = [
    msg(
      str`${what}: with the inputs as stated it lies between ${range(chance)} in 90 of 100 periods, by chance alone.`,
    ),
    msg(str`Given how far the inputs may be off, its mean may lie anywhere between ${range(knowledge)}.`),
    ...(Number.isNaN(shareKnowledge)
      ? []
      : [
          shareKnowledge >= 0.5
            ? msg(
                str`${formatPercent(shareKnowledge, locale, 0)} of the doubt about a single period is ignorance: measuring the inputs better pays.`,
              )
            : msg(
                str`${formatPercent(shareKnowledge, locale, 0)} of the doubt about a single period is ignorance; the rest is chance, which no measuring takes away.`,
              ),
        ]),
  ];
  const figure = twoBands({
    name: what,
    unit: kpi.unit,
    chance,
    knowledge,
    sentences,
    writing: () => writing,
    perUnit: kpi.perUnit,
    draws: twoLevel.draws,
    replications: twoLevel.replications,
  });
  return { sentences, figure };
}

/** Rows of the tornado for spreadsheets: numbers in the unit of the result document (seconds, shares, money). */
export function tornadoRows(
  study: Study,
  sensitivity: Sensitivity,
  kpis: readonly Kpi[],
): readonly (readonly (string | number | null)[])[] {
  const heads = [
    'figure',
    'input',
    'stated',
    'low',
    'high',
    'at low',
    'at low lo',
    'at low hi',
    'at high',
    'at high lo',
    'at high hi',
  ];
  const ends = (difference: Difference | undefined): readonly (number | null)[] => [
    difference?.mean ?? null,
    difference?.interval?.[0] ?? null,
    difference?.interval?.[1] ?? null,
  ];
  return [
    heads,
    ...kpis.flatMap(({ path }) =>
      tornado(sensitivity, path).map(({ input: { parameter, value, low, high }, ...bar }) => [
        path.join('/'),
        parameterName(study, parameter),
        value,
        value * low,
        value * high,
        ...ends(bar.low),
        ...ends(bar.high),
      ]),
    ),
  ];
}
