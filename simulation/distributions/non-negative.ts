/** Durations cannot be negative: a distribution conditioned on values >= 0. */
import { always } from './constant.ts';
import type { Distribution } from './distribution.ts';
import { momentsOf } from './moments.ts';

/**
 * `d` given that it is >= 0, as if negative draws were drawn again (semantics rule 27), but exactly and from one uniform:
 * quantile'(u) = quantile(p + u (1 - p)) with p = P(X < 0). `mean` and `sd` are those after cutting. The same object when
 * there is nothing to cut; 0 for ever when nothing is left.
 */
export function nonNegative(d: Distribution): Distribution {
  if (d.support[0] >= 0) return d;
  const p = shareBelowZero(d);
  if (d.support[1] <= 0 || p >= 1 - Number.EPSILON) return always(0);
  const rest = 1 - p;
  const quantile = (u: number): number => {
    const x = d.quantile(Math.min(p + u * rest, BELOW_ONE));
    return x > 0 ? x : 0;
  };
  return {
    quantile,
    ...momentsOf(quantile),
    discrete: d.discrete,
    density: (x) => (x < 0 ? 0 : d.density(x) / rest),
    support: [0, d.support[1]],
  };
}

/** The greatest double below 1: rounding must not make a draw infinite. */
const BELOW_ONE = 1 - Number.EPSILON / 2;

/** P(X < 0) by bisection of the quantile, to the last bit. */
function shareBelowZero(d: Distribution): number {
  let low = 0;
  let high = 1;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high || high < 1e-300) return high === 1 ? 1 : low;
    if (d.quantile(middle) < 0) low = middle;
    else high = middle;
  }
}
