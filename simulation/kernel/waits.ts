/** Tokens that wait for something outside: a time, or a message of a partner of the same case (rules 8, 17, 18). */
import { cases, caseLayout } from './cases.ts';
import { cancelToken } from './cancel.ts';
import { clock } from './clock.ts';
import { EventKind, events, Phase, schedule } from './event-list.ts';
import { drawWait, network } from './loaded.ts';
import { countFlow, countVisit, startScope } from './moves.ts';
import type { WaitTime } from './network.ts';
import { resumeNode } from './behavior-table.ts';
import { scopes } from './scopes.ts';
import { setState, tokens, TokenState } from './tokens.ts';

/** When a wait that begins now is over; Infinity = never. */
export function dueTime(time: WaitTime, n: number, c: number, visit: number): number {
  if (time.type === 'at') return Math.max(time.time, clock.now);
  const length = drawWait(time, n, c, visit);
  return time.timeline ? time.timeline.advance(clock.now, length) : clock.now + length;
}

/**
 * The token waits at the node until its time is over or its message comes. True when it need not wait, because the message was
 * there already; then the caller goes on with it.
 */
export function waitAt(t: number, n: number): boolean {
  const c = tokens.case[t]!;
  const { time } = network.waits[network.nodeWait[n]!]!;
  const visit = countVisit(c, n);
  tokens.visit[t] = visit;
  if (takeBuffered(c, n)) return true;
  setState(t, TokenState.external);
  if (!time) {
    tokens.listens[t] = 1;
    return false;
  }
  const due = dueTime(time, n, c, visit);
  if (due < Infinity) {
    schedule(due, Phase.timer, EventKind.wait, t);
    tokens.event[t] = events.scheduled;
  }
  return false;
}

/** What the token waited for has come: it leaves its race as winner. */
export function endWait(t: number): void {
  tokens.event[t] = 0;
  tokens.listens[t] = 0;
  setState(t, TokenState.none);
  const race = tokens.race[t]!;
  if (race === -1) return;
  tokens.race[t] = -1;
  countFlow(network.inFlows[network.inStart[tokens.node[t]!]!]!);
  for (let other = scopes.tokens[tokens.scope[t]!]!; other !== -1;) {
    const next = tokens.next[other]!;
    if (tokens.race[other] === race) cancelToken(other);
    other = next;
  }
}

/** Sends the messages of a throwing node to the partners of its case. */
export function sendMessages(c: number, n: number): void {
  for (const target of network.sends[n]!) {
    if (target.type === 'start') startScope(network.nodeScope[target.node]!, c, -1, target.node);
    else {
      const listener = listenerAt(c, target.node);
      if (listener === -1) {
        const i = c * caseLayout.messages + target.flow;
        cases.messages[i] = cases.messages[i]! + 1;
      } else {
        endWait(listener);
        resumeNode(network.nodeBehavior[target.node]!, listener, target.node);
      }
    }
  }
}

function takeBuffered(c: number, n: number): boolean {
  for (const flow of network.receives[n]!) {
    const i = c * caseLayout.messages + flow;
    if (cases.messages[i]! > 0) {
      cases.messages[i] = cases.messages[i]! - 1;
      return true;
    }
  }
  return false;
}

/** The token of the case that has waited longest for a message at the node; −1 = none. */
function listenerAt(c: number, n: number): number {
  let found = -1;
  for (let s = cases.scopes[c]!; s !== -1; s = scopes.next[s]!) {
    // Later tokens stand earlier in the list.
    for (let t = scopes.tokens[s]!; t !== -1; t = tokens.next[t]!)
      if (tokens.node[t] === n && tokens.listens[t] === 1) found = t;
    if (found !== -1) return found;
  }
  return -1;
}
