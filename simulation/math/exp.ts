/**
 * The exponential function with the same bits on every engine.
 *
 * Ported from fdlibm's e_exp.c:
 * Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
 */
import { powerOfTwo } from './bits.ts';
import { ln } from './ln.ts';

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;
const OVERFLOW = 7.09782712893383973096e2;
const UNDERFLOW = -7.4513321910194110842e2;
const HALF_LN2 = 0.34657359027997264;
const TWO_1023 = 8.98846567431157954e307;
const TWO_M1000 = 9.3326361850321887899e-302;
const P1 = 1.66666666666666019037e-1;
const P2 = -2.77777777770155933842e-3;
const P3 = 6.61375632143793436117e-5;
const P4 = -1.6533902205465251539e-6;
const P5 = 4.13813679705723846039e-8;

/** e^x within 1 ulp; Infinity above 709.78, 0 below -745.13. */
export function exp(x: number): number {
  if (!(x <= OVERFLOW)) return x > OVERFLOW ? Infinity : NaN;
  if (x < UNDERFLOW) return 0;
  let k = 0;
  let high = x;
  let low = 0;
  let r = x;
  if (x > HALF_LN2 || x < -HALF_LN2) {
    k = (INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5)) | 0;
    high = x - k * LN2_HIGH;
    low = k * LN2_LOW;
    r = high - low;
  }
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  if (k === 0) return 1 - ((r * c) / (c - 2) - r);
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k >= -1021) return k === 1024 ? y * 2 * TWO_1023 : y * powerOfTwo(k);
  // the result is subnormal: scale in two steps, so that it is rounded once
  return y * powerOfTwo(k + 1000) * TWO_M1000;
}

/** e^x - 1 without loss for small x (Kahan: the rounding error of e^x cancels in the quotient). */
export function expm1(x: number): number {
  const y = exp(x);
  if (y === 1) return x;
  const z = y - 1;
  return z === -1 || y === Infinity ? z : z * (x / ln(y));
}
