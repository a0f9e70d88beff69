/** Every value between two bounds is equally likely. */
import { always } from './constant.ts';
import type { DistributionDescriptor } from './distribution.ts';
import { numberOf } from './params.ts';

export const uniform: DistributionDescriptor = {
  type: 'uniform',
  params: [
    { name: 'min', quantity: 'time', initial: 5 },
    { name: 'max', quantity: 'time', initial: 15 },
  ],
  check: (params) => (numberOf(params, 'min') <= numberOf(params, 'max') ? undefined : 'distribution-order'),
  create(params) {
    const min = numberOf(params, 'min');
    const max = numberOf(params, 'max');
    const range = max - min;
    if (range === 0) return always(min);
    return {
      quantile: (u) => min + range * u,
      mean: min + range / 2,
      sd: range / Math.sqrt(12),
      discrete: false,
      density: (x) => (x >= min && x <= max ? 1 / range : 0),
      support: [min, max],
    };
  },
};
