/** Two designs under the same luck: differences replication by replication, which is what an as-is/to-be comparison reports. */
import { summarise, type Summary } from './estimate.ts';

/** A paired comparison: `to` minus `from`. */
export interface Comparison extends Summary {
  /** Correlation of the two figures over replications; how much the shared luck helped. NaN without spread. */
  readonly correlation: number;
  /** Whether the 95 % interval excludes 0; otherwise say "no detectable difference" (semantics, KPI 13). */
  readonly detectable: boolean;
}

/**
 * Compares a figure of two runs of the same seed: one value per replication each, NaN = not measured. Replications that
 * only one of the two runs measured are left out. Throws when the numbers of replications differ.
 */
export function comparePaired(from: ArrayLike<number>, to: ArrayLike<number>): Comparison {
  if (from.length !== to.length) throw new Error(`no pairs of <${from.length}> and <${to.length}> replications`);
  const differences = Float64Array.from(to, (value, i) => value - (from[i] ?? NaN));
  const summary = summarise(differences);
  return {
    ...summary,
    correlation: correlation(from, to, differences),
    detectable: summary.count >= 2 && Math.abs(summary.mean) > summary.halfWidth,
  };
}

/** Pearson's, over the pairs that were measured. */
function correlation(from: ArrayLike<number>, to: ArrayLike<number>, differences: Float64Array): number {
  const paired = (values: ArrayLike<number>): number[] =>
    Array.from(differences, (d, i) => (Number.isNaN(d) ? NaN : (values[i] ?? NaN)));
  const x = summarise(paired(from));
  const y = summarise(paired(to));
  const d = summarise(differences);
  // var(y − x) = var(y) + var(x) − 2 r sd(x) sd(y)
  return (x.sd * x.sd + y.sd * y.sd - d.sd * d.sd) / (2 * x.sd * y.sd);
}
