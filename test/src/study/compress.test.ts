/** Deflated text comes back; what would grow too large does not. */
import { describe, expect, it } from 'vitest';
import { deflate, inflate } from '../../../src/study/compress.ts';

describe('compression', () => {
  it('gives back every character', async () => {
    const text = '𠮷😀 判定责任 <a b="c"/>\r\n'.repeat(500);
    const packed = await deflate(text);
    expect(packed.length).toBeLessThan(400);
    expect(await inflate(packed, 100_000)).toBe(text);
  });

  it('stops a bomb at the limit', async () => {
    const bomb = await deflate('0'.repeat(50_000_000));
    expect(bomb.length).toBeLessThan(60_000);
    await expect(inflate(bomb, 2_000_000)).rejects.toThrow(RangeError);
  });

  it('refuses what is cut, no deflate, or no text', async () => {
    const packed = await deflate('Decide responsibility, '.repeat(50));
    await expect(inflate(packed.slice(0, -4), 1e6)).rejects.toThrow();
    await expect(inflate(Uint8Array.of(1, 2, 3, 4, 5), 1e6)).rejects.toThrow();
    await expect(inflate(Uint8Array.of(1, 1, 0, 254, 255, 255), 1e6)).rejects.toThrow();
  });
});
