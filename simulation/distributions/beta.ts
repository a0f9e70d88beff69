/** Values between two bounds with the shape of a beta distribution. */
import { betaKernel, betaQuantile } from '../math/beta.ts';
import { always } from './constant.ts';
import type { Distribution, DistributionDescriptor } from './distribution.ts';
import { numberOf } from './params.ts';

/** Beyond this the spread is a few thousandths and the continued fraction would take too long. */
const LARGEST_SHAPE = 1e5;

export const beta: DistributionDescriptor = {
  type: 'beta',
  params: [
    { name: 'alpha', quantity: 'number', initial: 2 },
    { name: 'beta', quantity: 'number', initial: 4 },
    { name: 'min', quantity: 'time', initial: 5 },
    { name: 'max', quantity: 'time', initial: 20 },
  ],
  check(params) {
    const alpha = numberOf(params, 'alpha');
    const beta = numberOf(params, 'beta');
    if (!(alpha > 0 && beta > 0)) return 'distribution-shape';
    if (alpha > LARGEST_SHAPE || beta > LARGEST_SHAPE) return 'distribution-out-of-range';
    return numberOf(params, 'min') <= numberOf(params, 'max') ? undefined : 'distribution-order';
  },
  create: (params) =>
    betaBetween(numberOf(params, 'alpha'), numberOf(params, 'beta'), numberOf(params, 'min'), numberOf(params, 'max')),
};

/** The beta distribution with shapes `a` and `b`, stretched to [min, max]. */
export function betaBetween(a: number, b: number, min: number, max: number): Distribution {
  const range = max - min;
  if (range === 0) return always(min);
  const n = a + b;
  return {
    quantile: (u) => min + range * betaQuantile(a, b, u),
    mean: min + (range * a) / n,
    sd: (range / n) * Math.sqrt((a / (n + 1)) * b),
    discrete: false,
    density(x) {
      const y = (x - min) / range;
      return y > 0 && y < 1 ? betaKernel(a, b, y) / (y * (1 - y) * range) : 0;
    },
    support: [min, max],
  };
}
