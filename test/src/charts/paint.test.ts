import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paintFor, type Meaning } from '../../../src/charts/paint.ts';

const MEANINGS: readonly Meaning[] = [
  'working',
  'paused',
  'queued',
  'off-shift',
  'batching',
  'external',
  'synchronising',
  'late',
  'late-text',
  'on-time',
  'as-is',
  'to-be',
];

describe('colours by meaning', () => {
  it('are in files what the light page shows', () => {
    const light = readFileSync('src/app/tokens.css', 'utf8').split('.wa-dark')[0] ?? '';
    const paper = paintFor('paper');
    for (const meaning of MEANINGS) {
      const token = new RegExp(`--pf-${meaning}: (#[0-9a-f]+);`).exec(light)?.[1];
      expect(paper(meaning), meaning).toBe(token);
    }
  });

  it('follow the page where they are shown', () => {
    expect(paintFor('page')('late')).toMatch(/^var\(--pf-late, #/);
  });
});
