/** Cases that can never end: all their tokens wait for each other, for a message nobody sends, or for people who never come. */
import { caseRoots, caseScopes, caseSlots } from './cases.ts';
import { noteFault } from './faults.ts';
import { marksOn } from './joins.ts';
import { network } from './loaded.ts';
import { scopeDefinition, scopeNext, scopeTokens } from './scopes.ts';
import { tokenBoundary, tokenInner, tokenListens, tokenNext, tokenNode } from './tokens.ts';

/** Notes where the open cases are stuck. `ended` = nothing more would happen, so waiting work is stuck too. */
export function noteStuckCases(ended: boolean): void {
  for (let c = 0; c < caseSlots(); c++) {
    if (caseRoots[c] === 0) continue;
    const places = stuckPlaces(c, ended);
    for (const { node, code } of places ?? []) noteFault('warning', code, node);
  }
}

/** Where each token of the case is stuck, or undefined when something may still happen. */
function stuckPlaces(c: number, ended: boolean): { node: number; code: string }[] | undefined {
  const places: { node: number; code: string }[] = [];
  for (let s = caseScopes[c]!; s !== -1; s = scopeNext[s]!) {
    for (let t = scopeTokens[s]!; t !== -1; t = tokenNext[t]!) {
      if (tokenInner[t] !== -1 && tokenBoundary[t] === -1) continue;
      if (tokenListens[t] === 1) places.push({ node: tokenNode[t]!, code: 'message-never-came' });
      else if (ended) places.push({ node: tokenNode[t]!, code: 'work-never-started' });
      else return undefined;
    }
    for (const flow of network.scopes[scopeDefinition[s]!]!.joinFlows)
      if (marksOn(s, flow) > 0) places.push({ node: network.flowTarget[flow]!, code: 'stuck-at-join' });
  }
  return places;
}
