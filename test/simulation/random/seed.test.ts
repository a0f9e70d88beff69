/** Any text is a seed. */
import { describe, expect, it } from 'vitest';
import { seedWords } from '../../../simulation/random/seed.ts';

describe('seedWords', () => {
  it('gives the same words for the same text, for ever', () => {
    expect(seedWords('preflight')).toEqual([518780920, 44501734, 1028089413, 3476184615]);
    expect(seedWords('')).toEqual([2909936824, 2546105778, 1443650354, 3931313891]);
  });

  it('takes a number for its decimal text', () => {
    for (const n of [0, 7, -1, 1.5, 2 ** 53]) expect(seedWords(n)).toEqual(seedWords(String(n)));
  });

  it('tells odd seeds apart', () => {
    const seeds = [
      '',
      ' ',
      '0',
      '-0',
      '-1',
      '1',
      '9007199254740993',
      '种子',
      '種子',
      'a',
      'A',
      '\u0000',
      '\u0100',
      'seed:',
    ];
    seeds.push('x'.repeat(300), 'x'.repeat(301));
    expect(new Set(seeds.map((seed) => seedWords(seed).join())).size).toBe(seeds.length);
  });

  it('does not mind how a letter is composed', () => {
    expect(seedWords('caf\u00e9')).toEqual(seedWords('cafe\u0301'));
  });

  it('gives four words of 32 bits', () => {
    for (const word of seedWords('any')) expect(word).toBe(word >>> 0);
  });
});
