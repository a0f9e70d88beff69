/** Luck of experiments, not of cases: which inputs are tried, in which order changes are made. Keyed like all other luck. */
import { hashKey, keyedUniform, streamKey } from './keyed.ts';
import { Purpose } from './purpose.ts';
import { seedWords } from './seed.ts';

/** Uniforms in (0, 1) of an experiment: the same seed, name and index give the same number, whatever else was drawn. */
export function experimentDraws(seed: string, name: string): (index: number) => number {
  // Ids of elements have no blanks, so no element shares this stream.
  const [k0, k1] = streamKey(seedWords(seed), 0, hashKey(`experiment ${name}`), Purpose.order);
  return (index) => keyedUniform(k0, k1, index, 0);
}

/** 0 … count − 1 in a random order (Fisher & Yates), the `index`-th such order of the draws. */
export function randomOrder(draw: (index: number) => number, count: number, index: number): readonly number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(draw(index * count + i) * (i + 1));
    const swapped = order[i]!;
    order[i] = order[j]!;
    order[j] = swapped;
  }
  return order;
}
