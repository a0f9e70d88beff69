/** Ad-hoc sub-processes (rule 15): every activity that nothing leads to once, at the same time or one after the other. */
import { emptyScope } from './cancel.ts';
import { caseLayout, cases } from './cases.ts';
import { activities, network } from './loaded.ts';
import { batch, completeScope, enterAt, pass } from './moves.ts';
import type { AdHoc } from './network.ts';
import { pools } from './pools.ts';
import { queues } from './queues.ts';
import { createScope, scopes } from './scopes.ts';
import { createToken, tokens } from './tokens.ts';

/** Activities not begun yet, by scope instance of a sub-process that does one after the other. */
const waiting = new Map<number, number[]>();

/** Begins the sub-process at which the token stands. */
export function beginAdHoc(t: number, n: number): void {
  const adHoc = network.adHoc[n]!;
  const definition = network.nodeInnerScope[n]!;
  const s = createScope(definition, tokens.case[t]!, t);
  tokens.inner[t] = s;
  const all = [...network.scopes[definition]!.startNodes];
  if (all.length === 0) completeScope(s);
  else if (adHoc.sequential) {
    waiting.set(s, all);
    beginNext(s);
  } else {
    const begun = all.map((node) => ({ node, token: createToken(s) }));
    batch(() => {
      for (const { node, token } of begun) enterAt(token, node, -1);
    });
  }
}

/** The activity is done. False when its token is gone, because it was the last that its ad-hoc sub-process needed. */
export function activityDone(t: number, n: number): boolean {
  const s = tokens.scope[t]!;
  const adHoc = network.adHoc[network.scopes[scopes.definition[s]!]!.node];
  if (!adHoc || network.nodeScope[n] !== scopes.definition[s]) return true;
  if (isComplete(s, adHoc)) {
    waiting.delete(s);
    if (!adHoc.cancelsRemaining) return true;
    pass(t, n);
    emptyScope(s);
    completeScope(s);
    return false;
  }
  // The next begins before this token ends, so that the scope is not complete in between.
  if (adHoc.sequential && scopes.live[s] === 1 && network.outStart[n] === network.outStart[n + 1]) beginNext(s);
  return true;
}

function isComplete(s: number, { completion }: AdHoc): boolean {
  return completion?.(cases.attributes, scopes.case[s]! * caseLayout.attributes) === 1;
}

/** The first activity whose people are free now, with nobody else waiting for them, else the first. */
function beginNext(s: number): void {
  const rest = waiting.get(s) ?? [];
  const found = rest.findIndex(isFree);
  const [node] = rest.splice(Math.max(0, found), 1);
  if (rest.length === 0) waiting.delete(s);
  if (node !== undefined) enterAt(createToken(s), node, -1);
}

function isFree(n: number): boolean {
  const activity = activities[network.nodeActivity[n]!];
  const needs = activity?.needs ?? [];
  return (
    needs.length === 0 ||
    needs.some((all) => all.every(({ pool, units }) => pools.idle[pool]! - queues.length[pool]! >= units))
  );
}
