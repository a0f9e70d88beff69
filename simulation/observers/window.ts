/** The observed part of the replication under way: from the end of the warm-up to now. */
import { now } from '../kernel/clock.ts';

/** End of the warm-up, ms. Figures about cases are of cases that arrived at it or later. */
export let windowStart = 0;
/** End of the observed time, ms; Infinity = when all cases are done. */
export let horizon = Infinity;

export function resetWindow(warmUp: number, end: number): void {
  windowStart = warmUp;
  horizon = end;
}

/** Length of the window so far, ms. */
export const windowLength = (): number => Math.max(0, now - windowStart);

/** ms in a second, an hour and a day, for figures. */
export const SECOND = 1000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
