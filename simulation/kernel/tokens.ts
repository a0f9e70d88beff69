/** Tokens as slots of typed arrays. A token keeps its slot along its path; splits make new ones, joins and ends free them. */
import { bytes, doubles, integers } from '../math/memory.ts';
import { integer } from '../math/scalars.ts';
import { growTable, SLOTS } from './arrays.ts';
import { cases } from './cases.ts';
import { LIVE_TOKENS, stop, TOKENS_PER_CASE } from './faults.ts';
import { recorder, stateChanged } from './hooks.ts';
import { scopes } from './scopes.ts';

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

/** Whether work in this state waits for its people. */
export const isQueued = (state: number): boolean => state === TokenState.contention || state === TokenState.offShift;

/** Tokens by slot. */
export const tokens = {
  node: integers(SLOTS),
  case: integers(SLOTS),
  scope: integers(SLOTS),
  state: bytes(SLOTS),
  /** Handle of the pending event that will resume it; 0 = none. */
  event: doubles(SLOTS),
  /** When its work was offered, and when it was started (NaN = no work under way). */
  offered: doubles(SLOTS),
  started: doubles(SLOTS),
  /** Working time drawn for this execution, ms. */
  work: doubles(SLOTS),
  visit: integers(SLOTS),
  /** First unit it holds, first request it waits with, first boundary event armed on it, scope inside it, its race; −1 = none. */
  unit: integers(SLOTS),
  request: integers(SLOTS),
  boundary: integers(SLOTS),
  inner: integers(SLOTS),
  race: integers(SLOTS),
  /** 1 = waits for a message of a partner. */
  listens: bytes(SLOTS),
  /** 1 = the work goes on in overtime, 2 = it does not fit into what is left of the shift, 0 = neither. */
  overtime: bytes(SLOTS),
  /** Number of the token's life: tells a token from a later one in the same slot; 0 = slot free. */
  stamp: integers(SLOTS),
  /** Neighbours in the scope's list; `next` also links free slots. */
  next: integers(SLOTS),
  previous: integers(SLOTS),
};

/** Slots ever `used`, the first `free` one among them (−1 = none), and the last stamp given. */
export const tokenCounts = { used: 0, free: -1, stamp: 0 };

clearSlots(0, SLOTS);

export function resetTokens(): void {
  clearSlots(0, tokenCounts.used);
  Object.assign(tokenCounts, { used: 0, free: -1, stamp: 0 });
}

/** Makes slots hold nothing: so a token begins, and so it must be when it is freed. */
function clearSlots(from: number, to: number): void {
  tokens.state.fill(TokenState.none, from, to);
  tokens.event.fill(0, from, to);
  tokens.started.fill(NaN, from, to);
  for (const column of [tokens.unit, tokens.request, tokens.boundary, tokens.inner, tokens.race])
    column.fill(-1, from, to);
  tokens.listens.fill(0, from, to);
}

/**
 * Makes a token in the scope instance; it has no place and no state yet. Too many of them end the replication, because of the node
 * `at` where they multiply (-1 = not known).
 */
export function createToken(s: number, at = -1): number {
  let t = tokenCounts.free;
  if (t !== -1) tokenCounts.free = tokens.next[t]!;
  else {
    if (tokenCounts.used === tokens.node.length) {
      growTable(tokens);
      clearSlots(tokenCounts.used, tokens.node.length);
    }
    t = tokenCounts.used++;
    if (tokenCounts.used > LIVE_TOKENS) stop('too-many-tokens', at);
  }
  const c = scopes.case[s]!;
  tokens.stamp[t] = ++tokenCounts.stamp;
  tokens.node[t] = -1;
  tokens.case[t] = c;
  tokens.scope[t] = integer(s);
  const first = scopes.tokens[s]!;
  tokens.next[t] = first;
  tokens.previous[t] = -1;
  if (first !== -1) tokens.previous[first] = t;
  scopes.tokens[s] = t;
  scopes.live[s]! += 1;
  cases.tokens[c]! += 1;
  if (cases.tokens[c]! > TOKENS_PER_CASE) stop('too-many-tokens-in-case', at);
  return t;
}

/** Frees the token, which must hold nothing any more. Does not complete the scope: see `moves.ts`. */
export function destroyToken(t: number): void {
  setState(t, TokenState.none);
  if (recorder !== undefined) recorder.gone(t);
  const s = tokens.scope[t]!;
  const next = tokens.next[t]!;
  const previous = tokens.previous[t]!;
  if (next !== -1) tokens.previous[next] = previous;
  if (previous !== -1) tokens.next[previous] = next;
  else scopes.tokens[s] = next;
  scopes.live[s]! -= 1;
  const c = tokens.case[t]!;
  cases.tokens[c]! -= 1;
  tokens.node[t] = -1;
  tokens.stamp[t] = 0;
  tokens.next[t] = tokenCounts.free;
  tokenCounts.free = t;
}

/** Changes what the token does, at the current time. */
export function setState(t: number, state: number): void {
  const before = tokens.state[t]!;
  if (before === state) return;
  tokens.state[t] = state;
  if (recorder !== undefined) recorder.stateSet(t, state);
  stateChanged(tokens.case[t]!, before, state);
}
