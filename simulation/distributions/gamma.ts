/** Positive times by shape and scale; mean = shape × scale. */
import { gammaKernel, gammaQuantile } from '../math/gamma.ts';
import { always } from './constant.ts';
import type { Distribution, DistributionDescriptor } from './distribution.ts';
import { numberOf } from './params.ts';

export const gamma: DistributionDescriptor = {
  type: 'gamma',
  params: [
    { name: 'shape', quantity: 'number', initial: 2 },
    { name: 'scale', quantity: 'time', initial: 5 },
  ],
  check(params) {
    if (!(numberOf(params, 'shape') > 0)) return 'distribution-shape';
    return numberOf(params, 'scale') < 0 ? 'distribution-negative-scale' : undefined;
  },
  create: (params) => gammaOf(numberOf(params, 'shape'), numberOf(params, 'scale')),
};

/** The gamma distribution; shape > 0, scale >= 0. */
export function gammaOf(shape: number, scale: number): Distribution {
  if (scale === 0) return always(0);
  return {
    quantile: (u) => scale * gammaQuantile(shape, u),
    mean: shape * scale,
    sd: Math.sqrt(shape) * scale,
    discrete: false,
    density: (x) => (x > 0 ? (shape * gammaKernel(shape, x / scale)) / x : 0),
    support: [0, Infinity],
  };
}
