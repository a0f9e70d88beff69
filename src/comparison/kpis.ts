/** The figures by which designs are compared, and how each is written. */
import { summarise, type Estimate, type KpiPath, type ResultDocument, type Scenario, type Study } from '#simulation';
import { countWriting, moneyWriting, shareWriting, timeWriting, type Writing } from '../charts/figures.ts';
import { DEFAULT_CURRENCY } from '../charts/pool-table.ts';
import { displayUnit, secondsPer } from '../charts/time-unit.ts';
import { betterOf, figureOf, type StudyRun } from '../experiments/index.ts';
import { unitLabel, type FormatLocale } from '../format/index.ts';
import { figuresOfResults, figuresOfStudy, type ListedFigure } from './figure-list.ts';

export interface Kpi extends ListedFigure {
  /** Unit as a column says it: `days`, `%`. Empty for counts. */
  readonly unit: string;
  readonly writing: Writing;
  /** How many units of the figure make one of the axis of a chart: 86 400 for days, 0.01 for percent. */
  readonly perUnit: number;
  /** Which way is good news. */
  readonly better: 'lower' | 'higher' | undefined;
}

/** A run as far as its figures need names. */
export interface Measured {
  readonly document: ResultDocument;
  readonly scenario: Scenario;
}

/** Figures that only one of the runs has stand at their place. */
export const kpisOf = (runs: readonly Measured[], locale: FormatLocale): readonly Kpi[] => {
  const documents = runs.map(({ document }) => document);
  return measured(
    figuresOfResults(documents),
    (path) => documents.flatMap((document) => valueAt(document, path) ?? []),
    runs[0]?.scenario.currency,
    locale,
  );
};

/** The same figures of runs of one study without a result document, at least one. */
export function kpisOfRuns(runs: readonly StudyRun[], study: Study, locale: FormatLocale): readonly Kpi[] {
  return measured(
    figuresOfStudy(study, runs[0]?.kpiPaths ?? []),
    (path) =>
      runs.flatMap(({ kpiPaths, kpis }) => {
        const { mean } = summarise(figureOf(kpiPaths, kpis, path) ?? []);
        return Number.isNaN(mean) ? [] : [mean];
      }),
    study.scenario.currency,
    locale,
  );
}

/** Those that were measured, written so that the largest of their values fits. */
function measured(
  figures: readonly ListedFigure[],
  valuesAt: (path: KpiPath) => readonly number[],
  currency: string | undefined,
  locale: FormatLocale,
): readonly Kpi[] {
  return figures.flatMap((figure) => {
    const values = valuesAt(figure.path);
    if (values.length === 0) return [];
    const written = writtenAs(figure, Math.max(0, ...values), currency ?? DEFAULT_CURRENCY, locale);
    return [{ ...figure, ...written, better: betterOf(figure.path) }];
  });
}

function writtenAs(
  { kind, clock = 'calendar' }: ListedFigure,
  largest: number,
  currency: string,
  locale: FormatLocale,
): Pick<Kpi, 'unit' | 'writing' | 'perUnit'> {
  switch (kind) {
    case 'time': {
      const unit = displayUnit(largest, clock);
      return {
        unit: unitLabel(unit, locale),
        writing: timeWriting(unit, largest, locale),
        perUnit: secondsPer(unit),
      };
    }
    case 'share':
      return { unit: '%', writing: shareWriting(locale), perUnit: 0.01 };
    case 'money':
      return { unit: currency, writing: moneyWriting(currency, largest, locale), perUnit: 1 };
    case 'count':
      return { unit: '', writing: countWriting(locale), perUnit: 1 };
  }
}

/** The value of the figure in the document; undefined when it is not there or was not measured. */
export const valueAt = (document: ResultDocument, path: KpiPath): number | undefined =>
  estimateAt(document, path)?.value ?? undefined;

/** The figure in the document with its interval; undefined when it is not there. */
export function estimateAt(document: ResultDocument, path: KpiPath): Estimate | undefined {
  let at: unknown = document;
  for (const key of path) {
    if (Array.isArray(at)) at = at.find((item: unknown) => isRecord(item) && item['id'] === key);
    else at = isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return isEstimate(at) ? at : undefined;
}

const isEstimate = (at: unknown): at is Estimate =>
  isRecord(at) && (at['value'] === null || typeof at['value'] === 'number') && 'ci95' in at;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
