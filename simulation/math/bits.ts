/** The two 32-bit halves of a double: one shared buffer through which `simulation/math` looks at and builds numbers. */

import { doubles } from './memory.ts';

/** Write a double here, read its halves from `words`, or the other way round. Never kept across a call. */
export const double = doubles(1);
export const words = new Uint32Array(double.buffer, double.byteOffset, 2);

double[0] = 1;

/** Index in `words` of the half with sign, exponent and the upper 20 bits of the significand. */
export const HIGH = words[1] === 0x3ff00000 ? 1 : 0;
/** Index in `words` of the lower 32 bits of the significand. */
export const LOW = 1 - HIGH;

const SMALLEST = -1074;

/** 2^k for k = -1074..1023, exactly. Multiplying by them is faster than to write exponent bits, which the next read has to wait for. */
const POWERS = doubles(1024 - SMALLEST);
for (let k = SMALLEST, power = Number.MIN_VALUE; k < 1024; k++, power *= 2) POWERS[k - SMALLEST] = power;

/** 2^k for a whole k in -1074..1023. */
export const powerOfTwo = (k: number): number => POWERS[k - SMALLEST]!;
