/** The two 32-bit halves of a double: one shared buffer through which `simulation/math` looks at and builds numbers. */

/** Write a double here, read its halves from `words`, or the other way round. Never kept across a call. */
export const double = new Float64Array(1);
export const words = new Uint32Array(double.buffer);

double[0] = 1;

/** Index in `words` of the half with sign, exponent and the upper 20 bits of the significand. */
export const HIGH = words[1] === 0x3ff00000 ? 1 : 0;
/** Index in `words` of the lower 32 bits of the significand. */
export const LOW = 1 - HIGH;
