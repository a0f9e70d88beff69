/** The elementary functions: as good as those of the engine, and the same bits everywhere. */
import { describe, expect, it } from 'vitest';
import { exp, expm1 } from '../../../simulation/math/exp.ts';
import { ln, ln1p } from '../../../simulation/math/ln.ts';
import { pow } from '../../../simulation/math/pow.ts';
import { cos, sin } from '../../../simulation/math/trigonometry.ts';
import { keyedUniform } from '../../../simulation/random/keyed.ts';
import { hashDoubles } from './hash-doubles.ts';

const COUNT = 100_000;
const between = (i: number, lane: number, from: number, to: number): number =>
  from + (to - from) * keyedUniform(1, lane, i, 0);

/** Distance in units in the last place of `expected`. */
function ulps(actual: number, expected: number): number {
  if (Object.is(actual, expected)) return 0;
  const exponent = Math.max(-1022, Math.floor(Math.log2(Math.abs(expected))));
  return Math.abs(actual - expected) / 2 ** (exponent + 1 - 53);
}

const worst = (error: (i: number) => number): number => {
  let most = 0;
  // a NaN must not pass as small
  for (let i = 0; i < COUNT; i++) most = error(i) <= most ? most : error(i);
  return most;
};

describe('accuracy against the engine', () => {
  it('keeps ln within 1 ulp over the whole range, near 1 and among subnormals', () => {
    const wide = (i: number): number => Math.exp(between(i, 1, -708, 709));
    const near = (i: number): number => between(i, 2, 0.5, 2);
    const tiny = (i: number): number => Number.MIN_VALUE * Math.ceil(between(i, 3, 0, 2 ** 40));
    for (const x of [wide, near, tiny]) expect(worst((i) => ulps(ln(x(i)), Math.log(x(i))))).toBeLessThanOrEqual(1);
  });

  it('keeps exp within 1 ulp over the whole range, near 0 and down to subnormals', () => {
    for (const [from, to] of [
      [-708, 709.7],
      [-1, 1],
      [-745, -708],
    ] as const) {
      expect(worst((i) => ulps(exp(between(i, 1, from, to)), Math.exp(between(i, 1, from, to))))).toBeLessThanOrEqual(
        1,
      );
    }
  });

  it('keeps pow within 1 ulp', () => {
    const x = (i: number): number => Math.exp(between(i, 1, -6, 6));
    const y = (i: number): number => between(i, 2, -100, 100);
    expect(worst((i) => ulps(pow(x(i), y(i)), Math.pow(x(i), y(i))))).toBeLessThanOrEqual(1);
  });

  it('keeps sin and cos within 1 ulp up to a million radians', () => {
    for (const reach of [1, 100, 1e6]) {
      const x = (i: number): number => between(i, 1, -reach, reach);
      expect(worst((i) => ulps(sin(x(i)), Math.sin(x(i))))).toBeLessThanOrEqual(1);
      expect(worst((i) => ulps(cos(x(i)), Math.cos(x(i))))).toBeLessThanOrEqual(1);
    }
  });

  it('keeps ln1p and expm1 within a few ulps near 0', () => {
    const x = (i: number): number => between(i, 1, -1, 1) * Math.exp(between(i, 2, -40, -0.1));
    expect(worst((i) => ulps(ln1p(x(i)), Math.log1p(x(i))))).toBeLessThanOrEqual(4);
    expect(worst((i) => ulps(expm1(x(i)), Math.expm1(x(i))))).toBeLessThanOrEqual(4);
  });
});

describe('special values', () => {
  const values = [
    0,
    -0,
    1,
    -1,
    2,
    -2,
    3,
    0.5,
    -0.5,
    1.5,
    Infinity,
    -Infinity,
    NaN,
    5e-324,
    Number.MAX_VALUE,
    1e300,
    1024,
  ];

  it('has those of ECMAScript', () => {
    for (const x of values) {
      expect(ulps(ln(x), Math.log(x)), `ln ${x}`).toBeLessThanOrEqual(1);
      expect(ulps(exp(x), Math.exp(x)), `exp ${x}`).toBeLessThanOrEqual(1);
      expect(ulps(ln1p(x), Math.log1p(x)), `ln1p ${x}`).toBeLessThanOrEqual(1);
      expect(ulps(expm1(x), Math.expm1(x)), `expm1 ${x}`).toBeLessThanOrEqual(2);
      for (const y of values) expect(ulps(pow(x, y), Math.pow(x, y)), `${x} ^ ${y}`).toBeLessThanOrEqual(1);
    }
  });

  it('refuses angles it cannot reduce', () => {
    expect(sin(1e7)).toBeNaN();
    expect(cos(Infinity)).toBeNaN();
    expect(sin(-0)).toBe(-0);
  });

  it('overflows and underflows where the double ends', () => {
    expect(exp(709.782712893384)).toBe(1.7976931348622732e308);
    expect(exp(709.782712893385)).toBe(Infinity);
    expect(exp(-745.13321910194)).toBe(5e-324);
    expect(exp(-745.14)).toBe(0);
  });
});

/** Every engine must give these; a change of one bit anywhere changes every simulation. */
describe('golden bits', () => {
  const results = (f: (i: number) => number): string => hashDoubles(Array.from({ length: COUNT }, (_, i) => f(i)));

  it('of ln', () => expect(results((i) => ln(between(i, 1, 0, 1000)))).toBe('dd20050d'));
  it('of exp', () => expect(results((i) => exp(between(i, 1, -30, 30)))).toBe('c4ddebd0'));
  it('of pow', () => expect(results((i) => pow(between(i, 1, 0, 30), between(i, 2, -5, 5)))).toBe('3fd8c9be'));
  it('of sin', () => expect(results((i) => sin(between(i, 1, -30, 30)))).toBe('2b934fd3'));
  it('of cos', () => expect(results((i) => cos(between(i, 1, -30, 30)))).toBe('2015044a'));
});
