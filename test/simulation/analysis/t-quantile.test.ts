import { describe, expect, it } from 'vitest';
import { t975, tQuantile } from '../../../simulation/analysis/t-quantile.ts';

/** [degrees of freedom, 0.9, 0.975, 0.995], by inverting the regularised incomplete beta function with 30 digits (mpmath). */
const REFERENCE = [
  [1, 3.0776835371752534, 12.706204736174705, 63.656741162871581],
  [2, 1.8856180831641267, 4.3026527297494639, 9.9248432009182931],
  [3, 1.6377443536962101, 3.1824463052837096, 5.8409093097333573],
  [4, 1.5332062740589439, 2.7764451051977944, 4.6040948713499932],
  [5, 1.4758840488244811, 2.5705818356363155, 4.0321429835552281],
  [9, 1.3830287383966323, 2.2621571627982055, 3.2498355415921263],
  [29, 1.3114336473015511, 2.0452296421327043, 2.7563859036706055],
  [30, 1.3104150253913956, 2.0422724563012383, 2.7499956535672253],
  [99, 1.2901614420344852, 1.9842169515864175, 2.6264054572808275],
  [1000, 1.2823987214609244, 1.9623390808264085, 2.5807546980659511],
  [9999, 1.2816362381983139, 1.9602012636213577, 2.5763210958565977],
  [100000, 1.281560031449361, 1.9599877075346096, 2.5758784699083753],
] as const;

describe('quantiles of Student’s t', () => {
  it.each(REFERENCE)('with %d degrees of freedom are accurate to 1e-9', (df, t90, t975, t995) => {
    expect(Math.abs(tQuantile(0.9, df) / t90 - 1)).toBeLessThan(1e-9);
    expect(Math.abs(tQuantile(0.975, df) / t975 - 1)).toBeLessThan(1e-9);
    expect(Math.abs(tQuantile(0.995, df) / t995 - 1)).toBeLessThan(1e-9);
  });

  it('are symmetric about zero', () => {
    expect(tQuantile(0.5, 7)).toBeCloseTo(0, 12);
    expect(tQuantile(0.025, 7)).toBeCloseTo(-tQuantile(0.975, 7), 12);
  });

  it('are the same when remembered', () => {
    expect(t975(12)).toBe(tQuantile(0.975, 12));
    expect(t975(12)).toBe(t975(12));
  });

  it.each([0, 1, -0.1, NaN])('do not exist for probability %d', (p) => {
    expect(() => tQuantile(p, 3)).toThrow('probability');
  });

  it.each([0, -1, 2.5, NaN])('do not exist for %d degrees of freedom', (df) => {
    expect(() => tQuantile(0.9, df)).toThrow('degrees of freedom');
  });
});
