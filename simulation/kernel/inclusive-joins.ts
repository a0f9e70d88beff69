/**
 * When an inclusive join fires (semantics rule 1; BPMN 2.0.2 §13.4.3 with OMG issue BPMN2-289): as soon as every other token of
 * its scope instance that can reach an unmarked incoming flow can also reach a marked one, on paths that avoid the join.
 */
import { empty } from './arrays.ts';
import { resumeNode } from './behavior-table.ts';
import { settleComplexGateway } from './complex-joins.ts';
import { instant } from './faults.ts';
import { marksOn, placeMark, removeMark, tokenAt } from './joins.ts';
import { network } from './loaded.ts';
import type { InclusiveJoin } from './network.ts';
import { scopes } from './scopes.ts';
import { tokens } from './tokens.ts';

/** Scope instances in which something changed. */
const changed = new Set<number>();

export function resetInclusiveJoins(): void {
  empty(changed);
}

/** Says that a token of the scope instance moved or died, so a waiting inclusive join may fire. */
export function noteInclusiveChange(s: number): void {
  changed.add(s);
  instant.unfinished = 1;
}

/** A token reaches an inclusive join and waits there. */
export function waitAtInclusiveJoin(t: number, flow: number): void {
  const s = tokens.scope[t]!;
  scopes.inclusive[s]! += 1;
  placeMark(t, flow);
  noteInclusiveChange(s);
}

/** Whether any join may fire; asked after every event. */
export const mayJoin = (): boolean => changed.size > 0;

/** Fires what may fire in the scopes that changed; true when tokens moved on. All tokens must be at rest. */
export function evaluateInclusiveJoins(): boolean {
  if (changed.size === 0) return false;
  for (const s of changed) {
    changed.delete(s);
    if (scopes.case[s]! < 0 || scopes.inclusive[s] === 0) continue;
    for (const j of network.scopes[scopes.definition[s]!]!.inclusiveJoins) {
      const join = network.inclusiveJoins[j]!;
      const complex = network.complexGateways[join.node];
      if (complex) {
        if (settleComplexGateway(s, join, complex)) return true;
        continue;
      }
      if (!mayFire(s, join)) continue;
      noteInclusiveChange(s);
      fire(s, join);
      return true;
    }
  }
  return false;
}

function mayFire(s: number, join: InclusiveJoin): boolean {
  const { inStart, inFlows } = network;
  const isMarked = (flow: number): boolean => marksOn(s, flow) > 0;
  let any = false;
  for (let i = inStart[join.node]!; i < inStart[join.node + 1]!; i++) any ||= isMarked(inFlows[i]!);
  return any && !canStillCome(s, join, isMarked);
}

/** Whether a token of the scope instance can still bring something new: it reaches an unmarked flow and no marked one. */
export function canStillCome(s: number, join: InclusiveJoin, isMarked: (flow: number) => boolean): boolean {
  const { inStart, inFlows, flowTarget } = network;
  const first = inStart[join.node]!;
  const marked: Uint8Array[] = [];
  const unmarked: Uint8Array[] = [];
  join.reach.forEach((reach, i) => (isMarked(inFlows[first + i]!) ? marked : unmarked).push(reach));
  if (unmarked.length === 0) return false;
  const holdsBack = (node: number): boolean =>
    unmarked.some((reach) => reach[node] === 1) && !marked.some((reach) => reach[node] === 1);
  for (let t = scopes.tokens[s]!; t !== -1; t = tokens.next[t]!) if (holdsBack(tokens.node[t]!)) return true;
  for (const flow of network.scopes[scopes.definition[s]!]!.joinFlows) {
    const node = flowTarget[flow]!;
    if (node !== join.node && marksOn(s, flow) > 0 && holdsBack(node)) return true;
  }
  return false;
}

function fire(s: number, join: InclusiveJoin): void {
  const { inStart, inFlows, nodeBehavior } = network;
  // The new token comes first, so the scope never looks empty.
  const t = tokenAt(s, join.node);
  for (let i = inStart[join.node]!; i < inStart[join.node + 1]!; i++) {
    const flow = inFlows[i]!;
    if (marksOn(s, flow) === 0) continue;
    removeMark(s, flow);
    scopes.inclusive[s]! -= 1;
  }
  resumeNode(nodeBehavior[join.node]!, t, join.node);
}
