/** Boundary events: armed from enablement of their host to its completion (rule 9). */
import { arm, disarm, Role } from './armed.ts';
import { stripToken } from './cancel.ts';
import { drawChance } from './chances.ts';
import { network } from './loaded.ts';
import { countVisit, leave } from './moves.ts';
import type { Catcher } from './network.ts';
import { createToken, tokens } from './tokens.ts';

/** Arms the boundary events at the host the token has just entered. */
export function armBoundaries(t: number, n: number): void {
  const c = tokens.case[t]!;
  for (const boundary of network.boundaries[n]!)
    tokens.boundary[t] = arm(boundary, Role.boundary, t, c, tokens.boundary[t]!);
}

/** Disarms all that is armed for the token. */
export function disarmBoundaries(t: number): void {
  const first = tokens.boundary[t]!;
  if (first === -1) return;
  tokens.boundary[t] = -1;
  disarm(first);
}

/** The boundary event occurs at the host where the token stands. */
export function fireBoundary(t: number, boundary: Catcher): void {
  if (boundary.interrupting) interruptHost(t, boundary.node);
  else leaveBoundary(createToken(tokens.scope[t]!, boundary.node), boundary.node);
}

/** Cancels what the token does at the host and sends it on from the boundary event. */
export function interruptHost(t: number, boundaryNode: number): void {
  stripToken(t);
  leaveBoundary(t, boundaryNode);
}

/** Whether the work at the host, now done, turns out to have failed; then the token leaves by the boundary event for it. */
export function failsAfterWork(t: number, n: number): boolean {
  for (const boundary of network.boundaries[n]!)
    for (const trigger of boundary.triggers) {
      if (trigger.type !== 'failure') continue;
      const c = tokens.case[t]!;
      if (drawChance(boundary.node, c, countVisit(c, boundary.node)) >= trigger.chance) continue;
      interruptHost(t, boundary.node);
      return true;
    }
  return false;
}

function leaveBoundary(t: number, n: number): void {
  tokens.node[t] = n;
  leave(t, n);
}
