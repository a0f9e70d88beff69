/**
 * The future event list: a binary heap on typed arrays ordered by (time, phase, sequence). Cancelled events stay until they
 * surface or until they outnumber the live ones (lazy deletion); `isLive` of the popped event tells.
 */
import { growTable, SLOTS } from './arrays.ts';

/** Order of events at one instant (semantics rule 20): completions and releases, shifts, timers, arrivals; starts come last. */
export const Phase = { completion: 0, shift: 1, timer: 2, arrival: 3 } as const;

/** What an event does with its `ref`. */
export const EventKind = { work: 0, wait: 1, boundary: 2, shift: 3 } as const;

const PHASE_SPAN = 2 ** 50;
const KINDS = 4;

const heap = {
  times: new Float64Array(SLOTS),
  orders: new Float64Array(SLOTS),
  refs: new Int32Array(SLOTS),
};

const counts = { size: 0, sequence: 0, cancelled: 0 };

/** What the list shows to the engine. Times are doubles from the start, so that they are stored without boxes. */
export const events = {
  /** Time of the earliest event; Infinity when there is none. */
  nextTime: Infinity,
  /** Live events other than shift changes: while there are any, something will still happen to a case. */
  ofCases: 0,
  /** Handle of the event last scheduled. */
  scheduled: NaN,
  /** Handle, kind and owner of the event last popped. */
  order: NaN,
  kind: 0,
  ref: 0,
};

/** Forgets all events. */
export function clearEvents(): void {
  counts.size = 0;
  counts.sequence = 0;
  counts.cancelled = 0;
  events.ofCases = 0;
  events.nextTime = Infinity;
}

/**
 * Adds an event; `events.scheduled` is then its handle (its order key, never 0), by which its owner tells whether it is still
 * wanted. (Returned from a call, a double would be boxed.)
 */
export function schedule(time: number, phase: number, kind: number, ref: number): void {
  const order = phase * PHASE_SPAN + ++counts.sequence;
  if (kind !== EventKind.shift) events.ofCases++;
  if (counts.size === heap.times.length) growTable(heap);
  siftUp(counts.size++, time, order, ref * KINDS + kind);
  events.nextTime = heap.times[0]!;
  events.scheduled = order;
}

/** Takes the earliest event off the list into `events`. The list must not be empty. */
export function popEvent(): void {
  events.order = heap.orders[0]!;
  const packed = heap.refs[0]!;
  events.kind = packed & (KINDS - 1);
  events.ref = packed >> 2;
  if (events.kind !== EventKind.shift) events.ofCases--;
  counts.size--;
  if (counts.size > 0) siftDown(heap.times[counts.size]!, heap.orders[counts.size]!, heap.refs[counts.size]!);
  events.nextTime = counts.size > 0 ? heap.times[0]! : Infinity;
}

/** Says that one pending event was cancelled by its owner; sweeps the list when cancelled events are the majority. */
export function noteCancelled(isLive: (order: number, kind: number, ref: number) => boolean): void {
  events.ofCases--;
  if (++counts.cancelled > 64 && counts.cancelled * 2 > counts.size) sweep(isLive);
}

/** Says that a cancelled event surfaced. */
export function noteSurfaced(): void {
  events.ofCases++;
  counts.cancelled--;
}

function sweep(isLive: (order: number, kind: number, ref: number) => boolean): void {
  const before = counts.size;
  counts.size = 0;
  for (let i = 0; i < before; i++) {
    const packed = heap.refs[i]!;
    // Reading index i before writing at or below it: siftUp never writes above `size`.
    if (isLive(heap.orders[i]!, packed & (KINDS - 1), packed >> 2))
      siftUp(counts.size++, heap.times[i]!, heap.orders[i]!, packed);
  }
  counts.cancelled = 0;
  events.nextTime = counts.size > 0 ? heap.times[0]! : Infinity;
}

function siftUp(hole: number, time: number, order: number, ref: number): void {
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const parentTime = heap.times[parent]!;
    if (parentTime < time || (parentTime === time && heap.orders[parent]! < order)) break;
    heap.times[hole] = parentTime;
    heap.orders[hole] = heap.orders[parent]!;
    heap.refs[hole] = heap.refs[parent]!;
    hole = parent;
  }
  heap.times[hole] = time;
  heap.orders[hole] = order;
  heap.refs[hole] = ref;
}

function siftDown(time: number, order: number, ref: number): void {
  let hole = 0;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= counts.size) break;
    let childTime = heap.times[child]!;
    const right = child + 1;
    if (right < counts.size) {
      const rightTime = heap.times[right]!;
      if (rightTime < childTime || (rightTime === childTime && heap.orders[right]! < heap.orders[child]!)) {
        child = right;
        childTime = rightTime;
      }
    }
    if (time < childTime || (time === childTime && order < heap.orders[child]!)) break;
    heap.times[hole] = childTime;
    heap.orders[hole] = heap.orders[child]!;
    heap.refs[hole] = heap.refs[child]!;
    hole = child;
  }
  heap.times[hole] = time;
  heap.orders[hole] = order;
  heap.refs[hole] = ref;
}
