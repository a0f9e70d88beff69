/** A distribution as data made longer or shorter as a whole. */
import type { DistributionParam, DistributionSpec } from '../model/scenario.ts';
import { distributionOf } from './registry.ts';

/**
 * The spec of `factor` × X, factor > 0: the same shape, every quantile times the factor, so that draws under the same luck scale along.
 * A Poisson count becomes one of another mean. Nothing for what cannot be scaled (a binomial count, an unknown type).
 */
export function scaleSpec(spec: DistributionSpec, factor: number): DistributionSpec | undefined {
  const descriptor = distributionOf(spec.type);
  if (!descriptor) return undefined;
  const isScaled = (name: string): boolean =>
    spec.type === 'poisson' ||
    descriptor.params.some((param) => param.name === name && param.quantity.startsWith('time'));
  const names = Object.keys(spec.params);
  if (!names.some(isScaled)) return undefined;
  const scaled = (value: DistributionParam): DistributionParam =>
    typeof value === 'number' ? value * factor : value.map((item) => item * factor);
  const params = Object.entries(spec.params).map(([name, value]): [string, DistributionParam] => [
    name,
    isScaled(name) ? scaled(value) : value,
  ]);
  return { ...spec, params: Object.fromEntries(params) };
}
