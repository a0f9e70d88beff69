/**
 * The future event list, ordered by (time, phase, sequence), on typed arrays. While few events are pending it is a sorted array:
 * one scan from the nearer end, whose branches a processor foresees. With many it is a binary heap, which a sorted array already is.
 * Cancelled events stay until they surface or until they outnumber the live ones (lazy deletion); `isLive` tells.
 */
import { growTable, SLOTS } from './arrays.ts';
import { doubles, integers } from '../math/memory.ts';

/** Order of events at one instant (semantics rule 20): completions and releases, shifts, timers, arrivals; starts come last. */
export const Phase = { completion: 0, shift: 1, timer: 2, arrival: 3 } as const;

/** What an event does with its `ref`. */
export const EventKind = { work: 0, wait: 1, boundary: 2, shift: 3 } as const;

const PHASE_SPAN = 2 ** 50;
const KIND_BITS = 2;
const KINDS = 1 << KIND_BITS;
/** With more pending events than this the list becomes a heap, with fewer than `FEW` a sorted array again. */
const MANY = 128;
const FEW = 32;
/** So few events are looked through from the front, unless the new one is the last. */
const SHORT = 12;

/** The pending events, from place `first` to before place `end`; a heap begins at 0. */
const list = {
  times: doubles(SLOTS),
  orders: doubles(SLOTS),
  refs: integers(SLOTS),
};
const span = { first: 0, end: 0, room: SLOTS, isHeap: false };

/** Events added so far; `cancelled` ones and `shifts` that are pending, and `swept` ones: cancelled, and taken off the list unseen. */
const counts = { sequence: 0, cancelled: 0, shifts: 0, swept: 0 };

/** Time and order key of the event on its way to its place in the heap: a double handed over in a call costs memory. */
const raised = doubles(2);

/** Time of the earliest event; Infinity when there is none. */
export const nextEventTime = doubles(1);

/** Whether there are live events other than shift changes: then something will still happen to a case. */
export const hasCaseEvents = (): boolean => span.end - span.first > counts.shifts + counts.cancelled;

/** Events taken off the list so far. */
export const eventsTaken = (): number => counts.sequence - counts.swept - (span.end - span.first);

/** Forgets all events. */
export function clearEvents(): void {
  span.first = 0;
  span.end = 0;
  span.isHeap = false;
  Object.assign(counts, { sequence: 0, cancelled: 0, shifts: 0, swept: 0 });
  nextEventTime[0] = Infinity;
}

/** Adds an event at `time` and returns its handle (its order key, never 0), by which its owner tells whether it is still wanted. */
export function schedule(time: number, phase: number, kind: number, ref: number): number {
  const order = phase * PHASE_SPAN + ++counts.sequence;
  if (kind === EventKind.shift) counts.shifts++;
  if (span.isHeap) {
    raised[0] = time;
    raised[1] = order;
    siftUp(span.end++, (ref << KIND_BITS) | kind);
    if (span.end === span.room) makeRoom();
  } else insert(time, order, (ref << KIND_BITS) | kind);
  nextEventTime[0] = list.times[span.first]!;
  return order;
}

/** Kind and owner of an event as `popEvent` returns it. */
export const kindOf = (event: number): number => event & (KINDS - 1);
export const ownerOf = (event: number): number => event >> KIND_BITS;

/** The earliest event, which stays where it is, and its handle. The list must not be empty. */
export const nextEvent = (): number => list.refs[span.first]!;
export const nextOrder = (): number => list.orders[span.first]!;

/** Takes the earliest event off the list. The list must not be empty. */
export function popEvent(): number {
  const { first } = span;
  const event = list.refs[first]!;
  if (span.isHeap) popHeap();
  else if (first + 1 === span.end) {
    span.first = 0;
    span.end = 0;
  } else span.first = first + 1;
  nextEventTime[0] = span.first < span.end ? list.times[span.first]! : Infinity;
  return event;
}

/** Says that one pending event was cancelled by its owner; sweeps the list when cancelled events are the majority. */
export function noteCancelled(isLive: (order: number, kind: number, ref: number) => boolean): void {
  if (++counts.cancelled > MANY && counts.cancelled * 2 > span.end - span.first) sweep(isLive);
}

/** Says that a cancelled event surfaced. */
export function noteSurfaced(): void {
  counts.cancelled--;
}

/** Says that a shift change was taken off the list. */
export function noteShift(): void {
  counts.shifts--;
}

/**
 * Puts the event in its place in the sorted array. It moves those on one side of it: of few events, those that are earlier, so that
 * nothing but where it belongs depends on luck; of many, those on the shorter side, as a guess at the middle tells.
 */
