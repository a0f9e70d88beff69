import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Sha256, sha256 } from '../../../simulation/analysis/sha256.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('SHA-256', () => {
  // The examples of FIPS 180-4: one block, two blocks, a million characters.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('matches the published digest (%#)', (text, digest) => {
    expect(sha256(bytes(text))).toBe(digest);
  });

  it('matches another implementation at every length around the block size', () => {
    for (let length = 0; length <= 130; length++) {
      const data = Uint8Array.from({ length }, (_, i) => (i * 7 + length) % 256);
      expect(sha256(data)).toBe(createHash('sha256').update(data).digest('hex'));
    }
  });

  it('does not depend on the pieces, and can be read in between', () => {
    const data = Uint8Array.from({ length: 300 }, (_, i) => i % 251);
    const hash = new Sha256();
    for (const [from, to] of [
      [0, 1],
      [1, 63],
      [63, 64],
      [64, 200],
      [200, 300],
    ]) {
      hash.update(data.subarray(from, to));
      expect(hash.digest()).toBe(sha256(data.subarray(0, to)));
    }
  });
});
