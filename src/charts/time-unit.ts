/** The unit a time axis or column speaks in: the user's own where it fits, else the one that gives readable numbers. */
import { MS_PER_UNIT, type TimeUnit } from '#simulation';

/** What a person would count in. */
export type DisplayUnit = Exclude<TimeUnit, 'ms' | 'week'>;

export type DisplayClock = 'calendar' | 'business';

/** Seconds in the unit. */
export const secondsPer = (unit: DisplayUnit): number => MS_PER_UNIT[unit] / 1000;

/**
 * Unit for times up to `largest` seconds on a clock. `preferred` (the unit in which a promise was written) wins when the
 * numbers stay between 1 and 300; weeks and milliseconds are read as days and seconds.
 */
export function displayUnit(largest: number, clock: DisplayClock, preferred?: TimeUnit): DisplayUnit {
  const wished = preferred && normalise(preferred, clock);
  if (wished) {
    const count = largest / secondsPer(wished);
    if (count >= 1 && count <= 300) return wished;
  }
  if (largest < 180) return 's';
  if (largest < 3 * 3600) return 'min';
  if (clock === 'business') return largest < 16 * 3600 ? 'h' : 'workday';
  return largest < 72 * 3600 ? 'h' : 'day';
}

function normalise(unit: TimeUnit, clock: DisplayClock): DisplayUnit {
  if (unit === 'ms') return 's';
  if (unit === 'week' || unit === 'day' || unit === 'workday') return clock === 'business' ? 'workday' : 'day';
  return unit;
}
