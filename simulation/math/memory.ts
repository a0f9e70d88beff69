/**
 * Arrays that the engine works on, laid out so that processors and compilers are quick with them.
 *
 * What is kept of one token lies in dozens of arrays at the same index. Where an allocator begins every larger array at the edge of a
 * page, all of that shares the same few lines of a processor's first cache and drives each other out: in Chromium it took half the
 * engine's speed. So each array begins a few lines further into its memory than the one before. With memory of its own an array is never in the heap either,
 * where it might be moved, so that its place would have to be looked up at every access.
 */

const PAGE = 4096;
/** Five cache lines: one array's first places seldom need more, and multiples of five reach all lines of a page. */
const STEP = 320;

const made = { count: 0 };

/** Memory of the next array, and where in it the array begins. */
function memory(length: number): { readonly buffer: ArrayBuffer; readonly offset: number } {
  const offset = (made.count++ * STEP) % PAGE;
  return { buffer: new ArrayBuffer(offset + length), offset };
}

/** `count` doubles, 0 at first. */
export function doubles(count: number): Float64Array<ArrayBuffer> {
  const { buffer, offset } = memory(8 * count);
  return new Float64Array(buffer, offset, count);
}

/** `count` integers of 32 bits, 0 at first. */
export function integers(count: number): Int32Array<ArrayBuffer> {
  const { buffer, offset } = memory(4 * count);
  return new Int32Array(buffer, offset, count);
}

/** `count` integers of 8 bits without sign, 0 at first. */
export function bytes(count: number): Uint8Array<ArrayBuffer> {
  const { buffer, offset } = memory(count);
  return new Uint8Array(buffer, offset, count);
}
