/** The bell curve, by mean and standard deviation. As a duration it is cut at 0 (`non-negative.ts`). */
import { normalDensity, normalQuantile } from '../math/normal.ts';
import { always } from './constant.ts';
import type { DistributionDescriptor } from './distribution.ts';
import { numberOf } from './params.ts';

export const normal: DistributionDescriptor = {
  type: 'normal',
  params: [
    { name: 'mean', quantity: 'time', initial: 10 },
    { name: 'sd', quantity: 'time', initial: 2 },
  ],
  check: (params) => (numberOf(params, 'sd') < 0 ? 'distribution-negative-sd' : undefined),
  create(params) {
    const mean = numberOf(params, 'mean');
    const sd = numberOf(params, 'sd');
    if (sd === 0) return always(mean);
    return {
      quantile: (u) => mean + sd * normalQuantile(u),
      mean,
      sd,
      discrete: false,
      density: (x) => normalDensity((x - mean) / sd) / sd,
      support: [-Infinity, Infinity],
    };
  },
};
