/** Cancelling a transaction (rule 13): what was done in it is undone, then it is left by its cancel boundary event. */
import { interruptHost } from './boundaries.ts';
import { emptyScope, stripToken } from './cancel.ts';
import { compensate } from './compensation.ts';
import { graph } from './graph.ts';
import { disarmHandlers } from './handlers.ts';
import { network } from './loaded.ts';
import { consume } from './moves.ts';
import { scopes } from './scopes.ts';
import { createToken, tokens } from './tokens.ts';

/** The token has reached cancel end event `n`: everything in the transaction stops, and what was done is undone. */
export function cancelTransaction(t: number, n: number): void {
  const s = transactionOf(tokens.scope[t]!);
  if (graph.watched[scopes.definition[s]!] === 1) disarmHandlers(s);
  emptyScope(s);
  const canceller = createToken(s);
  tokens.node[canceller] = n;
  if (compensate(canceller, [-1])) leaveCancelled(canceller);
}

/** All is undone; the token is the one that saw to it. */
export function leaveCancelled(t: number): void {
  let host = scopes.host[tokens.scope[t]!]!;
  // Around a run of a looped transaction stands the token of all runs.
  while (scopes.definition[tokens.scope[host]!] === network.looseScope) host = scopes.host[tokens.scope[host]!]!;
  const boundary = network.boundaries[tokens.node[host]!]!.find(({ triggers }) =>
    triggers.some(({ type }) => type === 'cancel'),
  );
  if (boundary) interruptHost(host, boundary.node);
  else {
    stripToken(host);
    consume(host);
  }
}

function transactionOf(s: number): number {
  let at = s;
  for (let node = nodeOf(at); node < 0 || network.nodeIsTransaction[node] === 0; node = nodeOf(at)) {
    const host = scopes.host[at]!;
    if (host === -1) throw new Error(`no transaction around scope <${network.scopes[scopes.definition[s]!]!.id}>`);
    at = tokens.scope[host]!;
  }
  return at;
}

const nodeOf = (s: number): number => network.scopes[scopes.definition[s]!]!.node;
