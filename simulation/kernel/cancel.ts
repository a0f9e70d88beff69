/** Taking tokens and scopes out of the run before they are done; whatever they hold is let go exactly once (rule 26). */
import { isArmed } from './armed.ts';
import { leaveBatch } from './batch-work.ts';
import { batches } from './batches.ts';
import { disarmBoundaries } from './boundaries.ts';
import { cases, destroyCase } from './cases.ts';
import { EventKind, noteCancelled } from './event-list.ts';
import { caseEnded, Outcome } from './hooks.ts';
import { noteInclusiveChange } from './inclusive-joins.ts';
import { clearMarks } from './joins.ts';
import { graph } from './graph.ts';
import { network } from './loaded.ts';
import { destroyScope, scopes } from './scopes.ts';
import { destroyToken, setState, tokens, TokenState } from './tokens.ts';
import { scopeCancelled } from './watched-scopes.ts';
import { cancelWork } from './work.ts';

/** Stops whatever the token does where it stands, nested tokens included; it stays alive without a state. */
export function stripToken(t: number): void {
  const inner = tokens.inner[t]!;
  if (inner !== -1) {
    tokens.inner[t] = -1;
    cancelScope(inner);
  }
  if (batches.any) leaveBatch(t);
  if (tokens.request[t] !== -1 || !Number.isNaN(tokens.started[t]!)) cancelWork(t);
  cancelEvent(t);
  disarmBoundaries(t);
  tokens.listens[t] = 0;
  tokens.race[t] = -1;
  setState(t, TokenState.none);
  const s = tokens.scope[t]!;
  if (scopes.inclusive[s] !== 0) noteInclusiveChange(s);
}

/** Cancels the token. Its scope is not completed by that: the caller says what follows. */
export function cancelToken(t: number): void {
  stripToken(t);
  destroyToken(t);
}

/** Cancels the event the token waits for. */
export function cancelEvent(t: number): void {
  if (tokens.event[t] === 0) return;
  tokens.event[t] = 0;
  noteCancelled(isLive);
}

/** Cancels all tokens and marks of a scope instance; the instance stays. */
export function emptyScope(s: number): void {
  while (scopes.tokens[s]! !== -1) cancelToken(scopes.tokens[s]!);
  clearMarks(s, network.scopes[scopes.definition[s]!]!.joinFlows);
  scopes.inclusive[s] = 0;
}

/** Cancels a scope instance with everything in it. */
export function cancelScope(s: number): void {
  emptyScope(s);
  if (graph.watched[scopes.definition[s]!] === 1) scopeCancelled(s);
  destroyScope(s);
}

/** Ends the case as failed. */
export function failCase(c: number): void {
  // Process instances take their sub-processes along.
  for (let s = cases.scopes[c]!; s !== -1; s = cases.scopes[c]!) cancelScope(rootOf(s));
  cases.roots[c] = 0;
  caseEnded(c, Outcome.failed);
  destroyCase(c);
}

function rootOf(s: number): number {
  let root = s;
  while (scopes.host[root] !== -1) root = tokens.scope[scopes.host[root]!]!;
  return root;
}

/** Whether a pending event is still wanted by its owner. */
export function isLive(order: number, kind: number, ref: number): boolean {
  if (kind === EventKind.shift) return true;
  return kind === EventKind.boundary ? isArmed(ref, order) : tokens.event[ref] === order;
}