function insert(time: number, order: number, ref: number): void {
  const { first, end } = span;
  if (first > 0 && time < list.times[end - first <= SHORT ? end - 1 : (first + end) >> 1]!) {
    insertFromFront(time, order, ref);
    return;
  }
  let place = end;
  while (place > first) {
    const earlier = list.times[place - 1]!;
    if (earlier <= time && (earlier < time || list.orders[place - 1]! < order)) break;
    list.times[place] = earlier;
    list.orders[place] = list.orders[place - 1]!;
    list.refs[place] = list.refs[place - 1]!;
    place--;
  }
  list.times[place] = time;
  list.orders[place] = order;
  list.refs[place] = ref;
  span.end = end + 1;
  if (end - first >= MANY) makeHeap();
  if (span.end === span.room) makeRoom();
}

/** The same from the front, where a place is free; the event is earlier than one in the array. */
function insertFromFront(time: number, order: number, ref: number): void {
  let place = span.first - 1;
  span.first = place;
  for (;;) {
    const later = list.times[place + 1]!;
    if (later >= time && (later > time || list.orders[place + 1]! > order)) break;
    list.times[place] = later;
    list.orders[place] = list.orders[place + 1]!;
    list.refs[place] = list.refs[place + 1]!;
    place++;
  }
  list.times[place] = time;
  list.orders[place] = order;
  list.refs[place] = ref;
}

function popHeap(): void {
  const last = --span.end;
  if (last === 0) {
    span.isHeap = false;
    return;
  }
  raised[0] = list.times[last]!;
  raised[1] = list.orders[last]!;
  siftDown(list.refs[last]!);
  if (last < FEW) sortAgain();
}

/** Makes the heap a sorted array. */
function sortAgain(): void {
  const { end } = span;
  span.isHeap = false;
  span.end = 0;
  for (let i = 0; i < end; i++) insert(list.times[i]!, list.orders[i]!, list.refs[i]!);
}

function makeHeap(): void {
  moveToFront();
  span.isHeap = true;
}

function moveToFront(): void {
  const { first, end } = span;
  for (const column of [list.times, list.orders, list.refs]) column.copyWithin(0, first, end);
  span.first = 0;
  span.end = end - first;
}

function makeRoom(): void {
  if (span.first > 0) moveToFront();
  else {
    growTable(list);
    span.room = list.times.length;
  }
}

function sweep(isLive: (order: number, kind: number, ref: number) => boolean): void {
  const { first, end } = span;
  span.first = 0;
  span.end = 0;
  for (let i = first; i < end; i++) {
    const packed = list.refs[i]!;
    // Reading place i before writing at or below it: neither way of adding writes beyond `end`.
    if (!isLive(list.orders[i]!, packed & (KINDS - 1), packed >> KIND_BITS)) continue;
    raised[0] = list.times[i]!;
    raised[1] = list.orders[i]!;
    if (span.isHeap) siftUp(span.end++, packed);
    else insert(list.times[i]!, list.orders[i]!, packed);
  }
  counts.swept += end - first - span.end;
  counts.cancelled = 0;
  if (span.isHeap && span.end < FEW) sortAgain();
  nextEventTime[0] = span.end > 0 ? list.times[0]! : Infinity;
}

function siftUp(hole: number, ref: number): void {
  const time = raised[0]!;
  const order = raised[1]!;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const parentTime = list.times[parent]!;
    if (parentTime < time || (parentTime === time && list.orders[parent]! < order)) break;
    list.times[hole] = parentTime;
    list.orders[hole] = list.orders[parent]!;
    list.refs[hole] = list.refs[parent]!;
    hole = parent;
  }
  list.times[hole] = time;
  list.orders[hole] = order;
  list.refs[hole] = ref;
}

function siftDown(ref: number): void {
  const time = raised[0]!;
  const order = raised[1]!;
  const size = span.end;
  let hole = 0;
  for (let child = 1; child < size; child = 2 * hole + 1) {
    let childTime = list.times[child]!;
    const right = child + 1;
    if (right < size) {
      const rightTime = list.times[right]!;
      if (rightTime < childTime || (rightTime === childTime && list.orders[right]! < list.orders[child]!)) {
        child = right;
        childTime = rightTime;
      }
    }
    if (time < childTime || (time === childTime && order < list.orders[child]!)) break;
    list.times[hole] = childTime;
    list.orders[hole] = list.orders[child]!;
    list.refs[hole] = list.refs[child]!;
    hole = child;
  }
  list.times[hole] = time;
  list.orders[hole] = order;
  list.refs[hole] = ref;
}
