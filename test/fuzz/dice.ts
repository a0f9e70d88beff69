/** Repeatable chance for fuzzing: the same seed rolls the same. */
import seedrandom from 'seedrandom';

export interface Dice {
  /** An integer from 0 up to but not including `below`. */
  roll(below: number): number;
  /** One of them; throws on nothing. */
  pick<T>(all: readonly T[]): T;
  /** True once in `times`. */
  once(times: number): boolean;
}

export function dice(seed: string): Dice {
  const next = seedrandom(seed);
  const roll = (below: number): number => Math.floor(next() * below);
  return {
    roll,
    pick: (all) => {
      const found = all[roll(all.length)];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
    once: (times) => roll(times) === 0,
  };
}
