import { describe, expect, it } from 'vitest';
import { decode } from '../../../../src/bpmn/front-door/decode.ts';

const ascii = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0));
const file = (encoding: string | undefined, bytes: readonly number[]): Uint8Array =>
  Uint8Array.from([
    ...ascii(encoding === undefined ? '<a n="' : `<?xml version="1.0" encoding="${encoding}"?><a n="`),
    ...bytes,
    ...ascii('"/>'),
  ]);
const nameIn = (bytes: Uint8Array): string | undefined => / n="(.*)"/.exec(decode(bytes).text)?.[1];

describe('decoding', () => {
  it.each([
    ['UTF-8', [0xe5, 0xae, 0xa1], '审'],
    ['GB18030', [0xc9, 0xf3, 0x95, 0x32, 0x82, 0x36], '审𠀀'],
    ['GB2312', [0xc9, 0xf3], '审'],
    ['cp936', [0xc9, 0xf3], '审'],
    ['Big5', [0xbc, 0x66], '審'],
    ['ISO-8859-1', [0x50, 0x72, 0xfc, 0x66], 'Prüf'],
    ['iso-8859-15', [0xa4], '€'],
    ['windows-1252', [0x93, 0x80, 0x94], '“€”'],
    ['MacRoman', [0x9f, 0xdb], 'ü€'],
    ['Shift_JIS', [0x90, 0x52], '審'],
  ])('%s as declared', (encoding, bytes, text) => {
    expect(decode(file(encoding, bytes)).issues).toEqual([]);
    expect(nameIn(file(encoding, bytes))).toBe(text);
  });

  it.each([
    ['Chinese', [0xc9, 0xf3, 0xc5, 0xfa], '审批', 'gb18030'],
    ['European', [0x50, 0x72, 0xfc, 0x66, 0x65, 0x6e], 'Prüfen', 'windows-1252'],
  ])('%s text that is not UTF-8 and says nothing is guessed, and the guess is told', (_, bytes, text, encoding) => {
    expect(decode(file(undefined, bytes)).issues).toMatchObject([{ code: 'encoding-guessed', values: { encoding } }]);
    expect(nameIn(file(undefined, bytes))).toBe(text);
  });

  it('reads what is declared wrongly as well as it can, and says so', () => {
    const broken = decode(file('UTF-8', [0xfc]));
    expect(broken.text).toContain('�');
    expect(broken.issues).toMatchObject([{ code: 'encoding-broken', values: { encoding: 'utf-8' } }]);
    expect(decode(file('Klingon', [0x41])).issues).toMatchObject([
      { code: 'encoding-unknown', values: { encoding: 'klingon' } },
    ]);
    expect(decode(file('constructor', [0x41])).issues).toMatchObject([{ code: 'encoding-unknown' }]);
  });

  it('does not believe UTF-16 in bytes that are none', () => {
    expect(nameIn(file('UTF-16', [0xe5, 0xae, 0xa1]))).toBe('审');
  });
});
