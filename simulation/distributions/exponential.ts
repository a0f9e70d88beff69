/** Time between independent events: no memory, standard deviation equal to the mean. */
import { exp } from '../math/exp.ts';
import { ln1p } from '../math/ln.ts';
import { always } from './constant.ts';
import type { DistributionDescriptor } from './distribution.ts';
import { numberOf } from './params.ts';

export const exponential: DistributionDescriptor = {
  type: 'exponential',
  params: [{ name: 'mean', quantity: 'time', initial: 10 }],
  check: (params) => (numberOf(params, 'mean') < 0 ? 'distribution-negative-mean' : undefined),
  create(params) {
    const mean = numberOf(params, 'mean');
    if (mean === 0) return always(0);
    return {
      quantile: (u) => -mean * ln1p(-u),
      mean,
      sd: mean,
      discrete: false,
      density: (x) => (x < 0 ? 0 : exp(-x / mean) / mean),
      support: [0, Infinity],
    };
  },
};
