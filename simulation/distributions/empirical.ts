/** Observed values, each as likely as the other: the record itself instead of a curve. */
import type { DistributionDescriptor } from './distribution.ts';
import { listOf } from './params.ts';
import { pointsOf, sortedPoints } from './points.ts';

export const empirical: DistributionDescriptor = {
  type: 'empirical',
  params: [{ name: 'values', quantity: 'time-list', initial: [6, 8, 9, 12, 17] }],
  check: (params) => (listOf(params, 'values').length === 0 ? 'distribution-empty-list' : undefined),
  create(params) {
    const observed = listOf(params, 'values');
    const { values, weights } = sortedPoints(
      observed,
      observed.map(() => 1),
    );
    return pointsOf(values, weights);
  },
};
