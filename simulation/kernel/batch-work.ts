/**
 * Work on batches. Of a parallel batch all cases begin and end together; of a sequential one each has its turn, and hands the people on
 * to the next. What is paid once is divided among the cases.
 */
import {
  batches,
  fallDue,
  formed,
  hasBegun,
  inBatch,
  isGathered,
  stopGathering,
  stopWaiting,
  sumOf,
  type FormedBatch,
} from './batches.ts';
import { resumeNode } from './behavior-table.ts';
import { cancelEvent } from './cancel.ts';
import { clock } from './clock.ts';
import { EventKind, Phase, schedule } from './event-list.ts';
import { graph } from './graph.ts';
import { recorder, workEnded } from './hooks.ts';
import { batch as atOnce } from './moves.ts';
import { releaseUnits, UnitMode, units } from './pools.ts';
import { requests } from './queues.ts';
import { endOfWork } from './shifts.ts';
import { setState, tokens, TokenState } from './tokens.ts';
import { cancelWork, toBeDecided } from './work.ts';

/** The part of what is paid once, and of the hours, that the execution which ends now is charged with. */
export const sharing = { once: 1, hours: 1 };

/** The leader has got its people, or needs none: `tokens.work` is what they need for the whole batch. */
export function beginBatch(t: number): void {
  const batch = inBatch.get(t)!;
  const a = graph.activity[tokens.node[t]!]!;
  batch.begun = clock.now;
  formed.count[a]! += 1;
  formed.items[a]! += batch.items.length;
  if (batch.parallel) {
    for (const other of batch.items) {
      tokens.work[other] = tokens.work[t]!;
      beginItem(other, t);
    }
    scheduleEnd(t, batch);
    return;
  }
  const whole = sumOf(batch.own);
  batch.left = tokens.work[t]!;
  batch.scale = whole > 0 ? batch.left / whole : 1;
  for (const other of batch.items) if (other !== t) setState(other, TokenState.batching);
  beginPart(t, batch);
}

/** The event of a token that gathers or of a batch; false when it is another token's. */
export function batchDue(t: number): boolean {
  if (!isGathered(t)) return false;
  tokens.event[t] = 0;
  const batch = inBatch.get(t);
  if (!batch) fallDue(t);
  else if (batch.parallel) completeAll(t, batch);
  else completePart(t, batch);
  return true;
}

/** Takes a token that is cancelled out of its batch, which goes on with the others. */
export function leaveBatch(t: number): void {
  if (!batches.any || !isGathered(t)) return;
  const batch = inBatch.get(t);
  if (!batch) {
    stopGathering(t);
    return;
  }
  stopWaiting(t);
  const { items } = batch;
  const [leader] = items;
  const next = leader === t ? items[1] : leader;
  if (next === undefined) {
    charge(batch, batch.unpaid, 1, () => {
      cancelWork(t);
    });
    inBatch.delete(t);
    return;
  }
  const isItsTurn = hasBegun(batch) && !batch.parallel && leader === t;
  // Who leaves while work is done for all pays nothing of it.
  charge(batch, isItsTurn ? batch.unpaid / items.length : 0, isItsTurn ? 1 : 0, () => {
    withUnitsOf(leader!, t, () => {
      workEnded(t, true);
    });
  });
  tokens.started[t] = NaN;
  if (!isItsTurn && hasBegun(batch)) batch.left -= partOf(t, batch);
  items.splice(items.indexOf(t), 1);
  batch.own.delete(t);
  inBatch.delete(t);
  if (leader === t) lead(next, t, batch);
  if (!hasBegun(batch) && !batch.parallel) tokens.work[next] = sumOf(batch.own);
}

/** Token `next` leads the batch instead of `t`, which is no longer in it. */
function lead(next: number, t: number, batch: FormedBatch): void {
  if (!hasBegun(batch)) {
    tokens.request[next] = tokens.request[t]!;
    tokens.request[t] = -1;
    for (let r = tokens.request[next]; r !== -1; r = requests.sibling[r]!) requests.token[r] = next;
    tokens.work[next] = tokens.work[t]!;
    tokens.overtime[next] = tokens.overtime[t]!;
    toBeDecided(next);
    return;
  }
  cancelEvent(t);
  handOver(t, next);
  if (!batch.parallel) beginPart(next, batch);
  else if (batch.due < Infinity) {
    tokens.event[next] = schedule(batch.due, Phase.completion, EventKind.wait, next);
  }
}

