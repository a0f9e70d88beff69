/** Two designs under the same luck: differences replication by replication, which is what an as-is/to-be comparison reports. */
import { summarise, type Summary } from './estimate.ts';
import { tProbability } from './t-quantile.ts';

/** Which way of a figure is good news. */
export type Direction = 'lower' | 'higher';

/** A paired comparison: `to` minus `from`, over the replications that both sides measured. */
export interface PairedDifference extends Summary {
  /** The 95 % t-interval of the mean difference; undefined below two pairs. */
  readonly interval?: readonly [low: number, high: number];
  /** Correlation of the two figures over replications; how much the shared luck helped. NaN without spread. */
  readonly correlation: number;
  /**
   * Variance of the difference had the two sides had luck of their own ÷ the variance there is: how many times as many replications
   * independent runs would take. NaN below two pairs, Infinity when all differences are equal and the figures are not.
   */
  readonly varianceReduction: number;
  /** Whether the 95 % interval excludes 0; otherwise say "no detectable difference" (semantics, KPI 13). */
  readonly detectable: boolean;
  /** Whether nothing differs in any replication. */
  readonly identical: boolean;
}

/**
 * Compares a figure of two runs of the same seed: one value per replication each, NaN = not measured. Replications that
 * only one of the two runs measured are left out. Throws when the numbers of replications differ.
 */
export function comparePaired(from: ArrayLike<number>, to: ArrayLike<number>): PairedDifference {
  if (from.length !== to.length) throw new Error(`no pairs of <${from.length}> and <${to.length}> replications`);
  const differences = Float64Array.from(to, (value, i) => value - (from[i] ?? NaN));
  const summary = summarise(differences);
  const paired = (values: ArrayLike<number>): Summary =>
    summarise(Array.from(differences, (d, i) => (Number.isNaN(d) ? NaN : (values[i] ?? NaN))));
  const x = paired(from);
  const y = paired(to);
  const { count, mean, halfWidth, sd } = summary;
  const apart = x.sd * x.sd + y.sd * y.sd;
  return {
    ...summary,
    ...(count >= 2 ? { interval: [mean - halfWidth, mean + halfWidth] as const } : {}),
    // var(y − x) = var(y) + var(x) − 2 r sd(x) sd(y)
    correlation: (apart - sd * sd) / (2 * x.sd * y.sd),
    varianceReduction: apart / (sd * sd),
    detectable: count >= 2 && Math.abs(mean) > halfWidth,
    identical: count > 0 && mean === 0 && (count === 1 || sd === 0),
  };
}

/**
 * How sure the pairs make us that the mean of `to` is better: P(true difference is on the good side), reading the t distribution of
 * the mean difference as what is known of it (the complement of the one-sided p-value). NaN below two pairs and when nothing differs.
 */
export function probabilityBetter({ count, mean, sd }: Summary, better: Direction): number {
  if (count < 2) return NaN;
  return tProbability(((better === 'lower' ? -mean : mean) * Math.sqrt(count)) / sd, count - 1);
}

/**
 * In what share of the pairs `to` was better, ties counting half: the chance that a pilot of this length shows an improvement. Pairs
 * that were not measured are left out; NaN without any.
 */
export function shareBetter(from: ArrayLike<number>, to: ArrayLike<number>, better: Direction): number {
  let pairs = 0;
  let wins = 0;
  for (let i = 0; i < from.length; i++) {
    const gain = ((to[i] ?? NaN) - (from[i] ?? NaN)) * (better === 'lower' ? -1 : 1);
    if (Number.isNaN(gain)) continue;
    pairs++;
    wins += gain > 0 ? 1 : gain === 0 ? 0.5 : 0;
  }
  return wins / pairs;
}
