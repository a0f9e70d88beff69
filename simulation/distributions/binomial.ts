/** The number of successes among independent trials. */
import { always } from './constant.ts';
import { countsOf } from './counts.ts';
import type { DistributionDescriptor } from './distribution.ts';
import { numberOf } from './params.ts';

export const binomial: DistributionDescriptor = {
  type: 'binomial',
  params: [
    { name: 'trials', quantity: 'count', initial: 10 },
    { name: 'probability', quantity: 'probability', initial: 0.5 },
  ],
  check(params) {
    const trials = numberOf(params, 'trials');
    const p = numberOf(params, 'probability');
    if (!Number.isInteger(trials) || trials < 0) return 'distribution-trials';
    return p >= 0 && p <= 1 ? undefined : 'distribution-probability';
  },
  create(params) {
    const trials = numberOf(params, 'trials');
    const p = numberOf(params, 'probability');
    const mean = trials * p;
    const variance = mean * (1 - p);
    if (variance === 0) return always(mean);
    const odds = p / (1 - p);
    return countsOf({
      mean,
      variance,
      skewness: (1 - 2 * p) / Math.sqrt(variance),
      mode: Math.min(trials, Math.floor((trials + 1) * p)),
      max: trials,
      ratio: (k) => ((trials - k) / (k + 1)) * odds,
    });
  },
};
