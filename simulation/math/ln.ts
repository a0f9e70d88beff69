/**
 * The natural logarithm with the same bits on every engine.
 *
 * Ported from fdlibm's e_log.c:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunSoft, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
 */
import { double, HIGH, powerOfTwo, words } from './bits.ts';

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const TWO_54 = 18014398509481984;
const L1 = 6.66666666666673513e-1;
const L2 = 3.999999999940941908e-1;
const L3 = 2.857142874366239149e-1;
const L4 = 2.222219843214978396e-1;
const L5 = 1.818357216161805012e-1;
const L6 = 1.531383769920937332e-1;
const L7 = 1.479819860511658591e-1;

/** ln(x) within 1 ulp; -Infinity at 0, NaN below. */
export function ln(x: number): number {
  let y = x;
  let k = 0;
  double[0] = x;
  let high = words[HIGH]! | 0;
  if (high < 0x00100000 || high >= 0x7ff00000) {
    if (x === 0) return -Infinity;
    if (!(x > 0)) return NaN;
    if (x === Infinity) return x;
    // subnormal: scale up
    k = -54;
    y = x * TWO_54;
    double[0] = y;
    high = words[HIGH]! | 0;
  }
  // y = 2^e (1 + f) with sqrt(1/2) < 1 + f < sqrt(2)
  const e = ((high + 0x95f64) >> 20) - 1023;
  const f = y * powerOfTwo(-e) - 1;
  k += e;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const r = w * (L2 + w * (L4 + w * L6)) + z * (L1 + w * (L3 + w * (L5 + w * L7)));
  const hfsq = 0.5 * f * f;
  return k * LN2_HIGH - (hfsq - (s * (hfsq + r) + k * LN2_LOW) - f);
}

/** ln(1 + x) without loss for small x (Kahan: the rounding error of 1 + x cancels in the quotient). */
export function ln1p(x: number): number {
  const y = 1 + x;
  return y === 1 ? x : y === Infinity ? y : ln(y) * (x / (y - 1));
}
