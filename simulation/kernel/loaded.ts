/** The network under simulation, its hot tables, and the stream keys of the replication under way. */
import {
  deriveKey,
  derived,
  drawBits,
  hashKey,
  type Key,
  keyedUniform,
  replicationKey,
  uniformOfBits,
} from '../random/keyed.ts';
import { clearTable, PLACES } from './arrays.ts';
import { Purpose } from '../random/purpose.ts';
import type { SeedWords } from '../random/seed.ts';
import { caseLayout, cases } from './cases.ts';
import type { Activity, Network, WaitTime } from './network.ts';
import { tokens } from './tokens.ts';
import { addSampler, drawn, isConstant, resetSamplers, sample } from './samplers.ts';
import { bytes, integers } from '../math/memory.ts';

export let network: Network;
export let activities: readonly Activity[] = [];

/** Activities by number. */
export const activityTable = {
  /** Sampler row of the work; −1 = no work, or some cases have other working times. */
  work: integers(PLACES),
  /** 1 = work goes on after shift end. */
  overtime: bytes(PLACES),
  /** The pool of activities that need one unit of one pool and nothing else; −1 otherwise. */
  simplePool: integers(PLACES),
};

/** Sampler row of the intervals of each stream; −1 = it has none. */
const streamTable = { row: integers(PLACES) };

/** Stream keys, two words each, by node, start event and attribute; renewed for every replication. */
const keys = {
  work0: integers(PLACES),
  work1: integers(PLACES),
  branch0: integers(PLACES),
  branch1: integers(PLACES),
  delay0: integers(PLACES),
  delay1: integers(PLACES),
  arrival0: integers(PLACES),
  arrival1: integers(PLACES),
  attribute0: integers(PLACES),
  attribute1: integers(PLACES),
};
/** Sampler row of the work of cases that have no other working times; −1 = no work. */
let workRows: readonly number[] = [];
let workWhenRows: readonly (readonly number[])[] = [];
let setupRows: readonly number[] = [];
let patienceRows: readonly number[] = [];
let workByRows: readonly ReadonlyMap<number, number>[] = [];
let waitRows = new Map<WaitTime, number>();
let attributeRows: readonly number[] = [];

let nodeHashes: readonly Key[] = [];
/** The start event whose key comes first. */
let firstStream = 0;
let streamHashes: readonly Key[] = [];
let attributeHashes: readonly Key[] = [];

/** Makes `next` the network under simulation. */
export function load(next: Network): void {
  if (network === next) return;
  network = next;
  activities = next.activities;
  resetSamplers();
  clearTable(activityTable, activities.length);
  workRows = activities.map((a) => (a.work ? addSampler(a.work) : -1));
  activities.forEach((activity, a) => {
    activityTable.work[a] = activity.workWhen.length > 0 ? -1 : workRows[a]!;
    activityTable.overtime[a] = activity.shiftEnd === 'overtime' ? 1 : 0;
    activityTable.simplePool[a] = simplePool(activity);
  });
  workWhenRows = activities.map((a) => a.workWhen.map((w) => addSampler(w.distribution)));
  setupRows = activities.map((a) => (a.team?.setup ? addSampler(a.team.setup) : -1));
  patienceRows = activities.map((a) => (a.impatience?.patience ? addSampler(a.impatience.patience) : -1));
  workByRows = activities.map((a) => new Map([...(a.team?.workBy ?? [])].map(([g, work]) => [g, addSampler(work)])));
  waitRows = new Map();
  const catchers = [
    ...next.boundaries.flat(),
    ...next.scopes.flatMap((s) => s.handlers),
    ...next.waits.flatMap((w) => w.catcher ?? []),
  ];
  const armed = catchers.flatMap((catcher) => catcher.triggers).map((t) => (t.type === 'time' ? t.time : undefined));
  const times = [...next.waits.map((w) => w.time), ...armed];
  for (const time of times) if (time?.type === 'after') waitRows.set(time, addSampler(time.distribution));
  clearTable(streamTable, next.streams.length);
  next.streams.forEach((s, i) => {
    streamTable.row[i] = s.interval ? addSampler(s.interval) : -1;
  });
  attributeRows = next.attributes.map((a) => (a.distribution ? addSampler(a.distribution) : -1));

  nodeHashes = next.nodeIds.map((id) => hashKey(next.keyOf(id)));
  streamHashes = next.streams.map((s) => hashKey(next.keyOf(s.id)));
  const streamKeys = next.streams.map((s) => next.keyOf(s.id));
  firstStream = streamKeys.indexOf([...streamKeys].sort()[0] ?? '');
  attributeHashes = next.attributes.map((a) => hashKey(a.name));
  clearTable(keys, Math.max(next.nodeIds.length, next.streams.length, next.attributes.length));
}

