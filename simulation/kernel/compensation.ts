/**
 * Compensation (rule 13): activities that are done are remembered by the scope instance they belong to, and undone by whoever
 * throws compensation there, last first and one after the other.
 */
import { empty } from './arrays.ts';
import { clock } from './clock.ts';
import { network } from './loaded.ts';
import { countVisit, startScope } from './moves.ts';
import type { Compensation } from './network.ts';
import { createScope, scopes } from './scopes.ts';
import { createToken, tokens } from './tokens.ts';

/** A completed activity; `inner` = what was completed inside it. */
interface Completed {
  readonly node: number;
  readonly how: Compensation;
  readonly inner: readonly Completed[];
}

/** What is to be undone, by scope instance; what a token brought out of the scope inside it; what a thrower still has to undo. */
const ofScope = new Map<number, Completed[]>();
const ofHost = new Map<number, Completed[]>();
const pending = new Map<number, Completed[]>();

export function resetRecords(): void {
  empty(ofScope, ofHost, pending);
}

/** The scope instance is complete: what was done in it belongs to its host now. */
export function handOverRecords(s: number, host: number): void {
  const records = ofScope.get(s);
  ofScope.delete(s);
  if (host !== -1 && records) ofHost.set(host, records);
  else if (host !== -1) ofHost.delete(host);
}

export function forgetRecords(s: number): void {
  ofScope.delete(s);
}

/** The activity is done and may have to be undone. */
export function rememberCompleted(t: number, n: number): void {
  const how = network.compensations[n];
  if (!how) return;
  const inner = ofHost.get(t) ?? [];
  ofHost.delete(t);
  // Without anything to run there is nothing to undo.
  if (how.handler < 0 && how.start < 0 && inner.length === 0) return;
  const s = homeOf(tokens.scope[t]!);
  const records = ofScope.get(s) ?? [];
  ofScope.set(s, records);
  records.push({ node: n, how, inner });
}

/**
 * The token, at a throwing event, undoes what was completed in its scope, or only the activities `targets` (−1 = all). It is resumed
 * when all is undone; true = there is nothing to undo.
 */
export function compensate(t: number, targets: readonly number[]): boolean {
  const records = ofScope.get(scopeToUndo(tokens.scope[t]!)) ?? [];
  const isMeant = ({ node }: Completed): boolean =>
    targets.some((target) => target < 0 || node === target || node === network.nodeBody[target]);
  const wanted = records.filter(isMeant);
  if (wanted.length === 0) return true;
  records.splice(0, records.length, ...records.filter((r) => !isMeant(r)));
  pending.set(t, wanted);
  return !undoNext(t);
}

/** Undoes the next activity; false = none is left. */
export function undoNext(t: number): boolean {
  ofHost.delete(t);
  const records = pending.get(t) ?? [];
  for (let record = records.pop(); record; record = records.pop()) {
    const { how, inner } = record;
    if (how.handler >= 0) {
      startScope(network.looseScope, tokens.case[t]!, t, how.handler);
      return true;
    }
    if (how.start >= 0) {
      runInside(t, how.start, inner);
      return true;
    }
    records.push(...inner);
  }
  pending.delete(t);
  return false;
}

/** Runs the compensation event sub-process of a completed activity, which may undo what that contained. */
function runInside(t: number, start: number, inner: readonly Completed[]): void {
  const c = tokens.case[t]!;
  const sub = network.scopes[network.nodeScope[start]!]!.node;
  const s = createScope(network.looseScope, c, t);
  tokens.inner[t] = s;
  if (inner.length > 0) ofScope.set(s, [...inner]);
  const host = createToken(s);
  tokens.node[host] = sub;
  tokens.visit[host] = countVisit(c, sub);
  tokens.offered[host] = clock.now;
  tokens.started[host] = clock.now;
  tokens.work[host] = 0;
  startScope(network.nodeInnerScope[sub]!, c, host, start);
}

/** The scope instance that remembers: not one that only holds the runs of a loop. */
function homeOf(s: number): number {
  let home = s;
  while (scopes.definition[home] === network.looseScope) home = tokens.scope[scopes.host[home]!]!;
  return home;
}

/** An event sub-process undoes what was done around it. */
function scopeToUndo(s: number): number {
  const { node } = network.scopes[scopes.definition[s]!]!;
  return node >= 0 && network.nodeIsHandler[node] === 1 ? tokens.scope[scopes.host[s]!]! : s;
}
