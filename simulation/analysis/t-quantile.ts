/** Quantiles of Student's t distribution from + − × ÷ √ alone, so that intervals have the same bits on every engine. */

const PI = 3.141592653589793;

/**
 * The t with P(T ≤ t) = p for a whole number of degrees of freedom (replications − 1); accurate to 1e-9 relative for
 * p in [1e-6, 1 − 1e-6] and up to 100 000 degrees of freedom. Throws outside 0 < p < 1 and below one degree of freedom.
 *
 * The distribution function is the finite sum of Abramowitz & Stegun (1964), 26.7.3 and 26.7.4; it is inverted by bisection.
 */
export function tQuantile(p: number, degreesOfFreedom: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`no t quantile for probability <${p}>`);
  if (!Number.isInteger(degreesOfFreedom) || degreesOfFreedom < 1) {
    throw new RangeError(`no t distribution with <${degreesOfFreedom}> degrees of freedom`);
  }
  if (p < 0.5) return -tQuantile(1 - p, degreesOfFreedom);
  const central = 2 * p - 1;
  let low = 0;
  let high = 1;
  while (centralProbability(high, degreesOfFreedom) < central) {
    low = high;
    high *= 2;
  }
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    if (centralProbability(middle, degreesOfFreedom) < central) low = middle;
    else high = middle;
  }
}

/**
 * P(T ≤ t) for Student's t with a whole number of degrees of freedom ≥ 1; t may be infinite. Accurate to 1e-12 absolute up to
 * 100 000 degrees of freedom.
 */
export function tProbability(t: number, degreesOfFreedom: number): number {
  if (Number.isNaN(t)) return NaN;
  if (t < 0) return 1 - tProbability(-t, degreesOfFreedom);
  return t === Infinity ? 1 : 0.5 + centralProbability(t, degreesOfFreedom) / 2;
}

const upperQuantiles = new Map<number, number>();

/** The factor of a two-sided 95 % interval, remembered because every estimate of a run asks for the same one. */
export function t975(degreesOfFreedom: number): number {
  let t = upperQuantiles.get(degreesOfFreedom);
  if (t === undefined) {
    t = tQuantile(0.975, degreesOfFreedom);
    upperQuantiles.set(degreesOfFreedom, t);
  }
  return t;
}

/** P(|T| ≤ t): with θ = arctan(t/√ν), a sum of ν/2 powers of cos θ. */
function centralProbability(t: number, degreesOfFreedom: number): number {
  const cosine2 = degreesOfFreedom / (degreesOfFreedom + t * t);
  const sine = t / Math.sqrt(degreesOfFreedom + t * t);
  const odd = degreesOfFreedom % 2 === 1;
  let term = odd ? Math.sqrt(cosine2) : 1;
  let sum = degreesOfFreedom === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= degreesOfFreedom - 2; k += 2) {
    term *= ((k - 1) / k) * cosine2;
    sum += term;
  }
  return odd ? (2 / PI) * (arctan(t / Math.sqrt(degreesOfFreedom)) + sine * sum) : sine * sum;
}

/** arctan of x ≥ 0: three half-angle steps bring the argument below 0.1, where eleven terms of the series are exact enough. */
function arctan(x: number): number {
  if (x > 1) return PI / 2 - arctan(1 / x);
  let y = x;
  for (let step = 0; step < 3; step++) y /= 1 + Math.sqrt(1 + y * y);
  let sum = 0;
  for (let k = 21; k >= 1; k -= 2) sum = 1 / k - y * y * sum;
  return 8 * y * sum;
}
