import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealRows, ellipsis, spread, textWidth } from '../../../src/charts/labels.ts';

describe('labels in a row', () => {
  it('stay where they want to be when nothing is in the way', () => {
    expect(spread([50, 200], [40, 40], 0, 300)).toEqual([50, 200]);
  });

  it('move apart when they would overlap', () => {
    const [left = 0, right = 0] = spread([100, 110], [60, 60], 0, 400, 8);
    expect(right - left).toBeGreaterThanOrEqual(68);
  });

  it('never overlap and never leave the row when there is room', () => {
    const labels = fc.array(
      fc.record({ at: fc.double({ min: 0, max: 900, noNaN: true }), width: fc.integer({ min: 20, max: 90 }) }),
      {
        minLength: 1,
        maxLength: 7,
      },
    );
    fc.assert(
      fc.property(labels, (items) => {
        const sorted = [...items].sort((a, b) => a.at - b.at);
        const widths = sorted.map(({ width }) => width);
        const centres = spread(
          sorted.map(({ at }) => at),
          widths,
          0,
          900,
          8,
        );
        centres.forEach((centre, i) => {
          const half = (widths[i] ?? 0) / 2;
          expect(centre - half).toBeGreaterThanOrEqual(-1e-6);
          expect(centre + half).toBeLessThanOrEqual(900 + 1e-6);
          const next = centres[i + 1];
          if (next !== undefined)
            expect(next - centre).toBeGreaterThanOrEqual(half + (widths[i + 1] ?? 0) / 2 + 8 - 1e-6);
        });
      }),
    );
  });

  it('go into a second row when one is too short', () => {
    expect(dealRows([100, 100, 100], 220)).toEqual([0, 1, 0]);
    expect(dealRows([100, 100], 220)).toEqual([0, 0]);
  });
});

describe('the width of a text', () => {
  it('counts Chinese characters as wide as they are high', () => {
    expect(textWidth('等待', 12)).toBe(24);
    expect(textWidth('ab', 12)).toBeLessThan(24);
  });

  it('decides where a long name is cut', () => {
    expect(ellipsis('Check', 100, 12)).toBe('Check');
    const cut = ellipsis('判定责任并制定方案', 60, 12);
    expect(cut).toMatch(/^判定.*…$/);
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(60);
  });
});