/** Sets the keys of all streams for one replication. */
export function rekey(seed: SeedWords, replication: number): void {
  const common = replicationKey(seed, replication);
  deriveKeys(common, nodeHashes, Purpose.work, keys.work0, keys.work1);
  deriveKeys(common, nodeHashes, Purpose.branch, keys.branch0, keys.branch1);
  deriveKeys(common, nodeHashes, Purpose.delay, keys.delay0, keys.delay1);
  deriveKeys(common, streamHashes, Purpose.arrival, keys.arrival0, keys.arrival1);
  deriveKeys(common, attributeHashes, Purpose.attribute, keys.attribute0, keys.attribute1);
}

function deriveKeys(common: Key, hashes: readonly Key[], purpose: Purpose, high: Int32Array, low: Int32Array): void {
  for (let i = 0; i < hashes.length; i++) {
    deriveKey(common, hashes[i]!, purpose);
    high[i] = derived[0]!;
    low[i] = derived[1]!;
  }
}

/** Keys of every node's stream of one more purpose, for the replication. */
export function nodeStreams(
  seed: SeedWords,
  replication: number,
  purpose: Purpose,
  high: Int32Array,
  low: Int32Array,
): void {
  deriveKeys(replicationKey(seed, replication), nodeHashes, purpose, high, low);
}

/** Number added to the running number of a start event's cases so that cases of different start events never share luck. The
 * first one has none, so a design that adds a start event keeps the luck of the cases it had. */
export const streamOffset = (s: number): number => (s === firstStream ? 0 : streamHashes[s]![0]);

/** The same for cases that wait at a node from the start. */
export const nodeOffset = (n: number): number => nodeHashes[n]![0];

/** Draws the working time of an execution of activity `a` at node `n` into the token, ms. */
export function drawWork(t: number, a: number, n: number, c: number, visit: number): void {
  const plain = activityTable.work[a]!;
  const row = plain >= 0 ? plain : otherRow(a, c);
  if (row < 0) {
    tokens.work[t] = 0;
    return;
  }
  if (!isConstant(row)) drawBits(keys.work0[n]!, keys.work1[n]!, cases.key[c]!, visit);
  sample(row);
  tokens.work[t] = drawn[0]!;
}

/** Draws the working time of people of group `g` for the execution that token `t` asks for into `drawn`; it is that of the token
 * unless the group has its own. */
export function drawWorkBy(t: number, a: number, g: number): void {
  const row = workByRows[a]!.get(g);
  if (row === undefined) {
    drawn[0] = tokens.work[t]!;
    return;
  }
  const n = tokens.node[t]!;
  drawBits(keys.work0[n]!, keys.work1[n]!, cases.key[tokens.case[t]!]!, tokens.visit[t]!);
  sample(row);
}

/** Sampler row of how long cases wait for activity `a`; −1 = for ever. */
export const patienceRow = (a: number): number => patienceRows[a]!;

/** Sampler row of the time to get ready for activity `a`; −1 = none. */
export const setupRow = (a: number): number => setupRows[a]!;

/** Sampler row of an activity that takes no time, or other times for some cases; −1 = none. */
function otherRow(a: number, c: number): number {
  const { workWhen } = activities[a]!;
  const i = workWhen.findIndex(({ when }) => when(cases.attributes, c * caseLayout.attributes) === 1);
  return i >= 0 ? workWhenRows[a]![i]! : workRows[a]!;
}

/** Draws the bits that decide a branch; `choice` tells several decisions of one visit apart (0..15). */
export function drawBranchBits(n: number, c: number, visit: number, choice: number): void {
  drawBits(keys.branch0[n]!, keys.branch1[n]!, cases.key[c]!, visit * 16 + choice);
}

/** Uniform that decides a branch; see `drawBranchBits`. */
export function drawBranch(n: number, c: number, visit: number, choice: number): number {
  drawBranchBits(n, c, visit, choice);
  return uniformOfBits();
}

/** Length of a timed wait in ms (before any business clock). */
export function drawWait(time: WaitTime, n: number, c: number, visit: number): number {
  drawBits(keys.delay0[n]!, keys.delay1[n]!, cases.key[c]!, visit);
  sample(waitRows.get(time)!);
  return drawn[0]!;
}

/** Draws the interval before the i-th case of a stream into `drawn`, ms; the stream must have one. */
export function drawInterval(s: number, i: number): void {
  drawBits(keys.arrival0[s]!, keys.arrival1[s]!, i, 0);
  sample(streamTable.row[s]!);
}

/** Uniform behind the i-th interval of a stream. */
export const intervalUniform = (s: number, i: number): number =>
  keyedUniform(keys.arrival0[s]!, keys.arrival1[s]!, i, 0);

/** Uniform behind attribute `a` of a case; `sampleExact` then draws from the same bits. */
export const attributeUniform = (a: number, key: number): number =>
  keyedUniform(keys.attribute0[a]!, keys.attribute1[a]!, key, 0);

/** Sampler row of attribute `a`; −1 for a category. */
export const attributeRow = (a: number): number => attributeRows[a]!;

function simplePool(a: Activity): number {
  const [only, ...others] = a.needs;
  const [need, ...more] = only ?? [];
  if (a.team || a.impatience || a.batch) return -1;
  return need && others.length === 0 && more.length === 0 && need.units === 1 && a.shiftEnd !== 'fit' ? need.pool : -1;
}
