/**
 * Runs of looped activities (rule 14). The token of the activity is the host of scope instances that hold its runs: one with all
 * runs of a parallel multi-instance, one after the other for sequential ones and loops.
 */
import { growTableTo, SLOTS } from './arrays.ts';
import { emptyScope } from './cancel.ts';
import { caseLayout, cases } from './cases.ts';
import { drawCount, drawRepeat } from './chances.ts';
import { stop, TOKENS_PER_CASE, tooManyMoves } from './faults.ts';
import { network } from './loaded.ts';
import { batch, completeScope, consume, countVisit, enterAt } from './moves.ts';
import type { Loop } from './network.ts';
import { createScope, scopes } from './scopes.ts';
import { createToken, tokens } from './tokens.ts';
import { bytes, doubles, integers } from '../math/memory.ts';

/** By token of a looped activity. */
const loops = {
  visit: integers(SLOTS),
  /** Runs to be made in all, as far as known; started; done. */
  planned: doubles(SLOTS),
  started: integers(SLOTS),
  done: integers(SLOTS),
  cancelled: integers(SLOTS),
  /** 1 = no more runs, because the completion condition held. */
  complete: bytes(SLOTS),
  /** 1 = runs are being started; 2 = and one was done at once. */
  phase: bytes(SLOTS),
};

/** The token enters the looped activity; true = there is nothing to run. */
export function beginLoop(t: number, n: number): boolean {
  if (t >= loops.visit.length) growTableTo(loops, tokens.node.length);
  const loop = network.loops[n]!;
  const c = tokens.case[t]!;
  loops.visit[t] = countVisit(c, n);
  loops.started[t] = 0;
  loops.done[t] = 0;
  loops.cancelled[t] = 0;
  loops.complete[t] = 0;
  loops.phase[t] = 0;
  loops.planned[t] = loop.type === 'standard' ? loop.maximum : countOf(loop, n, c, loops.visit[t]);
  if (loop.type === 'standard') {
    if (loop.testBefore && !runsAgain(t, n, loop)) return true;
  } else if (loops.planned[t] <= 0) return true;
  return continueLoop(t, n, loop);
}

/** The runs of the token's scope inside are over; true = the activity is done. */
export function endRuns(t: number, n: number): boolean {
  tokens.inner[t] = -1;
  if (loops.phase[t] !== 0) {
    loops.phase[t] = 2;
    return false;
  }
  const loop = network.loops[n]!;
  return isOver(t, n, loop) || continueLoop(t, n, loop);
}

/** One run is done; its token stands at the body of the looped activity. */
export function endRun(t: number, body: number): void {
  const s = tokens.scope[t]!;
  const host = scopes.host[s]!;
  const loop = network.loops[tokens.node[host]!];
  if (scopes.definition[s] !== network.looseScope || loop === undefined || body < network.drawnNodes) {
    consume(t);
    return;
  }
  loops.done[host]! += 1;
  if (loop.type === 'multi-instance' && loop.completion) {
    setCounters(host);
    const c = tokens.case[t]!;
    if (loop.completion(cases.attributes, c * caseLayout.attributes) === 1) {
      loops.complete[host] = 1;
      loops.cancelled[host] = loops.started[host]! - loops.done[host]!;
      emptyScope(s);
      completeScope(s);
      return;
    }
  }
  consume(t);
}

/** Visits of the looped activity by the case before the one that token `t` makes. */
export const visitsBefore = (t: number): number => loops.visit[t]!;

/** Starts what is to be run next until something takes time; true = all is over. */
function continueLoop(t: number, n: number, loop: Loop): boolean {
  for (;;) {
    loops.phase[t] = 1;
    startRuns(t, n, loop.type === 'standard' || loop.sequential ? 1 : loops.planned[t]!);
    const ended = loops.phase[t] === 2;
    loops.phase[t] = 0;
    if (!ended) return false;
    if (isOver(t, n, loop)) return true;
    if (tooManyMoves()) {
      stop('too-many-moves-at-once', n);
      return false;
    }
  }
}

function startRuns(t: number, n: number, count: number): void {
  const c = tokens.case[t]!;
  const body = network.nodeBody[n]!;
  if (cases.tokens[c]! + count > TOKENS_PER_CASE) {
    stop('too-many-tokens-in-case', n);
    return;
  }
  const s = createScope(network.looseScope, c, t);
  tokens.inner[t] = s;
  // All exist before the first begins, so that the scope cannot be complete early.
  const runs = Array.from({ length: count }, () => createToken(s));
  batch(() => {
    for (const run of runs) {
      // The completion condition may have ended the others.
      if (tokens.scope[run] !== s || tokens.stamp[run] === 0 || scopes.host[s] !== t) break;
      loops.started[t]! += 1;
      setCounters(t);
      enterAt(run, body, -1);
    }
  });
}

function isOver(t: number, n: number, loop: Loop): boolean {
  if (loop.type === 'standard') return !runsAgain(t, n, loop);
  return loops.complete[t] === 1 || loops.done[t]! >= loops.planned[t]!;
}

function runsAgain(t: number, n: number, { maximum, again }: Extract<Loop, { type: 'standard' }>): boolean {
  if (loops.done[t]! >= maximum) return false;
  if (again === undefined) return true;
  const c = tokens.case[t]!;
  // A counter of its own for each run of each visit, so that the luck of one loop never depends on the length of another.
  if (typeof again === 'number') return drawRepeat(n, c, loops.visit[t]! * 65_536 + loops.done[t]!) < again;
  setCounters(t);
  return again(cases.attributes, c * caseLayout.attributes) === 1;
}

function countOf(loop: Extract<Loop, { type: 'multi-instance' }>, n: number, c: number, visit: number): number {
  const count =
    typeof loop.count === 'function'
      ? Math.round(loop.count(cases.attributes, c * caseLayout.attributes))
      : drawCount(loop.count, n, c, visit);
  return count > 0 ? count : 0;
}

/** Puts what formulas may ask about a loop into the case. */
function setCounters(t: number): void {
  const { counterSlots } = network;
  const base = tokens.case[t]! * caseLayout.attributes;
  const put = (slot: number, value: number): void => {
    if (slot >= 0) cases.attributes[base + slot] = value;
  };
  put(counterSlots.loopCounter, loops.started[t]!);
  put(counterSlots.numberOfInstances, loops.planned[t]!);
  put(counterSlots.numberOfActiveInstances, loops.started[t]! - loops.done[t]! - loops.cancelled[t]!);
  put(counterSlots.numberOfCompletedInstances, loops.done[t]!);
  put(counterSlots.numberOfTerminatedInstances, loops.cancelled[t]!);
}
