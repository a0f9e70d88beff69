/** The special functions against values computed with mpmath 1.3 at 40 digits, and against their own inverses. */
import { describe, expect, it } from 'vitest';
import { betaI, betaQuantile } from '../../../simulation/math/beta.ts';
import { erf, erfc, normalCdf } from '../../../simulation/math/erf.ts';
import { gammaP, gammaQ, gammaQuantile, lnGamma } from '../../../simulation/math/gamma.ts';
import { normalQuantile } from '../../../simulation/math/normal.ts';

/** Within a relative `tolerance` of the reference. */
const near = (actual: number, reference: number, tolerance = 2e-13): void =>
  expect(Math.abs(actual - reference), `${actual} for ${reference}`).toBeLessThanOrEqual(
    tolerance * Math.abs(reference),
  );

const SHAPES = [0.05, 0.5, 1, 1.7, 3, 12, 99, 100, 850, 40_000];
/** With exact complements. */
const PROBABILITIES = [2 ** -40, 2 ** -17, 2 ** -7, 0.1875, 0.5, 0.8125, 1 - 2 ** -7, 1 - 2 ** -17];

describe('reference values', () => {
  it.each([
    [0.001, 6.907178885383853],
    [0.5, 0.5723649429247001],
    [1.5, -0.12078223763524522],
    [3.7, 1.4280723266653879],
    [12.25, 18.115669505710894],
    [150, 600.0094705553274],
    [1e6, 12815504.569147611],
  ])('ln Γ(%d)', (x, reference) => near(lnGamma(x), reference, 2e-14));

  it.each([
    [0.5, 0.1, 0.34527915398142295],
    [0.5, 4, 0.9953222650189527],
    [3, 2, 0.32332358381693654],
    [30, 45, 0.9926628007022035],
    [120, 90, 0.0014594602498948287],
    [2000, 2100, 0.9863525323166297],
  ])('P(%d, %d)', (a, x, reference) => near(gammaP(a, x), reference));

  it.each([
    [0.5, 40, 3.744097384202899e-19],
    [3, 50, 2.509303552201057e-19],
    [120, 250, 2.0548401089593682e-20],
  ])('Q(%d, %d)', (a, x, reference) => near(gammaQ(a, x), reference));

  it.each([
    [0.5, 0.5, 0.25, 1 / 3],
    [2, 3, 0.4, 0.5248],
    [20, 7, 0.6, 0.05588403661500584],
    [300, 500, 0.4, 0.9270784080074681],
    [0.1, 20, 0.001, 0.7079970084234154],
  ])('I(%d, %d) at %d', (a, b, x, reference) => near(betaI(a, b, x), reference));

  it.each([
    [-30, 4.906713927148187e-198],
    [-8, 6.220960574271784e-16],
    [-1, 0.15865525393145705],
    [0.5, 0.6914624612740131],
    [3, 0.9986501019683699],
  ])('Φ(%d)', (x, reference) => near(normalCdf(x), reference));

  it.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.0902323061678136],
    [1e-20, -9.262340089798407],
  ])('Φ⁻¹(%d)', (u, reference) => near(normalQuantile(u), reference, 1e-15));

  it.each([
    [-1, -0.8427007929497149, 1.8427007929497148],
    [0.3, 0.32862675945912745, 0.6713732405408726],
    [1.5, 0.9661051464753108, 0.033894853524689274],
    [6, 1, 2.1519736712498913e-17],
  ])('erf and erfc at %d', (x, reference, complement) => {
    near(erf(x), reference);
    near(erfc(x), complement);
  });
});

describe('inverses', () => {
  it('undo the normal distribution function', () => {
    for (const u of PROBABILITIES) near(normalCdf(normalQuantile(u)), u, 1e-12);
  });

  it('undo the incomplete gamma function', () => {
    for (const a of SHAPES) for (const u of PROBABILITIES) near(gammaP(a, gammaQuantile(a, u)), u, 1e-10);
  });

  it('undo the incomplete beta function', () => {
    for (const a of SHAPES) {
      for (const b of SHAPES) {
        for (const u of PROBABILITIES) {
          const x = betaQuantile(a, b, u);
          // next to 1 the doubles are too far apart to give u back
          if (x < 0.999) near(betaI(a, b, x), u, 1e-9);
          else expect(betaQuantile(b, a, 1 - u)).toBeCloseTo(1 - x, 12);
        }
      }
    }
  });

  it('meet the ends and refuse what is no probability', () => {
    expect([gammaQuantile(2, 0), gammaQuantile(2, 1), betaQuantile(2, 3, 0), betaQuantile(2, 3, 1)]).toEqual([
      0,
      Infinity,
      0,
      1,
    ]);
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    for (const u of [-0.1, 1.1, NaN]) {
      expect([gammaQuantile(2, u), betaQuantile(2, 3, u), normalQuantile(u)]).toEqual([NaN, NaN, NaN]);
    }
  });

  it('stay inside the support for shapes nobody fits', () => {
    for (const a of [1e-9, 1e-3, 1e9]) {
      for (const u of PROBABILITIES) {
        expect(gammaQuantile(a, u)).toBeGreaterThanOrEqual(0);
        expect(betaQuantile(a, 1e5, u)).toBeLessThanOrEqual(1);
      }
    }
  });
});
