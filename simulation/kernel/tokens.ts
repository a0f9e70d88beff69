/** Tokens as slots of typed arrays. A token keeps its slot along its path; splits make new ones, joins and ends free them. */
import { growBytes, growFloat, growInt } from './arrays.ts';
import { caseTokens } from './cases.ts';
import { stateChanged } from './hooks.ts';
import { scopeCase, scopeLive, scopeTokens } from './scopes.ts';

/** What a token does, in the order of precedence of the cycle-time partition (semantics, KPI 4). */
export const TokenState = {
  working: 0,
  paused: 1,
  contention: 2,
  offShift: 3,
  batching: 4,
  external: 5,
  synchronising: 6,
  /** On its way, in no time; or represented by what runs inside it. */
  none: 7,
} as const;

let capacity = 128;
export let tokenNode = new Int32Array(capacity);
export let tokenCase = new Int32Array(capacity);
export let tokenScope = new Int32Array(capacity);
export let tokenState = new Uint8Array(capacity);
/** Handle of the pending event that will resume it; 0 = none. */
export let tokenEvent = new Float64Array(capacity);
/** When its work was offered, and when it was started (NaN = no work under way). */
export let tokenOffered = new Float64Array(capacity);
export let tokenStarted = new Float64Array(capacity);
/** Working time drawn for this execution, ms. */
export let tokenWork = new Float64Array(capacity);
export let tokenVisit = new Int32Array(capacity);
/** First unit it holds, first request it waits with, first boundary event armed on it, scope inside it, its race; −1 = none. */
export let tokenUnit = new Int32Array(capacity);
export let tokenRequest = new Int32Array(capacity);
export let tokenBoundary = new Int32Array(capacity);
export let tokenInner = new Int32Array(capacity);
export let tokenRace = new Int32Array(capacity);
/** 1 = waits for a message of a partner. */
export let tokenListens = new Uint8Array(capacity);
/** 1 = the work goes on in overtime, 2 = it does not fit into what is left of the shift, 0 = neither. */
export let tokenOvertime = new Uint8Array(capacity);
/** Number of the token's life: tells a token from a later one in the same slot. */
export let tokenStamp = new Int32Array(capacity);
let stamps = 0;
/** Neighbours in the scope's list. */
export let tokenNext = new Int32Array(capacity);
let tokenPrevious = new Int32Array(capacity);

let free = new Int32Array(capacity);
let freeCount = 0;
let used = 0;

/** Tokens alive. */
export let liveTokens = 0;

export function resetTokens(): void {
  freeCount = 0;
  used = 0;
  stamps = 0;
  liveTokens = 0;
}

/** Makes a token in the scope instance; it has no place and no state yet. */
export function createToken(s: number): number {
  let t: number;
  if (freeCount > 0) t = free[--freeCount]!;
  else {
    if (used === capacity) grow();
    t = used++;
  }
  const c = scopeCase[s]!;
  tokenStamp[t] = ++stamps;
  tokenNode[t] = -1;
  tokenCase[t] = c;
  tokenScope[t] = s;
  tokenState[t] = TokenState.none;
  tokenEvent[t] = 0;
  tokenStarted[t] = NaN;
  tokenUnit[t] = -1;
  tokenRequest[t] = -1;
  tokenBoundary[t] = -1;
  tokenInner[t] = -1;
  tokenRace[t] = -1;
  tokenListens[t] = 0;
  const first = scopeTokens[s]!;
  tokenNext[t] = first;
  tokenPrevious[t] = -1;
  if (first !== -1) tokenPrevious[first] = t;
  scopeTokens[s] = t;
  scopeLive[s] = scopeLive[s]! + 1;
  caseTokens[c] = caseTokens[c]! + 1;
  liveTokens++;
  return t;
}

/** Frees the token, which must hold nothing any more. Does not complete the scope: see `moves.ts`. */
export function destroyToken(t: number): void {
  setState(t, TokenState.none);
  const s = tokenScope[t]!;
  const next = tokenNext[t]!;
  const previous = tokenPrevious[t]!;
  if (next !== -1) tokenPrevious[next] = previous;
  if (previous !== -1) tokenNext[previous] = next;
  else scopeTokens[s] = next;
  scopeLive[s] = scopeLive[s]! - 1;
  const c = tokenCase[t]!;
  caseTokens[c] = caseTokens[c]! - 1;
  tokenNode[t] = -1;
  tokenStamp[t] = 0;
  liveTokens--;
  free[freeCount++] = t;
}

/** Changes what the token does, at the current time. */
export function setState(t: number, state: number): void {
  const before = tokenState[t]!;
  if (before === state) return;
  tokenState[t] = state;
  stateChanged(tokenCase[t]!, before, state);
}

function grow(): void {
  capacity *= 2;
  tokenNode = growInt(tokenNode, capacity);
  tokenCase = growInt(tokenCase, capacity);
  tokenScope = growInt(tokenScope, capacity);
  tokenState = growBytes(tokenState, capacity);
  tokenEvent = growFloat(tokenEvent, capacity);
  tokenOffered = growFloat(tokenOffered, capacity);
  tokenStarted = growFloat(tokenStarted, capacity);
  tokenWork = growFloat(tokenWork, capacity);
  tokenVisit = growInt(tokenVisit, capacity);
  tokenUnit = growInt(tokenUnit, capacity);
  tokenRequest = growInt(tokenRequest, capacity);
  tokenBoundary = growInt(tokenBoundary, capacity);
  tokenInner = growInt(tokenInner, capacity);
  tokenRace = growInt(tokenRace, capacity);
  tokenListens = growBytes(tokenListens, capacity);
  tokenOvertime = growBytes(tokenOvertime, capacity);
  tokenStamp = growInt(tokenStamp, capacity);
  tokenNext = growInt(tokenNext, capacity);
  tokenPrevious = growInt(tokenPrevious, capacity);
  free = growInt(free, capacity);
}
