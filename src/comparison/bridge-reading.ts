/** A bridge as it is shown: for each headline figure its steps, the longest first, and what they say in sentences. */
import { msg, str } from '@lit/localize';
import { summarise } from '#simulation';
import { bridgeWaterfall, type BridgeBar } from '../charts/experiments/bridge-waterfall.ts';
import { effectText, meanInterval, signed, type Figure } from '../charts/experiments/figure.ts';
import type { Writing } from '../charts/figures.ts';
import type { Bridge, BridgeEffects, BridgeStep, StepEffect } from '../experiments/index.ts';
import { formatNumber, type FormatLocale } from '../format/index.ts';
import type { Kpi } from './kpis.ts';

export interface BridgeReading {
  readonly kpi: Kpi;
  readonly sentences: readonly string[];
  readonly figure: Figure;
}

export interface BridgeNames {
  readonly from: string;
  readonly to: string;
  readonly step: (step: BridgeStep) => string;
}

/** Bars of one picture; the smallest are taken together. */
const MOST_BARS = 8;

/** The mean and the P90 of the cycle time, and every promise. */
export const isBridged = ({ path: [family, second, third] }: Kpi): boolean =>
  (family === 'cycleTime' && (second === 'mean' || second === 'p90')) || (family === 'slas' && third === 'hitRate');

/** Figures that both designs have. */
export function readBridge(
  bridge: Bridge,
  kpis: readonly Kpi[],
  names: BridgeNames,
  locale: FormatLocale,
): readonly BridgeReading[] {
  return kpis.filter(isBridged).flatMap((kpi) => {
    const effects = bridge.effects(kpi.path);
    if (!effects || effects.whole.count === 0) return [];
    const sentences = sentencesOf(kpi, effects, names, locale);
    const figure = bridgeWaterfall({
      id: kpi.path.join('-'),
      name: kpi.name,
      unit: kpi.unit,
      from: { name: names.from, value: effects.before.mean },
      to: { name: names.to, value: effects.after.mean },
      bars: barsOf(effects, names, locale),
      sentences,
      writing: () => kpi.writing,
      differences: (of) => differenceWriting(kpi, of),
      perUnit: kpi.perUnit,
      better: kpi.better,
      replications: effects.whole.count,
      method: bridge.method,
    });
    return [{ kpi, sentences, figure }];
  });
}

/** Differences with their signs; of shares in percentage points. */
export function differenceWriting(kpi: Kpi, locale: FormatLocale): Writing {
  const { number, full } = signed(kpi.writing);
  if (kpi.kind !== 'share') return { number, full };
  return {
    number,
    full: (value) => {
      const points = signed({ number: (v) => formatNumber(v * 100, locale, 1), full: String }).number(value);
      return msg(str`${points} percentage points`);
    },
  };
}

const bySize = (steps: readonly StepEffect[]): readonly StepEffect[] =>
  [...steps].sort((a, b) => Math.abs(b.share.mean) - Math.abs(a.share.mean));

function barsOf({ steps }: BridgeEffects, names: BridgeNames, locale: FormatLocale): readonly BridgeBar[] {
  const sorted = bySize(steps);
  const most = Math.abs(sorted[0]?.share.mean ?? 0);
  const told = sorted.filter(({ share }, i) => i < MOST_BARS && Math.abs(share.mean) > most / 200);
  const rest = sorted.slice(told.length);
  const bars = told.map(({ step, share, alone }): BridgeBar => ({
    name: names.step(step),
    share: meanInterval(share),
    alone: meanInterval(alone),
  }));
  const [first, ...more] = rest;
  if (!first) return bars;
  if (more.length === 0)
    return [
      ...bars,
      { name: names.step(first.step), share: meanInterval(first.share), alone: meanInterval(first.alone) },
    ];
  // Shares add up unit by unit, so that what is taken together has an honest interval too.
  const together = summarise(
    first.units.map((_, unit) => rest.reduce((sum, { units }) => sum + (units[unit] ?? NaN), 0)),
  );
  const count = formatNumber(rest.length, locale, 0);
  return [...bars, { name: msg(str`${count} other changes`), share: meanInterval(together) }];
}

function sentencesOf(
  kpi: Kpi,
  { before, after, whole, steps }: BridgeEffects,
  names: BridgeNames,
  locale: FormatLocale,
): readonly string[] {
  const { writing, name: what } = kpi;
  const differences = differenceWriting(kpi, locale);
  const [from, to] = [writing.full(before.mean), writing.full(after.mean)];
  if (whole.identical && steps.every(({ share }) => share.mean === 0))
    return [msg(str`${what}: no change makes a difference.`)];
  const all = effectText(meanInterval(whole), differences);
  const said = (effect: StepEffect): string =>
    msg(str`“${names.step(effect.step)}” ${effectText(meanInterval(effect.share), differences)}`);
  const sure = bySize(steps).filter(({ share }) => Math.abs(share.mean) > (share.halfWidth || 0));
  const [along, against] = [true, false].map((same) =>
    sure.filter(({ share }) => (share.mean < 0 === whole.mean < 0) === same).slice(0, 2),
  );
  const list = (effects: readonly StepEffect[]): string => effects.map(said).join(msg('; '));
  const open = steps.length - sure.length;
  return [
    msg(str`${what}: ${to} instead of ${from}, ${all}.`),
    ...(along?.length ? [msg(str`Most of it comes from ${list(along)}.`)] : []),
    ...(against?.length ? [msg(str`Against it works ${list(against)}.`)] : []),
    ...(open > 0
      ? [
          msg(
            str`Of ${formatNumber(open, locale, 0)} of the ${formatNumber(steps.length, locale, 0)} changes no effect can be told.`,
          ),
        ]
      : []),
  ];
}
