import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BIN_COUNT, binOf } from '../../../simulation/analysis/histogram.ts';
import { samplePercentiles, type Sample } from '../../../simulation/analysis/percentile.ts';
import { percentiles } from '../../../simulation/analysis/selection.ts';

/** The definition: linear interpolation between the two order statistics around p (n − 1). */
function bySorting(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = p * (sorted.length - 1);
  const low = sorted[Math.floor(position)] ?? NaN;
  return position === Math.floor(position)
    ? low
    : low + (position - Math.floor(position)) * ((sorted[Math.floor(position) + 1] ?? NaN) - low);
}

describe('percentiles of a sample', () => {
  it('interpolate as numpy.percentile does', () => {
    const values = Float64Array.from([3.2, 1.5, 9.75, 4, 4, 7.1, 0.25]);
    const [min, p50, p80, p90, p95, max] = percentiles(values, 7, [0, 0.5, 0.8, 0.9, 0.95, 1]);
    expect([min, p50, max]).toEqual([0.25, 4, 9.75]);
    expect(p80).toBeCloseTo(6.48, 12);
    expect(p90).toBeCloseTo(8.16, 12);
    expect(p95).toBeCloseTo(8.955, 12);
  });

  it('equal those of the sorted sample', () => {
    const ps = [0, 0.1, 0.5, 0.5, 0.8, 0.9, 0.95, 1];
    const value = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ min: 0, max: 1e12, noNaN: true }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 200 }), (values) => {
        expect([...percentiles(Float64Array.from(values), values.length, ps)]).toEqual(
          ps.map((p) => bySorting(values, p)),
        );
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('look at the given length only', () => {
    expect(percentiles(Float64Array.from([2, 1, 100, 200]), 2, [0, 1])).toEqual([1, 2]);
  });

  it('take linear time on sorted, reversed and constant samples', () => {
    const n = 200_000;
    for (const at of [(i: number) => i, (i: number) => n - 1 - i]) {
      expect(
        percentiles(
          Float64Array.from({ length: n }, (_, i) => at(i)),
          n,
          [0.5],
        )[0],
      ).toBe((n - 1) / 2);
    }
    expect(percentiles(new Float64Array(n).fill(3), n, [0.9])[0]).toBe(3);
  });

  it('are the same where values are counted by bin first, by whomever, and zeros only counted', () => {
    const ps = [0, 0.1, 0.5, 0.5, 0.8, 0.9, 0.95, 1];
    // Many in a bin, in bin 0, few far apart, and none.
    const value = fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 2_000 }),
      fc.double({ min: 3_600_000, max: 3_700_000, noNaN: true }),
      fc.double({ min: 1, max: 1e12, noNaN: true }),
    );
    const values = fc.oneof(
      fc.array(value, { maxLength: 300 }),
      fc.array(value, { minLength: 250, maxLength: 900 }),
      fc.array(fc.double({ min: 5_000, max: 6_000, noNaN: true }), { minLength: 256, maxLength: 600 }),
    );
    const zeros = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 900 }));
    fc.assert(
      fc.property(values, zeros, fc.boolean(), (drawn, extra, known) => {
        const others = drawn.filter((ms) => ms !== 0);
        const all = [...others, ...new Array<number>(extra + drawn.length - others.length).fill(0)];
        const counts = new Int32Array(BIN_COUNT);
        for (const ms of all) counts[binOf(ms)]! += 1;
        const sample = inChunks(others, all.length - others.length);
        expect(samplePercentiles(sample, ps, known ? counts : undefined)).toEqual(ps.map((p) => bySorting(all, p)));
      }),
      { seed: 7, numRuns: 1_000 },
    );
  });

  it('of more values of one bin than there is room for are found, too', () => {
    const values = Array.from({ length: 70_000 }, (_, i) => 1_000 + ((i * 7) % 70_000) / 100_000);
    expect(samplePercentiles(inChunks(values, 0), [0.25])).toEqual([bySorting(values, 0.25)]);
  });

  it('are asked for sixteen at a time', () => {
    const ps = Array.from({ length: 17 }, (_, i) => i / 16);
    const values = Array.from({ length: 300 }, (_, i) => i + 1);
    expect(() => samplePercentiles(inChunks(values, 0), ps)).toThrow(RangeError);
    expect(samplePercentiles(inChunks(values, 0), ps.slice(1))).toEqual(ps.slice(1).map((p) => bySorting(values, p)));
  });

  it('of nothing are not numbers', () => {
    expect(percentiles(new Float64Array(3), 0, [0.5, 0.9])).toEqual([NaN, NaN]);
    expect(samplePercentiles(inChunks([], 0), [0.5, 0.9])).toEqual([NaN, NaN]);
  });
});

/** The values in chunks that lie about in an array with other things between them. */
function inChunks(values: readonly number[], zeros: number): Sample {
  const chunk = 16;
  const count = Math.ceil(values.length / chunk);
  const starts = Array.from({ length: count }, (_, i) => 2 * chunk * (count - 1 - i));
  const places = new Float64Array(2 * chunk * count).fill(12_345);
  values.forEach((value, i) => {
    places[starts[Math.floor(i / chunk)]! + (i % chunk)] = value;
  });
  return {
    values: places,
    halves: new Int32Array(places.buffer),
    starts,
    chunk,
    length: values.length,
    least: Math.min(...values),
    most: Math.max(...values),
    zeros,
  };
}
