import { describe, expect, it } from 'vitest';
import { SeriesGatherer, widen } from '../../../simulation/analysis/time-series.ts';

const series = (width: number, ...values: number[]) => ({ width, values: Float64Array.from(values) });

describe('a series over time', () => {
  it('is averaged into wider buckets, and is zero after its end', () => {
    expect(widen(series(10, 1, 3, 5, 7, 8), 20)).toEqual(series(20, 2, 6, 4));
    expect(widen(series(10, 1, 3, 5, 7, 8), 40)).toEqual(series(40, 4, 2));
  });

  it('cannot be widened by anything but doubling', () => {
    expect(() => widen(series(10, 1), 30)).toThrow('<10>');
    expect(() => widen(series(20, 1), 10)).toThrow('<10>');
  });
});

describe('the band over replications', () => {
  const band = (...all: ReturnType<typeof series>[]) => {
    const gatherer = new SeriesGatherer();
    for (const s of all) gatherer.add(s);
    return gatherer.band();
  };

  it('is the mean with its t-interval in each bucket', () => {
    const { values, low, high, width } = band(series(10, 4, 1), series(10, 6, 1));
    expect(width).toBe(10);
    expect([...values]).toEqual([5, 1]);
    // mean 5, sd √2, t(0.975; 1) = 12.7062: half-width 12.7062; the lower limit stops at no cases
    expect(low[0]).toBe(0);
    expect(high[0]).toBeCloseTo(17.7062, 4);
    expect([low[1], high[1]]).toEqual([1, 1]);
  });

  it('is at the widest width, whichever comes first', () => {
    const fine = series(10, 1, 3, 5, 7);
    const coarse = series(20, 4, 4);
    expect([...band(fine, coarse).values]).toEqual([3, 5]);
    expect([...band(coarse, fine).values]).toEqual([3, 5]);
  });

  it('is as long as the longest; ended replications have no cases', () => {
    expect([...band(series(10, 2, 2), series(10, 2)).values]).toEqual([2, 1]);
  });

  it('of one replication has no width', () => {
    const { values, low, high } = band(series(10, 2, 5));
    expect(low).toEqual(values);
    expect(high).toEqual(values);
  });

  it('of nothing is empty', () => {
    expect(band().values).toHaveLength(0);
  });
});
