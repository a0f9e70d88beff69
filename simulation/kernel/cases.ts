/** Cases in progress as slots of typed arrays; a slot is used again when its case has ended. */
import { growColumn, growTable, SLOTS } from './arrays.ts';
import { clock } from './clock.ts';
import { casesGrown } from './hooks.ts';
import { doubles, integers } from '../math/memory.ts';

/** Cases by slot, and what each carries in strides. */
export const cases = {
  /** Running number of the case over all start events, from 0. */
  number: doubles(SLOTS),
  /** Key of the case in random draws: the same customer in every design. */
  key: integers(SLOTS),
  arrival: doubles(SLOTS),
  /** Live process instances of the case; 0 = slot free. */
  roots: integers(SLOTS),
  /** Tokens alive, for the cap on runaway models. */
  tokens: integers(SLOTS),
  /** First scope instance of the case, −1 = none; links free slots. */
  scopes: integers(SLOTS),
  /** Visits per case and counted node. */
  visits: integers(SLOTS * 16),
  /** Attribute values per case. */
  attributes: doubles(SLOTS * 4),
  /** Flows the case has passed, a bit each. */
  passed: integers(SLOTS),
  /** Messages that came before somebody waited for them, per case and message flow. */
  messages: integers(SLOTS * 4),
  /** Units that did remembered steps, per case, step and place in the team; −1 = none. */
  people: integers(SLOTS),
};

/** Length of each stride, and whether cases carry messages or people. */
export const caseLayout = { visits: 0, attributes: 0, passed: 0, messages: 0, people: 0, hasRarer: false };

/**
 * Cases in progress (`live`), slots ever `used`, and the first `free` one among them, −1 = none; `usedBefore` by the last replication,
 * all others are as they were made.
 */
export const caseCounts = { live: 0, used: 0, free: -1, usedBefore: 0 };

/** Empties all slots and sets what each case carries. */
export function resetCases(visits: number, attributes: number, flows: number, messages: number, people: number): void {
  Object.assign(caseLayout, {
    visits,
    attributes,
    passed: (flows + 31) >> 5,
    messages,
    people,
    hasRarer: messages + people > 0,
  });
  Object.assign(caseCounts, { live: 0, used: 0, free: -1, usedBefore: caseCounts.used });
  cases.roots.fill(0, 0, caseCounts.usedBefore);
  growStrides();
  casesGrown(cases.number.length);
}

/** Takes a slot for a case that arrives now; visits and messages are empty, attributes undefined. */
export function createCase(number: number, key: number): number {
  let c = caseCounts.free;
  if (c !== -1) caseCounts.free = cases.scopes[c]!;
  else {
    if (caseCounts.used === cases.number.length) grow();
    c = caseCounts.used++;
  }
  caseCounts.live++;
  cases.number[c] = number;
  cases.key[c] = key;
  cases.arrival[c] = clock.now;
  cases.roots[c] = 0;
  cases.tokens[c] = 0;
  cases.scopes[c] = -1;
  if (caseLayout.visits === 1) cases.visits[c] = 0;
  else clearVisits(c);
  if (caseLayout.passed === 1) cases.passed[c] = 0;
  else clearPassed(c);
  if (caseLayout.hasRarer) clearRarer(c);
  return c;
}

function clearVisits(c: number): void {
  for (let i = Math.imul(c, caseLayout.visits), end = i + caseLayout.visits; i < end; i++) cases.visits[i] = 0;
}

function clearPassed(c: number): void {
  for (let i = Math.imul(c, caseLayout.passed), end = i + caseLayout.passed; i < end; i++) cases.passed[i] = 0;
}

function clearRarer(c: number): void {
  const { messages, people } = caseLayout;
  cases.messages.fill(0, c * messages, (c + 1) * messages);
  cases.people.fill(-1, c * people, (c + 1) * people);
}

/** Gives the slot back. */
export function destroyCase(c: number): void {
  caseCounts.live--;
  cases.roots[c] = 0;
  cases.scopes[c] = caseCounts.free;
  caseCounts.free = c;
}

/** Slots ever used; a slot with `caseRoots` 0 is free. */
export const caseSlots = (): number => caseCounts.used;

function grow(): void {
  growTable(cases);
  growStrides();
  casesGrown(cases.number.length);
}

function growStrides(): void {
  const slots = cases.number.length;
  growColumn(cases, 'visits', slots * caseLayout.visits);
  growColumn(cases, 'attributes', slots * caseLayout.attributes);
  growColumn(cases, 'passed', slots * caseLayout.passed);
  growColumn(cases, 'messages', slots * caseLayout.messages);
  growColumn(cases, 'people', slots * caseLayout.people);
}
