/** The work that waits for each pool, in the order of the pool's discipline, and the pools that have something to decide. */
import { growFloat, growInt } from './arrays.ts';
import type { Pool } from './network.ts';
import { tokenRequest } from './tokens.ts';

export let queueFirst = new Int32Array(0);
let queueLast = new Int32Array(0);
export let queueLength = new Int32Array(0);
let poolDirty = new Uint8Array(0);
let dirty = new Int32Array(0);
let dirtyCount = 0;

let requestCapacity = 64;
export let requestToken = new Int32Array(requestCapacity);
let requestPool = new Int32Array(requestCapacity);
let requestPriority = new Float64Array(requestCapacity);
export let requestNext = new Int32Array(requestCapacity);
let requestPrevious = new Int32Array(requestCapacity);
/** Next request of the same token. */
let requestSibling = new Int32Array(requestCapacity);
let requestFree = -1;
let requestUsed = 0;
let poolByPriority = new Uint8Array(0);

/** Empties all queues. */
export function resetQueues(pools: readonly Pool[]): void {
  queueFirst = new Int32Array(pools.length).fill(-1);
  queueLast = new Int32Array(pools.length).fill(-1);
  queueLength = new Int32Array(pools.length);
  poolDirty = new Uint8Array(pools.length);
  dirty = new Int32Array(pools.length);
  poolByPriority = Uint8Array.from(pools, (p) => (p.byPriority ? 1 : 0));
  dirtyCount = 0;
  requestFree = -1;
  requestUsed = 0;
}

/** Puts a request of token `t` into the queue of pool `p` at its rank: by priority, then first come first served. */
export function enqueue(t: number, p: number, priority: number): void {
  let r = requestFree;
  if (r !== -1) requestFree = requestNext[r]!;
  else {
    if (requestUsed === requestCapacity) growRequests();
    r = requestUsed++;
  }
  requestToken[r] = t;
  requestPool[r] = p;
  requestPriority[r] = priority;
  requestSibling[r] = tokenRequest[t]!;
  tokenRequest[t] = r;
  let before = queueLast[p]!;
  if (poolByPriority[p]) while (before !== -1 && requestPriority[before]! < priority) before = requestPrevious[before]!;
  const after = before === -1 ? queueFirst[p]! : requestNext[before]!;
  requestPrevious[r] = before;
  requestNext[r] = after;
  if (before === -1) queueFirst[p] = r;
  else requestNext[before] = r;
  if (after === -1) queueLast[p] = r;
  else requestPrevious[after] = r;
  queueLength[p] = queueLength[p]! + 1;
  markDirty(p);
}

/** Takes all requests of token `t` out of their queues. */
export function withdraw(t: number): void {
  let r = tokenRequest[t]!;
  tokenRequest[t] = -1;
  while (r !== -1) {
    const sibling = requestSibling[r]!;
    const p = requestPool[r]!;
    const next = requestNext[r]!;
    const previous = requestPrevious[r]!;
    if (previous === -1) queueFirst[p] = next;
    else requestNext[previous] = next;
    if (next === -1) queueLast[p] = previous;
    else requestPrevious[next] = previous;
    queueLength[p] = queueLength[p]! - 1;
    requestNext[r] = requestFree;
    requestFree = r;
    r = sibling;
  }
}

/** Pools of the token's requests, for observers. */
export function eachRequestedPool(t: number, visit: (p: number) => void): void {
  for (let r = tokenRequest[t]!; r !== -1; r = requestSibling[r]!) visit(requestPool[r]!);
}

/** Says that waiting work of the pool may start at the end of this instant. */
export function markDirty(p: number): void {
  if (poolDirty[p]) return;
  poolDirty[p] = 1;
  dirty[dirtyCount++] = p;
}

/** Whether any pool has something to decide. */
export const hasDirtyPools = (): boolean => dirtyCount > 0;

/** Takes one pool off the list of those that have something to decide. */
export function takeDirtyPool(): number {
  const p = dirty[--dirtyCount]!;
  poolDirty[p] = 0;
  return p;
}

function growRequests(): void {
  requestCapacity *= 2;
  requestToken = growInt(requestToken, requestCapacity);
  requestPool = growInt(requestPool, requestCapacity);
  requestPriority = growFloat(requestPriority, requestCapacity);
  requestNext = growInt(requestNext, requestCapacity);
  requestPrevious = growInt(requestPrevious, requestCapacity);
  requestSibling = growInt(requestSibling, requestCapacity);
}
