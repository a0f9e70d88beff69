/**
 * How tokens move: along flows, through splits, to the end of their scope. Gateways and events take no time, so moves go through a
 * ready list that is worked off, first in first out, before the clock goes on (semantics rules 3–7).
 */
import { enterNode, Quick, resumeNode } from './behavior-table.ts';
import { clearTable, growTable, PLACES, SLOTS } from './arrays.ts';
import { cases, destroyCase, caseLayout } from './cases.ts';
import { graph, loadGraph } from './graph.ts';
import { instant, stop, tooManyMoves } from './faults.ts';
import { caseEnded, milestonePassed, Outcome, recorder } from './hooks.ts';
import { evaluateInclusiveJoins, mayJoin, noteInclusiveChange } from './inclusive-joins.ts';
import { network } from './loaded.ts';
import { doubles, integers } from '../math/memory.ts';
import { integer } from '../math/scalars.ts';
import { createScope, destroyScope, scopes } from './scopes.ts';
import { flowByShare } from './shares.ts';
import { createToken, destroyToken, setState, tokens, TokenState } from './tokens.ts';
import { scopeCompleting, scopeOpened } from './watched-scopes.ts';
import { offerWork } from './work.ts';

/** Moves to be made at this instant, first in first out. */
const ready = {
  token: integers(SLOTS),
  flow: integers(SLOTS),
  stamp: integers(SLOTS),
};
const span = { head: 0, tail: 0, batches: 0 };

/** Tokens that passed each flow, and occurrences of each event, by node, since the window opened. */
export const counted = {
  flows: doubles(PLACES),
  nodes: doubles(PLACES),
};

export function resetMoves(): void {
  const places = Math.max(network.nodeIds.length + 1, network.flowIds.length);
  clearTable(counted, places);
  loadGraph(network);
  span.head = 0;
  span.tail = 0;
  span.batches = 0;
}

/** Starts counting flows and nodes anew. */
export function resetCounts(): void {
  counted.flows.fill(0);
  counted.nodes.fill(0);
}

/** Visits of the node by the case before this one; counts this one. */
export function countVisit(c: number, n: number): number {
  const i = Math.imul(c, caseLayout.visits) + graph.visit[n]!;
  const before = cases.visits[i]!;
  cases.visits[i] = before + 1;
  return before;
}

/** Counts a token of case `c` on the flow. */
export function countFlow(c: number, flow: number): void {
  counted.flows[flow]! += 1;
  const i = Math.imul(c, caseLayout.passed) + (flow >> 5);
  cases.passed[i]! |= 1 << (flow & 31);
}

/** Sends the token along the flow. */
export function take(t: number, flow: number): void {
  countFlow(tokens.case[t]!, flow);
  let tail = span.tail;
  if (tail === ready.token.length) tail = makeRoom();
  ready.token[tail] = integer(t);
  ready.flow[tail] = integer(flow);
  ready.stamp[tail] = tokens.stamp[t]!;
  span.tail = tail + 1;
  instant.unfinished = 1;
  if (scopes.inclusive[tokens.scope[t]!] !== 0) noteInclusiveChange(tokens.scope[t]!);
}

/** Sends a new token of the same scope along the flow. */
export function spawn(from: number, flow: number): void {
  take(createToken(tokens.scope[from]!, tokens.node[from]), flow);
}

/** The token leaves the node by all its outgoing flows; without any it is consumed. */
export function leave(t: number, n: number): void {
  pass(t, n);
  const first = graph.outStart[n]!;
  const end = graph.outStart[n + 1]!;
  if (first === end) consume(t);
  else {
    take(t, graph.outFlows[first]!);
    if (first + 1 < end) spawnAlong(t, first + 1, end);
  }
}

function spawnAlong(from: number, first: number, end: number): void {
  for (let i = first; i < end; i++) spawn(from, graph.outFlows[i]!);
}

/** Counts that the node happened, for milestones and counts of events, where it is not left by `leave`. */
export function pass(t: number, n: number): void {
  counted.nodes[n]! += 1;
  noteLeft(t, n);
}

/** Tells who listens that the node is left, if it is a milestone. */
function noteLeft(t: number, n: number): void {
  if (graph.hooked[n] === 1) milestonePassed(tokens.case[t]!, n, true);
}

/** The token ends here; its scope may complete with it. */
export function consume(t: number): void {
  const s = tokens.scope[t]!;
  destroyToken(t);
  if (scopes.live[s] === 0) completeScope(s);
  else if (scopes.inclusive[s] !== 0) noteInclusiveChange(s);
}

/** Completes a scope instance without tokens: resumes its host or ends the process instance. */
export function completeScope(s: number): void {
  const host = scopes.host[s]!;
  const c = scopes.case[s]!;
  if (graph.watched[scopes.definition[s]!] === 1) scopeCompleting(s);
  destroyScope(s);
  if (host !== -1) {
    const n = tokens.node[host]!;
    resumeNode(graph.behavior[n]!, host, n);
  } else if ((cases.roots[c] = cases.roots[c]! - 1) === 0) {
    caseEnded(c, Outcome.completed);
    destroyCase(c);
  }
}

/** Makes an instance of the scope and enters its start nodes, or only `startNode` when given. */
export function startScope(definition: number, c: number, host: number, startNode: number): void {
  const s = openScope(definition, c, host);
  if (startNode >= 0) enterAt(createToken(s), startNode, -1);
  else enterStarts(s);
}

