/**
 * Powers with the same bits on every engine.
 *
 * Ported from fdlibm's e_pow.c:
 * Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
 */
import { double, HIGH, LOW, powerOfTwo, words } from './bits.ts';

const TWO_53 = 9007199254740992;
const DP_HIGH = 5.84962487220764160156e-1;
const DP_LOW = 1.35003920212974897128e-8;
const L1 = 5.99999999999994648725e-1;
const L2 = 4.28571428578550184252e-1;
const L3 = 3.33333329818377432918e-1;
const L4 = 2.72728123808534006489e-1;
const L5 = 2.30660745775561754067e-1;
const L6 = 2.06975017800338417784e-1;
const P1 = 1.66666666666666019037e-1;
const P2 = -2.77777777770155933842e-3;
const P3 = 6.61375632143793436117e-5;
const P4 = -1.6533902205465251539e-6;
const P5 = 4.13813679705723846039e-8;
const LN2 = 6.93147180559945286227e-1;
const LN2_HIGH = 6.93147182464599609375e-1;
const LN2_LOW = -1.90465429995776804525e-9;
/** 2 / (3 ln 2) and its parts. */
const CP = 9.61796693925975554329e-1;
const CP_HIGH = 9.61796700954437255859e-1;
const CP_LOW = -7.02846165095275826516e-9;
const INVERSE_LN2 = 1.4426950408889634;
const INVERSE_LN2_HIGH = 1.44269502162933349609;
const INVERSE_LN2_LOW = 1.92596299112661746887e-8;

/** x^y within 1 ulp, with the special values of ECMAScript (so 1^Infinity is NaN). */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (y === 1) return x;
  if (!(x === x && y === y)) return NaN;
  const size = Math.abs(x);
  if (y === Infinity || y === -Infinity) return size === 1 ? NaN : size > 1 === y > 0 ? Infinity : 0;
  const odd = y % 2 === 1 || y % 2 === -1;
  const negative = x < 0 || Object.is(x, -0);
  const sign = negative && odd ? -1 : 1;
  if (size === 0 || size === Infinity) return sign * ((size === 0) === y > 0 ? 0 : Infinity);
  if (negative && y !== Math.floor(y)) return NaN;
  return size === 1 ? sign : sign * power(size, y);
}

/** x^y for finite x > 0 and finite y. */
function power(x: number, y: number): number {
  log2(x, y);
  const y1 = upper(y);
  const low = (y - y1) * logHigh + y * logLow;
  const high = y1 * logHigh;
  const z = low + high;
  if (z >= 1024) return Infinity;
  if (z < -1076) return 0;
  const n = Math.floor(z + 0.5);
  // 2^(z - n)
  const t = upper(low + (high - n));
  const u = t * LN2_HIGH;
  const v = (low - (t - (high - n))) * LN2 + t * LN2_LOW;
  const r = u + v;
  const w = v - (r - u);
  const rr = r * r;
  const c = r - rr * (P1 + rr * (P2 + rr * (P3 + rr * (P4 + rr * P5))));
  const result = 1 - ((r * c) / (c - 2) - (w + r * w) - r);
  if (n > 1023) return result * 2 * powerOfTwo(n - 1);
  return n >= -1021 ? result * powerOfTwo(n) : result * powerOfTwo(n + 1000) * powerOfTwo(-1000);
}

let logHigh = 0;
let logLow = 0;

/** log2(x) as logHigh + logLow to about 75 bits, for x > 0 that is to be raised to y. */
function log2(x: number, y: number): void {
  if (Math.abs(y) > 2147483648 && Math.abs(x - 1) < 1e-6) {
    const t = x - 1;
    const w = t * t * (0.5 - t * (0.3333333333333333 - t * 0.25));
    const u = INVERSE_LN2_HIGH * t;
    const v = t * INVERSE_LN2_LOW - w * INVERSE_LN2;
    logHigh = upper(u + v);
    logLow = v - (logHigh - u);
    return;
  }
  const scaled = x < powerOfTwo(-1022) ? x * TWO_53 : x;
  double[0] = scaled;
  const high = words[HIGH]!;
  const fraction = high & 0x000fffff;
  // x = 2^n a with a near 1 or 3/2
  const nearHalf = fraction > 0x3988e && fraction < 0xbb67a;
  let n = (high >>> 20) - 1023 + (fraction >= 0xbb67a ? 1 : 0);
  const a = n === 1024 ? scaled * 0.5 * powerOfTwo(-1023) : scaled * powerOfTwo(-n);
  if (scaled !== x) n -= 53;
  const base = nearHalf ? 1.5 : 1;
  const u = a - base;
  const v = 1 / (a + base);
  const s = u * v;
  const sHigh = upper(s);
  const sumHigh = upper(a + base);
  const sumLow = a - (sumHigh - base);
  const sLow = v * (u - sHigh * sumHigh - sHigh * sumLow);
  const s2 = s * s;
  let r = s2 * s2 * (L1 + s2 * (L2 + s2 * (L3 + s2 * (L4 + s2 * (L5 + s2 * L6)))));
  r += sLow * (sHigh + s);
  const square = sHigh * sHigh;
  const tHigh = upper(3 + square + r);
  const tLow = r - (tHigh - 3 - square);
  const p = sHigh * tHigh;
  const q = sLow * tHigh + tLow * s;
  const pHigh = upper(p + q);
  const pLow = q - (pHigh - p);
  const zHigh = CP_HIGH * pHigh;
  const zLow = CP_LOW * pHigh + pLow * CP + (nearHalf ? DP_LOW : 0);
  const dp = nearHalf ? DP_HIGH : 0;
  logHigh = upper(zHigh + zLow + dp + n);
  logLow = zLow - (logHigh - n - dp - zHigh);
}

/** The number with the lower half of its significand cleared. */
function upper(x: number): number {
  double[0] = x;
  words[LOW] = 0;
  return double[0];
}
