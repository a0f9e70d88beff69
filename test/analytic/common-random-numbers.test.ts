/** Shared luck against theory: what it is worth, and that the paired interval covers the true difference. */
import { describe, expect, it } from 'vitest';
import { comparePaired } from '#simulation';
import { exponential } from '../support/model.ts';
import { run } from '../support/run.ts';
import { station } from './stations.ts';

const EXPERIMENTS = 50;
const PAIRS = 8;

const cycleTimes = (service: number): readonly number[] => {
  const { results, kpi } = run(
    station({
      interval: exponential(1.25),
      work: exponential(service),
      run: {
        seed: 'common luck',
        replications: EXPERIMENTS * PAIRS,
        cases: 1500,
        warmUp: { value: 300, unit: 'min' },
      },
    }),
  );
  return results.map((_, r) => kpi('cycleTime.mean', r));
};

describe('M/M/1 at load 0.8, service 5 % faster', () => {
  const before = cycleTimes(1);
  const after = cycleTimes(0.95);
  // W = 1 / (μ − λ)
  const truth = 60 * (1 / (1 / 0.95 - 0.8) - 1 / (1 - 0.8));

  it('takes at least eight times as many independent replications', () => {
    const { varianceReduction, correlation } = comparePaired(before, after);
    expect(varianceReduction).toBeGreaterThan(8);
    expect(varianceReduction).toBeLessThan(30);
    expect(correlation).toBeGreaterThan(0.9);
  });

  it('differs by what theory says', () => {
    const { mean, sd, count } = comparePaired(before, after);
    const standardError = sd / Math.sqrt(count);
    expect(Math.abs(mean - truth)).toBeLessThan(4 * standardError);
    expect(standardError).toBeLessThan(0.03 * Math.abs(truth));
  });

  it('has an interval that covers the true difference (1,000 experiments: test/proof/paired-difference.ts)', () => {
    let covered = 0;
    for (let e = 0; e < EXPERIMENTS; e++) {
      const pairs = [e * PAIRS, (e + 1) * PAIRS] as const;
      const { mean, halfWidth } = comparePaired(before.slice(...pairs), after.slice(...pairs));
      if (Math.abs(mean - truth) <= halfWidth) covered++;
    }
    // 95 % ± 3.1 points in 50 experiments.
    expect(covered / EXPERIMENTS).toBeGreaterThan(0.84);
    expect(covered).toBeLessThanOrEqual(EXPERIMENTS);
  });
});
