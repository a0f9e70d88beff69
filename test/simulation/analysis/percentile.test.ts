import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BIN_COUNT, binOf } from '../../../simulation/analysis/histogram.ts';
import { binnedPercentiles, percentiles } from '../../../simulation/analysis/percentile.ts';

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

  it('look at the given length only and write where they are told', () => {
    const into = new Float64Array(2);
    percentiles(Float64Array.from([2, 1, 100, 200]), 2, [0, 1], into);
    expect([...into]).toEqual([1, 2]);
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

  it('are the same where values are counted by bin first, by whomever', () => {
    const ps = [0, 0.1, 0.5, 0.5, 0.8, 0.9, 0.95, 1];
    // Many in a bin, few far apart, and none.
    const value = fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: 2_000 }),
      fc.double({ min: 3_600_000, max: 3_700_000, noNaN: true }),
      fc.double({ min: 0, max: 1e12, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 250, maxLength: 900 }), fc.boolean(), (values, known) => {
        const counts = new Int32Array(BIN_COUNT);
        for (const ms of values) counts[binOf(ms)]! += 1;
        const sample = Float64Array.from(values);
        expect([...binnedPercentiles(sample, values.length, ps, known ? counts : undefined)]).toEqual(
          ps.map((p) => bySorting(values, p)),
        );
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('are the same where zeros are only counted', () => {
    const value = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.double({ min: 1, max: 1e12, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 900 }),
        fc.integer({ min: 0, max: 600 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, zeros, share) => {
          const all = [...values, ...new Array<number>(zeros).fill(0)];
          // None of the zeros is asked for.
          const p = Math.min(1, (zeros + share * (values.length - 1)) / Math.max(1, all.length - 1));
          fc.pre(Math.floor(p * (all.length - 1)) >= zeros);
          const [least, most] = [Math.min(...values), Math.max(...values)];
          const found = binnedPercentiles(
            Float64Array.from(values),
            values.length,
            [p, 1],
            undefined,
            least,
            most,
            zeros,
          );
          expect([...found]).toEqual([p, 1].map((each) => bySorting(all, each)));
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  it('of nothing are not numbers', () => {
    expect([...percentiles(new Float64Array(3), 0, [0.5, 0.9])]).toEqual([NaN, NaN]);
    expect([...binnedPercentiles(new Float64Array(3), 0, [0.5, 0.9])]).toEqual([NaN, NaN]);
  });
});
