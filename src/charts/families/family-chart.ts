/** The first figure of a family as bars with intervals, one per step, pool or person. */
import { msg, str } from '@lit/localize';
import { formatEstimate, formatNumber, type FormatLocale } from '../../format/index.ts';
import type { Chart, ChartDefinition, ChartInput } from '../chart.ts';
import { inOneLine, shareWriting } from '../figures.ts';
import { barsHeight, drawBars, type Bar } from '../interval-bars.ts';
import type { Meaning } from '../paint.ts';
import { secondsPer, displayUnit } from '../time-unit.ts';
import { familyTable, writingOf } from './family-table.ts';
import type { FamilyId, FigureFamily } from './family.ts';

/** More rows are in the table. */
const MOST_BARS = 12;

const FILL: Readonly<Record<FamilyId, Meaning>> = {
  batches: 'batching',
  interruptions: 'paused',
  'giving-up': 'late',
  'set-ups': 'working',
  absences: 'off-shift',
  persons: 'working',
};

export const familyChart = (family: FigureFamily): ChartDefinition => ({
  id: family.id,
  title: () => family.title(),
  read: (input) => readFamily(family, input),
});

function readFamily(family: FigureFamily, input: ChartInput): Chart | undefined {
  const subjects = family.subjects(input.result.document);
  const all = subjects
    .flatMap(({ path, name, estimates: [estimate] }): Bar[] =>
      estimate?.value == null ? [] : [{ id: path.join('/'), label: name, value: estimate.value, estimate }],
    )
    .sort((a, b) => b.value - a.value);
  const [figure] = family.figures;
  if (!figure || all.length === 0) return undefined;
  const bars = all.slice(0, MOST_BARS);
  const largest = all[0]?.value ?? 0;
  // Intervals have to fit as well.
  const reach = Math.max(...bars.map(({ value, estimate }) => Math.max(value, estimate.ci95?.[1] ?? 0)));
  const isShare = figure.kind === 'share';
  const perUnit = figure.kind === 'time' ? secondsPer(displayUnit(largest, figure.clock ?? 'calendar')) : 1;
  const end = isShare ? niceShare(reach) : Math.max(reach, perUnit);
  const written = (locale: FormatLocale) => writingOf(figure, 0, subjects, locale);
  const summary = (locale: FormatLocale): string => {
    const list = bars.map(
      ({ label, estimate }) => `${label} ${formatEstimate(estimate, written(locale).writing.full, locale)}`,
    );
    return `${family.title()}: ${inOneLine(list)}`;
  };
  return {
    extent: { x: end, y: 0 },
    height: barsHeight(bars),
    draw: (options) => {
      const { writing, unit } = written(options.locale);
      return drawBars(bars, options, {
        end,
        perUnit,
        tick: isShare ? shareWriting(options.locale, 0).full : (value) => formatNumber(value, options.locale),
        label: figure.label(unit),
        writing,
        fill: FILL[family.id],
        summary: summary(options.locale),
      });
    },
    summary,
    caption(locale) {
      const { done } = input.result;
      const parts = [msg(str`R = ${formatNumber(done, locale, 0)}`)];
      if (done > 1) parts.push(msg('whiskers: 95 % CI'));
      if (all.length > bars.length) parts.push(msg(str`${all.length - bars.length} more in the table`));
      return inOneLine(parts);
    },
    table: (locale) => familyTable(family, input, locale),
  };
}

/** Small shares on an axis up to 100 % would all look like nothing. */
const niceShare = (largest: number): number => [0.05, 0.1, 0.25, 0.5].find((end) => end >= largest * 1.05) ?? 1;
