/** Tokens that wait for something outside: a time, or a message of a partner of the same case (rules 8, 17, 18). */
import { bufferedMessages, caseScopes, messageStride } from './cases.ts';
import { cancelToken } from './cancel.ts';
import { now } from './clock.ts';
import { EventKind, Phase, schedule } from './event-list.ts';
import { drawWait, network } from './loaded.ts';
import { countFlow, countVisit, startScope } from './moves.ts';
import type { WaitTime } from './network.ts';
import { resumes } from './behavior-table.ts';
import { scopeNext, scopeTokens } from './scopes.ts';
import {
  setState,
  tokenCase,
  tokenEvent,
  tokenListens,
  tokenNext,
  tokenNode,
  tokenRace,
  tokenScope,
  TokenState,
  tokenVisit,
} from './tokens.ts';

/** When a wait that begins now is over; Infinity = never. */
export function dueTime(time: WaitTime, n: number, c: number, visit: number): number {
  if (time.type === 'at') return Math.max(time.time, now);
  const length = drawWait(time, n, c, visit);
  return time.timeline ? time.timeline.advance(now, length) : now + length;
}

/**
 * The token waits at the node until its time is over or its message comes. True when it need not wait, because the message was
 * there already; then the caller goes on with it.
 */
export function waitAt(t: number, n: number): boolean {
  const c = tokenCase[t]!;
  const { time } = network.waits[network.nodeWait[n]!]!;
  const visit = countVisit(c, n);
  tokenVisit[t] = visit;
  if (takeBuffered(c, n)) return true;
  setState(t, TokenState.external);
  if (!time) {
    tokenListens[t] = 1;
    return false;
  }
  const due = dueTime(time, n, c, visit);
  if (due < Infinity) tokenEvent[t] = schedule(due, Phase.timer, EventKind.wait, t);
  return false;
}

/** What the token waited for has come: it leaves its race as winner. */
export function endWait(t: number): void {
  tokenEvent[t] = 0;
  tokenListens[t] = 0;
  setState(t, TokenState.none);
  const race = tokenRace[t]!;
  if (race === -1) return;
  tokenRace[t] = -1;
  countFlow(network.inFlows[network.inStart[tokenNode[t]!]!]!);
  for (let other = scopeTokens[tokenScope[t]!]!; other !== -1;) {
    const next = tokenNext[other]!;
    if (tokenRace[other] === race) cancelToken(other);
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
        const i = c * messageStride + target.flow;
        bufferedMessages[i] = bufferedMessages[i]! + 1;
      } else {
        endWait(listener);
        resumes[network.nodeBehavior[target.node]!]!(listener, target.node);
      }
    }
  }
}

function takeBuffered(c: number, n: number): boolean {
  for (const flow of network.receives[n]!) {
    const i = c * messageStride + flow;
    if (bufferedMessages[i]! > 0) {
      bufferedMessages[i] = bufferedMessages[i]! - 1;
      return true;
    }
  }
  return false;
}

/** The token of the case that has waited longest for a message at the node; −1 = none. */
function listenerAt(c: number, n: number): number {
  let found = -1;
  for (let s = caseScopes[c]!; s !== -1; s = scopeNext[s]!) {
    // Later tokens stand earlier in the list.
    for (let t = scopeTokens[s]!; t !== -1; t = tokenNext[t]!)
      if (tokenNode[t] === n && tokenListens[t] === 1) found = t;
    if (found !== -1) return found;
  }
  return -1;
}
