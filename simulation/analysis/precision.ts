/** How many replications a wanted precision takes, and whether it is reached. */
import type { Precision, PrecisionGoal } from '../model/precision.ts';
import type { Summary } from './estimate.ts';
import { t975, tQuantile } from './t-quantile.ts';

/**
 * Half-width wanted for a figure with this mean. A relative precision γ is one of the true mean, which lies up to a half-width away from
 * the estimate: γ / (1 + γ) of the estimate (Law, Simulation Modeling and Analysis, 5th ed., §9.4.1).
 */
export const targetHalfWidth = (precision: Precision, mean: number): number =>
  'absolute' in precision ? precision.absolute : (precision.relative / (1 + precision.relative)) * Math.abs(mean);

/** Whether the interval is narrow enough; never before two replications measured the figure. */
export const isPrecise = (summary: Summary, precision: Precision): boolean =>
  summary.count >= 2 && summary.halfWidth <= targetHalfWidth(precision, summary.mean);

/** Replications between two looks. */
export const BATCH = 10;

/**
 * Whether a run with this goal ends after so many replications: at the first look at which the interval is narrow enough. That is the
 * sequential procedure of Chow & Robbins (Annals of Mathematical Statistics 36, 1965) for an absolute and of Law (§9.4.1) for a
 * relative half-width, whose coverage tends to that of the interval as the half-width wanted tends to 0. Looks come at fixed
 * numbers of replications in order of their index, so that the run ends at the same one however they were computed.
 */
export function isEnough(
  done: number,
  least: number,
  summary: Summary,
  { wanted, most }: Required<PrecisionGoal>,
): boolean {
  if (done >= most) return true;
  return done >= least && (done - least) % BATCH === 0 && isPrecise(summary, wanted);
}

/** The number of replications at which a run with this goal will probably end, judged by what is in. */
export function expectedEnd(
  done: number,
  least: number,
  summary: Summary,
  { wanted, most }: Required<PrecisionGoal>,
): number {
  const needed = replicationsNeeded(summary, wanted);
  if (Number.isNaN(needed)) return Math.min(least, most);
  const end = Math.max(needed, done);
  return Math.min(most, least + Math.max(0, Math.ceil((end - least) / BATCH)) * BATCH);
}

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
