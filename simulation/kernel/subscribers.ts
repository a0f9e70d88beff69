/** Who listens for a signal, over all cases, and for a change of a case's attributes; in the order in which they were armed. */
import { armed, happen, triggerAt } from './armed.ts';
import { growTable, growTableTo, PLACES, SLOTS } from './arrays.ts';
import { caseLayout, cases } from './cases.ts';
import type { Trigger } from './network.ts';
import { integers } from '../math/memory.ts';

/** Neighbours in the list of the signal, or of the case's conditions, by slot of the armed trigger. */
const neighbours = { next: integers(SLOTS), previous: integers(SLOTS) };

interface List {
  readonly first: Int32Array<ArrayBuffer>;
  readonly last: Int32Array<ArrayBuffer>;
}

/** By signal, and by case slot: 0 = empty, else slot + 1. */
const signals = { first: integers(PLACES), last: integers(PLACES) };
const conditions = { first: integers(SLOTS), last: integers(SLOTS) };
/** Whether anybody has listened since the lists were emptied. */
const linked = { any: false };

export function resetSubscribers(signalCount: number): void {
  growTableTo(signals, signalCount);
  if (!linked.any) return;
  linked.any = false;
  for (const column of [signals.first, signals.last, conditions.first, conditions.last]) column.fill(0);
}

/** Puts a trigger that listens at the end of its list. */
export function link(slot: number, trigger: Trigger, c: number): void {
  const [list, i] = listOf(trigger, c) ?? [];
  if (!list || i === undefined) return;
  linked.any = true;
  while (slot >= neighbours.next.length) growTable(neighbours);
  const last = list.last[i]!;
  neighbours.previous[slot] = last;
  neighbours.next[slot] = 0;
  if (last === 0) list.first[i] = slot + 1;
  else neighbours.next[last - 1] = slot + 1;
  list.last[i] = slot + 1;
}

/** Takes a trigger off its list. */
export function unlink(slot: number, trigger: Trigger, c: number): void {
  const [list, i] = listOf(trigger, c) ?? [];
  if (!list || i === undefined) return;
  const next = neighbours.next[slot]!;
  const previous = neighbours.previous[slot]!;
  if (previous === 0) list.first[i] = next;
  else neighbours.next[previous - 1] = next;
  if (next === 0) list.last[i] = previous;
  else neighbours.previous[next - 1] = previous;
}

/** The signal reaches everything that is armed for it now, in every case (rule 17). */
export function broadcast(signal: number): void {
  for (const { slot, stamp } of snapshot(signals.first[signal]!)) if (armed.stamp[slot] === stamp) happen(slot);
}

/** Attributes of the case may have changed: conditions that hold now and did not before take effect (rule 19). */
export function attributesChanged(c: number): void {
  for (const { slot, stamp } of snapshot(conditions.first[c] ?? 0)) {
    if (armed.stamp[slot] !== stamp) continue;
    const trigger = triggerAt(slot);
    if (trigger.type !== 'condition') continue;
    const holds = trigger.when(cases.attributes, c * caseLayout.attributes) === 1;
    const held = armed.held[slot] === 1;
    armed.held[slot] = holds ? 1 : 0;
    if (holds && !held) happen(slot);
  }
}

function snapshot(first: number): { slot: number; stamp: number }[] {
  const listed: { slot: number; stamp: number }[] = [];
  for (let at = first; at !== 0; at = neighbours.next[at - 1]!)
    listed.push({ slot: at - 1, stamp: armed.stamp[at - 1]! });
  return listed;
}

function listOf(trigger: Trigger, c: number): [List, number] | undefined {
  if (trigger.type === 'signal') return [signals, trigger.signal];
  if (trigger.type !== 'condition') return undefined;
  growTableTo(conditions, c + 1);
  return [conditions, c];
}
