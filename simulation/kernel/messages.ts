/** Messages between the processes of one case: to whoever waits, else to a start, else kept until somebody asks (rule 17). */
import { armed, catcherAt, happen, triggerAt } from './armed.ts';
import { cases, caseLayout } from './cases.ts';
import { clock } from './clock.ts';
import { beginByEvent } from './instantiation.ts';
import { network } from './loaded.ts';
import { startScope } from './moves.ts';
import type { MessageTarget } from './network.ts';
import { scopes } from './scopes.ts';
import { tokens } from './tokens.ts';
import { Listens, occurAt } from './waits.ts';

/** Sends the messages of a throwing node to the partners of its case. */
export function sendMessages(c: number, n: number): void {
  for (const slot of network.asks[n]!)
    cases.attributes[c * caseLayout.attributes + network.attributeSlots - 1 - slot] = clock.now;
  const targets = network.sends[n]!;
  for (let i = 0; i < targets.length;) {
    // Targets of the same flow are alternatives: the message is one.
    let end = i + 1;
    while (end < targets.length && targets[end]!.flow === targets[i]!.flow) end++;
    deliver(c, targets, i, end);
    i = end;
  }
}

function deliver(c: number, targets: readonly MessageTarget[], from: number, to: number): void {
  const { flow } = targets[from]!;
  for (let i = from; i < to; i++) if (targets[i]!.type !== 'start' && reaches(c, targets[i]!.node, flow)) return;
  for (let i = from; i < to; i++) {
    const { type, node } = targets[i]!;
    if (type === 'begin') {
      beginByEvent(node, c);
      return;
    }
    if (type === 'start' && startsWith(c, node, flow)) return;
  }
  if (targets[from]!.type === 'start') return;
  const i = c * caseLayout.messages + flow;
  cases.messages[i]! += 1;
}

/** Starts a process instance at the start event; one that needs several messages waits for all of them. */
function startsWith(c: number, n: number, flow: number): boolean {
  const flows = network.receives[n]!;
  if (flows.length > 0) {
    const i = c * caseLayout.messages + flow;
    cases.messages[i]! += 1;
    if (flows.some((f) => cases.messages[c * caseLayout.messages + f] === 0)) return true;
    for (const f of flows) takeBuffered(c, [f]);
  }
  startScope(network.nodeScope[n]!, c, -1, n);
  return true;
}

/** Whether somebody of the case waits for the message at the node; whoever has waited longest gets it. */
function reaches(c: number, n: number, flow: number): boolean {
  let listener = -1;
  let slot = -1;
  for (let s = cases.scopes[c]!; s !== -1; s = scopes.next[s]!) {
    if (slot === -1 && network.scopes[scopes.definition[s]!]!.handlers.length > 0)
      slot = slotFor(scopes.handlers[s]!, n, flow);
    // Later tokens stand earlier in the list.
    for (let t = scopes.tokens[s]!; t !== -1; t = tokens.next[t]!) {
      if (tokens.node[t] === n && tokens.listens[t] === Listens.message) listener = t;
      const own = tokens.boundary[t]! === -1 ? -1 : slotFor(tokens.boundary[t]!, n, flow);
      if (own !== -1) slot = own;
    }
    if (listener !== -1) {
      occurAt(listener);
      return true;
    }
    if (slot !== -1) {
      happen(slot);
      return true;
    }
  }
  return false;
}

/** The armed trigger of event `n` for the message in the list that begins with `first`; −1 = none. */
function slotFor(first: number, n: number, flow: number): number {
  for (let slot = first; slot >= 0; slot = armed.next[slot]!) {
    const trigger = triggerAt(slot);
    if (trigger.type !== 'message' || armed.met[slot] === 1 || catcherAt(slot).node !== n) continue;
    if (trigger.flows.includes(flow)) return slot;
  }
  return -1;
}

/** Whether a message for one of the flows has come and nobody took it. */
export const hasBuffered = (c: number, flows: readonly number[]): boolean =>
  flows.some((flow) => cases.messages[c * caseLayout.messages + flow]! > 0);

/** Takes a message that came before somebody waited for it; false = there is none. */
export function takeBuffered(c: number, flows: readonly number[]): boolean {
  for (const flow of flows) {
    const i = c * caseLayout.messages + flow;
    if (cases.messages[i]! > 0) {
      cases.messages[i]! -= 1;
      return true;
    }
  }
  return false;
}
