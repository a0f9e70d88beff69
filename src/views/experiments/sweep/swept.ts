/** A sweep as its pictures need it: names, units and numbers of the figure and of each axis. */
import { msg } from '@lit/localize';
import { toEstimate, type Scenario } from '#simulation';
import type { AskedSweep } from '../../../app/experiments/sweep-desk.ts';
import { intervalOf, type Interval } from '../../../charts/experiments/figure.ts';
import type { SweptFigure } from '../../../charts/experiments/sweep-figure.ts';
import { fractionDigits, shareWriting, timeWriting, type Writing } from '../../../charts/figures.ts';
import { DEFAULT_CURRENCY } from '../../../charts/pool-table.ts';
import { displayUnit, secondsPer } from '../../../charts/time-unit.ts';
import type { Kpi } from '../../../comparison/kpis.ts';
import { parameterName, valueWords } from '../../../comparison/parameter-words.ts';
import { sweepFigures, type KnownParameter, type Sweep, type SweepFigure } from '../../../experiments/index.ts';
import { formatNumber, unitLabel, type FormatLocale } from '../../../format/index.ts';

/** A figure at all points of the sweep. */
export function sweptFigure(asked: AskedSweep, sweep: Sweep, kpi: Kpi): SweptFigure {
  const { study, axes } = asked;
  const figures = sweepFigures(sweep, kpi.path);
  const baseline = sweep.baseline
    ? sweepFigures({ ...sweep, points: [{ steps: [], run: sweep.baseline }] }, kpi.path)[0]
    : undefined;
  return {
    name: kpi.name,
    writing: () => kpi.writing,
    axes: axes.map((known, i) => ({
      name: parameterName(study, known.parameter),
      unit: (to) => unitOfSteps(known, sweep.axes[i]?.steps ?? [], to),
      stated: known.value,
      writing: (to) => axisWriting(known, sweep.axes[i]?.steps ?? [], study, to),
    })),
    points: sweep.points.map(({ steps }, i) => ({ steps, figure: intervalAt(figures[i]) })),
    baseline: intervalAt(baseline),
    target: kpi.target,
    better: kpi.better,
    replications: sweep.baseline?.plan.replications ?? 0,
  };
}

/** How values of an axis are put in: how much one of them is in the unit of the quantity, what it is called, and its step. */
export function unitOfAxis(
  { quantity, value }: KnownParameter,
  scenario: Scenario | undefined,
  locale: FormatLocale,
): { readonly factor: number; readonly name: string; readonly step: number | 'any' } {
  switch (quantity) {
    case 'count':
      return { factor: 1, name: msg('people'), step: 1 };
    case 'share':
      return { factor: 0.01, name: '%', step: 'any' };
    case 'time': {
      const unit = displayUnit(value, 'calendar');
      return { factor: secondsPer(unit), name: unitLabel(unit, locale), step: 'any' };
    }
    case 'rate':
      return { factor: 1, name: msg('cases per hour'), step: 'any' };
    case 'money':
      return { factor: 1, name: scenario?.currency ?? DEFAULT_CURRENCY, step: 'any' };
    case 'number':
      return { factor: 1, name: '', step: 'any' };
  }
}

/** Counts say in their name what they count, and shares have their sign. */
function unitOfSteps(known: KnownParameter, steps: readonly number[], locale: FormatLocale): string {
  if (known.quantity === 'time') return unitLabel(displayUnit(Math.max(known.value, ...steps), 'calendar'), locale);
  return known.quantity === 'rate' ? msg('cases per hour') : '';
}

function axisWriting(
  known: KnownParameter,
  steps: readonly number[],
  study: AskedSweep['study'],
  locale: FormatLocale,
): Writing {
  const { quantity } = known;
  const largest = Math.max(known.value, ...steps);
  if (quantity === 'time') return timeWriting(displayUnit(largest, 'calendar'), largest, locale);
  if (quantity === 'share') return shareWriting(locale, 0);
  const digits = quantity === 'count' ? 0 : fractionDigits(largest);
  return {
    number: (value) => formatNumber(value, locale, digits),
    full: (value) => valueWords(quantity, value, study, locale),
  };
}

/** An estimate as pictures take it; undefined where nothing was measured. */
function intervalAt(figure: SweepFigure | undefined): Interval | undefined {
  const estimate = figure && toEstimate(figure);
  return estimate && intervalOf(estimate);
}
