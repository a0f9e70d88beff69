/** Cases that can never end: all their tokens wait for each other, for a message nobody sends, or for people who never come. */
import { cases, caseSlots } from './cases.ts';
import { noteFault } from './faults.ts';
import { marksOn } from './joins.ts';
import { network } from './loaded.ts';
import { scopes } from './scopes.ts';
import { tokens, TokenState } from './tokens.ts';
import { Listens } from './waits.ts';

/** Notes where the open cases are stuck. `ended` = nothing more would happen, so waiting work is stuck too. */
export function noteStuckCases(ended: boolean): void {
  for (let c = 0; c < caseSlots(); c++) {
    if (cases.roots[c] === 0) continue;
    const places = stuckPlaces(c, ended);
    for (const { node, code } of places ?? []) noteFault('warning', code, node);
  }
}

/** Where each token of the case is stuck, or undefined when something may still happen. */
function stuckPlaces(c: number, ended: boolean): { node: number; code: string }[] | undefined {
  const places: { node: number; code: string }[] = [];
  for (let s = cases.scopes[c]!; s !== -1; s = scopes.next[s]!) {
    for (let t = scopes.tokens[s]!; t !== -1; t = tokens.next[t]!) {
      if (tokens.inner[t] !== -1 && tokens.boundary[t] === -1) continue;
      if (tokens.listens[t] === Listens.message) places.push({ node: tokens.node[t]!, code: 'message-never-came' });
      else if (tokens.listens[t] === Listens.event) places.push({ node: tokens.node[t]!, code: 'event-never-came' });
      else if (ended && tokens.state[t] === TokenState.batching)
        places.push({ node: tokens.node[t]!, code: 'batch-never-full' });
      else if (ended) places.push({ node: tokens.node[t]!, code: 'work-never-started' });
      else return undefined;
    }
    for (const flow of network.scopes[scopes.definition[s]!]!.joinFlows)
      if (marksOn(s, flow) > 0) places.push({ node: network.flowTarget[flow]!, code: 'stuck-at-join' });
  }
  return places;
}
