/** Counts per interval, uniform inside each. */
import type { DistributionDescriptor } from './distribution.ts';
import { listOf } from './params.ts';
import { piecewiseLinear } from './piecewise-linear.ts';
import { checkWeights } from './weights.ts';

export const histogram: DistributionDescriptor = {
  type: 'histogram',
  params: [
    { name: 'edges', quantity: 'time-list', initial: [0, 5, 10, 20] },
    { name: 'weights', quantity: 'number-list', initial: [2, 5, 3] },
  ],
  check(params) {
    const edges = listOf(params, 'edges');
    if (edges.length < 2) return 'distribution-empty-list';
    return (
      checkWeights(listOf(params, 'weights'), edges.length - 1) ??
      (edges.some((edge, i) => i > 0 && edge < edges[i - 1]!) ? 'distribution-edges-order' : undefined)
    );
  },
  create: (params) => piecewiseLinear(listOf(params, 'edges'), [0, ...listOf(params, 'weights')]),
};
