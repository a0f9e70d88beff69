/** What holds for every registered distribution. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createPlain,
  createTime,
  distributionOf,
  distributions,
  type Distribution,
} from '../../../simulation/distributions/index.ts';
import { keyedUniform } from '../../../simulation/random/keyed.ts';
import { hashDoubles } from '../math/hash-doubles.ts';
import { specsOf } from './cases.ts';

const RUNS = { numRuns: 25, seed: 20_260_105 };
const initial = (type: string): Distribution =>
  createTime({
    type,
    params: Object.fromEntries(distributionOf(type)!.params.map((param) => [param.name, param.initial])),
    unit: 'min',
  });

/** ∫ f(quantile) over (0, 1): midpoints in octaves of both tails, independent of the engine's own quadrature. */
function expectation(d: Distribution, perOctave: number, f: (x: number) => number): number {
  let sum = 0;
  for (let octave = 1; octave < 44; octave++) {
    const width = 2 ** -(octave + 1) / perOctave;
    for (let i = 0; i < perOctave; i++) {
      const v = 2 ** -(octave + 1) + (i + 0.5) * width;
      sum += (f(d.quantile(v)) + f(d.quantile(1 - v))) * width;
    }
  }
  return sum;
}

describe.each(distributions.map(({ type }) => type))('%s', (type) => {
  it('has quantiles that never fall and stay in the support', () => {
    const u = fc.double({ min: 2 ** -53, max: 1 - 2 ** -53, noNaN: true });
    fc.assert(
      fc.property(specsOf(type), u, u, (spec, u1, u2) => {
        const d = createTime(spec);
        const [low, high] = [d.quantile(Math.min(u1, u2)), d.quantile(Math.max(u1, u2))];
        // an iterated inverse may be off in the last digits
        expect(low).toBeLessThanOrEqual(high * (1 + 1e-11));
        expect(low).toBeGreaterThanOrEqual(d.support[0]);
        expect(high).toBeLessThanOrEqual(d.support[1]);
        expect(low).toBeGreaterThanOrEqual(0);
      }),
      { ...RUNS, numRuns: 300 },
    );
  });

  it('states the mean and deviation of its quantiles', () => {
    fc.assert(
      fc.property(specsOf(type), (spec) => {
        const d = createTime(spec);
        // jumps want narrow steps
        const steps = d.discrete || 'weights' in spec.params ? 500 : 32;
        const mean = expectation(d, steps, (x) => x);
        const sd = Math.sqrt(expectation(d, steps, (x) => (x - d.mean) ** 2));
        const size = d.sd + 1e-9 * Math.abs(d.mean);
        expect(Math.abs(mean - d.mean)).toBeLessThanOrEqual(2e-3 * size);
        expect(Math.abs(sd - d.sd)).toBeLessThanOrEqual(1e-2 * size);
      }),
      RUNS,
    );
  });

  it('states the mean and deviation of its draws', () => {
    const n = 100_000;
    const d = initial(type);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const x = d.quantile(keyedUniform(11, 12, i, 0)) - d.mean;
      sum += x;
      squares += x * x;
    }
    const z = d.sd === 0 ? Math.abs(sum) : Math.abs(sum / n) / (d.sd / Math.sqrt(n));
    expect(z).toBeLessThan(4);
    const sd = Math.sqrt(squares / n);
    // the spread of a sample deviation depends on the tail; no shape proposed by a form has a kurtosis above 30
    expect(Math.abs(sd - d.sd)).toBeLessThanOrEqual(4 * d.sd * Math.sqrt(30 / (4 * n)));
    // and it is no constant by mistake: all but the constant vary
    expect(sd > 0).toBe(type !== 'constant');
  });

  it('has a density that adds up to 1 and belongs to its quantiles', () => {
    fc.assert(
      fc.property(specsOf(type), (spec) => {
        const d = createTime(spec);
        for (let u = 0.05; u < 1; u += 0.1) {
          const x = d.quantile(u);
          if (d.discrete) {
            expect(d.density(x)).toBeGreaterThan(0);
            continue;
          }
          const h = 1e-5;
          const rise = d.quantile(u + h) - d.quantile(u - h);
          const inside = d.density(d.quantile(u - h)) * rise;
          const outside = d.density(d.quantile(u + h)) * rise;
          // the slope of the quantile is 1 / density; a kink, gap or point lies between at most
          if (rise > 0 && Math.abs(inside / outside - 1) < 1e-2) {
            expect(d.density(x) * rise).toBeGreaterThan(2 * h * 0.98);
            expect(d.density(x) * rise).toBeLessThan(2 * h * 1.02);
          }
        }
        if (d.discrete && d.sd > 0) {
          const values = new Set(Array.from({ length: 4001 }, (_, i) => d.quantile((i + 0.5) / 4001)));
          const mass = [...values].reduce((sum, x) => sum + d.density(x), 0);
          expect(mass).toBeGreaterThan(0.98);
          expect(mass).toBeLessThan(1 + 1e-9);
        }
      }),
      RUNS,
    );
  });

  it('gives the same draws for ever', () => {
    const d = initial(type);
    const draws = Array.from({ length: 2000 }, (_, i) => d.quantile(keyedUniform(1, 2, i, 3)));
    expect(`${type} ${hashDoubles([...draws, d.mean, d.sd])}`).toMatchSnapshot();
  });

  it('scales with its unit', () => {
    fc.assert(
      fc.property(specsOf(type), (spec) => {
        const [ms, hours] = [createTime(spec), createTime({ ...spec, unit: 'h' })];
        expect(hours.mean).toBeCloseTo(ms.mean * 3_600_000, 0);
        expect(hours.quantile(0.3)).toBe(ms.quantile(0.3) * 3_600_000);
      }),
      RUNS,
    );
  });
});