/** The flow by which a token leaves a start node at once; −1 = more is to be done there. */
export const plainStart = (n: number): number =>
  graph.quick[n] === Quick.pass && graph.hooked[n] === 0 ? graph.onlyFlow[n]! : -1;

/** As `startScope` for a case that arrives while nothing else moves, at a plain start: its token moves on at once. */
export function startAlong(definition: number, c: number, startNode: number, flow: number): void {
  const t = createToken(openScope(definition, c, -1));
  counted.nodes[startNode]! += 1;
  countFlow(c, flow);
  walk(t, flow);
}

function openScope(definition: number, c: number, host: number): number {
  const s = createScope(definition, c, host);
  if (host === -1) cases.roots[c]! += 1;
  else tokens.inner[host] = s;
  if (graph.watched[definition] === 1) scopeOpened(s);
  return s;
}

/** Enters all start nodes of a new scope instance. */
function enterStarts(s: number): void {
  const { isProcess, calledNodes, startNodes: own } = network.scopes[scopes.definition[s]!]!;
  const startNodes = isProcess && scopes.host[s] !== -1 ? calledNodes : own;
  // All tokens exist before the first moves on, so that the scope cannot complete early.
  const tokens = Array.from(startNodes, () => createToken(s));
  if (tokens.length === 0) completeScope(s);
  else if (tokens.length === 1) enterAt(tokens[0]!, startNodes[0]!, -1);
  else
    batch(() => {
      tokens.forEach((t, i) => {
        enterAt(t, startNodes[i]!, -1);
      });
    });
}

/** Puts the token on the node. */
export function enterAt(t: number, n: number, flow: number): void {
  tokens.node[t] = n;
  if (recorder !== undefined) recorder.entered(t, n, flow);
  if (graph.hooked[n] === 1) milestonePassed(tokens.case[t]!, n, false);
  enterNode(graph.behavior[n]!, t, n, flow);
}

/** Whether no move is waiting to be made. */
export const nothingMoves = (): boolean => span.head === span.tail && span.batches === 0;

/** Several things happen at once in `act`: no work begins before all of them are known. */
export function batch(act: () => void): void {
  span.batches++;
  act();
  span.batches--;
}

/** Whether there is anything for `settle` to do. */
export const isUnsettled = (): boolean => span.head < span.tail || mayJoin();

/** Works off all moves of this instant, then the inclusive joins that may fire because of them. */
export function settle(): void {
  do {
    while (span.head < span.tail) {
      const head = span.head++;
      const t = ready.token[head]!;
      if (ready.stamp[head] === tokens.stamp[t] && mayMove(t)) walk(t, ready.flow[head]!);
      if (instant.stopped) return;
    }
    span.head = 0;
    span.tail = 0;
  } while (mayJoin() && evaluateInclusiveJoins());
}

/** A token whose plain work is done moves on by the only flow of its node; no other move may be waiting. */
export function moveOn(t: number, n: number): void {
  const flow = graph.onlyFlow[n]!;
  noteLeft(t, n);
  if (scopes.inclusive[tokens.scope[t]!] !== 0) {
    take(t, flow);
    return;
  }
  countFlow(tokens.case[t]!, flow);
  walk(t, flow);
}

/**
 * Moves the token along the flow, and on through nodes that hold it up for no reason, as long as no other move waits for its turn:
 * then taking it off the list at once is what putting it on the list would come to.
 */
function walk(t: number, along: number): void {
  const next = step(t, along);
  if (next >= 0) walkOn(t, next);
}

function walkOn(t: number, along: number): void {
  for (let flow = along; flow >= 0 && mayMove(t);) flow = step(t, flow);
}

/** Counts a move that follows from another one at the same instant; false, and the end of the replication, when they do not end. */
function mayMove(t: number): boolean {
  if (!tooManyMoves()) return true;
  stop('too-many-moves-at-once', tokens.node[t]!);
  return false;
}

/** Moves the token to the end of the flow; the flow by which it goes on at once, −1 = by none. */
function step(t: number, flow: number): number {
  const n = graph.flowTarget[flow]!;
  const quick = graph.quick[n]!;
  if (quick === Quick.none) {
    if (tokens.state[t] !== TokenState.none) setState(t, TokenState.none);
    enterAt(t, n, flow);
    return -1;
  }
  tokens.node[t] = n;
  if (recorder !== undefined) recorder.entered(t, n, flow);
  const c = tokens.case[t]!;
  if (graph.hooked[n] === 1) milestonePassed(c, n, false);
  if (quick === Quick.work) {
    offerWork(t, n, graph.activity[n]!);
    return -1;
  }
  pass(t, n);
  if (quick === Quick.end) {
    consume(t);
    return -1;
  }
  const next = quick === Quick.pass ? graph.onlyFlow[n]! : flowByShare(n, c);
  if (span.head < span.tail || scopes.inclusive[tokens.scope[t]!] !== 0) {
    take(t, next);
    return -1;
  }
  countFlow(c, next);
  return next;
}

/** Moves the waiting moves to the front, or makes the list longer; returns its new end. */
function makeRoom(): number {
  const { head, tail } = span;
  if (head > tail >> 1) {
    for (const column of [ready.token, ready.flow, ready.stamp]) column.copyWithin(0, head, tail);
    span.head = 0;
    return tail - head;
  }
  growTable(ready);
  return tail;
}
