/**
 * The future event list: a binary heap on typed arrays ordered by (time, phase, sequence). Cancelled events stay until they
 * surface or until they outnumber the live ones (lazy deletion); `isLive` of the popped event tells.
 */

/** Order of events at one instant (semantics rule 20): completions and releases, shifts, timers, arrivals; starts come last. */
export const Phase = { completion: 0, shift: 1, timer: 2, arrival: 3 } as const;

/** What an event does with its `ref`. */
export const EventKind = { work: 0, wait: 1, boundary: 2, shift: 3 } as const;

const PHASE_SPAN = 2 ** 50;
const KINDS = 4;

let capacity = 256;
let times = new Float64Array(capacity);
let orders = new Float64Array(capacity);
let refs = new Int32Array(capacity);
let size = 0;
let sequence = 0;
let cancelled = 0;

/** Live events other than shift changes: while there are any, something will still happen to a case. */
export let caseEvents = 0;

/** Time of the earliest event; Infinity when there is none. */
export let nextEventTime = Infinity;

/** Of the event last popped. */
export let poppedOrder = 0;
export let poppedKind = 0;
export let poppedRef = 0;

/** Forgets all events. */
export function clearEvents(): void {
  size = 0;
  sequence = 0;
  cancelled = 0;
  caseEvents = 0;
  nextEventTime = Infinity;
}

/** Number of pending events, cancelled ones included. */
export const pendingEvents = (): number => size;

/** Adds an event and returns its handle (its order key, never 0), by which its owner tells whether it is still wanted. */
export function schedule(time: number, phase: number, kind: number, ref: number): number {
  const order = phase * PHASE_SPAN + ++sequence;
  if (kind !== EventKind.shift) caseEvents++;
  if (size === capacity) grow();
  siftUp(size++, time, order, ref * KINDS + kind);
  nextEventTime = times[0]!;
  return order;
}

/** Takes the earliest event off the list into `poppedOrder`, `poppedKind`, `poppedRef`. The list must not be empty. */
export function popEvent(): void {
  poppedOrder = orders[0]!;
  const packed = refs[0]!;
  poppedKind = packed & (KINDS - 1);
  poppedRef = packed >> 2;
  if (poppedKind !== EventKind.shift) caseEvents--;
  size--;
  if (size > 0) siftDown(times[size]!, orders[size]!, refs[size]!);
  nextEventTime = size > 0 ? times[0]! : Infinity;
}

/** Says that one pending event was cancelled by its owner; sweeps the list when cancelled events are the majority. */
export function noteCancelled(isLive: (order: number, kind: number, ref: number) => boolean): void {
  caseEvents--;
  if (++cancelled > 64 && cancelled * 2 > size) sweep(isLive);
}

/** Says that a cancelled event surfaced. */
export function noteSurfaced(): void {
  caseEvents++;
  cancelled--;
}

function sweep(isLive: (order: number, kind: number, ref: number) => boolean): void {
  const before = size;
  size = 0;
  for (let i = 0; i < before; i++) {
    const packed = refs[i]!;
    // Reading index i before writing at or below it: siftUp never writes above `size`.
    if (isLive(orders[i]!, packed & (KINDS - 1), packed >> 2)) siftUp(size++, times[i]!, orders[i]!, packed);
  }
  cancelled = 0;
  nextEventTime = size > 0 ? times[0]! : Infinity;
}

function siftUp(hole: number, time: number, order: number, ref: number): void {
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const parentTime = times[parent]!;
    if (parentTime < time || (parentTime === time && orders[parent]! < order)) break;
    times[hole] = parentTime;
    orders[hole] = orders[parent]!;
    refs[hole] = refs[parent]!;
    hole = parent;
  }
  times[hole] = time;
  orders[hole] = order;
  refs[hole] = ref;
}

function siftDown(time: number, order: number, ref: number): void {
  let hole = 0;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= size) break;
    let childTime = times[child]!;
    const right = child + 1;
    if (right < size) {
      const rightTime = times[right]!;
      if (rightTime < childTime || (rightTime === childTime && orders[right]! < orders[child]!)) {
        child = right;
        childTime = rightTime;
      }
    }
    if (time < childTime || (time === childTime && order < orders[child]!)) break;
    times[hole] = childTime;
    orders[hole] = orders[child]!;
    refs[hole] = refs[child]!;
    hole = child;
  }
  times[hole] = time;
  orders[hole] = order;
  refs[hole] = ref;
}

function grow(): void {
  capacity *= 2;
  times = grown(times, new Float64Array(capacity));
  orders = grown(orders, new Float64Array(capacity));
  refs = grown(refs, new Int32Array(capacity));
}

function grown<T extends Float64Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
