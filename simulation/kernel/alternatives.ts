/** Starting work that needs several people, may be done by one pool or another, or by certain persons only (rule 22). */
import { beginBatch } from './batch-work.ts';
import { followLeader } from './batches.ts';
import { graph } from './graph.ts';
import { activities } from './loaded.ts';
import type { Activity } from './network.ts';
import { endPatience } from './patience.ts';
import { pools, seizeThis, seizeUnit } from './pools.ts';
import { queues, requests } from './queues.ts';
import { endOfWork, fitsNow, groupFits } from './shifts.ts';
import { pickTeam, picked, remember, teamWork } from './teams.ts';
import { isQueued, setState, tokens, TokenState } from './tokens.ts';
import { begin, leaveQueues } from './work.ts';

/** Value of `tokens.overtime` for work that does not fit. */
export const UNFIT = 2;

/** What became of an attempt to start; `blocked` = nobody behind it in the queue may pass. */
export const Start = { started: 0, blocked: 1, notNow: 2 } as const;

type Needs = Activity['needs'][number];

/** Takes an alternative whose people are all free, if there is one; never keeps some while waiting for others. */
export function tryAlternatives(t: number, p: number, a: number): number {
  const activity = activities[a]!;
  let blocked = true;
  let team: readonly number[] | undefined;
  let least = Infinity;
  for (const needs of activity.needs) {
    const here = needs.find((need) => need.pool === p);
    // A request that needs more units of this pool than are idle keeps its rank: later ones do not pass it here.
    if (here && here.units <= pools.idle[p]!) blocked = false;
    if (!areFree(needs)) continue;
    // Whoever came earlier to another pool and can start goes first there.
    if (needs.some((need) => need.pool !== p && someoneGoesBefore(t, need.pool))) {
      blocked = false;
      continue;
    }
    if (!fits(t, a, needs)) {
      blocked = false;
      continue;
    }
    if (!activity.team) {
      startTogether(t, activity, needs);
      return Start.started;
    }
    const work = teamWork(t, a, picked);
    if (work < least) {
      least = work;
      team = [...picked];
    }
    if (!activity.team.fastest) break;
  }
  if (team) {
    startTeam(t, a, team, least);
    return Start.started;
  }
  return blocked ? Start.blocked : Start.notNow;
}

/** Whether the people are there, and long enough; where persons count, they are then `picked`. */
function fits(t: number, a: number, needs: Needs): boolean {
  const activity = activities[a]!;
  const mustFit = activity.shiftEnd === 'fit';
  if (activity.team ? pickTeam(t, a, needs, mustFit) : !mustFit || fitsNow(needs, tokens.work[t]!)) return true;
  if (mustFit && (!activity.team || pickTeam(t, a, needs, false))) {
    tokens.overtime[t] = UNFIT;
    if (isQueued(tokens.state[t]!)) setState(t, TokenState.offShift);
    followLeader(t);
  }
  return false;
}

function startTogether(t: number, activity: Activity, needs: Needs): void {
  leaveQueues(t);
  const mustFit = activity.shiftEnd === 'fit';
  const work = tokens.work[t]!;
  for (const { pool, units: count } of needs)
    for (let i = 0; i < count; i++) seizeUnit(pool, t, mustFit ? (g) => groupFits(pool, g, work) : undefined);
  beginWork(t, activity);
}

function startTeam(t: number, a: number, team: readonly number[], work: number): void {
  leaveQueues(t);
  for (const unit of team) seizeThis(unit, t);
  tokens.work[t] = work;
  remember(t, a, team);
  beginWork(t, activities[a]!);
}

function beginWork(t: number, { shiftEnd, impatience, batch }: Activity): void {
  if (impatience) endPatience(t);
  tokens.overtime[t] = shiftEnd === 'overtime' ? 1 : 0;
  if (batch) {
    beginBatch(t);
    return;
  }
  begin(t, endOfWork(t));
}

const areFree = (needs: Needs): boolean => needs.every((need) => pools.idle[need.pool]! >= need.units);

/** Whether a request ahead of the token's in the queue of pool `p` could start now. */
function someoneGoesBefore(t: number, p: number): boolean {
  for (let r = queues.first[p]!; r !== -1; r = requests.next[r]!) {
    const other = requests.token[r]!;
    if (other === t) return false;
    const a = graph.activity[tokens.node[other]!]!;
    const { needs, team } = activities[a]!;
    if (needs.some((together) => areFree(together) && (!team || pickTeam(other, a, together, false)))) return true;
  }
  return false;
}
