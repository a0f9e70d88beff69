/** Numbers that functions hand to each other outside of calls, because a double in a call costs memory. */

/** Arrays up to 64 bytes lie in the heap, where they may be moved, so that engines look their place up at every access. */
const LONG_ENOUGH = 16;

/** The number itself, of which compilers then know that it is an integer (of 32 bits): they need not make sure before they store it. */
export const integer = (x: number): number => x | 0;

/** Room for `count` doubles and integers (at least that many), 0 at first. */
export const doubles = (count: number): Float64Array<ArrayBuffer> => new Float64Array(Math.max(count, LONG_ENOUGH));
export const integers = (count: number): Int32Array<ArrayBuffer> => new Int32Array(Math.max(count, 2 * LONG_ENOUGH));
