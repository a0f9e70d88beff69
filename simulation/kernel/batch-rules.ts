/** When the cases that have gathered at an activity form a batch. */
import { clock } from './clock.ts';
import type { Batch, BatchCondition } from './network.ts';
import { tokens } from './tokens.ts';

/** The first instant, now or later, at which the gathered tokens (oldest first, at least one) form a batch if nobody comes or goes. */
export const formsAt = ({ fires }: Batch, gathered: readonly number[]): number =>
  Math.min(...fires.map((rule) => holdsAt(rule, gathered)));

function holdsAt(rule: BatchCondition, gathered: readonly number[]): number {
  if (gathered.length < rule.size) return Infinity;
  const oldest = tokens.offered[gathered[0]!]!;
  const youngest = tokens.offered[gathered.at(-1)!]!;
  return nextIn(rule, Math.max(clock.now, oldest + rule.oldest, youngest + rule.quiet));
}

/** The first instant from t on that is in the hours of the rule. */
function nextIn({ timeline, isMoment }: BatchCondition, t: number): number {
  if (!timeline) return t;
  const open = timeline.nextOpen(t);
  if (!isMoment || open > t || t === 0 || !timeline.isOpen(t - 1)) return open;
  return timeline.nextOpen(timeline.openUntil(t));
}

/** How many times as long the work of a batch of `size` takes. */
export const factorOf = ({ durations }: Batch, size: number): number =>
  durations.find((from) => from.size <= size)?.factor ?? 1;
