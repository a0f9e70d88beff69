/** How many replications a wanted precision takes, and whether it is reached. */
import type { Summary } from './estimate.ts';
import { t975 } from './t-quantile.ts';

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
  const enough = (n: number): boolean => (t975(n - 1) * summary.sd) / Math.sqrt(n) <= target;
  // The t factor exceeds 1.95996 by ever less, so the normal count is a lower bound close to the answer.
  const ratio = (1.959963984540054 * summary.sd) / target;
  let n = Math.max(2, Math.ceil(ratio * ratio));
  if (n > 1e5) return n;
  while (!enough(n)) n++;
  return n;
}
