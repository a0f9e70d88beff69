/** The logarithm of the gamma function and the regularised incomplete gamma functions with their inverse. */
import { exp } from './exp.ts';
import { ln, ln1p } from './ln.ts';
import { normalQuantile } from './normal.ts';
import { integrate } from './quadrature.ts';

const HALF_LN_2PI = 0.9189385332046728;
const TWO_PI = 6.283185307179586;
const EPSILON = 2.220446049250313e-16;
/** From here on the incomplete functions are integrated: their series need too many terms. */
const LARGE_SHAPE = 100;

/** ln Γ(x) for x > 0, absolute error about 1e-15 (Stirling's series from 10 on, recurrence below). */
export function lnGamma(x: number): number {
  let product = 1;
  let y = x;
  while (y < 10) product *= y++;
  return (y - 0.5) * ln(y) - y + HALF_LN_2PI + stirlingError(y) - ln(product);
}

/** ln Γ(x) - Stirling's approximation, for x >= 10 (Abramowitz & Stegun 6.1.41). */
export function stirlingError(x: number): number {
  const r = 1 / (x * x);
  return (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - r * (691 / 360360)))))) / x;
}

/** x^a e^-x / Γ(a + 1): without cancellation for large a (Loader 2000, "Fast and accurate computation of binomial probabilities"). */
export function gammaKernel(a: number, x: number): number {
  if (x <= 0) return a === 0 ? 1 : 0;
  if (a < 10) return exp(a * ln(x) - x - lnGammaOf(a + 1));
  return exp(-stirlingError(a) - a * excess((x - a) / a)) / Math.sqrt(TWO_PI * a);
}

/** Lower regularised incomplete gamma function P(a, x), a > 0. */
export function gammaP(a: number, x: number): number {
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  return lower(a, x, gammaKernel(a, x));
}

/** Upper regularised incomplete gamma function Q(a, x) = 1 - P(a, x), to full relative precision for large x. */
export function gammaQ(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  return upper(a, x, gammaKernel(a, x));
}

/**
 * The x with P(a, x) = u, relative error about 1e-13. Newton's method for ln P (ln Q above the median) as a function of ln x,
 * which is concave (nearly straight in the tails), from Wilson and Hilferty's cube or the first term of the series.
 */
export function gammaQuantile(a: number, u: number): number {
  if (!(u > 0)) return u === 0 ? 0 : NaN;
  if (!(u < 1)) return u === 1 ? Infinity : NaN;
  const z = normalQuantile(u);
  const cube = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  let t = cube > 0.25 && a > 0.5 ? ln(a * cube * cube * cube) : (ln(u) + lnGammaOf(a + 1)) / a;
  if (t < -700) return exp(t);
  if (t > 700) t = ln(a + 1);
  const above = u > 0.5;
  const target = above ? 1 - u : u;
  for (let i = 0; i < 100; i++) {
    const x = exp(t);
    const kernel = gammaKernel(a, x);
    const p = above ? upper(a, x, kernel) : lower(a, x, kernel);
    const slope = a * kernel;
    const step = (ln(p / target) * p) / (above ? -slope : slope);
    // so far out that nothing is left of p: come nearer
    if (p === 0) t += above ? -1 : 1;
    else t -= step > 1 ? 1 : step < -1 ? -1 : step;
    if (step < 1e-8 && step > -1e-8) break;
  }
  return exp(t);
}

/** δ - ln(1 + δ), exact for small δ. */
function excess(d: number): number {
  if (d > 0.1 || d < -0.1) return d - ln1p(d);
  let term = d * d;
  let sum = term / 2;
  for (let n = 3; n < 20; n++) {
    term *= -d;
    const next = sum + term / n;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** P(a, x) for 0 < x < Infinity, given the kernel. */
function lower(a: number, x: number, kernel: number): number {
  if (a >= LARGE_SHAPE) return x > a - 1 ? 1 - integral(a, x) : integral(a, x);
  return x < a + 1 ? kernel * series(a, x) : 1 - a * kernel * fraction(a, x);
}

/** Q(a, x) for 0 < x < Infinity, given the kernel. */
function upper(a: number, x: number, kernel: number): number {
  if (a >= LARGE_SHAPE) return x > a - 1 ? integral(a, x) : 1 - integral(a, x);
  return x < a + 1 ? 1 - kernel * series(a, x) : a * kernel * fraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = a + 1; term > sum * EPSILON; n++) {
    term *= x / n;
    sum += term;
  }
  return sum;
}

/** Legendre's continued fraction by Lentz's method. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 10_000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const factor = c * d;
    h *= factor;
    if (factor - 1 < EPSILON && factor - 1 > -EPSILON) break;
  }
  return h;
}

/** The smaller tail beyond x for a large shape, by quadrature of the density. */
function integral(a: number, x: number): number {
  const mode = a - 1;
  const width = Math.sqrt(mode);
  const end =
    x > mode ? Math.max(mode + 11.5 * width, x + 6 * width) : Math.max(0, Math.min(mode - 7.5 * width, x - 5 * width));
  const area = integrate((t) => exp(-mode * excess((t - mode) / mode)), x, end);
  return (Math.abs(area) * exp(-stirlingError(mode))) / Math.sqrt(TWO_PI * mode);
}

let lastArgument = NaN;
let lastLnGamma = NaN;
/** ln Γ with a memory of one: quantiles ask for the same shape again and again. */
function lnGammaOf(x: number): number {
  if (x !== lastArgument) {
    lastArgument = x;
    lastLnGamma = lnGamma(x);
  }
  return lastLnGamma;
}
