/** The number of independent events in a period, by its mean. */
import { always } from './constant.ts';
import { countsOf } from './counts.ts';
import type { DistributionDescriptor } from './distribution.ts';
import { numberOf } from './params.ts';

export const poisson: DistributionDescriptor = {
  type: 'poisson',
  params: [{ name: 'mean', quantity: 'number', initial: 5 }],
  check: (params) => (numberOf(params, 'mean') < 0 ? 'distribution-negative-mean' : undefined),
  create(params) {
    const mean = numberOf(params, 'mean');
    if (mean === 0) return always(0);
    return countsOf({
      mean,
      variance: mean,
      skewness: 1 / Math.sqrt(mean),
      mode: Math.floor(mean),
      max: Infinity,
      ratio: (k) => mean / (k + 1),
    });
  },
};
