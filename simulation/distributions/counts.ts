/** Distributions of counts with one mode, from the ratios of neighbouring probabilities. */
import { normalDensity, normalQuantile } from '../math/normal.ts';
import { always } from './constant.ts';
import type { Distribution } from './distribution.ts';
import { pointsOf } from './points.ts';

/** Beyond this variance single counts cannot matter any more, and the curve with the same skew is used instead of a table. */
const LARGE_VARIANCE = 1e6;
/** Probabilities below this part of the mode's are left out: rarer than the steps of a uniform. */
const NEGLIGIBLE = 1e-20;

export interface CountLaw {
  readonly mean: number;
  readonly variance: number;
  /** Third central moment over the cube of the standard deviation. */
  readonly skewness: number;
  readonly mode: number;
  readonly max: number;
  /** P(k + 1) / P(k). */
  ratio(k: number): number;
}

/** The distribution of whole numbers 0..max with the given ratios; mean and deviation are the exact ones of the law. */
export function countsOf(law: CountLaw): Distribution {
  if (law.variance > LARGE_VARIANCE) return large(law);
  const upper: number[] = [];
  for (let k = law.mode, p = 1; k <= law.max && p > NEGLIGIBLE; p *= law.ratio(k++)) upper.push(p);
  const lower: number[] = [];
  for (let k = law.mode - 1, p = 1; k >= 0; k--) {
    p /= law.ratio(k);
    if (!(p > NEGLIGIBLE)) break;
    lower.push(p);
  }
  const weights = [...lower.reverse(), ...upper];
  const points = pointsOf(
    weights.map((_, i) => law.mode - lower.length + i),
    weights,
  );
  return points.sd === 0 ? always(points.mean) : { ...points, mean: law.mean, sd: Math.sqrt(law.variance) };
}

/** Cornish & Fisher's expansion to the first order in the skewness, rounded to counts. */
function large({ mean, variance, skewness, max }: CountLaw): Distribution {
  const sd = Math.sqrt(variance);
  return {
    quantile(u) {
      const z = normalQuantile(u);
      return Math.min(max, Math.max(0, Math.ceil(mean + sd * (z + ((z * z - 1) * skewness) / 6) - 0.5)));
    },
    mean,
    sd,
    discrete: true,
    density: (x) => (Number.isInteger(x) && x >= 0 && x <= max ? normalDensity((x - mean) / sd) / sd : 0),
    support: [0, max],
  };
}
