/** Taking tokens and scopes out of the run before they are done; whatever they hold is let go exactly once (rule 26). */
import { disarmBoundaries, isArmed } from './boundaries.ts';
import { caseRoots, caseScopes, destroyCase } from './cases.ts';
import { EventKind, noteCancelled } from './event-list.ts';
import { caseEnded, Outcome } from './hooks.ts';
import { noteInclusiveChange } from './inclusive-joins.ts';
import { clearMarks } from './joins.ts';
import { network } from './loaded.ts';
import { destroyScope, scopeDefinition, scopeHost, scopeInclusive, scopeTokens } from './scopes.ts';
import {
  destroyToken,
  setState,
  tokenEvent,
  tokenInner,
  tokenListens,
  tokenRace,
  tokenRequest,
  tokenScope,
  TokenState,
  tokenStarted,
} from './tokens.ts';
import { cancelWork } from './work.ts';

/** Stops whatever the token does where it stands, nested tokens included; it stays alive without a state. */
export function stripToken(t: number): void {
  const inner = tokenInner[t]!;
  if (inner !== -1) {
    tokenInner[t] = -1;
    cancelScope(inner);
  }
  if (tokenRequest[t] !== -1 || !Number.isNaN(tokenStarted[t]!)) cancelWork(t);
  cancelEvent(t);
  disarmBoundaries(t);
  tokenListens[t] = 0;
  tokenRace[t] = -1;
  setState(t, TokenState.none);
  const s = tokenScope[t]!;
  if (scopeInclusive[s] !== 0) noteInclusiveChange(s);
}

/** Cancels the token. Its scope is not completed by that: the caller says what follows. */
export function cancelToken(t: number): void {
  stripToken(t);
  destroyToken(t);
}

/** Cancels the event the token waits for. */
export function cancelEvent(t: number): void {
  if (tokenEvent[t] === 0) return;
  tokenEvent[t] = 0;
  noteCancelled(isLive);
}

/** Cancels all tokens and marks of a scope instance; the instance stays. */
export function emptyScope(s: number): void {
  while (scopeTokens[s]! !== -1) cancelToken(scopeTokens[s]!);
  clearMarks(s, network.scopes[scopeDefinition[s]!]!.joinFlows);
  scopeInclusive[s] = 0;
}

/** Cancels a scope instance with everything in it. */
export function cancelScope(s: number): void {
  emptyScope(s);
  destroyScope(s);
}

/** Ends the case as failed. */
export function failCase(c: number): void {
  // Process instances take their sub-processes along.
  for (let s = caseScopes[c]!; s !== -1; s = caseScopes[c]!) cancelScope(rootOf(s));
  caseRoots[c] = 0;
  caseEnded(c, Outcome.failed);
  destroyCase(c);
}

function rootOf(s: number): number {
  let root = s;
  while (scopeHost[root] !== -1) root = tokenScope[scopeHost[root]!]!;
  return root;
}

/** Whether a pending event is still wanted by its owner. */
export function isLive(order: number, kind: number, ref: number): boolean {
  if (kind === EventKind.shift) return true;
  return kind === EventKind.boundary ? isArmed(ref, order) : tokenEvent[ref] === order;
}
