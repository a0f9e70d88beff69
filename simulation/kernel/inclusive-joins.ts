/**
 * When an inclusive join fires (semantics rule 1; BPMN 2.0.2 §13.4.3 with OMG issue BPMN2-289): as soon as every other token of
 * its scope instance that can reach an unmarked incoming flow can also reach a marked one, on paths that avoid the join.
 */
import { growBytes, growInt } from './arrays.ts';
import { resumes } from './behavior-table.ts';
import { marksOn, placeMark, removeMark, tokenAt } from './joins.ts';
import { network } from './loaded.ts';
import type { InclusiveJoin } from './network.ts';
import { scopeCase, scopeDefinition, scopeInclusive, scopeTokens } from './scopes.ts';
import { tokenNext, tokenNode, tokenScope } from './tokens.ts';

let changed = new Int32Array(16);
let isChanged = new Uint8Array(64);
let changedCount = 0;

export function resetInclusiveJoins(): void {
  isChanged.fill(0);
  changedCount = 0;
}

/** Says that a token of the scope instance moved or died, so a waiting inclusive join may fire. */
export function noteInclusiveChange(s: number): void {
  while (s >= isChanged.length) isChanged = growBytes(isChanged, 2 * isChanged.length);
  if (isChanged[s]) return;
  if (changedCount === changed.length) changed = growInt(changed, 2 * changedCount);
  isChanged[s] = 1;
  changed[changedCount++] = s;
}

/** A token reaches an inclusive join and waits there. */
export function waitAtInclusiveJoin(t: number, flow: number): void {
  const s = tokenScope[t]!;
  scopeInclusive[s] = scopeInclusive[s]! + 1;
  placeMark(t, flow);
  noteInclusiveChange(s);
}

/** Fires what may fire in the scopes that changed; true when tokens moved on. All tokens must be at rest. */
export function evaluateInclusiveJoins(): boolean {
  while (changedCount > 0) {
    const s = changed[--changedCount]!;
    isChanged[s] = 0;
    if (scopeCase[s]! < 0 || scopeInclusive[s] === 0) continue;
    for (const j of network.scopes[scopeDefinition[s]!]!.inclusiveJoins) {
      const join = network.inclusiveJoins[j]!;
      if (!mayFire(s, join)) continue;
      noteInclusiveChange(s);
      fire(s, join);
      return true;
    }
  }
  return false;
}

function mayFire(s: number, join: InclusiveJoin): boolean {
  const { inStart, inFlows, flowTarget, scopes } = network;
  const first = inStart[join.node]!;
  const marked: Uint8Array[] = [];
  const unmarked: Uint8Array[] = [];
  join.reach.forEach((reach, i) => (marksOn(s, inFlows[first + i]!) > 0 ? marked : unmarked).push(reach));
  if (marked.length === 0) return false;
  if (unmarked.length === 0) return true;
  const holdsBack = (node: number): boolean =>
    unmarked.some((reach) => reach[node] === 1) && !marked.some((reach) => reach[node] === 1);
  for (let t = scopeTokens[s]!; t !== -1; t = tokenNext[t]!) if (holdsBack(tokenNode[t]!)) return false;
  for (const flow of scopes[scopeDefinition[s]!]!.joinFlows) {
    const node = flowTarget[flow]!;
    if (node !== join.node && marksOn(s, flow) > 0 && holdsBack(node)) return false;
  }
  return true;
}

function fire(s: number, join: InclusiveJoin): void {
  const { inStart, inFlows, nodeBehavior } = network;
  // The new token comes first, so the scope never looks empty.
  const t = tokenAt(s, join.node);
  for (let i = inStart[join.node]!; i < inStart[join.node + 1]!; i++) {
    const flow = inFlows[i]!;
    if (marksOn(s, flow) === 0) continue;
    removeMark(s, flow);
    scopeInclusive[s] = scopeInclusive[s]! - 1;
  }
  resumes[nodeBehavior[join.node]!]!(t, join.node);
}
