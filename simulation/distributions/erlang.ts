/** The sum of k equal exponential stages, by the overall mean and k. */
import type { DistributionDescriptor } from './distribution.ts';
import { gammaOf } from './gamma.ts';
import { numberOf } from './params.ts';

export const erlang: DistributionDescriptor = {
  type: 'erlang',
  params: [
    { name: 'mean', quantity: 'time', initial: 10 },
    { name: 'k', quantity: 'count', initial: 3 },
  ],
  check(params) {
    const k = numberOf(params, 'k');
    if (numberOf(params, 'mean') < 0) return 'distribution-negative-mean';
    return Number.isInteger(k) && k >= 1 ? undefined : 'distribution-stages';
  },
  create: (params) => gammaOf(numberOf(params, 'k'), numberOf(params, 'mean') / numberOf(params, 'k')),
};
