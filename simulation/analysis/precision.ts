/** How many replications a wanted precision takes, and whether it is reached. */
import type { Summary } from './estimate.ts';
import { t975, tQuantile } from './t-quantile.ts';

/** Half-width of the 95 % interval that is good enough: in the figure's unit, or as a share of its mean. */
export type Precision = { readonly absolute: number } | { readonly relative: number };

/** Half-width wanted for a figure with this mean. */
export const targetHalfWidth = (precision: Precision, mean: number): number =>
  'absolute' in precision ? precision.absolute : precision.relative * Math.abs(mean);

/** Whether the interval is narrow enough; never before two replications measured the figure. */
export const isPrecise = (summary: Summary, precision: Precision): boolean =>
  summary.count >= 2 && summary.halfWidth <= targetHalfWidth(precision, summary.mean);

/**
 * Smallest number of replications whose t-interval would be as narrow as wanted if the spread stays what it is now (Law,
 * Simulation Modeling and Analysis, 5th ed., §9.4.1). NaN below two replications, Infinity when no number is enough.
 */
export function replicationsNeeded(summary: Summary, precision: Precision): number {
  if (summary.count < 2) return NaN;
  const target = targetHalfWidth(precision, summary.mean);
  if (summary.sd === 0) return 2;
  if (!(target > 0)) return Infinity;
  return smallest(1.959963984540054, t975, summary.sd / target);
}

/**
 * Smallest number of paired replications that would tell a difference of this size from none in four of five experiments (95 %
 * interval, power 80 %) if the spread of the differences stays what it is now: the paired t-test's sample size (Chow, Shao & Wang,
 * Sample Size Calculations in Clinical Research, 2nd ed., §3.3). `differences` sums up one paired difference per replication.
 * NaN below two replications, Infinity for a difference of 0.
 */
export function replicationsToTell(differences: Summary, difference: number): number {
  if (differences.count < 2) return NaN;
  if (differences.sd === 0) return 2;
  if (difference === 0) return Infinity;
  const factor = (degrees: number): number => t975(degrees) + tQuantile(0.8, degrees);
  return smallest(1.959963984540054 + 0.8416212335729143, factor, differences.sd / Math.abs(difference));
}

/** Smallest n ≥ 2 with factor(n − 1) · ratio ≤ √n. The factor falls towards `limit`, so the count with it is a close lower bound. */
function smallest(limit: number, factor: (degreesOfFreedom: number) => number, ratio: number): number {
  const least = limit * ratio;
  let n = Math.max(2, Math.ceil(least * least));
  if (n > 1e5) return n;
  while (factor(n - 1) * ratio > Math.sqrt(n)) n++;
  return n;
}
