/**
 * Cases that gather at an activity until they form a batch (rule 30). The oldest of a batch leads it: it asks the pools for all, and
 * the others do what it does. `batch-work.ts` says what happens once people have come.
 */
import { clearTable, PLACES, empty } from './arrays.ts';
import { factorOf, formsAt } from './batch-rules.ts';
import { beginBatch } from './batch-work.ts';
import { cancelEvent } from './cancel.ts';
import { clock } from './clock.ts';
import { EventKind, Phase, schedule } from './event-list.ts';
import { graph } from './graph.ts';
import { itemDequeued, itemQueued, workEnded } from './hooks.ts';
import { activities } from './loaded.ts';
import { teamWork } from './teams.ts';
import { setState, tokens, TokenState } from './tokens.ts';
import { askPools, toBeDecided } from './work.ts';
import { doubles } from '../math/memory.ts';

/** A batch that has formed. */
export interface FormedBatch {
  readonly parallel: boolean;
  /** Its tokens, the leader first; of a sequential batch those that are not done. */
  readonly items: number[];
  /** When it formed. */
  readonly at: number;
  /** When people began to work on it; NaN before. */
  begun: number;
  /** Working time drawn for each of its tokens, ms; of a sequential batch by what factor its people take another time, and how much
   * of their time is left. */
  readonly own: Map<number, number>;
  scale: number;
  left: number;
  /** When the work under way ends. */
  due: number;
  /** Part of what is paid once for the batch that no case has been charged with yet. */
  unpaid: number;
}

/** Whether any activity gathers cases; without, nobody need ask. */
export const batches = { any: false };
/** By activity: batches begun since the window opened, and the cases in them. */
export const formed = { count: doubles(PLACES), items: doubles(PLACES) };

/** By activity: the tokens that gather, oldest first, and which of them holds the event of the next batch (−1 = none does). */
let gathering: number[][] = [];
let timers: number[] = [];
/** The batch of each token that is in one. */
export const inBatch = new Map<number, FormedBatch>();
/** Activities where somebody came or a rule fell due in this instant; tokens seen to wait; those that came in this instant. */
const changed = new Set<number>();
const waiting = new Set<number>();
let fresh: { readonly t: number; readonly stamp: number }[] = [];

/** Starts a replication. */
export function resetBatches(): void {
  batches.any = activities.some((a) => a.batch);
  clearTable(formed, activities.length);
  gathering = activities.map(() => []);
  timers = activities.map(() => -1);
  empty(inBatch, changed, waiting);
  fresh = [];
}

/** Token `t` joins those that gather for activity `a`. */
export function gather(t: number, a: number): void {
  gathering[a]!.push(t);
  changed.add(a);
  fresh.push({ t, stamp: tokens.stamp[t]! });
  setState(t, TokenState.batching);
}

/** Forms the batches that are due, at the end of an instant, before people are given to anything. */
export function formBatches(): void {
  for (const a of changed) {
    stopTimer(a);
    const gathered = gathering[a]!;
    while (gathered.length > 0 && formsAt(activities[a]!.batch!, gathered) <= clock.now) form(a);
    plan(a);
  }
  changed.clear();
}

/** Those that came in this instant and have not begun are seen to wait. */
export function noteGathered(): void {
  for (const { t, stamp } of fresh)
    if (tokens.stamp[t] === stamp && isGathered(t) && Number.isNaN(tokens.started[t]!)) {
      waiting.add(t);
      itemQueued(t);
    }
  fresh = [];
}

/** Nothing more can come: forms the batch of those that have waited longest. False when there is none that may form. */
export function flushBatches(): boolean {
  if (!batches.any) return false;
  let first = -1;
  gathering.forEach(([oldest], a) => {
    if (oldest === undefined || !activities[a]!.batch!.flushes) return;
    if (first === -1 || tokens.offered[oldest]! < tokens.offered[gathering[first]![0]!]!) first = a;
  });
  if (first === -1) return false;
  stopTimer(first);
  form(first);
  plan(first);
  return true;
}

/** Whether the token gathers or is in a batch; whether it is in a batch. */
export const isGathered = (t: number): boolean => inBatch.has(t) || tokens.state[t] === TokenState.batching;
export const isInBatch = (t: number): boolean => inBatch.has(t);

export const hasBegun = ({ begun }: FormedBatch): boolean => begun === begun;

/** When the token's batch began to ask the pools; for others, when their work was offered. */
export const askedAt = (t: number): number => inBatch.get(t)?.at ?? tokens.offered[t]!;

/** The tokens that wait for others, for people or for their turn. */
export const waitingItems = (): ReadonlySet<number> => waiting;

/** The token does not wait any more. */
export function stopWaiting(t: number): void {
  if (waiting.delete(t)) itemDequeued(t);
}

/** The others of the batch that token `t` leads do what it does now. */
export function followLeader(t: number): void {
  if (!batches.any) return;
  const batch = inBatch.get(t);
  // Whose turn has not come waits, whatever the people do.
  if (batch?.items[0] !== t || (hasBegun(batch) && !batch.parallel)) return;
  for (const other of batch.items) setState(other, tokens.state[t]!);
}

/** The rules of the activity at which token `t` gathers hold now. */
export function fallDue(t: number): void {
  const a = graph.activity[tokens.node[t]!]!;
  timers[a] = -1;
  changed.add(a);
  toBeDecided(t);
}

/** Token `t`, which gathers, is cancelled. */
export function stopGathering(t: number): void {
  const a = graph.activity[tokens.node[t]!]!;
  stopTimer(a);
  gathering[a]!.splice(gathering[a]!.indexOf(t), 1);
  stopWaiting(t);
  workEnded(t, true);
  plan(a);
}

/** Forms a batch of those that gather for activity `a`, at least one. */
function form(a: number): void {
  const { batch: rules, needs, team } = activities[a]!;
  const { parallel, most } = rules!;
  const items = gathering[a]!.splice(0, most);
  const factor = factorOf(rules!, items.length);
  const own = new Map(items.map((t) => [t, Math.round(tokens.work[t]! * factor)]));
  const t = items[0]!;
  const whole = parallel ? own.get(t)! : sumOf(own);
  const batch = { parallel, items, at: clock.now, begun: NaN, own, scale: 1, left: whole, due: NaN, unpaid: 1 };
  for (const other of items) inBatch.set(other, batch);
  tokens.work[t] = whole;
  if (needs.length > 0) {
    askPools(t, a);
    toBeDecided(t);
    return;
  }
  if (team) tokens.work[t] = teamWork(t, a, []);
  beginBatch(t);
}

/** The working times together. */
export const sumOf = (own: ReadonlyMap<number, number>): number =>
  [...own.values()].reduce((sum, work) => sum + work, 0);

/** Sees to it that the next batch of activity `a` forms in time. */
function plan(a: number): void {
  const [oldest] = gathering[a]!;
  const at = oldest === undefined ? Infinity : formsAt(activities[a]!.batch!, gathering[a]!);
  if (oldest === undefined || at === Infinity) return;
  tokens.event[oldest] = schedule(at, Phase.timer, EventKind.wait, oldest);
  timers[a] = oldest;
}

function stopTimer(a: number): void {
  if (timers[a] !== -1) cancelEvent(timers[a]!);
  timers[a] = -1;
}
