/** Positive and skewed to the right: the usual shape of manual work. Mean and standard deviation are those of the time itself. */
import { exp } from '../math/exp.ts';
import { ln1p, ln } from '../math/ln.ts';
import { normalDensity, normalQuantile } from '../math/normal.ts';
import { always } from './constant.ts';
import type { DistributionDescriptor } from './distribution.ts';
import { numberOf } from './params.ts';

export const lognormal: DistributionDescriptor = {
  type: 'lognormal',
  params: [
    { name: 'mean', quantity: 'time', initial: 10 },
    { name: 'sd', quantity: 'time', initial: 5 },
  ],
  check(params) {
    const sd = numberOf(params, 'sd');
    if (sd < 0) return 'distribution-negative-sd';
    return sd > 0 && numberOf(params, 'mean') <= 0 ? 'distribution-lognormal-mean' : undefined;
  },
  create(params) {
    const mean = numberOf(params, 'mean');
    const sd = numberOf(params, 'sd');
    if (sd === 0) return always(mean);
    const cv = sd / mean;
    const variance = ln1p(cv * cv);
    const sigma = Math.sqrt(variance);
    const mu = ln(mean) - variance / 2;
    return {
      quantile: (u) => exp(mu + sigma * normalQuantile(u)),
      mean,
      sd,
      discrete: false,
      density: (x) => (x > 0 ? normalDensity((ln(x) - mu) / sigma) / (x * sigma) : 0),
      support: [0, Infinity],
    };
  },
};
