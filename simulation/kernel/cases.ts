/** Cases in progress as slots of typed arrays; a slot is used again when its case has ended. */
import { growFloat, growInt } from './arrays.ts';
import { casesGrown } from './hooks.ts';

let capacity = 64;
/** Running number of the case over all start events, from 0. */
export let caseNumber = new Float64Array(capacity);
/** Key of the case in random draws: the same customer in every design. */
export let caseKey = new Int32Array(capacity);
export let caseArrival = new Float64Array(capacity);
/** Live process instances of the case; 0 = slot free. */
export let caseRoots = new Int32Array(capacity);
/** Tokens alive, for the cap on runaway models. */
export let caseTokens = new Int32Array(capacity);
/** Visits per case and counted node. */
export let visits = new Int32Array(0);
/** Attribute values per case. */
export let attributeValues = new Float64Array(0);
/** Messages that came before somebody waited for them, per case and message flow. */
export let bufferedMessages = new Int32Array(0);
export let visitStride = 0;
export let attributeStride = 0;
export let messageStride = 0;

/** First scope instance of the case; −1 = none. */
export let caseScopes = new Int32Array(capacity);

let free = new Int32Array(capacity);
let freeCount = 0;
let used = 0;

/** Cases in progress. */
export let liveCases = 0;

/** Empties all slots and sets what each case carries. */
export function resetCases(visitCount: number, attributeCount: number, messageCount: number): void {
  visitStride = visitCount;
  attributeStride = attributeCount;
  messageStride = messageCount;
  if (visits.length < capacity * visitStride) visits = new Int32Array(capacity * visitStride);
  if (attributeValues.length < capacity * attributeStride)
    attributeValues = new Float64Array(capacity * attributeStride);
  if (bufferedMessages.length < capacity * messageStride) bufferedMessages = new Int32Array(capacity * messageStride);
  caseRoots.fill(0);
  freeCount = 0;
  used = 0;
  liveCases = 0;
  casesGrown(capacity);
}

/** Takes a slot for a new case; visits and messages are empty, attributes undefined. */
export function createCase(number: number, key: number, arrival: number): number {
  let c: number;
  if (freeCount > 0) c = free[--freeCount]!;
  else {
    if (used === capacity) grow();
    c = used++;
  }
  liveCases++;
  caseNumber[c] = number;
  caseKey[c] = key;
  caseArrival[c] = arrival;
  caseRoots[c] = 0;
  caseTokens[c] = 0;
  caseScopes[c] = -1;
  for (let i = c * visitStride, end = i + visitStride; i < end; i++) visits[i] = 0;
  for (let i = c * messageStride, end = i + messageStride; i < end; i++) bufferedMessages[i] = 0;
  return c;
}

/** Gives the slot back. */
export function destroyCase(c: number): void {
  liveCases--;
  caseRoots[c] = 0;
  free[freeCount++] = c;
}

/** Slots ever used; a slot with `caseRoots` 0 is free. */
export const caseSlots = (): number => used;

function grow(): void {
  capacity *= 2;
  caseNumber = growFloat(caseNumber, capacity);
  caseKey = growInt(caseKey, capacity);
  caseArrival = growFloat(caseArrival, capacity);
  caseRoots = growInt(caseRoots, capacity);
  caseTokens = growInt(caseTokens, capacity);
  caseScopes = growInt(caseScopes, capacity);
  visits = growInt(visits, Math.max(visits.length, capacity * visitStride));
  attributeValues = growFloat(attributeValues, Math.max(attributeValues.length, capacity * attributeStride));
  bufferedMessages = growInt(bufferedMessages, Math.max(bufferedMessages.length, capacity * messageStride));
  free = growInt(free, capacity);
  casesGrown(capacity);
}
