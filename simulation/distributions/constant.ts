/** Always the same value. */
import type { Distribution, DistributionDescriptor } from './distribution.ts';
import { numberOf } from './params.ts';

export const constant: DistributionDescriptor = {
  type: 'constant',
  params: [{ name: 'value', quantity: 'time', initial: 10 }],
  check: () => undefined,
  create: (params) => always(numberOf(params, 'value')),
};

/** The distribution of a constant, also of every distribution whose spread is 0. */
export const always = (value: number): Distribution => ({
  quantile: () => value,
  mean: value,
  sd: 0,
  discrete: true,
  density: (x) => (x === value ? 1 : 0),
  support: [value, value],
});
