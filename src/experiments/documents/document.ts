/** What the documents of experiments have in common: they are JSON, durations are in seconds, and what is not known is null. */
import { toEstimate, type Estimate, type KpiPath, type Summary } from '#simulation';
import type { Difference } from '../figures.ts';

/** A paired difference as the documents have it. */
export interface DifferenceEstimate extends Estimate {
  /** Whether the interval excludes 0. */
  readonly detectable: boolean;
  /** How sure one can be that the mean is better, 0..1; null where nothing differs or neither way is better. */
  readonly probabilityBetter: number | null;
  /** Share of the replications in which it is better. */
  readonly shareBetter: number | null;
  /** Of the two figures over replications, and what it was worth: variance with independent luck ÷ variance of the difference. */
  readonly correlation: number | null;
  readonly varianceReduction: number | null;
  /** Replications in all that would tell a difference of `of` in four of five experiments. */
  readonly replicationsToTell: { readonly of: number; readonly replications: number } | null;
}

export const differenceEstimate = (difference: Difference): DifferenceEstimate => ({
  ...toEstimate(difference),
  detectable: difference.detectable,
  probabilityBetter: known(difference.probabilityBetter),
  shareBetter: known(difference.shareBetter),
  correlation: known(difference.correlation),
  varianceReduction: known(difference.varianceReduction),
  replicationsToTell: Number.isFinite(difference.replicationsToTell)
    ? { of: difference.worthTelling, replications: difference.replicationsToTell }
    : null,
});

export const estimateOf = (summary: Summary): Estimate => toEstimate(summary);

/** JSON has neither NaN nor infinities. */
export const known = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

/** A path as one text. Parts are joined by `/`, which no id can hold. */
export const pathText = (path: KpiPath): string => path.join('/');
