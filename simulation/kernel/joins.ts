/** Tokens that wait at joins, kept as marks per incoming flow and scope instance (rules 1 and 3). */
import { caseTokens } from './cases.ts';
import { stateChanged } from './hooks.ts';
import { network } from './loaded.ts';
import { marks, markStride, scopeCase, scopeLive } from './scopes.ts';
import { createToken, destroyToken, tokenNode, tokenScope, TokenState } from './tokens.ts';

/** Marks of the flow in the scope instance. */
export const marksOn = (s: number, flow: number): number => marks[s * markStride + network.flowMark[flow]!]!;

/** Turns the token into a mark on the flow it came by. */
export function placeMark(t: number, flow: number): void {
  const s = tokenScope[t]!;
  const c = scopeCase[s]!;
  const i = s * markStride + network.flowMark[flow]!;
  marks[i] = marks[i]! + 1;
  // The mark is alive before the token is not, so the scope never looks empty.
  scopeLive[s] = scopeLive[s]! + 1;
  caseTokens[c] = caseTokens[c]! + 1;
  destroyToken(t);
  stateChanged(c, TokenState.none, TokenState.synchronising);
}

/** Takes one mark off the flow. */
export function removeMark(s: number, flow: number): void {
  const c = scopeCase[s]!;
  const i = s * markStride + network.flowMark[flow]!;
  marks[i] = marks[i]! - 1;
  scopeLive[s] = scopeLive[s]! - 1;
  caseTokens[c] = caseTokens[c]! - 1;
  stateChanged(c, TokenState.synchronising, TokenState.none);
}

/** A new token that stands on the join, for marks that were taken. */
export function tokenAt(s: number, node: number): number {
  const t = createToken(s);
  tokenNode[t] = node;
  return t;
}

/** Takes all marks of a scope instance that is cancelled. */
export function clearMarks(s: number, joinFlows: Int32Array): void {
  for (const flow of joinFlows) while (marksOn(s, flow) > 0) removeMark(s, flow);
}
