/** The error function and the distribution function of the standard normal distribution. */
import { gammaP, gammaQ } from './gamma.ts';

const SQRT_HALF = 0.7071067811865476;

/** The error function. */
export const erf = (x: number): number => (x < 0 ? -gammaP(0.5, x * x) : gammaP(0.5, x * x));

/** 1 - erf(x), to full relative precision for large x. */
export const erfc = (x: number): number => (x < 0 ? 1 + gammaP(0.5, x * x) : gammaQ(0.5, x * x));

/** P(X <= x) of the standard normal distribution, to full relative precision in the lower tail. */
export const normalCdf = (x: number): number => 0.5 * erfc(-x * SQRT_HALF);
