import { describe, expect, it } from 'vitest';
import { comparePaired, probabilityBetter, shareBetter } from '../../../simulation/analysis/compare.ts';

describe('a paired comparison', () => {
  it('is the mean difference with its own interval', () => {
    // scipy.stats.ttest_rel(to, from).confidence_interval() and numpy.corrcoef
    const { mean, halfWidth, correlation, detectable } = comparePaired([10, 14, 9, 12], [8, 13, 8, 9]);
    expect(mean).toBeCloseTo(-1.75, 14);
    expect(halfWidth).toBeCloseTo(1.5234801808288125, 12);
    expect(correlation).toBeCloseTo(0.9156880180284752, 12);
    expect(detectable).toBe(true);
  });

  it('finds no difference where the interval spans 0', () => {
    expect(comparePaired([1, 2, 3], [2, 1, 3.1]).detectable).toBe(false);
    expect(comparePaired([1], [9]).detectable).toBe(false);
  });

  it('leaves out replications that one side did not measure', () => {
    const { count, missing, mean } = comparePaired([1, NaN, 3, 4], [2, 2, NaN, 6]);
    expect([count, missing, mean]).toEqual([2, 2, 1.5]);
  });

  it('needs as many replications on both sides', () => {
    expect(() => comparePaired([1, 2], [1])).toThrow('<2>');
  });
});

describe('what a paired comparison says', () => {
  it('is how much the shared luck was worth', () => {
    // var(from) + var(to) over var(to − from): (14/3 + 17/3) / (33/36)
    const { varianceReduction, identical } = comparePaired([10, 14, 9, 12], [8, 13, 8, 9]);
    expect(varianceReduction).toBeCloseTo((59 / 12 + 17 / 3) / (11 / 12), 12);
    expect(identical).toBe(false);
    expect(comparePaired([1, 2], [1, 2]).identical).toBe(true);
    expect(comparePaired([1, 2], [3, 4]).varianceReduction).toBe(Infinity);
  });

  it('is how sure one can be of the better mean, and how often a pilot would show it', () => {
    // scipy.stats.ttest_rel([8, 13, 8, 9], [10, 14, 9, 12], alternative='less').pvalue
    const paired = comparePaired([10, 14, 9, 12], [8, 13, 8, 9]);
    expect(probabilityBetter(paired, 'lower')).toBeCloseTo(1 - 0.017676423501258684, 6);
    expect(probabilityBetter(paired, 'higher')).toBeCloseTo(0.017676423501258684, 6);
    expect(probabilityBetter(comparePaired([1, 2], [1, 2]), 'lower')).toBeNaN();
    expect(shareBetter([1, 2, 3, 4, NaN], [0, 3, 3, 1, 0], 'lower')).toBe(2.5 / 4);
  });
});
