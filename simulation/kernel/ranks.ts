/** How waiting work ranks in the queue of a pool that does not serve first come, first served (rule 25). */
import { QUEUE_DISCIPLINES, type QueueDiscipline } from '../model/resource-pool.ts';
import { keyedUniform } from '../random/keyed.ts';
import { Purpose } from '../random/purpose.ts';
import type { SeedWords } from '../random/seed.ts';
import { clearTable, PLACES } from './arrays.ts';
import { caseLayout, cases } from './cases.ts';
import { activities, network, nodeStreams } from './loaded.ts';
import { pools } from './pools.ts';
import { queues, requests, sortQueue } from './queues.ts';
import { tokens } from './tokens.ts';
import { integers } from '../math/memory.ts';

const indexOf = (discipline: QueueDiscipline): number => QUEUE_DISCIPLINES.indexOf(discipline);

/** Disciplines as `queues.ranked` has them. */
export const Rank = {
  lifo: indexOf('lifo'),
  priority: indexOf('priority'),
  shortestJob: indexOf('shortest-job'),
  earliestDueDate: indexOf('earliest-due-date'),
  random: indexOf('random'),
} as const;

/** Streams that put work in a random order, by node. */
const keys = { order0: integers(PLACES), order1: integers(PLACES) };
const counts = { comers: 0, draws: 0 };

/** Starts a replication. */
export function resetRanks(seed: SeedWords, replication: number): void {
  Object.assign(counts, { comers: 0, draws: 0 });
  if (!network.pools.some((pool) => pool.discipline === 'random')) return;
  clearTable(keys, network.nodeIds.length);
  nodeStreams(seed, replication, Purpose.order, keys.order0, keys.order1);
}

/** Rank of token `t`, which asks for activity `a`, in the queue of pool `p`: higher goes first. */
export function rankIn(p: number, t: number, a: number): number {
  switch (queues.ranked[p]!) {
    case Rank.lifo:
      return ++counts.comers;
    case Rank.priority:
      return priorityOf(a, tokens.case[t]!);
    case Rank.shortestJob:
      return -tokens.work[t]!;
    case Rank.earliestDueDate:
      return -dueDate(t, a);
    case Rank.random:
      // Behind everybody until the next draw.
      return -1;
    default:
      return 0;
  }
}

/** Puts those who wait for pool `p` in a new random order. */
export function drawOrder(p: number): void {
  if (queues.length[p]! < 2 || pools.idle[p]! <= 0) return;
  counts.draws++;
  for (let r = queues.first[p]!; r !== -1; r = requests.next[r]!) {
    const t = requests.token[r]!;
    const n = tokens.node[t]!;
    const counter = (counts.draws + Math.imul(tokens.visit[t]!, 0x9e3779b1)) | 0;
    requests.rank[r] = keyedUniform(keys.order0[n]!, keys.order1[n]!, cases.key[tokens.case[t]!]!, counter);
  }
  sortQueue(p);
}

function priorityOf(a: number, c: number): number {
  const activity = activities[a]!;
  for (const { when, priority } of activity.priorityWhen)
    if (when(cases.attributes, c * caseLayout.attributes) === 1) return priority;
  return activity.priority;
}

/** When the first service level of the case or of this execution falls due; Infinity = none does. */
function dueDate(t: number, a: number): number {
  const c = tokens.case[t]!;
  let due = Infinity;
  for (const { scope, activity, limit, timeline, when } of network.slas) {
    if (scope === 'segment' || (scope === 'activity' && activity !== a)) continue;
    if (when && when(cases.attributes, c * caseLayout.attributes) !== 1) continue;
    const from = scope === 'case' ? cases.arrival[c]! : tokens.offered[t]!;
    due = Math.min(due, timeline ? timeline.advance(from, limit) : from + limit);
  }
  return due;
}
