/** Event sub-processes: armed while an instance of the scope around them runs (rule 10). */
import { arm, disarm, Role } from './armed.ts';
import { emptyScope } from './cancel.ts';
import { clock } from './clock.ts';
import { network } from './loaded.ts';
import { countVisit, startScope } from './moves.ts';
import type { Catcher } from './network.ts';
import { scopes } from './scopes.ts';
import { createToken, tokens } from './tokens.ts';

const NONE: readonly Catcher[] = [];

/** Event sub-processes that can still begin in the scope instance. */
export const handlersIn = (s: number): readonly Catcher[] =>
  scopes.handlers[s] === CLOSED ? NONE : network.scopes[scopes.definition[s]!]!.handlers;

/** No event sub-process begins any more. */
const CLOSED = -2;

export function armHandlers(s: number): void {
  scopes.handlers[s] = -1;
  for (const handler of network.scopes[scopes.definition[s]!]!.handlers)
    scopes.handlers[s] = arm(handler, Role.handler, s, scopes.case[s]!, scopes.handlers[s]);
}

export function disarmHandlers(s: number): void {
  const first = scopes.handlers[s]!;
  scopes.handlers[s] = CLOSED;
  if (first !== CLOSED) disarm(first);
}

/** Begins the event sub-process; an interrupting one cancels everything else in the scope instance first. */
export function fireHandler(s: number, handler: Catcher): void {
  if (handler.interrupting) {
    disarmHandlers(s);
    emptyScope(s);
  }
  const n = handler.subProcess;
  const t = createToken(s, n);
  const c = scopes.case[s]!;
  tokens.node[t] = n;
  tokens.visit[t] = countVisit(c, n);
  tokens.offered[t] = clock.now;
  tokens.started[t] = clock.now;
  tokens.work[t] = 0;
  startScope(network.nodeInnerScope[n]!, c, t, handler.node);
}
