/**
 * Exact partition of the cycle time (semantics, KPI 4): at each instant a case is in the most important state any of its tokens is
 * in, so the parts of a case add up to its cycle time to the millisecond.
 */
import { growFloat, growInt } from '../kernel/arrays.ts';
import { now } from '../kernel/clock.ts';
import { TokenState } from '../kernel/tokens.ts';
import { DECOMPOSITION_PARTS } from '../model/result.ts';
import type { Observer } from './observer.ts';
import { SECOND } from './window.ts';

const STRIDE = 8;
const PARTS = DECOMPOSITION_PARTS.length;

let counts = new Int32Array(0);
/** Bit i set = some token is in state i. */
let masks = new Int32Array(0);
let since = new Float64Array(0);
/** Time spent so far in each part, per case. */
export let partTimes = new Float64Array(0);
const sums = new Float64Array(PARTS);
let measured = 0;

export function growCases(capacity: number): void {
  counts = growInt(counts, Math.max(counts.length, capacity * STRIDE));
  masks = growInt(masks, Math.max(masks.length, capacity));
  since = growFloat(since, Math.max(since.length, capacity));
  partTimes = growFloat(partTimes, Math.max(partTimes.length, capacity * STRIDE));
}

export function caseStarted(c: number): void {
  masks[c] = 0;
  since[c] = now;
  for (let i = c * STRIDE, end = i + STRIDE; i < end; i++) {
    counts[i] = 0;
    partTimes[i] = 0;
  }
}

export function stateChanged(c: number, from: number, to: number): void {
  const base = c * STRIDE;
  let mask = masks[c]!;
  const elapsed = now - since[c]!;
  if (elapsed > 0) {
    const i = base + part(mask);
    partTimes[i] = partTimes[i]! + elapsed;
    since[c] = now;
  }
  if (from !== TokenState.none) {
    const left = counts[base + from]! - 1;
    counts[base + from] = left;
    if (left === 0) mask &= ~(1 << from);
  }
  if (to !== TokenState.none) {
    const before = counts[base + to]!;
    counts[base + to] = before + 1;
    if (before === 0) mask |= 1 << to;
  }
  masks[c] = mask;
}

/** Brings the case's clock up to now. */
export function settleCase(c: number): void {
  stateChanged(c, TokenState.none, TokenState.none);
}

/** Counts the parts of a completed case. */
export function addCase(c: number): void {
  measured++;
  for (let i = 0; i < PARTS; i++) sums[i] = sums[i]! + partTimes[c * STRIDE + i]!;
}

/** Time of the case in which somebody worked on it, ms: |∪W|. */
export const workingTime = (c: number): number => partTimes[c * STRIDE + TokenState.working]!;

/** Lowest bit set; without any token at rest nothing but waiting for each other is left. */
const part = (mask: number): number => (mask === 0 ? TokenState.synchronising : 31 - Math.clz32(mask & -mask));

export const decomposition: Observer = {
  paths: () => DECOMPOSITION_PARTS.map((name) => ['decomposition', name]),
  reset() {
    sums.fill(0);
    measured = 0;
  },
  collect(write) {
    for (const sum of sums) write(measured ? sum / measured / SECOND : NaN);
  },
};
