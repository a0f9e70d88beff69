/** Tokens that wait at joins, kept as marks per incoming flow and scope instance (rules 1 and 3). */
import { cases } from './cases.ts';
import { recorder, stateChanged } from './hooks.ts';
import { graph } from './graph.ts';
import { scopes, scopeLayout } from './scopes.ts';
import { createToken, destroyToken, tokens, TokenState } from './tokens.ts';

/** Marks of the flow in the scope instance. */
export const marksOn = (s: number, flow: number): number =>
  scopes.marks[s * scopeLayout.marks + graph.flowMark[flow]!]!;

/** Turns the token into a mark on the flow it came by. */
export function placeMark(t: number, flow: number): void {
  const s = tokens.scope[t]!;
  const c = scopes.case[s]!;
  const i = s * scopeLayout.marks + graph.flowMark[flow]!;
  scopes.marks[i]! += 1;
  // The mark is alive before the token is not, so the scope never looks empty.
  scopes.live[s]! += 1;
  cases.tokens[c]! += 1;
  if (recorder !== undefined) recorder.marked(t, s, flow);
  destroyToken(t);
  stateChanged(c, TokenState.none, TokenState.synchronising);
}

/** Takes one mark off the flow. */
export function removeMark(s: number, flow: number): void {
  const c = scopes.case[s]!;
  const i = s * scopeLayout.marks + graph.flowMark[flow]!;
  scopes.marks[i]! -= 1;
  scopes.live[s]! -= 1;
  cases.tokens[c]! -= 1;
  if (recorder !== undefined) recorder.unmarked(s, flow);
  stateChanged(c, TokenState.synchronising, TokenState.none);
}

/** A new token that stands on the join, for marks that were taken. */
export function tokenAt(s: number, node: number): number {
  const t = createToken(s);
  tokens.node[t] = node;
  return t;
}

/** Takes all marks of a scope instance that is cancelled. */
export function clearMarks(s: number, joinFlows: Int32Array): void {
  for (const flow of joinFlows) while (marksOn(s, flow) > 0) removeMark(s, flow);
}
