/** Distributions whose cumulative function is a chain of straight lines. */
import { always } from './constant.ts';
import type { Distribution } from './distribution.ts';
import { sharesOf } from './weights.ts';

/**
 * Uniform inside each bin (edges[i - 1], edges[i]], bins in proportion to `weights[i]`; `weights[0]` is the weight of the point
 * edges[0]. Edges ascending, as many as weights; equal edges make a point.
 */
export function piecewiseLinear(edges: readonly number[], weights: readonly number[]): Distribution {
  const { share, upTo, find } = sharesOf(weights);
  const lower = (i: number): number => edges[i === 0 ? 0 : i - 1]!;
  const first = find(Number.MIN_VALUE);
  const last = upTo.indexOf(1);
  if (lower(first) === edges[last]) return always(edges[last]);
  const quantile = (u: number): number => {
    const i = find(u);
    const from = lower(i);
    const to = edges[i]!;
    // measured from the near end, so that rounding cannot pass the edge
    const below = (upTo[i]! - u) / share[i]!;
    const x = to - (to - from) * below;
    return x < from ? from : x;
  };
  let mean = 0;
  for (let i = 0; i < edges.length; i++) mean += (share[i]! * (lower(i) + edges[i]!)) / 2;
  let variance = 0;
  for (let i = 0; i < edges.length; i++) {
    const middle = (lower(i) + edges[i]!) / 2 - mean;
    const width = edges[i]! - lower(i);
    variance += share[i]! * (middle * middle + (width * width) / 12);
  }
  return {
    quantile,
    mean,
    sd: Math.sqrt(variance),
    discrete: false,
    density(x) {
      for (let i = 1; i < edges.length; i++) {
        const width = edges[i]! - edges[i - 1]!;
        if (x <= edges[i]! && x >= edges[i - 1]! && width > 0) return share[i]! / width;
      }
      return 0;
    },
    support: [lower(first), edges[last]!],
  };
}
