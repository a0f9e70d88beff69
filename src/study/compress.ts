/** Text as few bytes and back, by the browser's own deflate; works in Node as well. */

/** Packs text (UTF-8, raw deflate). */
export async function deflate(text: string): Promise<Uint8Array> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/**
 * Unpacks what `deflate` packed. Rejects with a `RangeError` as soon as the text would be longer than `limit` bytes, whatever
 * the packed size is, and with another error when the bytes are no deflated UTF-8 text.
 */
export async function inflate(bytes: Uint8Array, limit: number): Promise<string> {
  const reader = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let length = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      throw new RangeError(`more than ${limit} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
