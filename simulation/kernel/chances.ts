/** Draws of loops and of events that happen by chance; keyed like all others (rule 28), made only for models that have them. */
import { empty } from './arrays.ts';
import type { Distribution } from '../distributions/distribution.ts';
import { hashKey, keyedUniform, streamKey, type Key } from '../random/keyed.ts';
import { Purpose } from '../random/purpose.ts';
import type { SeedWords } from '../random/seed.ts';
import { cases } from './cases.ts';
import { network } from './loaded.ts';

let seed: SeedWords | undefined;
let replication = 0;
const choiceKeys = new Map<number, Key>();
const iterationKeys = new Map<number, Key>();

export function resetChances(words: SeedWords, index: number): void {
  seed = words;
  replication = index;
  empty(choiceKeys, iterationKeys);
}

/** Uniform that decides whether an event happens on this visit. */
export const drawChance = (n: number, c: number, visit: number): number =>
  draw(choiceKeys, Purpose.choice, n, c, visit);

/** Uniform that decides whether a loop runs again; `counter` = runs of it by the case so far. */
export const drawRepeat = (n: number, c: number, counter: number): number =>
  draw(iterationKeys, Purpose.iterations, n, c, counter);

/** Number of instances drawn on this visit, rounded to a whole number. */
export const drawCount = (distribution: Distribution, n: number, c: number, visit: number): number =>
  Math.round(distribution.quantile(drawRepeat(n, c, visit)));

function draw(keys: Map<number, Key>, purpose: Purpose, n: number, c: number, counter: number): number {
  let key = keys.get(n);
  if (!key) {
    if (!seed) throw new Error('no replication under way');
    key = streamKey(seed, replication, hashKey(network.keyOf(network.nodeIds[n]!)), purpose);
    keys.set(n, key);
  }
  return keyedUniform(key[0], key[1], cases.key[c]!, counter);
}