/** Working time of the token's turn in a sequential batch. */
const partOf = (t: number, { own, scale, left }: FormedBatch): number =>
  own.size === 1 ? left : Math.min(left, Math.round(own.get(t)! * scale));

/** The token has its turn in a sequential batch. */
function beginPart(t: number, batch: FormedBatch): void {
  tokens.work[t] = partOf(t, batch);
  batch.left -= tokens.work[t];
  beginItem(t, t);
  scheduleEnd(t, batch);
}

/** Work on the token begins, by the people of `leader`, who pause if the one before it left while they did. */
function beginItem(t: number, leader: number): void {
  stopWaiting(t);
  tokens.started[t] = clock.now;
  tokens.overtime[t] = tokens.overtime[leader]!;
  const unit = tokens.unit[leader]!;
  setState(t, unit !== -1 && units.mode[unit] === UnitMode.bound ? TokenState.paused : TokenState.working);
}

function scheduleEnd(t: number, batch: FormedBatch): void {
  batch.due = endOfWork(t);
  if (batch.due === Infinity) return;
  tokens.event[t] = schedule(batch.due, Phase.completion, EventKind.wait, t);
}

function completeAll(t: number, batch: FormedBatch): void {
  const share = 1 / batch.items.length;
  for (const other of batch.items)
    charge(batch, share, share, () => {
      withUnitsOf(t, other, () => {
        workEnded(other, false);
      });
    });
  if (tokens.unit[t] !== -1) releaseUnits(t);
  moveOn(batch.items);
}

function completePart(t: number, batch: FormedBatch): void {
  charge(batch, batch.unpaid / batch.items.length, 1, () => {
    workEnded(t, false);
  });
  batch.items.shift();
  batch.own.delete(t);
  const [next] = batch.items;
  if (next !== undefined) {
    handOver(t, next);
    beginPart(next, batch);
  } else if (tokens.unit[t] !== -1) releaseUnits(t);
  moveOn([t]);
}

/** The tokens are done here and go on, all at once. */
function moveOn(items: readonly number[]): void {
  const stamps = items.map((t) => tokens.stamp[t]!);
  for (const t of items) {
    inBatch.delete(t);
    tokens.started[t] = NaN;
    setState(t, TokenState.none);
  }
  atOnce(() => {
    items.forEach((t, i) => {
      const n = tokens.node[t]!;
      // One of the same case may have ended it.
      if (tokens.stamp[t] === stamps[i]) resumeNode(graph.behavior[n]!, t, n);
    });
  });
}

/** Token `next` holds the people of token `t` from now on. */
function handOver(t: number, next: number): void {
  tokens.unit[next] = tokens.unit[t]!;
  tokens.unit[t] = -1;
  tokens.overtime[next] = tokens.overtime[t]!;
  for (let u = tokens.unit[next]; u !== -1; u = units.next[u]!) {
    units.token[u] = next;
    if (recorder !== undefined) recorder.unitSet(u, units.mode[u]!);
  }
}

/** Calls `act` as if token `t`, if work on it has begun, held the people of `leader`. */
function withUnitsOf(leader: number, t: number, act: () => void): void {
  if (leader === t || Number.isNaN(tokens.started[t]!)) {
    act();
    return;
  }
  tokens.unit[t] = tokens.unit[leader]!;
  act();
  tokens.unit[t] = -1;
}

/** Calls `act`, in which an execution ends that is charged with these parts of the batch. */
function charge(batch: FormedBatch, once: number, hours: number, act: () => void): void {
  sharing.once = once;
  sharing.hours = hours;
  act();
  sharing.once = 1;
  sharing.hours = 1;
  batch.unpaid -= once;
}
