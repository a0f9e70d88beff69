/** The work that waits for each pool, in the order of the pool's discipline, and the pools that have something to decide. */
import { clearTable, growColumn, growTable, PLACES, SLOTS } from './arrays.ts';
import { instant } from './faults.ts';
import { QUEUE_DISCIPLINES } from '../model/resource-pool.ts';
import type { Pool } from './network.ts';
import { bytes, doubles, integers } from '../math/memory.ts';
import { integer } from '../math/scalars.ts';
import { tokens } from './tokens.ts';

/** Queues by pool. */
export const queues = {
  first: integers(PLACES),
  last: integers(PLACES),
  length: integers(PLACES),
  /** Index of the discipline, see `Rank`; 0 = first come, first served, and no rank is asked for. */
  ranked: bytes(PLACES),
  /** 1 = waiting work interrupts work that ranks lower. */
  preempts: bytes(PLACES),
  /** 1 = first come, first served, and nobody is interrupted, in any pool. */
  plain: bytes(PLACES),
  /** 1 = on the list of pools with something to decide. */
  isDirty: bytes(PLACES),
  dirty: integers(PLACES),
};

/** Requests by slot. */
export const requests = {
  token: integers(SLOTS),
  pool: integers(SLOTS),
  rank: doubles(SLOTS),
  /** Neighbours in the queue; `next` also links free slots. */
  next: integers(SLOTS),
  previous: integers(SLOTS),
  /** Next request of the same token. */
  sibling: integers(SLOTS),
};

const counts = { dirtyHead: 0, dirtyTail: 0, free: -1, used: 0 };

/** Empties all queues. */
export function resetQueues(pools: readonly Pool[]): void {
  clearTable(queues, pools.length);
  queues.first.fill(-1);
  queues.last.fill(-1);
  const anyPreempts = pools.some((pool) => pool.preempts);
  pools.forEach((pool, p) => {
    queues.ranked[p] = QUEUE_DISCIPLINES.indexOf(pool.discipline);
    queues.preempts[p] = pool.preempts ? 1 : 0;
    queues.plain[p] = queues.ranked[p] === 0 && !anyPreempts ? 1 : 0;
  });
  Object.assign(counts, { dirtyHead: 0, dirtyTail: 0, free: -1, used: 0 });
}

/** Puts a request of token `t` into the queue of pool `p` at its rank: higher goes first, ties first come, first served. */
export function enqueue(t: number, p: number, rank: number): void {
  insert(t, p, rank, queues.ranked[p] ? lastNotBelow(p, rank) : queues.last[p]!);
  markDirty(p);
}

/** Puts a request of token `t` at the end of the queue of pool `p`, which is plain and has nothing to decide because of it. */
export function waitBehind(t: number, p: number): void {
  insert(t, p, 0, queues.last[p]!);
}

/** Puts a request of token `t` into the queue of pool `p` before all others of its rank. */
export function enqueueFirst(t: number, p: number, rank: number): void {
  let before = queues.last[p]!;
  while (before !== -1 && requests.rank[before]! <= rank) before = requests.previous[before]!;
  insert(t, p, rank, before);
  markDirty(p);
}

/**
 * The last request that ranks no lower; −1 = all rank lower. Looked for from both ends at once, as what comes last, or before all
 * others, is near one of them however long the queue is.
 */
function lastNotBelow(p: number, rank: number): number {
  let back = queues.last[p]!;
  let front = queues.first[p]!;
  while (back !== -1 && requests.rank[back]! < rank) {
    if (requests.rank[front]! < rank) return requests.previous[front]!;
    back = requests.previous[back]!;
    front = requests.next[front]!;
  }
  return back;
}

function insert(t: number, p: number, rank: number, before: number): void {
  let r = counts.free;
  if (r !== -1) counts.free = requests.next[r]!;
  else {
    if (counts.used === requests.token.length) growTable(requests);
    r = counts.used++;
  }
  requests.token[r] = integer(t);
  requests.pool[r] = integer(p);
  requests.rank[r] = rank;
  requests.sibling[r] = tokens.request[t]!;
  tokens.request[t] = r;
  const after = before === -1 ? queues.first[p]! : requests.next[before]!;
  requests.previous[r] = before;
  requests.next[r] = after;
  if (before === -1) queues.first[p] = r;
  else requests.next[before] = r;
  if (after === -1) queues.last[p] = r;
  else requests.previous[after] = r;
  queues.length[p]! += 1;
}

/** Puts the requests of pool `p` in the order of their ranks. */
export function sortQueue(p: number): void {
  const order: number[] = [];
  for (let r = queues.first[p]!; r !== -1; r = requests.next[r]!) order.push(r);
  order.sort((a, b) => requests.rank[b]! - requests.rank[a]!);
  order.forEach((r, i) => {
    requests.previous[r] = order[i - 1] ?? -1;
    requests.next[r] = order[i + 1] ?? -1;
  });
  queues.first[p] = order[0] ?? -1;
  queues.last[p] = order.at(-1) ?? -1;
}

/** Takes all requests of token `t` out of their queues. */
export function withdraw(t: number): void {
  const r = tokens.request[t]!;
  tokens.request[t] = -1;
  if (r === -1) return;
  const sibling = requests.sibling[r]!;
  remove(r);
  if (sibling !== -1) removeSiblings(sibling);
}

function removeSiblings(first: number): void {
  for (let r = first; r !== -1;) {
    const sibling = requests.sibling[r]!;
    remove(r);
    r = sibling;
  }
}

/** Takes the request out of its queue. */
function remove(r: number): void {
  const p = requests.pool[r]!;
  const next = requests.next[r]!;
  const previous = requests.previous[r]!;
  if (previous === -1) queues.first[p] = next;
  else requests.next[previous] = next;
  if (next === -1) queues.last[p] = previous;
  else requests.previous[next] = previous;
  queues.length[p]! -= 1;
  requests.next[r] = counts.free;
  counts.free = r;
}

/** Says that waiting work of the pool may start at the end of this instant. */
export function markDirty(p: number): void {
  if (queues.isDirty[p]) return;
  queues.isDirty[p] = 1;
  if (counts.dirtyTail === queues.dirty.length) growColumn(queues, 'dirty', 2 * counts.dirtyTail);
  queues.dirty[counts.dirtyTail++] = p;
  instant.unfinished = 1;
}

/** Whether any pool has something to decide. */
export const hasDirtyPools = (): boolean => counts.dirtyHead < counts.dirtyTail;

/** Takes the pool off the list that has had something to decide for longest. */
export function takeDirtyPool(): number {
  const p = queues.dirty[counts.dirtyHead++]!;
  queues.isDirty[p] = 0;
  if (counts.dirtyHead === counts.dirtyTail) {
    counts.dirtyHead = 0;
    counts.dirtyTail = 0;
  }
  return p;
}
