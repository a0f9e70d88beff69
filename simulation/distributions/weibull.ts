/** Time to failure by shape and scale: below shape 1 early failures, above it wear. */
import { exp, expm1 } from '../math/exp.ts';
import { lnGamma } from '../math/gamma.ts';
import { ln, ln1p } from '../math/ln.ts';
import { always } from './constant.ts';
import type { DistributionDescriptor } from './distribution.ts';
import { numberOf } from './params.ts';

/** ζ(2), 2 ζ(3) and 7/2 ζ(4). */
const SPREAD_2 = 1.6449340668482264;
const SPREAD_3 = 2.4041138063191886;
const SPREAD_4 = 3.788131317988983;

export const weibull: DistributionDescriptor = {
  type: 'weibull',
  params: [
    { name: 'shape', quantity: 'number', initial: 1.5 },
    { name: 'scale', quantity: 'time', initial: 10 },
  ],
  check(params) {
    if (!(numberOf(params, 'shape') > 0)) return 'distribution-shape';
    return numberOf(params, 'scale') < 0 ? 'distribution-negative-scale' : undefined;
  },
  create(params) {
    const shape = numberOf(params, 'shape');
    const scale = numberOf(params, 'scale');
    if (scale === 0) return always(0);
    const mean = scale * exp(lnGamma(1 + 1 / shape));
    return {
      quantile: (u) => scale * exp(ln(-ln1p(-u)) / shape),
      mean,
      sd: mean === Infinity ? Infinity : mean * Math.sqrt(expm1(logSpread(1 / shape))),
      discrete: false,
      density(x) {
        if (!(x > 0)) return 0;
        const logRatio = ln(x / scale);
        return (shape / scale) * exp((shape - 1) * logRatio - exp(shape * logRatio));
      },
      support: [0, Infinity],
    };
  },
};

/** ln Γ(1 + 2e) - 2 ln Γ(1 + e), by its power series where the difference would cancel. */
function logSpread(e: number): number {
  if (e > 1e-3) return lnGamma(1 + 2 * e) - 2 * lnGamma(1 + e);
  return e * e * (SPREAD_2 - e * (SPREAD_3 - e * SPREAD_4));
}
