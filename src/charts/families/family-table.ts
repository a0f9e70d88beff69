/** The figures of a family as a table. */
import { msg } from '@lit/localize';
import { unitLabel, type FormatLocale } from '../../format/index.ts';
import type { ChartInput } from '../chart.ts';
import { countWriting, estimateCell, largestOf, shareWriting, timeWriting, type Writing } from '../figures.ts';
import { textCell, type FigureTable } from '../figure-table.ts';
import { displayUnit } from '../time-unit.ts';
import { families } from './index.ts';
import type { FamilyFigure, FigureFamily, Subject } from './family.ts';

export function familyTable(family: FigureFamily, { result }: ChartInput, locale: FormatLocale): FigureTable {
  const subjects = family.subjects(result.document);
  const columns = family.figures.map((figure, i) => ({ figure, ...writingOf(figure, i, subjects, locale) }));
  return {
    caption: family.title(),
    columns: [
      { label: family.of === 'steps' ? msg('Step') : msg('People'), numeric: false },
      ...columns.map(({ figure, unit }) => ({ label: figure.label(unit), numeric: true })),
    ],
    rows: subjects.map(({ id, name, estimates }) => ({
      id,
      cells: [textCell(name), ...columns.map(({ writing }, i) => estimateCell(estimates[i], writing))],
    })),
  };
}

/** The tables of all families the run has figures of. */
export const familyTables = (input: ChartInput, locale: FormatLocale): readonly FigureTable[] =>
  families.map((family) => familyTable(family, input, locale));

/** How the i-th figure is written, the same for all subjects. */
export function writingOf(
  { kind, clock = 'calendar' }: FamilyFigure,
  i: number,
  subjects: readonly Subject[],
  locale: FormatLocale,
): { readonly writing: Writing; readonly unit: string } {
  if (kind === 'share') return { writing: shareWriting(locale), unit: '%' };
  if (kind === 'count') return { writing: countWriting(locale), unit: '' };
  const largest = largestOf(subjects.map(({ estimates }) => estimates[i]));
  const unit = displayUnit(largest, clock);
  return { writing: timeWriting(unit, largest, locale), unit: unitLabel(unit, locale) };
}
