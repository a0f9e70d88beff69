/**
 * A cumulative curve through listed values. `weights[i]` is the share between the value before and `values[i]` (BPSim's point
 * probability), so the curve passes through (values[i], sum of the weights up to i) in straight lines. The first weight is the
 * share exactly at the first value, usually 0. Values in any order; weights need not add up to 1.
 */
import type { DistributionDescriptor } from './distribution.ts';
import { listOf } from './params.ts';
import { piecewiseLinear } from './piecewise-linear.ts';
import { sortedPoints } from './points.ts';
import { checkWeights } from './weights.ts';

export const userContinuous: DistributionDescriptor = {
  type: 'user-continuous',
  params: [
    { name: 'values', quantity: 'time-list', initial: [0, 5, 10, 30] },
    { name: 'weights', quantity: 'number-list', initial: [0, 0.4, 0.4, 0.2] },
  ],
  check: (params) => checkWeights(listOf(params, 'weights'), listOf(params, 'values').length),
  create(params) {
    const { values, weights } = sortedPoints(listOf(params, 'values'), listOf(params, 'weights'));
    return piecewiseLinear(values, weights);
  },
};
