/** Work: offered to pools, started when its people are free and on shift, paused at shift end, completed, cancelled. */
import { attributeStride, attributeValues } from './cases.ts';
import { now } from './clock.ts';
import { EventKind, Phase, schedule } from './event-list.ts';
import { workDequeued, workEnded, workQueued } from './hooks.ts';
import { activities, activitySimplePool, drawWork, network } from './loaded.ts';
import { countVisit } from './moves.ts';
import type { Activity } from './network.ts';
import {
  groupOn,
  groupTimeline,
  poolIdle,
  poolOn,
  releaseUnits,
  seizeUnit,
  setUnitMode,
  turnShift,
  unitGroup,
  unitNext,
  unitToken,
  UnitMode,
  unitsOfGroup,
  poolOfGroup,
} from './pools.ts';
import { enqueue, hasDirtyPools, queueFirst, requestNext, requestToken, takeDirtyPool, withdraw } from './queues.ts';
import { commonTimeline, fitsBefore } from './shifts.ts';
import {
  setState,
  tokenCase,
  tokenEvent,
  tokenNode,
  tokenOffered,
  tokenOvertime,
  tokenRequest,
  tokenStarted,
  tokenState,
  TokenState,
  tokenUnit,
  tokenVisit,
  tokenWork,
} from './tokens.ts';

/** Value of `tokenOvertime` for work that does not fit. */
const UNFIT = 2;

const Start = { started: 0, blocked: 1, notNow: 2 } as const;

let offers: number[] = [];

export function resetWork(): void {
  offers = [];
}

/** Offers one execution of activity `a` to whoever can do it; without need of people it starts now. */
export function offerWork(t: number, n: number, a: number): void {
  const c = tokenCase[t]!;
  const visit = countVisit(c, n);
  tokenVisit[t] = visit;
  tokenOffered[t] = now;
  tokenOvertime[t] = 0;
  tokenWork[t] = drawWork(a, n, c, visit);
  const pool = activitySimplePool[a]!;
  if (pool >= 0) enqueue(t, pool, priorityOf(activities[a]!, c));
  else {
    const activity = activities[a]!;
    if (activity.needs.length === 0) {
      begin(t, now + tokenWork[t]!);
      return;
    }
    const pools = new Set(activity.needs.flat().map((need) => need.pool));
    const priority = priorityOf(activity, c);
    for (const p of pools) enqueue(t, p, priority);
  }
  offers.push(t);
}

/** Whether something was offered or became free in this instant. */
export const hasDecisions = (): boolean => offers.length > 0 || hasDirtyPools();

/** The decision at the end of an instant: waiting work starts where it can, the rest is seen to wait. */
export function decide(): void {
  while (hasDirtyPools()) serve(takeDirtyPool());
  for (const t of offers)
    // A token that was cancelled or has begun since is none of these; one that reused its slot is seen once.
    if (tokenRequest[t] !== -1 && tokenState[t] === TokenState.none) {
      setState(t, waitingState(t));
      workQueued(t);
    }
  offers.length = 0;
}

/** The event of the token's work: it is done. Units and boundary events are the caller's to let go. */
export function completeWork(t: number): void {
  tokenEvent[t] = 0;
  workEnded(t, false);
  if (tokenUnit[t] !== -1) releaseUnits(t);
  tokenStarted[t] = NaN;
  setState(t, TokenState.none);
}

/** Stops work that was offered or started: what was done stays cost, but is no completion. */
export function cancelWork(t: number): void {
  workEnded(t, true);
  if (tokenRequest[t] !== -1) leaveQueues(t);
  if (tokenUnit[t] !== -1) releaseUnits(t);
  tokenStarted[t] = NaN;
}

/** A group goes on or off shift: work under way pauses, goes on, or runs into overtime; waiting work waits for another reason. */
export function changeShift(g: number): void {
  turnShift(g);
  for (const unit of unitsOfGroup(g)) {
    const t = unitToken[unit]!;
    if (t !== -1) settleMode(t);
  }
  const p = poolOfGroup(g);
  for (let r = queueFirst[p]!; r !== -1; r = requestNext[r]!) {
    const t = requestToken[r]!;
    tokenOvertime[t] = 0;
    if (tokenState[t] !== TokenState.none) setState(t, waitingState(t));
  }
}

