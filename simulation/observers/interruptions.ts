/**
 * Executions that were interrupted and went on later: what they had taken before. The token itself knows only the part under way, so
 * all other figures of parts (queue length, utilisation, overtime) are right as they are.
 */
import { growTableTo, SLOTS } from '../kernel/arrays.ts';
import { graph } from '../kernel/graph.ts';
import { activities } from '../kernel/loaded.ts';
import { tokens } from '../kernel/tokens.ts';
import { priceExecution, pricing } from './cost.ts';
import { businessWait } from './window.ts';
import { COST, execution, measureWorked, WORKED } from './worked.ts';
import { doubles, integers } from '../math/memory.ts';

/** Per token: how often it was interrupted, when it was first offered and begun, and sums over the parts before this one. */
const perToken = {
  times: integers(SLOTS),
  offered: doubles(SLOTS),
  started: doubles(SLOTS),
  waited: doubles(SLOTS),
  businessWaited: doubles(SLOTS),
  worked: doubles(SLOTS),
  cost: doubles(SLOTS),
};
/** Whether the replication has seen any; without, nobody need ask. */
export const interruptions = { any: false };

export function workInterrupted(t: number): void {
  if (t >= perToken.times.length) growTableTo(perToken, tokens.node.length);
  interruptions.any = true;
  const a = graph.activity[tokens.node[t]!]!;
  measureWorked(t);
  execution[COST] = 0;
  if (pricing.on) priceExecution(t, wasInterrupted(t) ? 0 : activities[a]!.fixedCost);
  const offered = tokens.offered[t]!;
  const started = tokens.started[t]!;
  if (perToken.times[t] === 0) {
    perToken.offered[t] = offered;
    perToken.started[t] = started;
    perToken.waited[t] = 0;
    perToken.businessWaited[t] = 0;
    perToken.worked[t] = 0;
    perToken.cost[t] = 0;
  }
  perToken.times[t]! += 1;
  perToken.waited[t] = perToken.waited[t]! + started - offered;
  perToken.businessWaited[t]! += businessWait(t);
  perToken.worked[t]! += execution[WORKED]!;
  perToken.cost[t]! += execution[COST];
}

/** Adds the parts before this one to `execution`, when the token's execution was interrupted. */
export function addEarlierParts(t: number): void {
  if (!wasInterrupted(t)) return;
  execution[WORKED]! += perToken.worked[t]!;
  execution[COST]! += perToken.cost[t]!;
}

/** The token's execution has ended. */
export function forget(t: number): void {
  if (t < perToken.times.length) perToken.times[t] = 0;
}

/** Whether the execution of the token has been interrupted. */
export const wasInterrupted = (t: number): boolean => interruptions.any && (perToken.times[t] ?? 0) > 0;

/** When the execution was offered, and when it was first begun. */
export const offeredAt = (t: number): number => (wasInterrupted(t) ? perToken.offered[t]! : tokens.offered[t]!);
export const startedAt = (t: number): number => (wasInterrupted(t) ? perToken.started[t]! : tokens.started[t]!);

/** What it waited before this part, ms, and how much of it while its people were on shift. */
export const waitedBefore = (t: number): number => (wasInterrupted(t) ? perToken.waited[t]! : 0);
export const businessWaitedBefore = (t: number): number => (wasInterrupted(t) ? perToken.businessWaited[t]! : 0);

/** Starts a replication. */
export function resetInterruptions(): void {
  if (interruptions.any) perToken.times.fill(0);
  interruptions.any = false;
}
