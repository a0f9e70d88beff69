/** Faulty parameters are told apart, sound ones are settled in milliseconds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTime, distributions, effectiveMean, settle } from '../../../simulation/distributions/index.ts';
import type { DistributionSpec } from '../../../simulation/model/scenario.ts';
import { distributionIssues } from '../../../src/i18n/issues/distribution.ts';

const code = (spec: DistributionSpec, time = true): string | undefined => {
  const result = settle(spec, { time });
  return 'code' in result ? result.code : undefined;
};

const FAULTS: readonly (readonly [string, DistributionSpec['params'], string])[] = [
  ['gauss', { mean: 1 }, 'distribution-unknown'],
  ['constructor', {}, 'distribution-unknown'],
  ['normal', { mean: 1 }, 'distribution-missing-parameter'],
  ['normal', { mean: 1, sd: 1, variance: 1 }, 'distribution-extra-parameter'],
  ['normal', { mean: NaN, sd: 1 }, 'distribution-not-a-number'],
  ['normal', { mean: 1, sd: Infinity }, 'distribution-not-a-number'],
  ['normal', { mean: [1], sd: 1 }, 'distribution-not-a-number'],
  ['empirical', { values: 5 }, 'distribution-not-a-list'],
  ['empirical', { values: [1, NaN] }, 'distribution-not-a-number'],
  ['constant', { value: -1 }, 'distribution-negative-time'],
  ['empirical', { values: [1, -1] }, 'distribution-negative-time'],
  ['normal', { mean: -1, sd: 1 }, 'distribution-negative-time'],
  ['normal', { mean: 1, sd: -1 }, 'distribution-negative-sd'],
  ['lognormal', { mean: 1, sd: -1 }, 'distribution-negative-sd'],
  ['truncated-normal', { mean: 1, sd: -1, min: 0, max: 2 }, 'distribution-negative-sd'],
  ['uniform', { min: 2, max: 1 }, 'distribution-order'],
  ['triangular', { min: 2, mode: 1, max: 3 }, 'distribution-order'],
  ['triangular', { min: 1, mode: 4, max: 3 }, 'distribution-order'],
  ['pert', { min: 1, mode: 4, max: 3 }, 'distribution-order'],
  ['beta', { alpha: 1, beta: 1, min: 2, max: 1 }, 'distribution-order'],
  ['truncated-normal', { mean: 1, sd: 1, min: 2, max: 1 }, 'distribution-order'],
  ['truncated-normal', { mean: 1, sd: 1, min: 50, max: 60 }, 'distribution-window'],
  ['beta', { alpha: 1e6, beta: 1, min: 0, max: 1 }, 'distribution-out-of-range'],
  ['weibull', { shape: 1e-9, scale: 1 }, 'distribution-out-of-range'],
  ['lognormal', { mean: 1, sd: 1e300 }, 'distribution-out-of-range'],
  ['lognormal', { mean: 0, sd: 1 }, 'distribution-lognormal-mean'],
  ['poisson', { mean: -1 }, 'distribution-negative-mean'],
  ['erlang', { mean: 1, k: 0 }, 'distribution-stages'],
  ['erlang', { mean: 1, k: 2.5 }, 'distribution-stages'],
  ['gamma', { shape: 0, scale: 1 }, 'distribution-shape'],
  ['weibull', { shape: -1, scale: 1 }, 'distribution-shape'],
  ['beta', { alpha: 0, beta: 1, min: 0, max: 1 }, 'distribution-shape'],
  ['binomial', { trials: -1, probability: 0.5 }, 'distribution-trials'],
  ['binomial', { trials: 1.5, probability: 0.5 }, 'distribution-trials'],
  ['binomial', { trials: 3, probability: 1.5 }, 'distribution-probability'],
  ['empirical', { values: [] }, 'distribution-empty-list'],
  ['user-discrete', { values: [], weights: [] }, 'distribution-empty-list'],
  ['user-discrete', { values: [1, 2], weights: [1] }, 'distribution-list-lengths'],
  ['histogram', { edges: [1, 2], weights: [1, 1] }, 'distribution-list-lengths'],
  ['histogram', { edges: [1], weights: [] }, 'distribution-empty-list'],
  ['histogram', { edges: [2, 1], weights: [1] }, 'distribution-edges-order'],
  ['user-discrete', { values: [1, 2], weights: [1, -1] }, 'distribution-negative-weight'],
  ['user-continuous', { values: [1, 2], weights: [0, 0] }, 'distribution-zero-weights'],
];

describe('settle', () => {
  it.each(FAULTS)('finds the fault of %s %o', (type, params, expected) =>
    expect(code({ type, params })).toBe(expected),
  );

  it('finds negative means and scales among plain numbers too', () => {
    expect(code({ type: 'exponential', params: { mean: -1 } }, false)).toBe('distribution-negative-mean');
    expect(code({ type: 'erlang', params: { mean: -1, k: 2 } }, false)).toBe('distribution-negative-mean');
    expect(code({ type: 'gamma', params: { shape: 1, scale: -1 } }, false)).toBe('distribution-negative-scale');
    expect(code({ type: 'uniform', params: { min: -2, max: -1 } }, false)).toBeUndefined();
  });

  it('names the parameter to blame', () => {
    expect(settle({ type: 'normal', params: { mean: 1 } }, { time: true })).toEqual({
      code: 'distribution-missing-parameter',
      values: { type: 'normal', param: 'sd' },
    });
  });

  it('has a text for every code, and no text without a fault that needs it', () => {
    // These two are found elsewhere: in conditions on the mean, and as warnings while a model is compiled.
    const elsewhere = ['distribution-negative-scale', 'distribution-heavy-tail'];
    const codes = new Set([...FAULTS.map(([, , expected]) => expected), ...elsewhere]);
    expect(Object.keys(distributionIssues).sort()).toEqual([...codes].sort());
    for (const [type, , expected] of FAULTS) {
      const text = distributionIssues[expected]!({
        code: expected,
        severity: 'error',
        elementName: 'Review',
        values: { type },
      });
      expect(text).toMatch(/^Review: .{30,}\.$/);
    }
  });

  it('accepts what every form proposes', () => {
    for (const { type, params } of distributions) {
      const proposal = {
        type,
        params: Object.fromEntries(params.map((param) => [param.name, param.initial])),
        unit: 'min',
      } as const;
      expect(code(proposal), type).toBeUndefined();
    }
  });

  it('gives one object for equal specs and tells different ones apart', () => {
    const spec = (unit: 's' | 'min'): DistributionSpec => ({ type: 'normal', params: { mean: 5, sd: 1 }, unit });
    expect(createTime(spec('s'))).toBe(createTime({ ...spec('s'), params: { sd: 1, mean: 5 } }));
    expect(createTime(spec('s'))).not.toBe(createTime(spec('min')));
    expect(settle(spec('s'), { time: true })).not.toBe(settle(spec('s'), { time: false }));
    expect(code({ type: 'constant', params: { value: 5 } })).toBeUndefined();
    expect(code({ type: 'constant', params: { value: [5] } })).toBe('distribution-not-a-number');
  });

  it('never throws and never settles on anything but numbers, whatever it is given', () => {
    const value = fc.oneof(
      fc.double(),
      fc.constantFrom(0, 1, -1, 1e-9, 1e9, 1e300, -1e300, 5e-324, NaN, Infinity),
      fc.array(fc.oneof(fc.double(), fc.constantFrom(0, 1, 5e-324, 1e308)), { maxLength: 4 }),
    );
    const spec = fc.constantFrom(...distributions).chain((d) =>
      fc.tuple(...d.params.map(() => value)).map((values) => ({
        type: d.type,
        params: Object.fromEntries(d.params.map((p, i) => [p.name, values[i]!])),
      })),
    );
    fc.assert(
      fc.property(spec, fc.boolean(), (given, time) => {
        const result = settle(given, { time });
        if ('code' in result) return;
        const { distribution } = result;
        expect(distribution.mean).not.toBeNaN();
        expect(distribution.sd).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(distribution.sd)).toBe(true);
        for (const u of [2 ** -53, 0.1, 0.5, 0.9, 1 - 2 ** -53]) {
          const x = distribution.quantile(u);
          expect(Number.isFinite(x)).toBe(true);
          if (time) expect(x).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 3000, seed: 20_260_105 },
    );
  });
});

describe('createTime and effectiveMean', () => {
  it('speak milliseconds', () => {
    expect(createTime({ type: 'constant', params: { value: 2 }, unit: 'workday' }).mean).toBe(16 * 3_600_000);
    expect(createTime({ type: 'constant', params: { value: 2 } }).mean).toBe(2);
    expect(effectiveMean({ type: 'triangular', params: { min: 1, mode: 2, max: 6 }, unit: 's' })).toBe(3000);
    // counts are counts of the unit, not of milliseconds
    expect(createTime({ type: 'poisson', params: { mean: 5 }, unit: 'min' }).quantile(0.5)).toBe(5 * 60_000);
  });

  it('state the mean after cutting, and none for a faulty spec', () => {
    expect(effectiveMean({ type: 'normal', params: { mean: 1, sd: 1 }, unit: 'ms' })).toBeCloseTo(1.28759997, 8);
    expect(effectiveMean({ type: 'normal', params: { mean: 1, sd: 1 } })).toBe(1);
    expect(effectiveMean({ type: 'normal', params: { mean: 1 } })).toBeUndefined();
  });

  it('blame the caller for a spec that was never checked', () => {
    expect(() => createTime({ type: 'normal', params: { mean: 1 } })).toThrow('unchecked distribution <normal>');
  });
});
