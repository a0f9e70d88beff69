/**
 * Keyed uniforms: a uniform is a function of (seed, replication, element, purpose, case, counter), not of what was drawn before.
 * Own construction after the pattern of counter-based generators (Salmon et al. 2011, "Parallel random numbers: as easy as
 * 1, 2, 3"): a keyed permutation of 64 bits out of 32-bit multiplications, rotations and exclusive ors. Measured with TestU01; see
 * `test/random-battery/README.md`.
 */
import { integers } from '../math/memory.ts';
import type { Purpose } from './purpose.ts';
import type { SeedWords } from './seed.ts';

/** 64 bits of key as two uint32. */
export type Key = readonly [number, number];

const TWO_M32 = 1 / 4294967296;
const TWO_M52 = TWO_M32 / 1048576;
/** Half plus half a step: makes the result open and symmetric around 1/2. */
const MIDDLE = 0.5 + TWO_M52 / 2;

/**
 * The random bits of the last `drawBits`: `high` all 32 bits, `low` the upper 20. Kept here because a double returned from a call
 * costs memory; two integers do not.
 */
export const bits = integers(2);

/** Places in `bits`. */
export const HIGH_BITS = 0;
export const LOW_BITS = 1;

/**
 * Draws 52 random bits for `counter` (visit and draw number) of the case `caseKey` from the stream with key (k0, k1) into `bits`.
 * All arguments uint32 (int32 with the same bits will do).
 */
export function drawBits(k0: number, k1: number, caseKey: number, counter: number): void {
  // Two lanes are mixed alone, then through each other in Feistel steps, each a bijection; the key enters twice.
  let a = Math.imul(caseKey ^ k0, 0x9e3779b1);
  let b = Math.imul(counter ^ k1, 0x85ebca77);
  a = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d);
  b = Math.imul(b ^ (b >>> 16), 0x297a2d39);
  b ^= a ^ (a >>> 13);
  b = Math.imul(b, 0x7feb352d);
  a = (a + k1) ^ b ^ (b >>> 16);
  a = Math.imul(a, 0x846ca68b);
  b = (b + k0) ^ a ^ (a >>> 15);
  b = Math.imul(b, 0x31848bab);
  a ^= b ^ (b >>> 14);
  a = Math.imul(a, 0x9e485565);
  b ^= a ^ (a >>> 16);
  bits[HIGH_BITS] = a ^ (a >>> 16);
  bits[LOW_BITS] = b >>> 12;
}

/** The bits last drawn as a uniform: 52 bits in the open interval (0, 1), symmetric around 1/2. */
export const uniformOfBits = (): number => bits[HIGH_BITS]! * TWO_M32 + (bits[LOW_BITS]! * TWO_M52 + MIDDLE);

/** The uniform of `counter` of the case `caseKey` in the stream with key (k0, k1): `drawBits` as a number in (0, 1). */
export function keyedUniform(k0: number, k1: number, caseKey: number, counter: number): number {
  drawBits(k0, k1, caseKey, counter);
  return uniformOfBits();
}

/**
 * The key of a stream, from the run's seed, the replication number, the element's key (`hashKey` of its id) and the purpose of
 * its draws.
 */
export function streamKey(seed: SeedWords, replication: number, element: Key, purpose: Purpose): Key {
  deriveKey(replicationKey(seed, replication), element, purpose);
  return [derived[0]! >>> 0, derived[1]! >>> 0];
}

/** What the keys of all streams of a replication begin with, for `deriveKey`. */
export function replicationKey(seed: SeedWords, replication: number): Key {
  begin();
  for (const word of seed) absorb(word);
  absorb(replication);
  return [state[0]!, state[1]!];
}

/** The key that `deriveKey` found last, as int32. */
export const derived = integers(2);

/** Puts the key of a stream of the replication (`replicationKey`) into `derived`: replications are many and may be short. */
export function deriveKey(replication: Key, element: Key, purpose: Purpose): void {
  state[0] = replication[0];
  state[1] = replication[1];
  absorb(element[0]);
  absorb(element[1]);
  absorb(purpose);
  finish();
}

/** 64-bit hash of a text, for element ids and other names in keys. */
export function hashKey(text: string): Key {
  begin();
  absorb(text.length);
  for (let i = 0; i < text.length; i += 2) absorb(text.charCodeAt(i) | ((text.charCodeAt(i + 1) || 0) << 16));
  finish();
  return [derived[0]! >>> 0, derived[1]! >>> 0];
}

/** The hash of words under way. */
const state = integers(2);

function begin(): void {
  state[0] = 0x243f6a88;
  state[1] = 0x85a308d3;
}

/** Absorbs a 32-bit word into 64 bits, through full rounds that carry every bit of the state into both halves. */
function absorb(word: number): void {
  let a = state[0]! ^ word;
  let b = state[1]!;
  for (let round = 0; round < 3; round++) {
    a = mix32(a + 0x9e3779b9);
    b = mix32(b ^ a);
    a = (a + Math.imul(b, 0x85ebca6b)) | 0;
  }
  state[0] = a;
  state[1] = b;
}

/** Puts the hash of what was absorbed into `derived`. */
function finish(): void {
  derived[0] = mix32(state[0]! ^ 0x13198a2e);
  derived[1] = mix32(state[1]! ^ 0x03707344);
}

/** A bijection of 32 bits with low bias (Wellons 2018, "Prospecting for hash functions"). */
function mix32(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}
