/**
 * Armed triggers: what boundary events, event sub-processes and tokens at catching events wait for besides the one time or message
 * that a token can hold itself (rules 8–10, 17–19). Each trigger has a slot; the slots of an owner form a list.
 */
import { growTable, SLOTS } from './arrays.ts';
import { fireBoundary } from './boundaries.ts';
import { isLive } from './cancel.ts';
import { caseLayout, cases } from './cases.ts';
import { drawChance } from './chances.ts';
import { clock } from './clock.ts';
import { EventKind, noteCancelled, Phase, schedule } from './event-list.ts';
import { fireHandler } from './handlers.ts';
import { countVisit } from './moves.ts';
import type { Catcher, Trigger } from './network.ts';
import { hasBuffered, takeBuffered } from './messages.ts';
import { scopes } from './scopes.ts';
import { link, unlink } from './subscribers.ts';
import { tokens } from './tokens.ts';
import { dueTime, occurAt } from './waits.ts';
import { bytes, doubles, integers } from '../math/memory.ts';

/** Whose trigger it is: a token at the host of a boundary event, a scope instance with an event sub-process, a token that waits. */
export const Role = { boundary: 0, handler: 1, wait: 2 } as const;

/** Armed triggers by slot. */
export const armed = {
  /** Token, or scope instance of a handler; −1 = slot free. */
  owner: integers(SLOTS),
  role: bytes(SLOTS),
  case: integers(SLOTS),
  /** Index of the trigger in its catcher. */
  index: integers(SLOTS),
  /** Next one of the same owner, or next free slot. */
  next: integers(SLOTS),
  /** Handle of its pending event; 0 = none. */
  event: doubles(SLOTS),
  /** Occurrences left after the pending one. */
  repeats: doubles(SLOTS),
  visit: integers(SLOTS),
  /** 1 = has happened, of an event that needs all its triggers. */
  met: bytes(SLOTS),
  /** Value of its condition when last looked at. */
  held: bytes(SLOTS),
  /** Number of the arming: tells it from a later one in the same slot. */
  stamp: doubles(SLOTS),
};
const catchers: Catcher[] = [];
const counts = { free: -1, used: 0, stamp: 0 };

export function resetArmed(): void {
  Object.assign(counts, { free: -1, used: 0, stamp: 0 });
  catchers.length = 0;
}

export const catcherAt = (slot: number): Catcher => catchers[slot]!;
export const triggerAt = (slot: number): Trigger => catchers[slot]!.triggers[armed.index[slot]!]!;

/** Whether the pending event `order` belongs to the slot. */
export const isArmed = (slot: number, order: number): boolean => armed.event[slot] === order;

/** Arms the triggers of the catcher for its owner in front of the owner's list `first`; returns the new first slot. */
export function arm(catcher: Catcher, role: number, owner: number, c: number, first: number): number {
  let visit = -1;
  let head = first;
  for (let i = 0; i < catcher.triggers.length; i++) {
    const trigger = catcher.triggers[i]!;
    // These are looked up when something is thrown.
    if (trigger.type === 'error' || trigger.type === 'escalation' || trigger.type === 'failure') continue;
    if (trigger.type === 'cancel' || trigger.type === 'compensation') continue;
    const slot = takeSlot();
    catchers[slot] = catcher;
    armed.owner[slot] = owner;
    armed.role[slot] = role;
    armed.case[slot] = c;
    armed.index[slot] = i;
    armed.event[slot] = 0;
    armed.met[slot] = 0;
    armed.stamp[slot] = ++counts.stamp;
    armed.next[slot] = head;
    head = slot;
    if (trigger.type === 'time') {
      if (visit < 0) visit = countVisit(c, catcher.node);
      armed.visit[slot] = visit;
      armed.repeats[slot] = trigger.repeats;
      if (trigger.chance === 1 || drawChance(catcher.node, c, visit) < trigger.chance) scheduleAgain(slot);
    } else if (trigger.type === 'message') {
      if (hasBuffered(c, trigger.flows)) scheduleNow(slot);
    } else {
      link(slot, trigger, c);
      if (trigger.type === 'condition') {
        const holds = trigger.when(cases.attributes, c * caseLayout.attributes) === 1;
        armed.held[slot] = holds ? 1 : 0;
        if (holds) scheduleNow(slot);
      }
    }
  }
  return head;
}

/** Disarms the list that begins with `slot`. */
export function disarm(slot: number): void {
  while (slot !== -1) {
    const next = armed.next[slot]!;
    armed.owner[slot] = -1;
    armed.stamp[slot] = 0;
    if (armed.event[slot] !== 0) {
      armed.event[slot] = 0;
      noteCancelled(isLive);
    }
    unlink(slot, triggerAt(slot), armed.case[slot]!);
    armed.next[slot] = counts.free;
    counts.free = slot;
    slot = next;
  }
}

/** The pending event of the slot is due. */
export function fireArmed(slot: number): void {
  armed.event[slot] = 0;
  const trigger = triggerAt(slot);
  if (trigger.type === 'time') {
    if (!catchers[slot]!.interrupting && armed.repeats[slot]! > 0) {
      armed.repeats[slot]! -= 1;
      scheduleAgain(slot);
    }
  } else if (trigger.type === 'message') {
    if (!takeBuffered(armed.case[slot]!, trigger.flows)) return;
    if (!catchers[slot]!.interrupting && hasBuffered(armed.case[slot]!, trigger.flows)) scheduleNow(slot);
  }
  happen(slot);
}

/** The trigger has happened; with it its event occurs, unless that needs others too. */
export function happen(slot: number): void {
  const catcher = catchers[slot]!;
  const owner = armed.owner[slot]!;
  const role = armed.role[slot]!;
  if (catcher.needsAll && !completes(slot)) return;
  if (role === Role.boundary) fireBoundary(owner, catcher);
  else if (role === Role.handler) fireHandler(owner, catcher);
  else occurAt(owner);
}

/** Notes the trigger; true when all of its event have happened, which then begin anew. */
function completes(slot: number): boolean {
  armed.met[slot] = 1;
  const catcher = catchers[slot]!;
  const same: number[] = [];
  for (let other = firstOf(slot); other !== -1; other = armed.next[other]!)
    if (catchers[other] === catcher) same.push(other);
  if (same.some((other) => armed.met[other] === 0)) return false;
  for (const other of same) armed.met[other] = 0;
  return true;
}

const firstOf = (slot: number): number =>
  armed.role[slot] === Role.handler ? scopes.handlers[armed.owner[slot]!]! : tokens.boundary[armed.owner[slot]!]!;

function takeSlot(): number {
  const slot = counts.free;
  if (slot !== -1) {
    counts.free = armed.next[slot]!;
    return slot;
  }
  if (counts.used === armed.owner.length) growTable(armed);
  return counts.used++;
}

function scheduleAgain(slot: number): void {
  const trigger = triggerAt(slot);
  if (trigger.type !== 'time') return;
  const due = dueTime(trigger.time, catchers[slot]!.node, armed.case[slot]!, armed.visit[slot]!);
  armed.event[slot] = 0;
  if (due === Infinity) return;
  armed.event[slot] = schedule(
    due,
    trigger.declared && due === clock.now ? Phase.completion : Phase.timer,
    EventKind.boundary,
    slot,
  );
}

/** What has happened already takes effect at this instant, after the completions of it (rule 9). */
function scheduleNow(slot: number): void {
  armed.event[slot] = schedule(clock.now, Phase.timer, EventKind.boundary, slot);
}
