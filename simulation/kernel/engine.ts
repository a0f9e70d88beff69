/**
 * The event loop: the next event or arrival, the moves that follow from it, and, when nothing more happens at the instant, the
 * decision about who starts what. One replication at a time per thread; its state lives in the kernel's modules.
 */
import type { SeedWords } from '../random/seed.ts';
import { arrivals, arrive, nextArrivalTime, resetArrivals, startInitialWork } from './arrivals.ts';
import { fireArmed, isArmed, resetArmed } from './armed.ts';
import { batchDue } from './batch-work.ts';
import { batches, flushBatches, resetBatches } from './batches.ts';
import { Quick, resumeNode } from './behavior-table.ts';
import { caseCounts, resetCases } from './cases.ts';
import { resetChances } from './chances.ts';
import { clock, setNow } from './clock.ts';
import {
  clearEvents,
  EventKind,
  eventsTaken,
  kindOf,
  hasCaseEvents,
  nextEvent,
  nextEventTime,
  nextOrder,
  noteShift,
  noteSurfaced,
  ownerOf,
  popEvent,
} from './event-list.ts';
import { clockAdvanced, instant, resetFaults, stop, tooManyMoves } from './faults.ts';
import { windowOpened } from './hooks.ts';
import { resetInclusiveJoins } from './inclusive-joins.ts';
import { graph } from './graph.ts';
import { load, network, rekey } from './loaded.ts';
import { resetRecords } from './compensation.ts';
import { isUnsettled, moveOn, nothingMoves, resetCounts, resetMoves, settle } from './moves.ts';
import type { Network } from './network.ts';
import { goAway, resetPatience } from './patience.ts';
import { resetPools } from './pools.ts';
import { queues, requests } from './queues.ts';
import { resetRanks } from './ranks.ts';
import { resetRepeats } from './repeats.ts';
import { resetScopes } from './scopes.ts';
import { resetSubscribers } from './subscribers.ts';
import { peopleWidth, resetTeams } from './teams.ts';
import { resetTokens, setState, tokens, TokenState } from './tokens.ts';
import { endWait } from './waits.ts';
import { changeShift, completeWork, decide, hasDecisions, resetWork } from './work.ts';

/** What of a plan the engine needs; times in ms, Infinity = none. */
export interface Bounds {
  readonly horizon: number;
  readonly cases: number;
  readonly warmUp: number;
}

/** With nothing but shift changes for so long, waiting work will never start. */
const GIVE_UP_AFTER = 400 * 86_400_000;

/**
 * Bounds of the replication under way, when the window is still to be opened, and `notable`, from when on more is to be asked than
 * what happens next: the window is to be opened, the horizon is near, or nothing more arrives (doubles, stored without a box).
 */
const bounds = { horizon: NaN, warmUp: NaN, opensAt: NaN, notable: NaN };
/** When something last happened to a case (a double, stored without a box). */
const progress = { lastCaseEvent: NaN };

/** Events and arrivals handled so far in this replication. */
export const eventsHandled = (): number => eventsTaken() + arrivals.started;

/** Prepares replication `index`. Observers must be attached and reset afterwards, before `advance`. */
export function begin(next: Network, plan: Bounds, seed: SeedWords, index: number): void {
  bounds.horizon = plan.horizon;
  bounds.warmUp = plan.warmUp;
  bounds.opensAt = plan.warmUp === 0 ? Infinity : plan.warmUp;
  load(next);
  rekey(seed, index);
  setNow(0);
  clearEvents();
  resetFaults();
  resetTokens();
  resetScopes(next.markCount);
  const { visitCount, attributeSlots, flowIds, messageFlowIds } = next;
  resetCases(visitCount, attributeSlots, flowIds.length, messageFlowIds.length, peopleWidth(next));
  resetInclusiveJoins();
  resetArmed();
  resetSubscribers(next.signalStarts.length);
  resetChances(seed, index);
  resetRecords();
  resetRepeats();
  resetMoves();
  resetWork();
  resetBatches();
  resetPools(next, seed, index);
  resetTeams(seed, index);
  resetRanks(seed, index);
  resetPatience(seed, index);
  resetArrivals(plan.cases);
  setNotable();
  progress.lastCaseEvent = 0;
}

/** Handles up to `limit` events; true when the replication has ended. The clock then stands at the end of the observed time. */
export function advance(limit: number): boolean {
  if (arrivals.initialLeft) {
    startInitialWork();
    settle();
  }
  // Looked up once: the loop is compiled in its midst, where that is not known.
  const isOver = isOverAfterStep;
  for (let left = limit; left > 0; left--) if (isOver()) return true;
  return false;
}

