import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BIN_COUNT, binEdges, binOf, mergeCounts, quantileOf, rebin } from '../../../simulation/analysis/histogram.ts';

const sum = (counts: Iterable<number>) => [...counts].reduce((a, b) => a + b, 0);

describe('the bins of a histogram', () => {
  const edges = binEdges();

  it('ascend from 0 to 2^43 ms', () => {
    expect(edges).toHaveLength(BIN_COUNT + 1);
    expect(edges[0]).toBe(0);
    expect(edges[1]).toBe(1);
    expect(edges[BIN_COUNT]).toBe(2 ** 43);
    for (let i = 1; i < edges.length; i++) expect(edges[i]).toBeGreaterThan(edges[i - 1] ?? NaN);
  });

  it('contain exactly the times between their edges', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 2 ** 43, maxExcluded: true, noNaN: true }), (ms) => {
        const bin = binOf(ms);
        expect(edges[bin]).toBeLessThanOrEqual(ms);
        expect(edges[bin + 1]).toBeGreaterThan(ms);
      }),
      { seed: 1, numRuns: 2000 },
    );
    for (let i = 0; i < BIN_COUNT; i++) expect(binOf(edges[i] ?? NaN)).toBe(i);
  });

  it('end with one for everything longer', () => {
    expect(binOf(2 ** 43)).toBe(BIN_COUNT - 1);
    expect(binOf(1e300)).toBe(BIN_COUNT - 1);
    expect(binOf(Infinity)).toBe(BIN_COUNT - 1);
  });
});

describe('counts', () => {
  const counted = (times: readonly number[]) => {
    const counts = new Float64Array(BIN_COUNT);
    for (const time of times) counts[binOf(time)] = (counts[binOf(time)] ?? 0) + 1;
    return counts;
  };

  it('merge by addition', () => {
    const total = counted([10, 20]);
    mergeCounts(total, counted([20, 30]));
    expect(total).toEqual(counted([10, 20, 20, 30]));
  });

  it('keep their total in bins that cover them', () => {
    const counts = counted([0, 1, 999, 1000, 1001, 3.6e6, 7.2e6]);
    const linear = rebin(counts, [0, 1e6, 2e6, 3e6, 4e6, 5e6, 6e6, 7e6, 8e6]);
    expect(sum(linear)).toBeCloseTo(7, 12);
    expect(linear[0]).toBe(5);
    expect(linear[3]).toBeCloseTo(1, 12);
    expect(linear[7]).toBeCloseTo(1, 12);
  });

  it('straddling an edge are shared out by width', () => {
    const counts = new Float64Array(BIN_COUNT);
    counts[binOf(6400)] = 8; // the bin [6400, 6464)
    expect([...rebin(counts, [6400, 6416, 6464])]).toEqual([2, 6]);
    expect([...rebin(counts, [6416, 6432])]).toEqual([2]);
  });

  it('give quantiles within the width of a bin', () => {
    const times = Array.from({ length: 1000 }, (_, i) => 60_000 + 100 * i);
    const counts = counted(times);
    for (const p of [0.1, 0.5, 0.9]) {
      expect(Math.abs(quantileOf(counts, p) / (60_000 + 100_000 * p) - 1)).toBeLessThan(1 / 64);
    }
    expect(quantileOf(new Float64Array(BIN_COUNT), 0.5)).toBeNaN();
  });
});
