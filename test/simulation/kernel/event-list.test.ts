/** The future event list against a list that is sorted anew: whatever comes in, the earliest by (time, phase, sequence) comes out. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  clearEvents,
  EventKind,
  eventsTaken,
  hasCaseEvents,
  kindOf,
  nextEventTime,
  nextOrder,
  noteCancelled,
  noteSurfaced,
  ownerOf,
  Phase,
  popEvent,
  schedule,
} from '../../../simulation/kernel/event-list.ts';

interface Pending {
  readonly time: number;
  readonly phase: number;
  readonly handle: number;
  readonly ref: number;
}

let pending: Pending[] = [];
let cancelled = new Set<number>();
let count = 0;
let taken = 0;

beforeEach(reset);

function reset(): void {
  clearEvents();
  pending = [];
  cancelled = new Set();
  count = 0;
  taken = 0;
}

function add(time: number, phase: number): void {
  const ref = count++;
  const handle = schedule(time, phase, EventKind.work, ref);
  pending.push({ time, phase, handle, ref });
}

/** Cancels one that is pending; the list keeps it until it surfaces or is swept away. */
function cancel(index: number): void {
  const [event] = pending.splice(index % pending.length, 1);
  if (!event) return;
  cancelled.add(event.handle);
  noteCancelled((order) => !cancelled.has(order));
}

/** Takes events until one surfaces that was not cancelled; it must be the first of those that are pending. */
function take(): number {
  const first = [...pending].sort((a, b) => a.time - b.time || a.phase - b.phase || a.handle - b.handle)[0]!;
  let handle = nextOrder();
  let time = nextEventTime[0]!;
  let event = popEvent();
  taken++;
  while (cancelled.has(handle)) {
    noteSurfaced();
    handle = nextOrder();
    time = nextEventTime[0]!;
    event = popEvent();
    taken++;
  }
  expect({ time, handle, ref: ownerOf(event), kind: kindOf(event) }).toEqual({
    time: first.time,
    handle: first.handle,
    ref: first.ref,
    kind: EventKind.work,
  });
  pending = pending.filter((event) => event !== first);
  expect(hasCaseEvents()).toBe(pending.length > 0);
  expect(eventsTaken()).toBe(taken);
  return time;
}

const phases = Object.values(Phase);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('add' as const), after: fc.nat(40), phase: fc.nat(3) }) },
  // Some long waits behind many short works, as in offices.
  { weight: 2, arbitrary: fc.record({ do: fc.constant('add' as const), after: fc.nat(100_000), phase: fc.nat(3) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('take' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), which: fc.nat() }) },
);

describe('the future event list', () => {
  it('gives back the earliest of any mixture, and of equal ones the one that came first', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 50, maxLength: 600 }), (steps) => {
        reset();
        let now = 0;
        for (const s of steps)
          if (s.do === 'add') add(now + s.after, phases[s.phase]!);
          else if (pending.length > 0) {
            if (s.do === 'take') now = take();
            else cancel(s.which);
          }
        while (pending.length > 0) take();
      }),
      { seed: 20, numRuns: 150 },
    );
  });

  it('keeps the order while it grows past the sorted array and shrinks back', () => {
    for (let i = 0; i < 1_500; i++) add((i * 7919) % 1_499, Phase.timer);
    for (let i = 0; i < 1_490; i++) take();
    for (let i = 0; i < 60; i++) add(10_000 - i, Phase.completion);
    while (pending.length > 0) take();

    expect(nextEventTime[0]).toBe(Infinity);
  });

  it('sweeps cancelled events out when they outnumber the others', () => {
    for (let i = 0; i < 2_000; i++) add(i, Phase.completion);
    for (let i = 0; i < 1_900; i++) cancel(0);

    while (pending.length > 0) take();

    expect(nextEventTime[0]).toBe(Infinity);
  });
});
