/** The regularised incomplete beta function and its inverse. */
import { exp } from './exp.ts';
import { lnGamma, stirlingError } from './gamma.ts';
import { ln, ln1p } from './ln.ts';
import { normalQuantile } from './normal.ts';

const EPSILON = 2.220446049250313e-16;
const TWO_PI = 6.283185307179586;

/** x^a (1 - x)^b / B(a, b); divided by x (1 - x) it is the density of the beta distribution. */
export function betaKernel(a: number, b: number, x: number): number {
  if (!(x > 0 && x < 1)) return 0;
  if (a < 10 || b < 10) return exp(a * ln(x) + b * ln1p(-x) - lnBetaOf(a, b));
  // by deviances, without cancellation for large a and b (Loader 2000)
  const n = a + b;
  const deviance = a * ln(a / (n * x)) + b * ln(b / (n * (1 - x)));
  return exp(stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance) * Math.sqrt((a * b) / (TWO_PI * n));
}

/** Regularised incomplete beta function I_x(a, b), a, b > 0: P(X <= x) of the beta distribution. */
export function betaI(a: number, b: number, x: number): number {
  if (!(x > 0)) return x <= 0 ? 0 : NaN;
  if (x >= 1) return 1;
  return cumulative(a, b, x, betaKernel(a, b, x));
}

/**
 * The x with I_x(a, b) = u, relative error about 1e-12. Newton's method for ln I as a function of ln(x / (1 - x)), on the side of
 * the smaller tail.
 */
export function betaQuantile(a: number, b: number, u: number): number {
  if (!(u > 0)) return u === 0 ? 0 : NaN;
  if (!(u < 1)) return u === 1 ? 1 : NaN;
  const upper = u > shareBelowMean(a, b);
  const t = upper ? logit(b, a, 1 - u) : logit(a, b, u);
  const e = exp(t > 0 ? -t : t);
  // x = 1 / (1 + e^-t), from the side where it is small
  return t > 0 === upper ? e / (1 + e) : 1 / (1 + e);
}

/** I_x(a, b) for 0 < x < 1, given the kernel. */
function cumulative(a: number, b: number, x: number, kernel: number): number {
  return x < (a + 1) / (a + b + 2) ? (kernel * fraction(a, b, x)) / a : 1 - (kernel * fraction(b, a, 1 - x)) / b;
}

/** The log-odds of the quantile of a probability below the mean's. */
function logit(a: number, b: number, u: number): number {
  let t = start(a, b, u);
  for (let i = 0; i < 100; i++) {
    const e = exp(t > 0 ? -t : t);
    const x = t > 0 ? 1 / (1 + e) : e / (1 + e);
    // below all that can be told from 0 or 1
    if (x <= 1e-300 || x >= 1) break;
    const kernel = betaKernel(a, b, x);
    const p = cumulative(a, b, x, kernel);
    const step = (ln(p / u) * p) / kernel;
    // so far out that nothing is left of p: come nearer
    t -= p === 0 || step < -1 ? -1 : step > 1 ? 1 : step;
    if (step < 1e-8 && step > -1e-8) break;
  }
  return t;
}

/** Abramowitz & Stegun 26.5.22 for shapes above 1, else the first term of the series. */
function start(a: number, b: number, u: number): number {
  if (a >= 1 && b >= 1) {
    const z = normalQuantile(u);
    const lambda = (z * z - 3) / 6;
    const p = 1 / (2 * a - 1);
    const q = 1 / (2 * b - 1);
    const h = 2 / (p + q);
    const w = (z * Math.sqrt(Math.max(0, h + lambda))) / h + (q - p) * (lambda + 5 / 6 - 2 / (3 * h));
    return ln(a / b) + 2 * w;
  }
  const t = (ln(u * a) + lnBetaOf(a, b)) / a;
  const mean = ln(a / b);
  return t < mean ? t : mean;
}

/** Continued fraction of the incomplete beta function (DLMF 8.17.22) by Lentz's method. */
function fraction(a: number, b: number, x: number): number {
  const n = a + b;
  let c = 1;
  let d = 1 / (1 - (n * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    h *= d * c;
    const odd = (-(a + m) * (n + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const factor = d * c;
    h *= factor;
    if (factor - 1 < EPSILON && factor - 1 > -EPSILON) break;
  }
  return h;
}

let meanA = NaN;
let meanB = NaN;
let meanShare = NaN;
/** P(X <= mean) with a memory of one. */
function shareBelowMean(a: number, b: number): number {
  if (a !== meanA || b !== meanB) {
    meanA = a;
    meanB = b;
    meanShare = betaI(a, b, a / (a + b));
  }
  return meanShare;
}

let lastA = NaN;
let lastB = NaN;
let lastLnBeta = NaN;
/** ln B(a, b) with a memory of one (it is symmetric): quantiles ask for the same shapes again and again. */
function lnBetaOf(a: number, b: number): number {
  if ((a !== lastA || b !== lastB) && (a !== lastB || b !== lastA)) {
    lastA = a;
    lastB = b;
    lastLnBeta = a < b ? lnBeta(a, b) : lnBeta(b, a);
  }
  return lastLnBeta;
}

/** ln B(a, b) for a <= b, without cancellation for large b. */
function lnBeta(a: number, b: number): number {
  const n = a + b;
  if (b < 10) return lnGamma(a) + lnGamma(b) - lnGamma(n);
  return lnGamma(a) + a - a * ln(n) - (b - 0.5) * ln1p(a / b) + stirlingError(b) - stirlingError(n);
}
