/**
 * Sine and cosine with the same bits on every engine.
 *
 * Ported from fdlibm's k_sin.c, k_cos.c and e_rem_pio2.c:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunSoft, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
 */

/** Arguments beyond this (2^20 quarter turns) are not reduced. */
const LARGEST = 1647099;
const INVERSE_HALF_PI = 6.36619772367581382433e-1;
/** π/2 in pieces of 33 bits, each with the rest. */
const HALF_PI_1 = 1.57079632673412561417;
const HALF_PI_2 = 6.0771005063039659766e-11;
const HALF_PI_3 = 2.0222662487111664558e-21;
const HALF_PI_4 = 8.47842766036889956997e-32;

/** sin(x), x in radians, within 1 ulp; NaN beyond 1 647 099. */
export function sin(x: number): number {
  const quarter = reduce(x);
  if (quarter < 0) return NaN;
  const y = quarter & 1 ? cosKernel(high, low) : sinKernel(high, low);
  return quarter & 2 ? -y : y;
}

/** cos(x), x in radians, within 1 ulp; NaN beyond 1 647 099. */
export function cos(x: number): number {
  const quarter = reduce(x);
  if (quarter < 0) return NaN;
  const y = quarter & 1 ? sinKernel(high, low) : cosKernel(high, low);
  return quarter === 1 || quarter === 2 ? -y : y;
}

let high = 0;
let low = 0;

/** Leaves x less whole quarter turns in high + low, and returns the number of quarter turns modulo 4, or -1 out of range. */
function reduce(x: number): number {
  if (!(Math.abs(x) <= LARGEST)) return -1;
  high = x;
  low = 0;
  const n = Math.floor(x * INVERSE_HALF_PI + 0.5);
  if (n === 0) return 0;
  let r = x - n * HALF_PI_1;
  let t = r;
  let w = n * HALF_PI_2;
  r = t - w;
  let rest = t - r - w;
  t = r;
  w = n * HALF_PI_3 - rest;
  r = t - w;
  rest = t - r - w;
  w = n * HALF_PI_4 - rest;
  high = r - w;
  low = r - high - w;
  return n & 3;
}

function sinKernel(x: number, tail: number): number {
  const z = x * x;
  const v = z * x;
  const r =
    8.33333333332248946124e-3 +
    z *
      (-1.98412698298579493134e-4 +
        z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)));
  return x - (z * (0.5 * tail - v * r) - tail - v * -1.66666666666666324348e-1);
}

function cosKernel(x: number, tail: number): number {
  const z = x * x;
  const r =
    z *
    (4.16666666666666019037e-2 +
      z *
        (-1.38888888888741095749e-3 +
          z *
            (2.48015872894767294178e-5 +
              z * (-2.75573143513906633035e-7 + z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11)))));
  const half = 0.5 * z;
  const w = 1 - half;
  return w + (1 - w - half + (z * r - x * tail));
}
