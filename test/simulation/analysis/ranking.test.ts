import { describe, expect, it } from 'vitest';
import { rank } from '#simulation';
import { keyedUniform } from '../../../simulation/random/keyed.ts';

const noise = (experiment: number, d: number, r: number): number => keyedUniform(experiment, d, r, 0) - 0.5;
const design = (mean: number, d: number, experiment = 1): number[] =>
  Array.from({ length: 20 }, (_, r) => mean + noise(experiment, d, r));

describe('a ranking', () => {
  it('puts the best first and names ties as ties', () => {
    const { order, pairs } = rank([design(5, 1), design(3, 2), design(3.05, 3), design(9, 4)], 'lower');
    expect(order.map(({ best, worst }) => [best, worst])).toEqual([
      [1, 2],
      [1, 2],
      [3, 3],
      [4, 4],
    ]);
    expect(order[0]!.tiedWith).toEqual([order[1]!.index]);
    expect(order.slice(2).map(({ index }) => index)).toEqual([0, 3]);
    expect(pairs).toHaveLength(6);
  });

  it('knows which way is better', () => {
    expect(rank([design(1, 1), design(2, 2)], 'higher').order.map(({ index }) => index)).toEqual([1, 0]);
  });

  it('widens its intervals by Bonferroni', () => {
    const two = rank([design(1, 1), design(1, 2)], 'lower').pairs[0]!;
    const three = rank([design(1, 1), design(1, 2), design(1, 3)], 'lower').pairs[0]!;
    const width = ({ interval }: typeof two) => interval![1] - interval![0];
    // scipy.stats.t.ppf(1 - 0.05 / 6, 19) / scipy.stats.t.ppf(0.975, 19)
    expect(width(three) / width(two)).toBeCloseTo(2.6251 / 2.093, 3);
  });

  it('calls equal designs different in at most 5 of 100 experiments, all pairs together', () => {
    let wrong = 0;
    for (let e = 0; e < 600; e++) {
      const { pairs } = rank(
        [1, 2, 3, 4].map((d) => design(1, d, e)),
        'lower',
      );
      if (pairs.some(({ detectable }) => detectable)) wrong++;
    }
    expect(wrong / 600).toBeLessThan(0.05 + 0.018);
    expect(wrong / 600).toBeGreaterThan(0.01);
  });

  it('puts last what was not measured', () => {
    const { order } = rank(
      [
        [NaN, NaN],
        [1, 2],
        [NaN, NaN],
      ],
      'lower',
    );
    expect(order[0]!.index).toBe(1);
    expect(order[0]).toMatchObject({ best: 1, worst: 3 });
  });
});
