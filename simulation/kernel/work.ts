/** Work: offered to pools, started when its people are free and on shift, paused at shift end, completed, cancelled. */
import { Start, tryAlternatives, UNFIT } from './alternatives.ts';
import { growTable, SLOTS } from './arrays.ts';
import { clock } from './clock.ts';
import { EventKind, nextEventTime, Phase, schedule } from './event-list.ts';
import { instant } from './faults.ts';
import { recorder, workDequeued, workEnded, workQueued } from './hooks.ts';
import { activities, activityTable, drawWork } from './loaded.ts';
import { nextArrivalTime } from './arrivals.ts';
import { graph } from './graph.ts';
import { countVisit, nothingMoves } from './moves.ts';
import {
  groups,
  groupTimeline,
  pools,
  releaseUnits,
  seizeUnit,
  setUnitMode,
  turnShift,
  units,
  UnitMode,
  unitsOfGroup,
  poolOfGroup,
} from './pools.ts';
import { enqueue, hasDirtyPools, queues, requests, takeDirtyPool, waitBehind, withdraw } from './queues.ts';
import { isOff, teamWork, wantedPerson } from './teams.ts';
import { freeForHead } from './preemption.ts';
import { batches, followLeader, formBatches, gather, noteGathered } from './batches.ts';
import { balks, limitWait } from './patience.ts';
import { drawOrder, Rank, rankIn } from './ranks.ts';
import { isQueued, setState, tokens, TokenState } from './tokens.ts';
import { doubles, integers } from '../math/memory.ts';
import { integer } from '../math/scalars.ts';

/** Work offered in this instant. */
const offers = { token: integers(SLOTS) };
const counts = { offers: 0 };
/** For the end of work that goes beyond the shift. */
const due = doubles(2);

export function resetWork(): void {
  counts.offers = 0;
}

/** Offers one execution of activity `a` to whoever can do it; without need of people it starts now. */
export function offerWork(t: number, n: number, a: number): void {
  const c = tokens.case[t]!;
  const visit = countVisit(c, n);
  tokens.visit[t] = visit;
  tokens.offered[t] = clock.now;
  tokens.overtime[t] = 0;
  drawWork(t, a, n, c, visit);
  const pool = activityTable.simplePool[a]!;
  if (pool >= 0) {
    if (pools.idle[pool]! > 0) {
      if (queues.first[pool] === -1 && isQuiet()) {
        startBy(t, pool);
        return;
      }
    } else if (queues.plain[pool] === 1 && isQuiet() && (recorder === undefined || !hasDirtyPools())) {
      waitBehind(t, pool);
      setState(t, pools.on[pool]! > 0 ? TokenState.contention : TokenState.offShift);
      workQueued(t);
      return;
    }
    // Where nobody looks at it, a whole number does: another one would cost memory.
    enqueue(t, pool, queues.ranked[pool] !== 0 ? rankIn(pool, t, a) : 0);
  } else {
    const activity = activities[a]!;
    if (activity.batch) gather(t, a);
    else if (activity.needs.length === 0) {
      if (activity.team) tokens.work[t] = teamWork(t, a, []);
      begin(t, clock.now + tokens.work[t]!);
      return;
    } else askPools(t, a);
  }
  toBeDecided(t);
}

/** Puts the token into the queues of all pools that may do its work. */
export function askPools(t: number, a: number): void {
  const asked = new Set(activities[a]!.needs.flat().map((need) => need.pool));
  for (const p of asked) enqueue(t, p, rankIn(p, t, a));
}

/** What becomes of the token is decided at the end of this instant. */
export function toBeDecided(t: number): void {
  if (counts.offers === offers.token.length) growTable(offers);
  offers.token[counts.offers++] = integer(t);
  instant.unfinished = 1;
}

/**
 * Whether the decision of this instant can be taken now, because nothing else can happen before it: a person who is free and for
 * whom nobody waits then starts at once, and where all are busy work waits at once, which is what the decision would come to.
 */
const isQuiet = (): boolean =>
  nextEventTime[0]! > clock.now && nextArrivalTime[0]! > clock.now && counts.offers === 0 && nothingMoves();

/** Whether something was offered or became free in this instant. */
export const hasDecisions = (): boolean => counts.offers > 0 || hasDirtyPools();

/** The decision at the end of an instant: waiting work starts where it can, the rest is seen to wait. */
export function decide(): void {
  if (batches.any) formBatches();
  if (hasDirtyPools()) {
    serve(takeDirtyPool());
    if (hasDirtyPools()) serveOthers();
  }
  if (counts.offers > 0) {
    seeWaiting(offers.token[0]!);
    if (counts.offers > 1) seeOthersWaiting();
    counts.offers = 0;
  }
  if (batches.any) noteGathered();
}

function serveOthers(): void {
  do serve(takeDirtyPool());
  while (hasDirtyPools());
}

function seeOthersWaiting(): void {
  for (let i = 1; i < counts.offers; i++) seeWaiting(offers.token[i]!);
}

/** What was offered in this instant and could not begin waits. */
function seeWaiting(t: number): void {
  // A token that was cancelled or has begun since is none of these; one that reused its slot is seen once.
  if (tokens.request[t] === -1 || isQueued(tokens.state[t]!)) return;
  const a = graph.activity[tokens.node[t]!]!;
  const isPlain = activityTable.simplePool[a]! >= 0;
  if (!isPlain && balks(t, a)) return;
  setState(t, waitingState(t));
  workQueued(t);
  if (!isPlain) {
    limitWait(t, a);
    followLeader(t);
  }
}

