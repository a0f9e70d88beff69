/** Links that carry a design: what comes out is what went in, and any other text is refused. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deflate } from '../../../src/study/compress.ts';
import {
  isShareFragment,
  LONGEST_LINK,
  openFragment,
  SAFE_LINK,
  shareFragment,
} from '../../../src/study/share-link.ts';

const xml = readFileSync('samples/complaint-handling/as-is.bpmn', 'utf8');
const shared = { study: '客户投诉', name: 'As-is', xml };
const fragmentOf = async (text: string): Promise<string> =>
  `#study=1.${Buffer.from(await deflate(text)).toString('base64url')}`;

describe('a share link', () => {
  it('carries a design of usual size within the length every program keeps whole', async () => {
    const fragment = await shareFragment(shared);
    expect(isShareFragment(fragment)).toBe(true);
    expect(fragment.length).toBeLessThan(SAFE_LINK);
    expect(await openFragment(fragment)).toEqual(shared);
  });

  it('is refused when it is cut, changed, of another app, or of a newer version', async () => {
    const fragment = await shareFragment(shared);
    const middle = fragment.length >> 1;
    const flipped = `${fragment.slice(0, middle)}${fragment[middle] === 'A' ? 'B' : 'A'}${fragment.slice(middle + 1)}`;
    expect(await openFragment(fragment.slice(0, -200))).toBe('broken');
    expect(await openFragment(flipped)).not.toEqual(shared);
    expect(await openFragment('#study=1.<script>')).toBe('broken');
    expect(await openFragment(await fragmentOf('{"study":1}'))).toBe('broken');
    expect(await openFragment(await fragmentOf('{"__proto__":{"study":"x"},"name":"y","xml":"z"}'))).toBe('broken');
    expect(await openFragment('#study=2.AAAA')).toBe('newer');
    expect(isShareFragment('#json=abc,def')).toBe(false);
  });

  it('cannot unpack to more than a design ever is', async () => {
    const bomb = await fragmentOf(JSON.stringify({ ...shared, xml: ' '.repeat(20_000_000) }));
    expect(bomb.length).toBeLessThan(LONGEST_LINK);
    expect(await openFragment(bomb)).toBe('too-long');
    expect(await openFragment(`#study=1.${'A'.repeat(LONGEST_LINK)}`)).toBe('too-long');
  });
});
