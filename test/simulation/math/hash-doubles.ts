/** One number for many results, so that a single wrong bit shows. */

/** FNV-1a over the bytes of doubles, little-endian, as eight hexadecimal digits. */
export function hashDoubles(values: Iterable<number>): string {
  const view = new DataView(new ArrayBuffer(8));
  let hash = 0x811c9dc5;
  for (const value of values) {
    view.setFloat64(0, value, true);
    for (let i = 0; i < 8; i++) hash = Math.imul(hash ^ view.getUint8(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
