/** The network under simulation, its hot tables, and the stream keys of the replication under way. */
import { hashKey, keyedUniform, streamKey } from '../random/keyed.ts';
import { Purpose } from '../random/purpose.ts';
import type { SeedWords } from '../random/seed.ts';
import { attributeStride, attributeValues, caseKey } from './cases.ts';
import type { Activity, Network, WaitTime } from './network.ts';
import { addSampler, isConstant, resetSamplers, sample } from './samplers.ts';

export let network: Network;
export let activities: readonly Activity[] = [];
let nodeCount = 0;

/** Sampler row of each activity's work (−1 = no work), and whether it needs no uniform. */
export let activityWork = new Int32Array(0);
/** The pool of activities that need one unit of one pool and nothing else; −1 otherwise. */
export let activitySimplePool = new Int32Array(0);
let workConstant = new Uint8Array(0);
let workWhenRows: readonly (readonly number[])[] = [];
let waitRows = new Map<WaitTime, number>();
let streamRows: readonly number[] = [];
let attributeRows: readonly number[] = [];

// Stream keys, two words per node (work and branch), and per stream and attribute; renewed for every replication.
let work0 = new Int32Array(0);
let work1 = new Int32Array(0);
let branch0 = new Int32Array(0);
let branch1 = new Int32Array(0);
let delay0 = new Int32Array(0);
let delay1 = new Int32Array(0);
let arrival0 = new Int32Array(0);
let arrival1 = new Int32Array(0);
let attribute0 = new Int32Array(0);
let attribute1 = new Int32Array(0);
let nodeHashes: readonly (readonly [number, number])[] = [];
let streamHashes: readonly (readonly [number, number])[] = [];
let attributeHashes: readonly (readonly [number, number])[] = [];

/** Makes `next` the network under simulation. */
export function load(next: Network): void {
  if (network === next) return;
  network = next;
  activities = next.activities;
  nodeCount = next.nodeIds.length;
  resetSamplers();
  activityWork = Int32Array.from(activities, (a) => (a.work ? addSampler(a.work) : -1));
  workConstant = Uint8Array.from(activityWork, (row) => (row < 0 || isConstant(row) ? 1 : 0));
  workWhenRows = activities.map((a) => a.workWhen.map((w) => addSampler(w.distribution)));
  activitySimplePool = Int32Array.from(activities, simplePool);
  waitRows = new Map();
  const times = [...next.waits.map((w) => w.time), ...next.boundaries.flat().map((b) => b.time)];
  for (const time of times) if (time?.type === 'after') waitRows.set(time, addSampler(time.distribution));
  streamRows = next.streams.map((s) => (s.interval ? addSampler(s.interval) : -1));
  attributeRows = next.attributes.map((a) => (a.distribution ? addSampler(a.distribution) : -1));

  nodeHashes = next.nodeIds.map((id) => hashKey(next.keyOf(id)));
  streamHashes = next.streams.map((s) => hashKey(next.keyOf(s.id)));
  attributeHashes = next.attributes.map((a) => hashKey(a.name));
  work0 = new Int32Array(nodeCount);
  work1 = new Int32Array(nodeCount);
  branch0 = new Int32Array(nodeCount);
  branch1 = new Int32Array(nodeCount);
  delay0 = new Int32Array(nodeCount);
  delay1 = new Int32Array(nodeCount);
  [arrival0, arrival1] = [new Int32Array(next.streams.length), new Int32Array(next.streams.length)];
  [attribute0, attribute1] = [new Int32Array(next.attributes.length), new Int32Array(next.attributes.length)];
}

/** Sets the keys of all streams for one replication. */
export function rekey(seed: SeedWords, replication: number): void {
  for (let n = 0; n < nodeCount; n++) {
    const hash = nodeHashes[n]!;
    [work0[n], work1[n]] = streamKey(seed, replication, hash, Purpose.work);
    [branch0[n], branch1[n]] = streamKey(seed, replication, hash, Purpose.branch);
    [delay0[n], delay1[n]] = streamKey(seed, replication, hash, Purpose.delay);
  }
  streamHashes.forEach((hash, s) => {
    [arrival0[s], arrival1[s]] = streamKey(seed, replication, hash, Purpose.arrival);
  });
  attributeHashes.forEach((hash, a) => {
    [attribute0[a], attribute1[a]] = streamKey(seed, replication, hash, Purpose.attribute);
  });
}

/** Number added to the running number of a start event's cases so that cases of different start events never share luck. */
export const streamOffset = (s: number): number => (s === 0 && streamHashes.length === 1 ? 0 : streamHashes[s]![0]);

/** Working time of an execution of activity `a` at node `n`, ms. */
export function drawWork(a: number, n: number, c: number, visit: number): number {
  const rules = workWhenRows[a]!;
  let row = activityWork[a]!;
  let constant = workConstant[a] === 1;
  if (rules.length > 0) {
    const { workWhen } = activities[a]!;
    for (let i = 0; i < rules.length; i++)
      if (workWhen[i]!.when(attributeValues, c * attributeStride) === 1) {
        row = rules[i]!;
        constant = false;
        break;
      }
  }
  if (row < 0) return 0;
  if (constant) return sample(row, 0.5);
  return sample(row, keyedUniform(work0[n]!, work1[n]!, caseKey[c]!, visit));
}

/** Uniform that decides a branch; `choice` tells several decisions of one visit apart (0..15). */
export function drawBranch(n: number, c: number, visit: number, choice: number): number {
  return keyedUniform(branch0[n]!, branch1[n]!, caseKey[c]!, visit * 16 + choice);
}

/** Length of a timed wait in ms (before any business clock). */
export function drawWait(time: WaitTime, n: number, c: number, visit: number): number {
  return sample(waitRows.get(time)!, keyedUniform(delay0[n]!, delay1[n]!, caseKey[c]!, visit));
}

/** Interval before the i-th case of a stream in ms, or NaN when the stream has no interval. */
export function drawInterval(s: number, i: number): number {
  const row = streamRows[s]!;
  return row < 0 ? NaN : sample(row, keyedUniform(arrival0[s]!, arrival1[s]!, i, 0));
}

/** Uniform behind the i-th interval of a stream. */
export const intervalUniform = (s: number, i: number): number => keyedUniform(arrival0[s]!, arrival1[s]!, i, 0);

/** Uniform behind attribute `a` of a case. */
export const attributeUniform = (a: number, key: number): number =>
  keyedUniform(attribute0[a]!, attribute1[a]!, key, 0);

/** Sampler row of attribute `a`; −1 for a category. */
export const attributeRow = (a: number): number => attributeRows[a]!;

function simplePool(a: Activity): number {
  const [only, ...others] = a.needs;
  const [need, ...more] = only ?? [];
  return need && others.length === 0 && more.length === 0 && need.units === 1 && a.shiftEnd !== 'fit' ? need.pool : -1;
}
