/** What throwing events share: they throw all they have, undo what they are to undo, and go on or end what they end (rules 11–13, 17). */
import type { Enter, Resume } from '../kernel/behavior-table.ts';
import { assign } from '../kernel/attributes.ts';
import { emptyScope } from '../kernel/cancel.ts';
import { compensate, undoNext } from '../kernel/compensation.ts';
import { graph } from '../kernel/graph.ts';
import { throwSignal } from '../kernel/instantiation.ts';
import { network } from '../kernel/loaded.ts';
import { completeScope, consume, leave, pass } from '../kernel/moves.ts';
import { sendMessages } from '../kernel/messages.ts';
import { createToken, tokens } from '../kernel/tokens.ts';
import { throwError, throwEscalation } from '../kernel/throwing.ts';
import { cancelTransaction } from '../kernel/transactions.ts';

/** Tokens that undo on behalf of a thrower that went on, with the number of their life. */
const helpers = new Map<number, number>();

export const throwAll: Enter = (t, n) => {
  const stamp = tokens.stamp[t]!;
  if (graph.elaborate[n] === 1) assign(tokens.case[t]!, n);
  if (graph.sends[n] === 1 && tokens.stamp[t] === stamp) sendMessages(tokens.case[t]!, n);
  for (const thrown of network.throws[n]!) {
    if (tokens.stamp[t] !== stamp) return;
    if (thrown.type === 'signal') throwSignal(thrown.signal);
    else if (thrown.type === 'escalation') throwEscalation(t, thrown.code);
  }
  // What was thrown may have ended the thrower.
  if (tokens.stamp[t] === stamp && undoes(t, n)) goOn(t, n);
};

export const undoFurther: Resume = (t, n) => {
  tokens.inner[t] = -1;
  if (undoNext(t)) return;
  if (helpers.get(t) === tokens.stamp[t]) {
    helpers.delete(t);
    consume(t);
  } else goOn(t, n);
};

/** Begins to undo what the event compensates; true = the token need not wait for it. */
function undoes(t: number, n: number): boolean {
  const wanted = network.throws[n]!.filter((thrown) => thrown.type === 'compensation');
  if (wanted.length === 0) return true;
  const targets = wanted.map(({ node }) => node);
  if (wanted.every(({ waits }) => waits)) return compensate(t, targets);
  const helper = createToken(tokens.scope[t]!);
  tokens.node[helper] = n;
  helpers.set(helper, tokens.stamp[helper]!);
  if (compensate(helper, targets)) undoFurther(helper, n);
  return true;
}

/** Ends what the event ends, else leaves it. */
function goOn(t: number, n: number): void {
  const last = network.throws[n]!.find(({ type }) => type === 'error' || type === 'cancel' || type === 'terminate');
  if (last === undefined) {
    leave(t, n);
    return;
  }
  pass(t, n);
  if (last.type === 'error') throwError(t, last.code);
  else if (last.type === 'cancel') cancelTransaction(t, n);
  else {
    const s = tokens.scope[t]!;
    emptyScope(s);
    completeScope(s);
  }
}
