/** Which replication is the worst, the median, the best. */
import { describe, expect, it } from 'vitest';
import { rankReplications, replicationAt } from '../../../src/replay/ranking.ts';

const PATHS = [
  ['cycleTime', 'mean'],
  ['slas', 'Slow', 'hitRate'],
  ['slas', 'Quick', 'hitRate'],
];
const measured = (...figures: readonly (readonly number[])[]) =>
  figures.map((kpis, index) => ({ index, kpis: Float64Array.from(kpis) }));

describe('the ranking of replications', () => {
  it('goes by the hit rate of the first promise, and leaves out those in which nothing was judged', () => {
    const ranking = rankReplications(
      PATHS,
      [
        { id: 'Quick', name: 'Quick answers' },
        { id: 'Slow', name: 'All else' },
      ],
      measured([1, 0.1, 0.9], [2, 0.2, 0.7], [3, 0.3, NaN], [4, 0.4, 0.8]),
    );
    expect(ranking).toEqual({ order: [1, 3, 0], promise: 'Quick answers' });
    expect((['worst', 'median', 'best'] as const).map((rank) => replicationAt(ranking, rank))).toEqual([1, 3, 0]);
  });

  it('goes by the mean cycle time without promises; of two in the middle the worse is the median', () => {
    const ranking = rankReplications(PATHS, [], measured([30], [10], [20], [20]));
    expect(ranking).toEqual({ order: [0, 2, 3, 1], promise: undefined });
    expect(replicationAt(ranking, 'median')).toBe(2);
  });

  it('knows none of a run in which nothing was measured', () => {
    expect(replicationAt(rankReplications(PATHS, [], measured([NaN])), 'worst')).toBeUndefined();
  });
});
