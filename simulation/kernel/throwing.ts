/** Errors and escalations on their way out to whoever catches them (rules 10 and 12). */
import { fireBoundary, interruptHost } from './boundaries.ts';
import { failCase } from './cancel.ts';
import { fireHandler, handlersIn } from './handlers.ts';
import { network } from './loaded.ts';
import type { Catcher } from './network.ts';
import { scopes } from './scopes.ts';
import { tokens } from './tokens.ts';

/** Throws an error where the token stands. Uncaught, the case fails. */
export function throwError(t: number, code: string): void {
  const found = catcherFor(t, 'error', code);
  if (!found) failCase(tokens.case[t]!);
  else if (found.catcher.subProcess >= 0) fireHandler(found.at, found.catcher);
  else interruptHost(found.at, found.catcher.node);
}

/** Throws an escalation where the token stands. Uncaught, nothing happens. */
export function throwEscalation(t: number, code: string): void {
  const found = catcherFor(t, 'escalation', code);
  if (!found) return;
  if (found.catcher.subProcess >= 0) fireHandler(found.at, found.catcher);
  else fireBoundary(found.at, found.catcher);
}

/** The innermost catcher: event sub-processes of a scope before the border around it; `at` = scope instance or host token. */
function catcherFor(
  t: number,
  type: 'error' | 'escalation',
  code: string,
): { at: number; catcher: Catcher } | undefined {
  // An event sub-process does not catch what it throws itself.
  let from = -1;
  for (let s = tokens.scope[t]!; ;) {
    const handler = matching(
      handlersIn(s).filter((h) => h.subProcess !== from),
      type,
      code,
    );
    if (handler) return { at: s, catcher: handler };
    const host = scopes.host[s]!;
    if (host === -1) return undefined;
    const boundary = matching(network.boundaries[tokens.node[host]!]!, type, code);
    if (boundary) return { at: host, catcher: boundary };
    from = tokens.node[host]!;
    s = tokens.scope[host]!;
  }
}

/** A matching code goes before a catch-all. */
const matching = (catchers: readonly Catcher[], type: 'error' | 'escalation', code: string): Catcher | undefined =>
  (code === '' ? undefined : catchers.find((catcher) => catches(catcher, type, code))) ??
  catchers.find((catcher) => catches(catcher, type, ''));

const catches = ({ triggers }: Catcher, type: 'error' | 'escalation', code: string): boolean =>
  triggers.some((trigger) => trigger.type === type && trigger.code === code);
