import { describe, expect, it } from 'vitest';
import { Moments, summarise } from '../../../simulation/analysis/estimate.ts';
import { expectedEnd, isEnough, isPrecise, replicationsNeeded } from '../../../simulation/analysis/precision.ts';
import { experimentDraws } from '../../../simulation/random/experiment-draws.ts';
import { t975 } from '../../../simulation/analysis/t-quantile.ts';

describe('precision', () => {
  const summary = summarise([10, 12, 9, 11, 13, 10, 12, 11, 10, 12]); // mean 11, sd 1.2472

  it('is reached when the half-width is small enough, absolute or relative', () => {
    expect(isPrecise(summary, { absolute: 0.9 })).toBe(true);
    expect(isPrecise(summary, { absolute: 0.8 })).toBe(false);
    // 0.892 of a mean of 11: 8.1 % of the estimate, 8.8 % of a true mean that lies a half-width away.
    expect(isPrecise(summary, { relative: 0.0885 })).toBe(true);
    expect(isPrecise(summary, { relative: 0.088 })).toBe(false);
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

describe('a run until a precision', () => {
  const goal = { figure: ['cycleTime', 'mean'], wanted: { absolute: 1 }, most: 200 };
  const known = { count: 40, missing: 0, mean: 100, sd: 2, halfWidth: 0.64 };

  it('looks after the least number of replications and after every ten', () => {
    const ends = [10, 24, 29, 35, 44, 45].filter((done) => isEnough(done, 24, known, goal));
    expect(ends).toEqual([24, 44]);
  });

  it('ends at the most replications, known or not', () => {
    const wide = { ...known, sd: 50, halfWidth: 16 };
    expect(isEnough(199, 24, wide, goal)).toBe(false);
    expect(isEnough(200, 24, wide, goal)).toBe(true);
    expect(isEnough(20, 24, wide, { ...goal, most: 20 })).toBe(true);
  });

  it('expects its end at a look, between the least and the most', () => {
    const needed = replicationsNeeded({ ...known, sd: 5 }, goal.wanted);
    expect(needed).toBe(99);
    expect(expectedEnd(40, 24, { ...known, sd: 5 }, goal)).toBe(104);
    expect(expectedEnd(40, 24, { ...known, sd: 50 }, goal)).toBe(200);
    expect(expectedEnd(8, 24, known, goal)).toBe(24);
    expect(expectedEnd(1, 24, summarise([5]), goal)).toBe(24);
  });

  /**
   * What one replication measures is drawn from an exponential distribution, more skewed than any mean over cases: mean 1, sd 1. The
   * ideal number of replications is then (1.96 / half-width)² (Chow & Robbins 1965).
   */
  it.each([
    { least: 30, wanted: { relative: 0.2 }, ideal: ((1.96 * 1.2) / 0.2) ** 2 },
    { least: 30, wanted: { absolute: 0.1 }, ideal: (1.96 / 0.1) ** 2 },
    { least: 10, wanted: { relative: 0.1 }, ideal: ((1.96 * 1.1) / 0.1) ** 2 },
  ])('covers the true mean, with as few replications as can be: $wanted from $least', ({ least, wanted, ideal }) => {
    const experiments = 1500;
    const draw = experimentDraws('stopping', JSON.stringify([least, wanted]));
    const ends = new Moments();
    let covered = 0;
    let drawn = 0;
    for (let e = 0; e < experiments; e++) {
      const moments = new Moments();
      for (let done = 1; ; done++) {
        moments.add(-Math.log(draw(drawn++)));
        const summary = moments.summary();
        if (!isEnough(done, least, summary, { figure: [], wanted, most: 100_000 })) continue;
        if (Math.abs(summary.mean - 1) <= summary.halfWidth) covered++;
        ends.add(done);
        break;
      }
    }
    // Known to ±1.1 points. Stopping costs some coverage, as the references say; hardly any is lost.
    expect(covered / experiments).toBeGreaterThan(0.92);
    expect(covered / experiments).toBeLessThan(0.965);
    const { mean } = ends.summary();
    expect(mean).toBeGreaterThan(0.9 * ideal);
    expect(mean).toBeLessThan(1.1 * ideal);
  });
});
