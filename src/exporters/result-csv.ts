/** The result of a run in long form: one line per figure with its path, value and interval. Durations in seconds. */
import { msg } from '@lit/localize';
import type { Estimate, ResultDocument } from '#simulation';
import { toCsv, type CsvValue } from './csv.ts';
import type { Exporter } from './exporter.ts';

export const resultCsv: Exporter = {
  id: 'result-csv',
  label: () => msg('Results as CSV'),
  extension: '.csv',
  accepts: ({ run }) => run !== undefined,
  write({ run }) {
    if (!run) throw new Error('no result for <result-csv>');
    return Promise.resolve(new Blob([resultToCsv(run.result.document)], { type: 'text/csv;charset=utf-8' }));
  },
};

type Line = readonly [path: string, value: CsvValue, lo: CsvValue, hi: CsvValue];

/** Columns `path,value,lo,hi`; parts of a path are joined by `/`, which no id can hold. */
export function resultToCsv(document: ResultDocument): string {
  return toCsv([['path', 'value', 'lo', 'hi'], ...linesOf(document, [])]);
}

function linesOf(value: unknown, path: readonly string[]): readonly Line[] {
  if (isEstimate(value)) {
    const [lo, hi] = value.ci95 ?? [null, null];
    return [[path.join('/'), value.value, lo, hi]];
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => linesOf(inner, [...path, key]));
  }
  const plain = typeof value === 'string' || typeof value === 'number' ? value : null;
  return [[path.join('/'), plain, null, null]];
}

const isEstimate = (value: unknown): value is Estimate =>
  typeof value === 'object' && value !== null && 'ci95' in value && 'value' in value;