function serve(p: number): void {
  let r = queueFirst[p]!;
  while (r !== -1 && poolIdle[p]! > 0) {
    const next = requestNext[r]!;
    if (tryStart(requestToken[r]!, p) === Start.blocked) return;
    r = next;
  }
}

function tryStart(t: number, p: number): number {
  const a = network.nodeActivity[tokenNode[t]!]!;
  const activity = activities[a]!;
  if (activitySimplePool[a]! >= 0) {
    leaveQueues(t);
    const unit = seizeUnit(p, t);
    const timeline = groupTimeline[unitGroup[unit]!];
    const work = tokenWork[t]!;
    const overtime = activity.shiftEnd === 'overtime';
    tokenOvertime[t] = overtime ? 1 : 0;
    begin(t, timeline === undefined || overtime ? now + work : timeline.advance(now, work));
    return Start.started;
  }
  return tryAlternatives(t, p, activity);
}

/** Takes the first alternative whose people are all free; never keeps some while waiting for others. */
function tryAlternatives(t: number, p: number, activity: Activity): number {
  let blocked = true;
  for (const needs of activity.needs) {
    const here = needs.find((need) => need.pool === p);
    // A request that needs more units of this pool than are idle keeps its rank: later ones do not pass it here.
    if (here && here.units <= poolIdle[p]!) blocked = false;
    if (!needs.every((need) => poolIdle[need.pool]! >= need.units)) continue;
    if (activity.shiftEnd === 'fit' && !fitsBefore(needs, now, tokenWork[t]!)) {
      tokenOvertime[t] = UNFIT;
      if (tokenState[t] !== TokenState.none) setState(t, TokenState.offShift);
      blocked = false;
      continue;
    }
    leaveQueues(t);
    for (const need of needs) for (let i = 0; i < need.units; i++) seizeUnit(need.pool, t);
    const overtime = activity.shiftEnd === 'overtime';
    tokenOvertime[t] = overtime ? 1 : 0;
    const timeline = overtime ? undefined : commonTimeline(t);
    begin(t, timeline ? timeline.advance(now, tokenWork[t]!) : now + tokenWork[t]!);
    return Start.started;
  }
  return blocked ? Start.blocked : Start.notNow;
}

function leaveQueues(t: number): void {
  if (tokenState[t] !== TokenState.none) workDequeued(t);
  withdraw(t);
}

function begin(t: number, end: number): void {
  tokenStarted[t] = now;
  setState(t, TokenState.working);
  if (end < Infinity) tokenEvent[t] = schedule(end, Phase.completion, EventKind.work, t);
}

/** After a shift change: does the token work, pause, or work overtime? */
function settleMode(t: number): void {
  let allOn = true;
  for (let u = tokenUnit[t]!; u !== -1; u = unitNext[u]!) if (!groupOn[unitGroup[u]!]) allOn = false;
  const overtime = tokenOvertime[t] === 1;
  for (let u = tokenUnit[t]!; u !== -1; u = unitNext[u]!) {
    const on = groupOn[unitGroup[u]!] === 1;
    setUnitMode(u, overtime ? (on ? UnitMode.working : UnitMode.overtime) : allOn ? UnitMode.working : UnitMode.bound);
  }
  setState(t, allOn || overtime ? TokenState.working : TokenState.paused);
}

/** Waiting for people who are on shift but busy, or for people to come on shift. */
function waitingState(t: number): number {
  if (tokenOvertime[t] === UNFIT) return TokenState.offShift;
  const { needs } = activities[network.nodeActivity[tokenNode[t]!]!]!;
  return needs.some((all) => all.every((need) => poolOn[need.pool]! > 0)) ? TokenState.contention : TokenState.offShift;
}

function priorityOf(activity: Activity, c: number): number {
  for (const { when, priority } of activity.priorityWhen)
    if (when(attributeValues, c * attributeStride) === 1) return priority;
  return activity.priority;
}