/** The event of the token's work: it is done. Boundary events are the caller's to let go, and the token's state is to change. */
export function completeWork(t: number): void {
  tokens.event[t] = 0;
  workEnded(t, false);
  releaseUnits(t);
  tokens.started[t] = NaN;
}

/** Stops work that was offered or started: what was done stays cost, but is no completion. */
export function cancelWork(t: number): void {
  workEnded(t, true);
  if (tokens.request[t] !== -1) leaveQueues(t);
  if (tokens.unit[t] !== -1) releaseUnits(t);
  tokens.started[t] = NaN;
}

/** A group goes on or off shift: work under way pauses, goes on, or runs into overtime; waiting work waits for another reason. */
export function changeShift(g: number): void {
  turnShift(g);
  const unitsThere = unitsOfGroup(g);
  for (let i = 0; i < unitsThere.length; i++) {
    const t = units.token[unitsThere[i]!]!;
    if (t !== -1) settleMode(t);
  }
  const p = poolOfGroup(g);
  for (let r = queues.first[p]!; r !== -1; r = requests.next[r]!) {
    const t = requests.token[r]!;
    tokens.overtime[t] = 0;
    if (isQueued(tokens.state[t]!)) setState(t, waitingState(t));
    followLeader(t);
  }
}

/** Starts waiting work of the pool as far as its people go. */
function serve(p: number): void {
  if (queues.ranked[p] === Rank.random) drawOrder(p);
  let r = queues.first[p]!;
  if (r === -1) return;
  if (pools.idle[p]! > 0) {
    const next = requests.next[r]!;
    if (tryStart(requests.token[r]!, p) === Start.blocked) return;
    r = next !== -1 && pools.idle[p]! > 0 ? serveFrom(next, p) : next;
  }
  if (r !== -1 && queues.preempts[p] === 1) makeWay(p);
}

/** Starts work from this request on; the first that finds nobody idle, −1 = none does. */
function serveFrom(first: number, p: number): number {
  let r = first;
  while (r !== -1 && pools.idle[p]! > 0) {
    const next = requests.next[r]!;
    if (tryStart(requests.token[r]!, p) === Start.blocked) return -1;
    r = next;
  }
  return r;
}

/** Work that ranks lower makes way for what waits. */
function makeWay(p: number): void {
  while (freeForHead(p)) tryStart(requests.token[queues.first[p]!]!, p);
}

function tryStart(t: number, p: number): number {
  const a = graph.activity[tokens.node[t]!]!;
  if (activityTable.simplePool[a]! < 0) return tryAlternatives(t, p, a);
  leaveQueues(t);
  startBy(t, p);
  return Start.started;
}

/** Starts work that needs one unit of the pool, which has one idle. */
function startBy(t: number, p: number): void {
  const unit = seizeUnit(p, t);
  const g = units.group[unit]!;
  let end = clock.now + tokens.work[t]!;
  // A pause is to come only where the work goes beyond the shift.
  if (end > groups.until[g]!) {
    if (activityTable.overtime[graph.activity[tokens.node[t]!]!] === 1) tokens.overtime[t] = 1;
    else {
      due[0] = clock.now;
      due[1] = tokens.work[t]!;
      groupTimeline[g]!.advanceIn(due);
      end = due[0];
    }
  }
  begin(t, end);
}

export function leaveQueues(t: number): void {
  if (isQueued(tokens.state[t]!)) workDequeued(t);
  withdraw(t);
}

/** The work begins; it ends at `end`. */
export function begin(t: number, end: number): void {
  tokens.started[t] = clock.now;
  if (tokens.state[t] !== TokenState.working) setState(t, TokenState.working);
  else if (recorder !== undefined) recorder.stateSet(t, TokenState.working);
  if (end === Infinity) return;
  const event = schedule(end, Phase.completion, EventKind.work, t);
  tokens.event[t] = event;
}

/** After a shift change: does the token work, pause, or work overtime? */
function settleMode(t: number): void {
  let allOn = true;
  for (let u = tokens.unit[t]!; u !== -1; u = units.next[u]!) if (!groups.on[units.group[u]!]) allOn = false;
  const overtime = tokens.overtime[t] === 1;
  for (let u = tokens.unit[t]!; u !== -1; u = units.next[u]!) {
    const on = groups.on[units.group[u]!] === 1;
    setUnitMode(u, overtime ? (on ? UnitMode.working : UnitMode.overtime) : allOn ? UnitMode.working : UnitMode.bound);
  }
  setState(t, allOn || overtime ? TokenState.working : TokenState.paused);
  followLeader(t);
}

/** Waiting for people who are on shift but busy, or for people to come on shift. */
export function waitingState(t: number): number {
  if (tokens.overtime[t] === UNFIT) return TokenState.offShift;
  const a = graph.activity[tokens.node[t]!]!;
  const pool = activityTable.simplePool[a]!;
  if (pool >= 0) return pools.on[pool]! > 0 ? TokenState.contention : TokenState.offShift;
  const { needs, team } = activities[a]!;
  if (team && isOff(wantedPerson(t, activities[a]!))) return TokenState.offShift;
  return needs.some((all) => all.every((need) => pools.on[need.pool]! > 0))
    ? TokenState.contention
    : TokenState.offShift;
}
