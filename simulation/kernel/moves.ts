/**
 * How tokens move: along flows, through splits, to the end of their scope. Gateways and events take no time, so moves go through a
 * ready list that is worked off, first in first out, before the clock goes on (semantics rules 3–7).
 */
import { enters, resumes } from './behavior-table.ts';
import { growInt } from './arrays.ts';
import { caseRoots, caseTokens, destroyCase, visits, visitStride } from './cases.ts';
import { LIVE_TOKENS, stop, stopped, TOKENS_PER_CASE, tooManyMoves } from './faults.ts';
import { caseEnded, milestonePassed, Outcome } from './hooks.ts';
import { evaluateInclusiveJoins, noteInclusiveChange } from './inclusive-joins.ts';
import { network } from './loaded.ts';
import type { Network } from './network.ts';
import { createScope, destroyScope, scopeCase, scopeHost, scopeInclusive, scopeLive } from './scopes.ts';
import {
  createToken,
  destroyToken,
  liveTokens,
  tokenCase,
  tokenInner,
  tokenNode,
  tokenScope,
  tokenStamp,
} from './tokens.ts';

let capacity = 64;
let readyToken = new Int32Array(capacity);
let readyFlow = new Int32Array(capacity);
let readyStamp = new Int32Array(capacity);
let readyHead = 0;
let readyTail = 0;

let nodeBehavior: Uint8Array = new Uint8Array(0);
let nodeVisit: Int32Array = new Int32Array(0);
let outStart: Int32Array = new Int32Array(0);
let outFlows: Int32Array = new Int32Array(0);
let flowTarget: Int32Array = new Int32Array(0);
let milestonesEntered: Network['milestonesEntered'] = [];
let milestonesLeft: Network['milestonesLeft'] = [];

/** Tokens that passed each flow, and occurrences of each node, since the window opened. */
export let flowCounts = new Float64Array(0);
export let nodeCounts = new Float64Array(0);

/** Starts counting flows and nodes anew. */
export function resetCounts(): void {
  flowCounts.fill(0);
  nodeCounts.fill(0);
}

export function resetMoves(): void {
  ({ nodeBehavior, nodeVisit, outStart, outFlows, flowTarget, milestonesEntered, milestonesLeft } = network);
  flowCounts = new Float64Array(network.flowIds.length);
  nodeCounts = new Float64Array(network.nodeIds.length);
  readyHead = 0;
  readyTail = 0;
}

/** Visits of the node by the case before this one; counts this one. */
export function countVisit(c: number, n: number): number {
  const i = c * visitStride + nodeVisit[n]!;
  const before = visits[i]!;
  visits[i] = before + 1;
  return before;
}

/** Counts a token on the flow. */
export function countFlow(flow: number): void {
  flowCounts[flow] = flowCounts[flow]! + 1;
}

/** Sends the token along the flow. */
export function take(t: number, flow: number): void {
  flowCounts[flow] = flowCounts[flow]! + 1;
  if (readyTail === capacity) growReady();
  readyToken[readyTail] = t;
  readyFlow[readyTail] = flow;
  readyStamp[readyTail++] = tokenStamp[t]!;
  if (scopeInclusive[tokenScope[t]!] !== 0) noteInclusiveChange(tokenScope[t]!);
}

/** Sends a new token of the same scope along the flow. */
export function spawn(from: number, flow: number): void {
  take(createToken(tokenScope[from]!), flow);
  if (caseTokens[tokenCase[from]!]! > TOKENS_PER_CASE) stop('too-many-tokens-in-case', tokenNode[from]!);
  else if (liveTokens > LIVE_TOKENS) stop('too-many-tokens', tokenNode[from]!);
}

/** The token leaves the node by all its outgoing flows; without any it is consumed. */
export function leave(t: number, n: number): void {
  pass(t, n);
  const first = outStart[n]!;
  const end = outStart[n + 1]!;
  if (first === end) consume(t);
  else {
    take(t, outFlows[first]!);
    for (let i = first + 1; i < end; i++) spawn(t, outFlows[i]!);
  }
}

/** Counts that the node happened, for milestones and event counts, where it is not left by `leave`. */
export function pass(t: number, n: number): void {
  nodeCounts[n] = nodeCounts[n]! + 1;
  if (milestonesLeft[n] !== undefined) milestonePassed(tokenCase[t]!, n, true);
}

/** The token ends here; its scope may complete with it. */
export function consume(t: number): void {
  const s = tokenScope[t]!;
  destroyToken(t);
  if (scopeLive[s] === 0) completeScope(s);
  else if (scopeInclusive[s] !== 0) noteInclusiveChange(s);
}

/** Completes a scope instance without tokens: resumes its host or ends the process instance. */
export function completeScope(s: number): void {
  const host = scopeHost[s]!;
  const c = scopeCase[s]!;
  destroyScope(s);
  if (host !== -1) {
    const n = tokenNode[host]!;
    resumes[nodeBehavior[n]!]!(host, n);
  } else if ((caseRoots[c] = caseRoots[c]! - 1) === 0) {
    caseEnded(c, Outcome.completed);
    destroyCase(c);
  }
}

/** Makes an instance of the scope and enters its start nodes, or only `startNode` when given. */
export function startScope(definition: number, c: number, host: number, startNode: number): void {
  const s = createScope(definition, c, host);
  if (host === -1) caseRoots[c] = caseRoots[c]! + 1;
  else tokenInner[host] = s;
  if (startNode >= 0) enterAt(createToken(s), startNode, -1);
  else {
    const { startNodes } = network.scopes[definition]!;
    // All tokens exist before the first moves on, so that the scope cannot complete early.
    const tokens = Array.from(startNodes, () => createToken(s));
    if (tokens.length === 0) completeScope(s);
    else tokens.forEach((t, i) => enterAt(t, startNodes[i]!, -1));
  }
}

/** Puts the token on the node. */
export function enterAt(t: number, n: number, flow: number): void {
  tokenNode[t] = n;
  if (milestonesEntered[n] !== undefined) milestonePassed(tokenCase[t]!, n, false);
  enters[nodeBehavior[n]!]!(t, n, flow);
}

/** Works off all moves of this instant, then the inclusive joins that may fire because of them. */
export function settle(): void {
  do {
    while (readyHead < readyTail) {
      const t = readyToken[readyHead]!;
      const flow = readyFlow[readyHead]!;
      if (readyStamp[readyHead++] !== tokenStamp[t]) continue;
      const n = flowTarget[flow]!;
      if (tooManyMoves()) stop('too-many-moves-at-once', n);
      if (stopped) return;
      enterAt(t, n, flow);
    }
    readyHead = 0;
    readyTail = 0;
  } while (evaluateInclusiveJoins());
}

function growReady(): void {
  if (readyHead > capacity >> 1) {
    readyToken.copyWithin(0, readyHead, readyTail);
    readyFlow.copyWithin(0, readyHead, readyTail);
    readyStamp.copyWithin(0, readyHead, readyTail);
    readyTail -= readyHead;
    readyHead = 0;
    return;
  }
  capacity *= 2;
  readyToken = growInt(readyToken, capacity);
  readyFlow = growInt(readyFlow, capacity);
  readyStamp = growInt(readyStamp, capacity);
}
