/** More than two designs under the same luck: who is better than whom, with intervals that hold all at the same time. */
import { comparePaired, type Direction, type PairedDifference } from './compare.ts';
import { halfWidthAt } from './estimate.ts';

/** Two designs of a ranking: `second` minus `first`. */
export interface RankedPair {
  readonly first: number;
  readonly second: number;
  readonly difference: PairedDifference;
  /** Simultaneous interval: all pairs' intervals hold together with the confidence of the ranking. Undefined below two replications. */
  readonly interval?: readonly [low: number, high: number];
  /** Whether it excludes 0. */
  readonly detectable: boolean;
}

/** The place of a design. */
export interface Ranked {
  readonly index: number;
  /** Places it can have given what is known: 1 = best. Equal when no tie is left. */
  readonly best: number;
  readonly worst: number;
  /** Designs that cannot be told from it. */
  readonly tiedWith: readonly number[];
}

export interface Ranking {
  /** By mean, the best first. */
  readonly order: readonly Ranked[];
  readonly pairs: readonly RankedPair[];
  readonly confidence: number;
}

/**
 * Ranks designs by a figure: `values[d][r]` is that of design d in replication r. The intervals of all k(k − 1)/2 pairs are Bonferroni's,
 * so with the confidence given every pair called different is, and every true place lies between `best` and `worst` (Klein, Wright
 * & Wieczorek, JRSS A 183, 2020). Designs that were never measured come last and are tied with all.
 */
export function rank(values: readonly ArrayLike<number>[], better: Direction, confidence = 0.95): Ranking {
  const count = values.length;
  const level = 1 - (1 - confidence) / Math.max(1, (count * (count - 1)) / 2);
  const pairs = values.flatMap((first, a) =>
    values.slice(a + 1).map((second, i): RankedPair => {
      const difference = comparePaired(first, second);
      const reach = halfWidthAt(difference, level);
      const detectable = difference.count >= 2 && Math.abs(difference.mean) > reach;
      const interval = [difference.mean - reach, difference.mean + reach] as const;
      return { first: a, second: a + 1 + i, difference, detectable, ...(difference.count < 2 ? {} : { interval }) };
    }),
  );
  const sign = better === 'lower' ? 1 : -1;
  const means = values.map((of) => meanOf(of) * sign);
  const order = [...values.keys()]
    .sort((a, b) => (Number.isNaN(means[a]!) ? 1 : Number.isNaN(means[b]!) ? -1 : means[a]! - means[b]!))
    .map((index): Ranked => {
      const own = pairs.filter(({ first, second }) => first === index || second === index);
      const isWorse = ({ first, difference }: RankedPair): boolean =>
        difference.mean * sign * (first === index ? 1 : -1) < 0;
      const told = own.filter(({ detectable }) => detectable);
      const behind = told.filter(isWorse).length;
      const tied = own.filter(({ detectable }) => !detectable);
      return {
        index,
        best: 1 + behind,
        worst: count - (told.length - behind),
        tiedWith: tied.map(({ first, second }) => (first === index ? second : first)),
      };
    });
  return { order, pairs, confidence };
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return sum / count;
}
