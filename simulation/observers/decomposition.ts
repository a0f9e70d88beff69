/**
 * Exact partition of the cycle time (semantics, KPI 4): at each instant a case is in the most important state any of its tokens is
 * in, so the parts of a case add up to its cycle time to the millisecond.
 */
import { growColumn, SLOTS } from '../kernel/arrays.ts';
import { caseCounts } from '../kernel/cases.ts';
import { clock } from '../kernel/clock.ts';
import { doubles, integers } from '../math/memory.ts';
import { TokenState } from '../kernel/tokens.ts';
import { DECOMPOSITION_PARTS } from '../model/result.ts';
import type { Observer } from './observer.ts';
import { measured, SECOND } from './window.ts';

/** Places per case, as a power of two. */
const STRIDE_BITS = 3;
const STRIDE = 1 << STRIDE_BITS;
const PARTS = DECOMPOSITION_PARTS.length;

/** In the masks: the first part with any time, and that some state has more tokens than one. */
const SPENT = 0x100;
const CROWDED = 0x10000;
/** All parts with any time. */
const ALL_SPENT = SPENT * 0xff;
/** Parts that most cases have: looked at without a question, whose answer a processor could not foresee. */
const OFTEN = (SPENT << TokenState.working) | (SPENT << TokenState.contention);

/**
 * Per case: tokens in each state beyond the first, the states with any (bit i) and the parts with any time (bit 8 + i), since when, and
 * the time spent so far in each part.
 */
const perCase = {
  further: integers(SLOTS * STRIDE),
  masks: integers(SLOTS),
  since: doubles(SLOTS),
  parts: doubles(SLOTS * STRIDE),
};

const sums = doubles(PARTS);

export function growCases(capacity: number): void {
  growColumn(perCase, 'masks', capacity);
  growColumn(perCase, 'since', capacity);
  growColumn(perCase, 'further', capacity * STRIDE);
  growColumn(perCase, 'parts', capacity * STRIDE);
}

export function caseStarted(c: number): void {
  perCase.masks[c] = 0;
  perCase.since[c] = clock.now;
}

export function stateChanged(c: number, from: number, to: number): void {
  const base = c << STRIDE_BITS;
  let mask = perCase.masks[c]!;
  const elapsed = clock.now - perCase.since[c]!;
  if (elapsed > 0) {
    const current = part(mask);
    perCase.parts[base + current]! += elapsed;
    mask |= SPENT << current;
    perCase.since[c] = clock.now;
  }
  if ((mask & CROWDED) === 0 || perCase.further[base + from] === 0) mask &= ~(1 << from);
  else perCase.further[base + from]! -= 1;
  if (to !== TokenState.none) {
    if ((mask & (1 << to)) !== 0) {
      perCase.further[base + to]! += 1;
      mask |= CROWDED;
    }
    mask |= 1 << to;
  }
  perCase.masks[c] = mask;
}

/** Brings the case's clock up to now. */
export function settleCase(c: number): void {
  if (clock.now > perCase.since[c]!) stateChanged(c, TokenState.none, TokenState.none);
}

/** Counts the parts of a case that ends `times` (0 or 1) and leaves its slot as the next case needs it: without any time spent. */
export function endCase(c: number, times: number): void {
  const base = c << STRIDE_BITS;
  const mask = perCase.masks[c]!;
  settlePart(base, TokenState.working, times);
  settlePart(base, TokenState.contention, times);
  if ((mask & ALL_SPENT & ~OFTEN) !== 0) settleRarer(base, mask, times);
}

function settlePart(base: number, part: number, times: number): void {
  sums[part]! += perCase.parts[base + part]! * times;
  perCase.parts[base + part] = 0;
}

function settleRarer(base: number, mask: number, times: number): void {
  for (let part = 0; part < PARTS; part++) if ((mask & ~OFTEN & (SPENT << part)) !== 0) settlePart(base, part, times);
}

/** Time of the case in which somebody worked on it, ms: |∪W|. */
export const workingTime = (c: number): number => perCase.parts[(c << STRIDE_BITS) + TokenState.working]!;

/** The most important state: the lowest bit set. Without any token at rest nothing but waiting for each other is left. */
function part(mask: number): number {
  const states = mask | (1 << TokenState.synchronising);
  return 31 - Math.clz32(states & -states);
}

export const decomposition: Observer = {
  paths: () => DECOMPOSITION_PARTS.map((name) => ['decomposition', name]),
  reset() {
    const touched = caseCounts.usedBefore * STRIDE;
    perCase.further.fill(0, 0, touched);
    perCase.parts.fill(0, 0, touched);
    sums.fill(0);
  },
  collect(write) {
    for (let i = 0; i < PARTS; i++) write(measured.completed > 0 ? sums[i]! / measured.completed / SECOND : NaN);
  },
};
