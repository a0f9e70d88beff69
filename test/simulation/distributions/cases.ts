/** Parameters of every registered distribution, ordinary and awkward, for tests that hold for all. */
import fc from 'fast-check';
import type { DistributionSpec } from '../../../simulation/model/scenario.ts';

/** Numbers from `min` to `max` in steps of a thousandth. */
const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min * 1000, max: max * 1000 }).map((n) => n / 1000);
const time = between(0, 1000);
const spread = between(0.01, 500);
const shape = between(0.2, 50);
const ascending = fc
  .array(time, { minLength: 2, maxLength: 8 })
  .map((values) => [...new Set(values)].sort((a, b) => a - b));
const points = fc
  .array(fc.tuple(time, between(0, 10)), { minLength: 1, maxLength: 8 })
  .filter((list) => list.some(([, weight]) => weight > 0.01))
  .map((list) => ({ values: list.map(([value]) => value), weights: list.map(([, weight]) => weight) }));
const three = fc
  .tuple(time, spread, spread)
  .map(([min, rise, fall]) => ({ min, mode: min + rise, max: min + rise + fall }));

/** Arbitrary sound parameters by type. */
const PARAMS: Readonly<Record<string, fc.Arbitrary<DistributionSpec['params']>>> = {
  constant: fc.record({ value: time }),
  uniform: fc.tuple(time, spread).map(([min, range]) => ({ min, max: min + range })),
  triangular: three,
  pert: three,
  normal: fc.record({ mean: time, sd: spread }),
  'truncated-normal': fc.tuple(time, spread, between(-4, 4), between(0.05, 5)).map(([mean, sd, from, width]) => {
    const min = Math.max(0, mean + from * sd);
    return { mean, sd, min, max: min + width * sd };
  }),
  lognormal: fc.tuple(between(0.1, 1000), between(0.05, 1.5)).map(([mean, cv]) => ({ mean, sd: mean * cv })),
  exponential: fc.record({ mean: spread }),
  erlang: fc.record({ mean: spread, k: fc.integer({ min: 1, max: 200 }) }),
  gamma: fc.record({ shape, scale: spread }),
  weibull: fc.record({ shape: between(0.6, 20), scale: spread }),
  beta: fc
    .tuple(shape, shape, time, spread)
    .map(([alpha, beta, min, range]) => ({ alpha, beta, min, max: min + range })),
  poisson: fc.record({ mean: between(0.01, 2000) }),
  binomial: fc.record({
    trials: fc.integer({ min: 1, max: 2000 }),
    probability: between(0.001, 0.999),
  }),
  empirical: fc.record({ values: fc.array(time, { minLength: 1, maxLength: 50 }) }),
  histogram: ascending
    .filter((edges) => edges.length > 1)
    .chain((edges) =>
      fc
        .array(between(0, 5), { minLength: edges.length - 1, maxLength: edges.length - 1 })
        .filter((weights) => weights.some((w) => w > 0.01))
        .map((weights) => ({ edges, weights })),
    ),
  'user-discrete': points,
  'user-continuous': points,
};

/** Arbitrary sound specs of one type. */
export function specsOf(type: string): fc.Arbitrary<DistributionSpec> {
  const params = PARAMS[type];
  if (!params) throw new Error(`no test parameters for distribution <${type}>`);
  return params.map((values) => ({ type, params: values }));
}
