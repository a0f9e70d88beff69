import { describe, expect, it } from 'vitest';
import { comparePaired } from '../../../simulation/analysis/compare.ts';

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
