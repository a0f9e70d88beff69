/** Listed values with their weights; nothing in between. */
import type { DistributionDescriptor } from './distribution.ts';
import { listOf } from './params.ts';
import { pointsOf, sortedPoints } from './points.ts';
import { checkWeights } from './weights.ts';

export const userDiscrete: DistributionDescriptor = {
  type: 'user-discrete',
  params: [
    { name: 'values', quantity: 'time-list', initial: [5, 10, 30] },
    { name: 'weights', quantity: 'number-list', initial: [0.5, 0.3, 0.2] },
  ],
  check: (params) => checkWeights(listOf(params, 'weights'), listOf(params, 'values').length),
  create(params) {
    const { values, weights } = sortedPoints(listOf(params, 'values'), listOf(params, 'weights'));
    return pointsOf(values, weights);
  },
};
