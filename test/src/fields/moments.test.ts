import { describe, expect, it } from 'vitest';
import { distributions, settle, type Distribution, type DistributionSpec } from '#simulation';
import { changeType } from '../../../src/fields/moments.ts';

const of = (spec: DistributionSpec): Distribution => {
  const result = settle(spec, { time: true });
  if (!('distribution' in result)) throw new Error(`faulty spec: ${result.code}`);
  return result.distribution;
};

const work: DistributionSpec = { type: 'lognormal', params: { mean: 30, sd: 12 }, unit: 'min' };
const MINUTE = 60_000;

describe('changing the type of a distribution', () => {
  it.each(['uniform', 'triangular', 'pert', 'normal', 'truncated-normal', 'gamma', 'weibull', 'beta'])(
    'keeps mean and spread with %s',
    (type) => {
      const changed = of(changeType(work, type, true));
      expect(changed.mean / MINUTE).toBeCloseTo(30, 0);
      expect(changed.sd / MINUTE).toBeGreaterThan(10.5);
      expect(changed.sd / MINUTE).toBeLessThan(13.5);
    },
  );

  it.each(['constant', 'exponential', 'erlang'])('keeps at least the mean with %s', (type) => {
    expect(of(changeType(work, type, true)).mean / MINUTE).toBeCloseTo(30, 0);
  });

  it('keeps the unit', () => {
    expect(changeType(work, 'pert', true).unit).toBe('min');
  });

  it('gives a constant some spread, or the new shape would show nothing', () => {
    const changed = changeType({ type: 'constant', params: { value: 10 }, unit: 'h' }, 'normal', true);
    expect(changed.params).toEqual({ mean: 10, sd: 3 });
  });

  it('stays above 0 and keeps the mean when the spread is wide', () => {
    const wide: DistributionSpec = { type: 'lognormal', params: { mean: 10, sd: 12 }, unit: 'h' };
    for (const type of ['triangular', 'pert', 'uniform', 'beta']) {
      const distribution = of(changeType(wide, type, true));
      expect(distribution.support[0]).toBeGreaterThanOrEqual(0);
      expect(distribution.mean / (60 * MINUTE)).toBeCloseTo(10, 0);
    }
  });

  it('makes a usable spec of every type from every other', () => {
    for (const from of distributions)
      for (const to of distributions) {
        const first = changeType(work, from.type, true);
        expect(
          'distribution' in settle(changeType(first, to.type, true), { time: true }),
          `${from.type} to ${to.type}`,
        ).toBe(true);
      }
  });

  it('starts from the proposals when nothing is known', () => {
    const faulty: DistributionSpec = { type: 'uniform', params: { min: 9, max: 3 }, unit: 'min' };
    expect(changeType(faulty, 'constant', true)).toEqual({ type: 'constant', params: { value: 10 }, unit: 'min' });
  });
});
