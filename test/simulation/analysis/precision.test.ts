import { describe, expect, it } from 'vitest';
import { summarise } from '../../../simulation/analysis/estimate.ts';
import { isPrecise, replicationsNeeded } from '../../../simulation/analysis/precision.ts';
import { t975 } from '../../../simulation/analysis/t-quantile.ts';

describe('precision', () => {
  const summary = summarise([10, 12, 9, 11, 13, 10, 12, 11, 10, 12]); // mean 11, sd 1.2472

  it('is reached when the half-width is small enough, absolute or relative', () => {
    expect(isPrecise(summary, { absolute: 0.9 })).toBe(true);
    expect(isPrecise(summary, { absolute: 0.8 })).toBe(false);
    expect(isPrecise(summary, { relative: 0.082 })).toBe(true);
    expect(isPrecise(summary, { relative: 0.08 })).toBe(false);
  });

  it('is never reached by a single replication', () => {
    expect(isPrecise(summarise([5]), { absolute: 1e9 })).toBe(false);
    expect(replicationsNeeded(summarise([5]), { absolute: 1 })).toBeNaN();
  });

  it.each([1, 0.5, 0.25, 0.1, 0.05])('needs the smallest number of replications for half-width %d', (absolute) => {
    const n = replicationsNeeded(summary, { absolute });
    const halfWidth = (count: number) => (t975(count - 1) * summary.sd) / Math.sqrt(count);
    expect(halfWidth(n)).toBeLessThanOrEqual(absolute);
    expect(halfWidth(n - 1)).toBeGreaterThan(absolute);
  });

  it('needs two replications of a constant and endlessly many for no width at all', () => {
    expect(replicationsNeeded(summarise([4, 4, 4]), { absolute: 0.1 })).toBe(2);
    expect(replicationsNeeded(summary, { absolute: 0 })).toBe(Infinity);
    expect(replicationsNeeded(summarise([-1, 1]), { relative: 0.1 })).toBe(Infinity);
  });
});
