import { describe, expect, it } from 'vitest';
import { table } from '../../../src/cli/table.ts';
import { printable, truncate, widthOf } from '../../../src/cli/terminal-text.ts';

describe('text for a terminal', () => {
  it.each([
    ['abc', 3],
    ['理赔', 4],
    ['（Ａ）', 6],
    ['é', 1],
    ['e\u0301', 1],
    ['한국', 4],
    ['😀', 2],
    ['👩‍👩‍👧', 2],
    ['𠮷', 2],
    ['–…“”', 4],
    ['', 0],
  ])('%s takes %d columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it('cannot drive the terminal or turn a line around', () => {
    expect(printable('a\x1b[31mb\r\n\tc\u202ed\x9be')).toBe('a [31mb c d e');
  });

  it('is cut at whole characters', () => {
    expect(truncate('abcdef', 6)).toBe('abcdef');
    expect(truncate('abcdefg', 6)).toBe('abcde…');
    expect(truncate('理赔审核', 6)).toBe('理赔…');
  });
});

describe('a table', () => {
  it('is aligned by what is seen', () => {
    expect(
      table(
        ['Activity', 'Runs'],
        [
          ['审核', '1,234'],
          ['Pay', '5'],
        ],
      ),
    ).toBe(['Activity   Runs', '审核      1,234', 'Pay           5'].join('\n'));
  });

  it('leaves out columns without content', () => {
    expect(table(['Name', 'Empty', 'Full'], [['a', '', '1']])).toBe('Name  Full\na        1');
  });

  it('keeps names from a file on one line', () => {
    expect(table(['Name', 'N'], [['two\nlines', '1']])).toBe('Name       N\ntwo lines  1');
  });
});
