import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { equalShares, moveShare, normalised } from '../../../src/fields/shares.ts';

const total = (shares: readonly number[]): number => Math.round(shares.reduce((a, b) => a + b, 0) * 10_000);

describe('moving a share', () => {
  it('takes from the others in proportion to what they had', () => {
    expect(moveShare([0.5, 0.3, 0.2], [false, false, false], 0, 0.75)).toEqual([0.75, 0.15, 0.1]);
  });

  it('splits equally when the others had nothing', () => {
    expect(moveShare([1, 0, 0], [false, false, false], 0, 0.5)).toEqual([0.5, 0.25, 0.25]);
  });

  it('leaves a locked share alone and stops at what it leaves', () => {
    expect(moveShare([0.5, 0.3, 0.2], [false, true, false], 0, 0.6)).toEqual([0.6, 0.3, 0.1]);
    expect(moveShare([0.5, 0.3, 0.2], [false, true, false], 0, 0.9)).toEqual([0.7, 0.3, 0]);
  });

  it('cannot move when all others are locked', () => {
    expect(moveShare([0.6, 0.4], [false, true], 0, 0.9)).toEqual([0.6, 0.4]);
  });

  it('keeps the total at exactly 100 % whatever is done', () => {
    const scene = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 8 }).chain((shares) =>
      fc.record({
        shares: fc.constant(shares),
        locked: fc.array(fc.boolean(), { minLength: shares.length, maxLength: shares.length }),
        index: fc.nat(shares.length - 1),
        value: fc.double({ min: -1, max: 2, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(scene, ({ shares, locked, index, value }) => {
        const moved = moveShare(shares, locked, index, value);
        expect(total(moved)).toBe(10_000);
        for (const share of moved) expect(share).toBeGreaterThanOrEqual(0);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('splitting', () => {
  it('gives odd hundredths to the first branches', () => {
    expect(equalShares(3)).toEqual([0.3334, 0.3333, 0.3333]);
    expect(equalShares(2)).toEqual([0.5, 0.5]);
  });

  it('normalises weights and keeps tenths as they are', () => {
    expect(normalised([70, 30])).toEqual([0.7, 0.3]);
    expect(normalised(Array<number>(10).fill(0.1))).toEqual(Array<number>(10).fill(0.1));
  });
});
