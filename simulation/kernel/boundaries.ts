/** Boundary events: armed from enablement of their host to its completion (rule 9). */
import { growFloat, growInt } from './arrays.ts';
import { isLive, stripToken } from './cancel.ts';
import { EventKind, noteCancelled, Phase, schedule } from './event-list.ts';
import { network } from './loaded.ts';
import { countVisit, leave } from './moves.ts';
import type { Boundary } from './network.ts';
import { createToken, tokenBoundary, tokenCase, tokenNode, tokenScope } from './tokens.ts';
import { dueTime } from './waits.ts';

let capacity = 32;
/** Token at the host; −1 = slot free. */
let armedToken = new Int32Array(capacity);
let armedNext = new Int32Array(capacity);
let armedEvent = new Float64Array(capacity);
/** Occurrences left after the pending one. */
let armedRepeats = new Float64Array(capacity);
let armedVisit = new Int32Array(capacity);
const armedBoundary: Boundary[] = [];
let free = -1;
let used = 0;

export function resetBoundaries(): void {
  free = -1;
  used = 0;
  armedBoundary.length = 0;
}

/** Arms the timers at the host the token has just entered. */
export function armBoundaries(t: number, n: number): void {
  for (const boundary of network.boundaries[n]!) {
    if (!boundary.time) continue;
    let slot = free;
    if (slot !== -1) free = armedNext[slot]!;
    else {
      if (used === capacity) grow();
      slot = used++;
    }
    armedToken[slot] = t;
    armedBoundary[slot] = boundary;
    armedRepeats[slot] = boundary.repeats;
    armedVisit[slot] = countVisit(tokenCase[t]!, boundary.node);
    armedNext[slot] = tokenBoundary[t]!;
    tokenBoundary[t] = slot;
    scheduleSlot(slot);
  }
}

/** Disarms all boundary events of the token. */
export function disarmBoundaries(t: number): void {
  let slot = tokenBoundary[t]!;
  tokenBoundary[t] = -1;
  while (slot !== -1) {
    const next = armedNext[slot]!;
    armedToken[slot] = -1;
    if (armedEvent[slot] !== 0) {
      armedEvent[slot] = 0;
      noteCancelled(isLive);
    }
    armedNext[slot] = free;
    free = slot;
    slot = next;
  }
}

/** The timer of an armed boundary event goes off. */
export function fireBoundary(slot: number): void {
  const t = armedToken[slot]!;
  const boundary = armedBoundary[slot]!;
  armedEvent[slot] = 0;
  if (boundary.interrupting) {
    interruptHost(t, boundary.node);
    return;
  }
  if (armedRepeats[slot]! > 0) {
    armedRepeats[slot] = armedRepeats[slot]! - 1;
    scheduleSlot(slot);
  }
  const side = createToken(tokenScope[t]!);
  leaveBoundary(side, boundary.node);
}

/** Cancels what the token does at the host and sends it on from the boundary event. */
export function interruptHost(t: number, boundaryNode: number): void {
  stripToken(t);
  leaveBoundary(t, boundaryNode);
}

/** Whether the pending event `order` belongs to the slot. */
export const isArmed = (slot: number, order: number): boolean => armedEvent[slot] === order;

function leaveBoundary(t: number, n: number): void {
  tokenNode[t] = n;
  leave(t, n);
}

function scheduleSlot(slot: number): void {
  const { time, node } = armedBoundary[slot]!;
  if (!time) return;
  const due = dueTime(time, node, tokenCase[armedToken[slot]!]!, armedVisit[slot]!);
  armedEvent[slot] = due < Infinity ? schedule(due, Phase.timer, EventKind.boundary, slot) : 0;
}

function grow(): void {
  capacity *= 2;
  armedToken = growInt(armedToken, capacity, -1);
  armedNext = growInt(armedNext, capacity);
  armedEvent = growFloat(armedEvent, capacity);
  armedRepeats = growFloat(armedRepeats, capacity);
  armedVisit = growInt(armedVisit, capacity);
}
