/** Instances of processes and sub-processes: which tokens live in them and which joins hold marks. */
import { growInt } from './arrays.ts';
import { caseScopes } from './cases.ts';

let capacity = 64;
/** Index of the scope definition. */
export let scopeDefinition = new Int32Array(capacity);
export let scopeCase = new Int32Array(capacity);
/** Token that waits at the sub-process; −1 for a process instance. */
export let scopeHost = new Int32Array(capacity);
/** Tokens alive plus marks at joins; the instance completes when it falls to 0. */
export let scopeLive = new Int32Array(capacity);
/** First token of the instance's list; −1 = none. */
export let scopeTokens = new Int32Array(capacity);
/** Next scope instance of the same case; −1 = none. */
export let scopeNext = new Int32Array(capacity);
let scopePrevious = new Int32Array(capacity);
/** Marks at inclusive joins; when not 0 every move in the scope may let one fire. */
export let scopeInclusive = new Int32Array(capacity);
/** Tokens waiting at joins per incoming flow: `marks[s * markStride + flowMark[flow]]`. */
export let marks = new Int32Array(0);
export let markStride = 0;

let free = new Int32Array(capacity);
let freeCount = 0;
let used = 0;

export function resetScopes(markCount: number): void {
  markStride = markCount;
  marks = marks.length < capacity * markStride ? new Int32Array(capacity * markStride) : marks.fill(0);
  scopeCase.fill(-1);
  freeCount = 0;
  used = 0;
}

export function createScope(definition: number, c: number, host: number): number {
  let s: number;
  if (freeCount > 0) s = free[--freeCount]!;
  else {
    if (used === capacity) grow();
    s = used++;
  }
  scopeDefinition[s] = definition;
  scopeCase[s] = c;
  scopeHost[s] = host;
  scopeLive[s] = 0;
  scopeTokens[s] = -1;
  scopeInclusive[s] = 0;
  const first = caseScopes[c]!;
  scopeNext[s] = first;
  scopePrevious[s] = -1;
  if (first !== -1) scopePrevious[first] = s;
  caseScopes[c] = s;
  return s;
}

/** Gives the slot back; its marks must have been cleared. */
export function destroyScope(s: number): void {
  const next = scopeNext[s]!;
  const previous = scopePrevious[s]!;
  if (next !== -1) scopePrevious[next] = previous;
  if (previous !== -1) scopeNext[previous] = next;
  else caseScopes[scopeCase[s]!] = next;
  scopeCase[s] = -1;
  free[freeCount++] = s;
}

function grow(): void {
  capacity *= 2;
  scopeDefinition = growInt(scopeDefinition, capacity);
  scopeCase = growInt(scopeCase, capacity, -1);
  scopeHost = growInt(scopeHost, capacity);
  scopeLive = growInt(scopeLive, capacity);
  scopeTokens = growInt(scopeTokens, capacity);
  scopeNext = growInt(scopeNext, capacity);
  scopePrevious = growInt(scopePrevious, capacity);
  scopeInclusive = growInt(scopeInclusive, capacity);
  marks = growInt(marks, Math.max(marks.length, capacity * markStride));
  free = growInt(free, capacity);
}
