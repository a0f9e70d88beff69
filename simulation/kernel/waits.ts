/** Tokens that wait for something outside: a time, a message of a partner of the same case, or another event (rules 8, 17–19). */
import { arm, Role } from './armed.ts';
import { disarmBoundaries } from './boundaries.ts';
import { cancelEvent, cancelToken } from './cancel.ts';
import { caseLayout, cases } from './cases.ts';
import { clock } from './clock.ts';
import { EventKind, Phase, schedule } from './event-list.ts';
import { drawWait, network } from './loaded.ts';
import { takeBuffered } from './messages.ts';
import { countFlow, countVisit } from './moves.ts';
import type { Wait, WaitTime } from './network.ts';
import { resumeNode } from './behavior-table.ts';
import { scopes } from './scopes.ts';
import { setState, tokens, TokenState } from './tokens.ts';

/** Values of `tokens.listens`: for the message of its node, for other events. */
export const Listens = { message: 1, event: 2 } as const;

/** When a wait that begins now is over; Infinity = never. */
export const dueTime = (time: WaitTime, n: number, c: number, visit: number): number =>
  dueAfter(clock.now, time, n, c, visit);

function dueAfter(from: number, time: WaitTime, n: number, c: number, visit: number): number {
  if (time.type === 'at') return Math.max(time.time, clock.now);
  const length = drawWait(time, n, c, visit);
  return Math.max(clock.now, time.timeline ? time.timeline.advance(from, length) : from + length);
}

/**
 * The token waits at the node until its time is over or its event occurs. True when it need not wait, because that was there
 * already; then the caller goes on with it.
 */
export function waitAt(t: number, n: number): boolean {
  const c = tokens.case[t]!;
  const wait = network.waits[network.nodeWait[n]!]!;
  if (wait.catcher !== undefined) return waitForEvent(t, c, wait);
  const { time } = wait;
  const visit = countVisit(c, n);
  tokens.visit[t] = visit;
  if (takeBuffered(c, network.receives[n]!)) return true;
  setState(t, TokenState.external);
  if (!time) {
    tokens.listens[t] = Listens.message;
    return false;
  }
  const due = wait.askedSlot < 0 ? dueTime(time, n, c, visit) : dueAfter(askedAt(wait, c), time, n, c, visit);
  if (due < Infinity) {
    tokens.event[t] = schedule(due, Phase.timer, EventKind.wait, t);
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
  countFlow(tokens.case[t]!, network.inFlows[network.inStart[tokens.node[t]!]!]!);
  for (let other = scopes.tokens[tokens.scope[t]!]!; other !== -1;) {
    const next = tokens.next[other]!;
    if (tokens.race[other] === race) cancelToken(other);
    other = next;
  }
}

/** The event that the token waits for occurs before the time it may wait for. */
export function occurAt(t: number): void {
  const n = tokens.node[t]!;
  cancelEvent(t);
  disarmBoundaries(t);
  endWait(t);
  resumeNode(network.nodeBehavior[n]!, t, n);
}

/** Waits as the catcher of the node says. True when its only condition holds already. */
function waitForEvent(t: number, c: number, { node, catcher }: Wait): boolean {
  const triggers = catcher?.triggers ?? [];
  const [only] = triggers;
  if (
    triggers.length === 1 &&
    only?.type === 'condition' &&
    only.when(cases.attributes, c * caseLayout.attributes) === 1
  )
    return true;
  setState(t, TokenState.external);
  tokens.listens[t] = Listens.event;
  if (catcher) tokens.boundary[t] = arm({ ...catcher, node }, Role.wait, t, c, tokens.boundary[t]!);
  return false;
}

/** When the black-box pool was asked; a latency runs from there once, else from now. */
function askedAt({ askedSlot }: Wait, c: number): number {
  const i = c * caseLayout.attributes + network.attributeSlots - 1 - askedSlot;
  const asked = cases.attributes[i]!;
  cases.attributes[i] = NaN;
  return Number.isNaN(asked) ? clock.now : asked;
}
