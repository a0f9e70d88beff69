/** Boundary events: armed from enablement of their host to its completion (rule 9). */
import { growTable, SLOTS } from './arrays.ts';
import { isLive, stripToken } from './cancel.ts';
import { EventKind, events, noteCancelled, Phase, schedule } from './event-list.ts';
import { network } from './loaded.ts';
import { countVisit, leave } from './moves.ts';
import type { Boundary } from './network.ts';
import { createToken, tokens } from './tokens.ts';
import { dueTime } from './waits.ts';

/** Armed boundary events by slot. */
const armed = {
  /** Token at the host. */
  token: new Int32Array(SLOTS),
  /** Next one of the same host, or next free slot. */
  next: new Int32Array(SLOTS),
  event: new Float64Array(SLOTS),
  /** Occurrences left after the pending one. */
  repeats: new Float64Array(SLOTS),
  visit: new Int32Array(SLOTS),
};
const armedBoundary: Boundary[] = [];
const counts = { free: -1, used: 0 };

export function resetBoundaries(): void {
  Object.assign(counts, { free: -1, used: 0 });
  armedBoundary.length = 0;
}

/** Arms the timers at the host the token has just entered. */
export function armBoundaries(t: number, n: number): void {
  for (const boundary of network.boundaries[n]!) {
    if (!boundary.time) continue;
    let slot = counts.free;
    if (slot !== -1) counts.free = armed.next[slot]!;
    else {
      if (counts.used === armed.token.length) growTable(armed);
      slot = counts.used++;
    }
    armed.token[slot] = t;
    armedBoundary[slot] = boundary;
    armed.repeats[slot] = boundary.repeats;
    armed.visit[slot] = countVisit(tokens.case[t]!, boundary.node);
    armed.next[slot] = tokens.boundary[t]!;
    tokens.boundary[t] = slot;
    scheduleSlot(slot);
  }
}

/** Disarms all boundary events of the token. */
export function disarmBoundaries(t: number): void {
  let slot = tokens.boundary[t]!;
  tokens.boundary[t] = -1;
  while (slot !== -1) {
    const next = armed.next[slot]!;
    armed.token[slot] = -1;
    if (armed.event[slot] !== 0) {
      armed.event[slot] = 0;
      noteCancelled(isLive);
    }
    armed.next[slot] = counts.free;
    counts.free = slot;
    slot = next;
  }
}

/** The timer of an armed boundary event goes off. */
export function fireBoundary(slot: number): void {
  const t = armed.token[slot]!;
  const boundary = armedBoundary[slot]!;
  armed.event[slot] = 0;
  if (boundary.interrupting) {
    interruptHost(t, boundary.node);
    return;
  }
  if (armed.repeats[slot]! > 0) {
    armed.repeats[slot] = armed.repeats[slot]! - 1;
    scheduleSlot(slot);
  }
  const side = createToken(tokens.scope[t]!);
  leaveBoundary(side, boundary.node);
}

/** Cancels what the token does at the host and sends it on from the boundary event. */
export function interruptHost(t: number, boundaryNode: number): void {
  stripToken(t);
  leaveBoundary(t, boundaryNode);
}

/** Whether the pending event `order` belongs to the slot. */
export const isArmed = (slot: number, order: number): boolean => armed.event[slot] === order;

function leaveBoundary(t: number, n: number): void {
  tokens.node[t] = n;
  leave(t, n);
}

function scheduleSlot(slot: number): void {
  const { time, node } = armedBoundary[slot]!;
  if (!time) return;
  const due = dueTime(time, node, tokens.case[armed.token[slot]!]!, armed.visit[slot]!);
  armed.event[slot] = 0;
  if (due === Infinity) return;
  schedule(due, Phase.timer, EventKind.boundary, slot);
  armed.event[slot] = events.scheduled;
}
