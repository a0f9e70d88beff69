import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { raiseFlags, rowsOf, type Flag, type RaisedFlag } from '../../../src/charts/flag-layout.ts';

const area = { from: 0, to: 600, fontSize: 10, rows: 4 };

/** A letter is six pixels wide where nothing can be measured. */
const flag = (at: number, ...lengths: readonly number[]): Flag => ({
  at,
  texts: lengths.map((length) => 'x'.repeat(length)),
});

const spans = (raised: readonly RaisedFlag<Flag>[]) =>
  raised.map(({ row, left, width, text }) => [row, left, left + width, text.length]);

describe('the labels of lines', () => {
  it('stand over the middle of their lines where nothing is in the way', () => {
    expect(spans(raiseFlags([flag(100, 10)], [flag(300, 20)], area))).toEqual([
      [0, 70, 130, 10],
      [1, 240, 360, 20],
    ]);
  });

  it('stand beside the lines that rise further', () => {
    expect(spans(raiseFlags([], [flag(300, 30), flag(310, 30), flag(320, 30)], area))).toEqual([
      [0, 125, 305, 30],
      [0, 315, 495, 30],
      [1, 220, 400, 30],
    ]);
  });

  it('say less where they have less room', () => {
    // Both sides of each line are narrower than 60 letters, until the other line has ended.
    expect(
      spans(raiseFlags([], [flag(300, 60, 40), flag(320, 60, 40)], area)).map(([row, , , size]) => [row, size]),
    ).toEqual([
      [0, 40],
      [1, 60],
    ]);
  });

  it('say less rather than take more rows than there are', () => {
    const flags = [flag(100, 60, 10), flag(300, 60, 10), flag(500, 60, 10)];
    expect(rowsOf(raiseFlags([], flags, area))).toBe(3);
    expect(rowsOf(raiseFlags([], flags, { ...area, rows: 1 }))).toBe(1);
  });

  it('are cut where even the shortest has no room', () => {
    const raised = raiseFlags([], [flag(300, 90), flag(310, 90)], area);
    expect(raised[0]?.text).toMatch(/^x+…$/);
    expect(raised[1]?.text).toHaveLength(90);
  });

  it('never touch each other or the line of another, and all are there', () => {
    const some = fc.array(
      fc.record({ at: fc.integer({ min: 0, max: 600 }), length: fc.integer({ min: 3, max: 80 }) }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(some, some, (lower, upper) => {
        const flags = (list: typeof lower) => list.map(({ at, length }) => flag(at, length, Math.ceil(length / 2)));
        const raised = raiseFlags(flags(lower), flags(upper), area);
        expect(raised).toHaveLength(lower.length + upper.length);
        for (const a of raised) {
          expect(a.left).toBeGreaterThanOrEqual(area.from);
          expect(a.left + a.width).toBeLessThanOrEqual(area.to);
          for (const b of raised) {
            if (a === b) continue;
            if (b.row >= a.row) expect(b.flag.at <= a.left || b.flag.at >= a.left + a.width).toBe(true);
            if (b.row === a.row) expect(b.left + b.width <= a.left || b.left >= a.left + a.width).toBe(true);
          }
        }
      }),
    );
  });
});
