/** Three estimates, the most likely weighing four times as much: the smooth sibling of the triangle (Malcolm et al. 1959). */
import { betaBetween } from './beta.ts';
import { always } from './constant.ts';
import type { DistributionDescriptor } from './distribution.ts';
import { numberOf } from './params.ts';
import { triangular } from './triangular.ts';

export const pert: DistributionDescriptor = {
  type: 'pert',
  params: triangular.params,
  check: (params) => triangular.check(params),
  create(params) {
    const min = numberOf(params, 'min');
    const mode = numberOf(params, 'mode');
    const max = numberOf(params, 'max');
    const range = max - min;
    if (range === 0) return always(min);
    return betaBetween(1 + (4 * (mode - min)) / range, 1 + (4 * (max - mode)) / range, min, max);
  },
};
