/** Growing of the kernel's typed arrays. */

/** A longer copy, new places filled with `fill`. */
export function growInt(from: Int32Array, length: number, fill = 0): Int32Array<ArrayBuffer> {
  const to = new Int32Array(length);
  to.set(from);
  if (fill !== 0) to.fill(fill, from.length);
  return to;
}

export function growFloat(from: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const to = new Float64Array(length);
  to.set(from);
  return to;
}

export function growBytes(from: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const to = new Uint8Array(length);
  to.set(from);
  return to;
}
