import { describe, expect, it } from 'vitest';
import { sortRows, textCell, toClipboard, type FigureTable, type Row } from '../../../src/charts/figure-table.ts';
import { estimateCell, shareWriting } from '../../../src/charts/figures.ts';

const row = (name: string, sort: number | null): Row => ({
  cells: [textCell(name), { text: String(sort ?? '–'), sort }],
});

describe('sorting a table of figures', () => {
  const rows = [row('Step 10', 2), row('Step 9', null), row('Step 1', 7)];
  const names = (sorted: readonly Row[]) => sorted.map(({ cells }) => cells[0]?.text);

  it('orders names as people count', () => {
    expect(names(sortRows(rows, 0, false, 'en'))).toEqual(['Step 1', 'Step 9', 'Step 10']);
  });

  it('puts rows without a figure last in both directions', () => {
    expect(names(sortRows(rows, 1, false, 'en'))).toEqual(['Step 10', 'Step 1', 'Step 9']);
    expect(names(sortRows(rows, 1, true, 'en'))).toEqual(['Step 1', 'Step 10', 'Step 9']);
  });
});

describe('copying a table', () => {
  it('gives one line per row, cells between tabs, intervals beside their figures', () => {
    const table: FigureTable = {
      caption: 'People',
      columns: [
        { label: 'Pool', numeric: false },
        { label: 'Utilisation (%)', numeric: true },
      ],
      rows: [
        {
          cells: [
            textCell('Quality\tengineers\n'),
            estimateCell({ value: 0.91, ci95: [0.88, 0.94] }, shareWriting('en')),
          ],
        },
      ],
    };
    expect(toClipboard(table)).toBe('Pool\tUtilisation (%)\nQuality engineers \t91.0 ± 3.0');
  });
});

describe('an estimate in a cell', () => {
  const share = shareWriting('en');

  it('shows half the interval when it is symmetric, else its ends', () => {
    expect(estimateCell({ value: 0.5, ci95: [0.4, 0.6] }, share)).toMatchObject({ text: '50.0', interval: '± 10.0' });
    expect(estimateCell({ value: 0.95, ci95: [0.85, 1] }, share).interval).toBe('85.0–100.0');
  });

  it('has no interval with one replication and no figure when nothing was measured', () => {
    expect(estimateCell({ value: 0.5, ci95: null }, share)).toEqual({ text: '50.0', sort: 0.5 });
    expect(estimateCell({ value: null, ci95: null }, share)).toEqual({ text: '–', sort: null });
  });
});
