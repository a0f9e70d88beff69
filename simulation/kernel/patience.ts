/** Those who will not wait: who does not join a long queue, and who gives up after some time. */
import { drawBits } from '../random/keyed.ts';
import { Purpose } from '../random/purpose.ts';
import type { SeedWords } from '../random/seed.ts';
import { clearTable, PLACES } from './arrays.ts';
import { interruptHost } from './boundaries.ts';
import { cancelEvent, failCase } from './cancel.ts';
import { cases } from './cases.ts';
import { clock } from './clock.ts';
import { EventKind, Phase, schedule } from './event-list.ts';
import { graph } from './graph.ts';
import { wentAway } from './hooks.ts';
import { activities, network, nodeStreams, patienceRow } from './loaded.ts';
import { queues, requests } from './queues.ts';
import { drawn, sample } from './samplers.ts';
import { isQueued, tokens } from './tokens.ts';
import { integers } from '../math/memory.ts';

const keys = { patience0: integers(PLACES), patience1: integers(PLACES) };

/** Starts a replication. */
export function resetPatience(seed: SeedWords, replication: number): void {
  if (!activities.some((a) => a.impatience)) return;
  clearTable(keys, network.nodeIds.length);
  nodeStreams(seed, replication, Purpose.patience, keys.patience0, keys.patience1);
}

/** Whether token `t`, which cannot start activity `a` at once, finds too many waiting for it and goes away. */
export function balks(t: number, a: number): boolean {
  const { impatience } = activities[a]!;
  if (!impatience || impatience.room === Infinity || waitingFor(t, a) < impatience.room) return false;
  goAway(t, false);
  return true;
}

/** Token `t` begins to wait for activity `a`: it will give up after some time. */
export function limitWait(t: number, a: number): void {
  if (!activities[a]!.impatience?.patience) return;
  const n = tokens.node[t]!;
  drawBits(keys.patience0[n]!, keys.patience1[n]!, cases.key[tokens.case[t]!]!, tokens.visit[t]!);
  sample(patienceRow(a));
  tokens.event[t] = schedule(clock.now + drawn[0]!, Phase.timer, EventKind.wait, t);
}

/** Its work begins, so nobody gives up any more. */
export function endPatience(t: number): void {
  cancelEvent(t);
}

/** The token does not wait (any longer, if it `joined` the queue): it leaves by the exit of its activity, or its case has failed. */
export function goAway(t: number, joined: boolean): void {
  tokens.event[t] = 0;
  const a = graph.activity[tokens.node[t]!]!;
  wentAway(t, joined);
  const { exit } = activities[a]!.impatience!;
  if (exit < 0) failCase(tokens.case[t]!);
  else interruptHost(t, exit);
}

/** How many others wait for the activity already. */
function waitingFor(t: number, a: number): number {
  let count = 0;
  const p = requests.pool[tokens.request[t]!]!;
  for (let r = queues.first[p]!; r !== -1; r = requests.next[r]!) {
    const other = requests.token[r]!;
    if (other !== t && graph.activity[tokens.node[other]!] === a && isQueued(tokens.state[other]!)) count++;
  }
  return count;
}