/** Handles the next event or arrival and all that follows at its instant; true when the replication has ended. */
function isOverAfterStep(): boolean {
  const eventTime = nextEventTime[0]!;
  const arrivalTime = nextArrivalTime[0]!;
  const time = eventTime <= arrivalTime ? eventTime : arrivalTime;
  if (time >= bounds.notable) {
    if (arrivalTime === Infinity) {
      if (caseCounts.live === 0 && bounds.horizon === Infinity) return end();
      // Nothing but shifts to come and nobody waits for them: what has gathered is done, the remaining cases are stuck.
      if (!hasCaseEvents() && !anybodyWaits()) {
        if (hasDecisions() || flushBatches()) {
          decideAll();
          return false;
        }
        if (bounds.horizon === Infinity) return end();
      }
    }
    if (time > bounds.horizon || time === Infinity) return end();
    if (time >= bounds.opensAt) openWindow();
  }
  if (time > clock.now) {
    clock.now = time;
    clockAdvanced();
  } else if (tooManyMoves()) {
    const isEvent = eventTime <= arrivalTime;
    stop(isEvent ? 'too-many-moves-at-once' : 'too-many-arrivals-at-once', nextNode(isEvent));
  }
  if (eventTime <= arrivalTime) {
    const order = nextOrder();
    handle(popEvent(), order);
  } else {
    arrive();
    if (nextArrivalTime[0]! === Infinity) setNotable();
  }
  if (instant.unfinished === 0) return false;
  if (isUnsettled()) settle();
  instant.unfinished = 0;
  if (hasDecisions()) decideWhileQuiet();
  if (instant.stopped) return end();
  return false;
}

function decideAll(): void {
  while (hasDecisions()) decide();
}

/** Takes the decisions of this instant once nothing else happens in it. */
function decideWhileQuiet(): void {
  if (nextEventTime[0]! <= clock.now || nextArrivalTime[0]! <= clock.now) {
    instant.unfinished = 1;
    return;
  }
  decide();
  if (instant.unfinished !== 0) decideOn();
}

/** Those who went away instead of waiting move on, which may ask for another decision. */
function decideOn(): void {
  for (;;) {
    if (!nothingMoves()) settle();
    if (nextEventTime[0]! <= clock.now || nextArrivalTime[0]! <= clock.now || !hasDecisions()) {
      instant.unfinished = hasDecisions() || isUnsettled() ? 1 : 0;
      return;
    }
    decide();
  }
}

/** Where the next thing happens, an event or an arrival; −1 = the event is no token's. */
function nextNode(isEvent: boolean): number {
  if (!isEvent) return network.streams[arrivals.stream]!.node;
  const event = nextEvent();
  const isOfToken = kindOf(event) === EventKind.work || kindOf(event) === EventKind.wait;
  return isOfToken ? tokens.node[ownerOf(event)]! : -1;
}

/** Handles the event that was taken off the list; `order` = its handle. */
function handle(event: number, order: number): void {
  const ref = ownerOf(event);
  switch (kindOf(event)) {
    case EventKind.work: {
      if (!isWanted(ref, order)) return;
      const node = tokens.node[ref]!;
      completeWork(ref);
      // A token keeps the state `working` while it moves on from plain work, in no time: it may be working again at once.
      if (graph.movesOn[node] === 1) moveOn(ref, node);
      else {
        if (graph.quick[node] !== Quick.work) setState(ref, TokenState.none);
        resumeNode(graph.behavior[node]!, ref, node);
      }
      return;
    }
    case EventKind.wait: {
      if (!isWanted(ref, order)) return;
      if (tokens.request[ref] !== -1) {
        goAway(ref, true);
        return;
      }
      if (batches.any && batchDue(ref)) return;
      const node = tokens.node[ref]!;
      endWait(ref);
      resumeNode(graph.behavior[node]!, ref, node);
      return;
    }
    case EventKind.boundary:
      if (isArmed(ref, order)) fireArmed(ref);
      else noteSurfaced();
      return;
    default:
      noteShift();
      changeShift(ref);
      if (!hasCaseEvents() && nextArrivalTime[0]! === Infinity && clock.now - progress.lastCaseEvent > GIVE_UP_AFTER)
        stop('work-never-starts', firstWaitingNode());
  }
}

/** Whether the token still waits for the event that was taken; notes that something happens to a case, or that it was cancelled. */
function isWanted(t: number, order: number): boolean {
  if (tokens.event[t] !== order) {
    noteSurfaced();
    return false;
  }
  progress.lastCaseEvent = clock.now;
  return true;
}

function openWindow(): void {
  bounds.opensAt = Infinity;
  setNotable();
  setNow(bounds.warmUp);
  resetCounts();
  windowOpened();
}

function setNotable(): void {
  const nothingArrives = nextArrivalTime[0]! === Infinity;
  bounds.notable = nothingArrives ? -Infinity : Math.min(bounds.opensAt, bounds.horizon, Number.MAX_VALUE);
}

function end(): boolean {
  if (bounds.opensAt < Infinity && (bounds.horizon >= bounds.warmUp || clock.now >= bounds.warmUp)) openWindow();
  if (bounds.horizon < Infinity && !instant.stopped) setNow(bounds.horizon);
  return true;
}

const anybodyWaits = (): boolean => queues.first.some((r) => r !== -1);

/** A node whose work waits; −1 = none waits, cases are stuck elsewhere. */
function firstWaitingNode(): number {
  const request = queues.first.find((r) => r !== -1);
  return request === undefined ? -1 : tokens.node[requests.token[request]!]!;
}
