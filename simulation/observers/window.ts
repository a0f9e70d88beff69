/** The observed part of the replication under way: from the end of the warm-up to now. */
import { askedAt, batches } from '../kernel/batches.ts';
import { clock } from '../kernel/clock.ts';
import { groupTimeline, units } from '../kernel/pools.ts';
import { tokens } from '../kernel/tokens.ts';
import { doubles } from '../math/memory.ts';

/**
 * `start`: end of the warm-up; figures about cases are of cases that arrived then or later. `horizon`: end, or Infinity. In this order:
 * engines store objects that begin with the same key alike, and elsewhere `start` is a table.
 */
export const window = { horizon: NaN, start: NaN };

/** Cases that arrived in it and were completed so far. */
export const measured = { completed: 0 };

export function resetWindow(warmUp: number, end: number): void {
  window.start = warmUp;
  window.horizon = end;
  measured.completed = 0;
}

/** How long the work that leaves its queues has waited in the window, ms; a double handed over in a call costs memory. */
export const waited = doubles(1);

/** How long work that waits has waited so far inside the window, ms. */
export function waitInWindow(t: number): number {
  const offered = tokens.offered[t]!;
  return clock.now - (offered > window.start ? offered : window.start < clock.now ? window.start : clock.now);
}

/** How long the token has asked pools so far inside the window, ms: a batch asks from when it is formed. */
export function requestInWindow(t: number): number {
  if (!batches.any) return waitInWindow(t);
  return clock.now - Math.min(clock.now, Math.max(askedAt(t), window.start));
}

/** Working part of the wait of token `t`, whose work has begun: while its first unit was on shift, ms. */
export function businessWait(t: number): number {
  const offered = tokens.offered[t]!;
  const started = tokens.started[t]!;
  const unit = tokens.unit[t]!;
  const timeline = unit === -1 ? undefined : groupTimeline[units.group[unit]!];
  return timeline ? timeline.openBetween(offered, started) : started - offered;
}

/** Length of the window so far, ms. */
export const windowLength = (): number => Math.max(0, clock.now - window.start);

/** ms in a second, an hour and a day, for figures. */
export const SECOND = 1000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
