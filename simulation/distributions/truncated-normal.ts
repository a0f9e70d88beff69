/** The bell curve between two bounds: mean and standard deviation are those of the whole bell, values outside are drawn again. */
import { normalCdf } from '../math/erf.ts';
import { normalDensity, normalQuantile } from '../math/normal.ts';
import { always } from './constant.ts';
import type { DistributionDescriptor } from './distribution.ts';
import { momentsOf } from './moments.ts';
import { numberOf } from './params.ts';

/** A window with less of the bell than this cannot be told from none. */
const LEAST_SHARE = 1e-280;

export const truncatedNormal: DistributionDescriptor = {
  type: 'truncated-normal',
  params: [
    { name: 'mean', quantity: 'time', initial: 10 },
    { name: 'sd', quantity: 'time', initial: 4 },
    { name: 'min', quantity: 'time', initial: 5 },
    { name: 'max', quantity: 'time', initial: 20 },
  ],
  check(params) {
    const mean = numberOf(params, 'mean');
    const sd = numberOf(params, 'sd');
    const min = numberOf(params, 'min');
    const max = numberOf(params, 'max');
    if (sd < 0) return 'distribution-negative-sd';
    if (min > max) return 'distribution-order';
    if (sd === 0 || min === max) return undefined;
    return window((min - mean) / sd, (max - mean) / sd).share > LEAST_SHARE ? undefined : 'distribution-window';
  },
  create(params) {
    const mean = numberOf(params, 'mean');
    const sd = numberOf(params, 'sd');
    const min = numberOf(params, 'min');
    const max = numberOf(params, 'max');
    // without spread the limit is the value of the window nearest to the mean
    if (sd === 0 || min === max) return always(Math.min(max, Math.max(min, mean)));
    const { mirrored, from, share } = window((min - mean) / sd, (max - mean) / sd);
    const scale = mirrored ? -sd : sd;
    const quantile = (u: number): number => {
      const x = mean + scale * normalQuantile(from + (mirrored ? 1 - u : u) * share);
      return x < min ? min : x > max ? max : x;
    };
    return {
      quantile,
      ...momentsOf(quantile),
      discrete: false,
      density: (x) => (x >= min && x <= max ? normalDensity((x - mean) / sd) / (sd * share) : 0),
      support: [min, max],
    };
  },
};

/** Lower end and size of the window in probability, from the side where the bell's tail probabilities are small and exact. */
function window(a: number, b: number): { readonly mirrored: boolean; readonly from: number; readonly share: number } {
  const mirrored = a > 0;
  const from = normalCdf(mirrored ? -b : a);
  return { mirrored, from, share: normalCdf(mirrored ? -a : b) - from };
}
