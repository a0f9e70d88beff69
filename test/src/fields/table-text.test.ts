import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../../src/format/index.ts';
import { readColumns, writeColumns } from '../../../src/fields/table-text.ts';

const values = { name: 'values', read: parseNumber };
const weights = { name: 'weights', read: parseNumber };

describe('columns of numbers as text', () => {
  it('reads a column pasted from a spreadsheet', () => {
    expect(readColumns('12\r\n15\r\n\r\n1,200\r\n', [values])).toEqual({ columns: { values: [12, 15, 1200] } });
  });

  it('reads two columns, with tabs or typed with spaces', () => {
    expect(readColumns('5\t0.5\n10 0.3', [values, weights])).toEqual({
      columns: { values: [5, 10], weights: [0.5, 0.3] },
    });
  });

  it('lets a row end early, as the last edge of a histogram does', () => {
    expect(readColumns('0\t2\n5\t8\n10', [values, weights])).toEqual({
      columns: { values: [0, 5, 10], weights: [2, 8] },
    });
  });

  it('names the line and the cell it cannot read', () => {
    expect(readColumns('5\nsix', [values])).toEqual({ line: 2, cell: 'six' });
    expect(readColumns('1\t2\t3', [values, weights])).toEqual({ line: 1, cell: '3' });
  });

  it('writes what it reads', () => {
    expect(
      writeColumns(
        [
          [0, 5, 10],
          [2, 8],
        ],
        String,
      ),
    ).toBe('0\t2\n5\t8\n10');
  });
});