describe('degenerate parameters are constants', () => {
  it.each([
    ['uniform', { min: 5, max: 5 }, 5],
    ['triangular', { min: 5, mode: 5, max: 5 }, 5],
    ['pert', { min: 5, mode: 5, max: 5 }, 5],
    ['normal', { mean: 5, sd: 0 }, 5],
    ['truncated-normal', { mean: 5, sd: 0, min: 1, max: 9 }, 5],
    ['truncated-normal', { mean: 5, sd: 0, min: 6, max: 9 }, 6],
    ['truncated-normal', { mean: 5, sd: 2, min: 7, max: 7 }, 7],
    ['lognormal', { mean: 5, sd: 0 }, 5],
    ['lognormal', { mean: 0, sd: 0 }, 0],
    ['exponential', { mean: 0 }, 0],
    ['erlang', { mean: 0, k: 3 }, 0],
    ['gamma', { shape: 2, scale: 0 }, 0],
    ['weibull', { shape: 2, scale: 0 }, 0],
    ['beta', { alpha: 2, beta: 3, min: 5, max: 5 }, 5],
    ['poisson', { mean: 0 }, 0],
    ['binomial', { trials: 0, probability: 0.5 }, 0],
    ['binomial', { trials: 7, probability: 0 }, 0],
    ['binomial', { trials: 7, probability: 1 }, 7],
    ['empirical', { values: [5, 5] }, 5],
    ['histogram', { edges: [5, 5], weights: [1] }, 5],
    ['user-discrete', { values: [3, 5, 9], weights: [0, 2, 0] }, 5],
    ['user-continuous', { values: [5], weights: [1] }, 5],
  ])('%s %o', (type, params, value) => {
    const d = createTime({ type, params });
    expect([d.mean, d.sd, d.quantile(1e-9), d.quantile(0.5), d.quantile(1 - 1e-9)]).toEqual([
      value,
      0,
      value,
      value,
      value,
    ]);
    expect(d.support).toEqual([value, value]);
  });

  it('with one-sided modes are not', () => {
    for (const mode of [5, 20]) {
      for (const type of ['triangular', 'pert']) {
        const d = createTime({ type, params: { min: 5, mode, max: 20 } });
        expect(d.quantile(1e-12)).toBeCloseTo(5, 0);
        expect(d.quantile(1 - 1e-12)).toBeCloseTo(20, 0);
      }
    }
  });
});

describe('durations are cut at 0, plain numbers are not', () => {
  const spec = { type: 'normal', params: { mean: 1, sd: 1 } };

  it('by the exact quantile of the conditioned distribution', () => {
    const d = createTime(spec);
    // mean and deviation of N(1, 1) given >= 0 (mpmath): 1 + φ(1)/Φ(1), and √(1 − φ/Φ − (φ/Φ)²)
    expect(d.mean).toBeCloseTo(1.2875999709391783, 9);
    expect(d.sd).toBeCloseTo(0.7935277473262075, 9);
    expect(d.quantile(0.5)).toBeCloseTo(1.2001736861668911, 9);
    expect(d.quantile(1e-16)).toBeGreaterThanOrEqual(0);
    expect(d.density(-0.1)).toBe(0);
    expect(createPlain(spec).mean).toBe(1);
    expect(createPlain(spec).quantile(0.01)).toBeLessThan(0);
  });

  it('only where there is something to cut', () => {
    const far = createTime({ type: 'normal', params: { mean: 600, sd: 60 } });
    expect(far.mean).toBeCloseTo(600, 8);
    expect(far.quantile(0.3)).toBeCloseTo(
      createPlain({ type: 'normal', params: { mean: 600, sd: 60 } }).quantile(0.3),
      9,
    );
  });
});
