/** Restore points thin out with age but keep beginning, end and versions. */
import { describe, expect, it } from 'vitest';
import { nextVersionName, thinned } from '../../../src/study/history.ts';

const minute = 60_000;
const now = new Date('2026-03-02T18:00:00Z');
const point = (number: number, minutesAgo: number, version?: string) => ({
  number,
  savedAt: new Date(now.getTime() - minutesAgo * minute),
  ...(version ? { version: { name: version, note: '', reviewer: '' } } : {}),
});

describe('restore points', () => {
  it('are all kept while there are not too many', () => {
    expect(
      thinned(
        Array.from({ length: 60 }, (_, i) => point(i, 60 - i)),
        now,
      ),
    ).toEqual([]);
  });

  it('lose what stands closest to its neighbours for its age', () => {
    const points = [point(1, 1000), point(2, 999), point(3, 500), point(4, 2), point(5, 1)];
    expect(thinned(points, now, 4)).toEqual([2]);
  });

  it('keep the first, the last and the versions, and reach back over the whole time', () => {
    const points = Array.from({ length: 3000 }, (_, i) => point(i, 3000 - i, i === 1234 ? 'V1.0' : undefined));

    const gone = new Set(thinned(points, now));
    const left = points.filter(({ number }) => !gone.has(number));

    expect(left).toHaveLength(61);
    expect(left[0]?.number).toBe(0);
    expect(left.at(-1)?.number).toBe(2999);
    expect(left.some((p) => p.version?.name === 'V1.0')).toBe(true);
    const ages = left.map((p) => (now.getTime() - p.savedAt.getTime()) / minute);
    expect(ages.filter((age) => age < 60).length).toBeGreaterThan(20);
    expect(ages.filter((age) => age > 1000).length).toBeGreaterThan(5);
  });
});

describe('the name of the next version', () => {
  it.each([
    [undefined, 'V1.0'],
    ['V1.0', 'V1.1'],
    ['V2.9', 'V2.10'],
    ['1.4 (draft)', '1.5 (draft)'],
    ['Board meeting', 'Board meeting 2'],
  ])('after %s is %s', (last, next) => {
    expect(nextVersionName(last)).toBe(next);
  });
});
