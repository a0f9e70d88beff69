/** Three estimates: least, most likely, most; straight lines in between. */
import { always } from './constant.ts';
import type { DistributionDescriptor } from './distribution.ts';
import { numberOf } from './params.ts';

export const triangular: DistributionDescriptor = {
  type: 'triangular',
  params: [
    { name: 'min', quantity: 'time', initial: 5 },
    { name: 'mode', quantity: 'time', initial: 10 },
    { name: 'max', quantity: 'time', initial: 20 },
  ],
  check: (params) =>
    numberOf(params, 'min') <= numberOf(params, 'mode') && numberOf(params, 'mode') <= numberOf(params, 'max')
      ? undefined
      : 'distribution-order',
  create(params) {
    const min = numberOf(params, 'min');
    const mode = numberOf(params, 'mode');
    const max = numberOf(params, 'max');
    const range = max - min;
    if (range === 0) return always(min);
    const rise = mode - min;
    const fall = max - mode;
    const turn = rise / range;
    return {
      quantile: (u) => (u < turn ? min + Math.sqrt(u * range * rise) : max - Math.sqrt((1 - u) * range * fall)),
      mean: min + (rise + range) / 3,
      sd: Math.sqrt((range * range - rise * fall) / 18),
      discrete: false,
      density(x) {
        if (x < min || x > max) return 0;
        if (x < mode) return (2 * (x - min)) / (range * rise);
        return x > mode ? (2 * (max - x)) / (range * fall) : 2 / range;
      },
      support: [min, max],
    };
  },
};
