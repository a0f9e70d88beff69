/** A distribution in another unit. */
import type { Distribution } from './distribution.ts';

/** The distribution of `factor` × X, factor > 0. */
export function scaled(d: Distribution, factor: number): Distribution {
  if (factor === 1) return d;
  return {
    quantile: (u) => d.quantile(u) * factor,
    mean: d.mean * factor,
    sd: d.sd * factor,
    discrete: d.discrete,
    density: d.discrete ? (x) => d.density(x / factor) : (x) => d.density(x / factor) / factor,
    support: [d.support[0] * factor, d.support[1] * factor],
  };
}
