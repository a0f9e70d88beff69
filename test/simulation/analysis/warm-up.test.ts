import { describe, expect, it } from 'vitest';
import { mser5 } from '#simulation';
import { keyedUniform } from '../../../simulation/random/keyed.ts';

const noisy = (length: number, mean: (i: number) => number): number[] =>
  Array.from({ length }, (_, i) => mean(i) + keyedUniform(3, 5, i, 0) - 0.5);

describe('the warm-up', () => {
  it('is cut where the start has worn off', () => {
    const { cut, reliable, statistic } = mser5(noisy(500, (i) => 10 * (1 - Math.exp(-i / 20))));
    expect(reliable).toBe(true);
    expect(cut).toBeGreaterThan(40);
    expect(cut).toBeLessThan(150);
    expect(cut % 5).toBe(0);
    expect(Math.min(...statistic)).toBe(statistic[cut / 5]);
  });

  it('is next to nothing where there is none', () => {
    expect(mser5(noisy(500, () => 7)).cut).toBeLessThan(100);
  });

  it('is worked out from means of five', () => {
    // Batch means 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2 (n = 11): with d = 1 squares 2.5 over 100, with d = 0 66.5 + 2.5 over 121 …
    const means = [10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2];
    const { cut, statistic } = mser5(means.flatMap((mean) => [mean - 1, mean, mean, mean, mean + 1]));
    expect(cut).toBe(5);
    expect(statistic[1]).toBeCloseTo(0.025, 12);
  });

  it('cannot be told from a short series or one that only grows', () => {
    expect(mser5(noisy(30, () => 1)).reliable).toBe(false);
    expect(mser5(noisy(500, (i) => i)).reliable).toBe(false);
    expect(mser5([])).toMatchObject({ cut: 0, reliable: false });
  });
});
