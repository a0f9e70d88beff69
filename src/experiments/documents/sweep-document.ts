/** A sweep as one JSON object, and as a table for spreadsheets. */
import type { Estimate, KpiPath } from '#simulation';
import type { Parameter, Quantity } from '../parameters/parameter.ts';
import { sweepFigures, type Sweep } from '../sweep.ts';
import { estimateOf, pathText } from './document.ts';

export interface SweepDocument {
  readonly format: 'preflight-sweep/1';
  readonly model: { readonly file: string; readonly sha256: string };
  readonly scenario: { readonly id: string; readonly name: string };
  readonly seed: string;
  readonly replications: number;
  readonly axes: readonly {
    readonly parameter: Parameter;
    readonly quantity: Quantity;
    /** What the scenario says. */
    readonly stated: number;
    readonly as: 'value' | 'factor';
    readonly steps: readonly number[];
  }[];
  /** Paths of the figures, parts joined by `/`. */
  readonly figures: readonly string[];
  /** The scenario as it is, by figure. */
  readonly baseline: readonly (Estimate | null)[];
  readonly points: readonly {
    readonly steps: readonly number[];
    /** By figure; null where the scenario cannot be run like that. */
    readonly values: readonly (Estimate | null)[];
    /** To the baseline, under the same luck. */
    readonly differences: readonly (Estimate | null)[];
    readonly issues: readonly string[];
  }[];
}

/** What a document says beside the figures. */
export interface SweepHeader {
  readonly model: SweepDocument['model'];
  readonly scenario: SweepDocument['scenario'];
  readonly known: readonly { readonly quantity: Quantity; readonly value: number }[];
}

export function sweepDocument(
  sweep: Sweep,
  paths: readonly KpiPath[],
  { known, ...header }: SweepHeader,
): SweepDocument {
  const figures = paths.map((path) => sweepFigures(sweep, path));
  const stated = paths.map((path) => sweepFigures({ ...sweep, points: baselinePoint(sweep) }, path)[0]);
  return {
    format: 'preflight-sweep/1',
    ...header,
    seed: sweep.baseline?.plan.seed ?? '',
    replications: sweep.baseline?.plan.replications ?? 0,
    axes: sweep.axes.map(({ parameter, as, steps }, i) => ({
      parameter,
      quantity: known[i]?.quantity ?? 'number',
      stated: known[i]?.value ?? NaN,
      as,
      steps,
    })),
    figures: paths.map(pathText),
    baseline: stated.map((figure) => (figure ? estimateOf(figure) : null)),
    points: sweep.points.map(({ steps, issues = [] }, p) => ({
      steps,
      values: figures.map((of) => (of[p] ? estimateOf(of[p]) : null)),
      differences: figures.map((of) => (of[p] ? estimateOf(of[p].difference) : null)),
      issues: issues.map(({ code }) => code),
    })),
  };
}

const baselinePoint = ({ baseline }: Sweep): Sweep['points'] => (baseline ? [{ steps: [], run: baseline }] : []);

/** Heads and rows for a CSV file: the steps, then value and interval of each figure. Columns are named as in the JSON. */
export function sweepRows(document: SweepDocument): readonly (readonly (string | number | null)[])[] {
  const heads = [
    ...document.axes.map(({ parameter: { kind, id, part } }) =>
      [kind, id, ...(part === undefined ? [] : [part])].join(' '),
    ),
    ...document.figures.flatMap((figure) => [figure, `${figure} lo`, `${figure} hi`]),
  ];
  return [
    heads,
    ...document.points.map(({ steps, values }) => [
      ...steps,
      ...values.flatMap((value) => [value?.value ?? null, value?.ci95?.[0] ?? null, value?.ci95?.[1] ?? null]),
    ]),
  ];
}
