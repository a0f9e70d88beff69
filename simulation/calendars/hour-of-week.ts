/** Hours of the week, for rates and utilisation by weekday and hour. */
import { FIRST_MONDAY, HOUR, WEEK } from './civil-time.ts';
import { readClock, wallClock } from './wall-clock.ts';
import type { ClockSettings } from './wall-clock.ts';
import { doubles } from '../math/memory.ts';

export const HOURS_PER_WEEK = 168;

/** Hour of the week that the wall clock shows at t: 0 = Monday 0–1 h … 167 = Sunday 23–24 h. */
export function hourOfWeek(t: number, clock: ClockSettings): number {
  const sinceMonday = readClock(t, clock).local - FIRST_MONDAY;
  return Math.floor((sinceMonday - Math.floor(sinceMonday / WEEK) * WEEK) / HOUR);
}

/** The next instant after t at which the hour of the week changes (or the clock is changed). */
export function nextHour(t: number, settings: ClockSettings): number {
  const { epoch, zone } = wallClock(settings);
  const { offset, to } = zone.stretchAt(epoch + t);
  const local = epoch + t + offset;
  return Math.min((Math.floor(local / HOUR) + 1) * HOUR - offset, to) - epoch;
}

/** Tells hours of the week along simulated time, most of them by plain arithmetic. */
export interface HourClock {
  /**
   * Puts the end of the hour that contains the instant io[0] into io[0], its hour of the week into io[1], and the instant up to
   * which hours then follow each other evenly into io[2]: the next change of the clock, Infinity if there is none.
   */
  locate(io: Float64Array): void;
}

/** The hour clock of the settings. */
export function createHourClock(settings: ClockSettings): HourClock {
  const { epoch, zone } = wallClock(settings);
  // The stretch without a change of the clock looked at last, in simulated time.
  const stretch = doubles(3);
  const [FROM, TO, TO_LOCAL] = [0, 1, 2] as const;
  stretch[TO] = -Infinity;
  return {
    locate(io) {
      const t = io[0]!;
      if (!(t >= stretch[FROM]! && t < stretch[TO]!)) {
        const { offset, to } = zone.stretchAt(epoch + t);
        stretch[FROM] = t;
        stretch[TO] = to - epoch;
        stretch[TO_LOCAL] = epoch + offset - FIRST_MONDAY;
      }
      const sinceMonday = t + stretch[TO_LOCAL]!;
      const hour = Math.floor(sinceMonday / HOUR);
      const end = (hour + 1) * HOUR - stretch[TO_LOCAL]!;
      io[0] = end < stretch[TO]! ? end : stretch[TO]!;
      io[1] = hour - Math.floor(hour / HOURS_PER_WEEK) * HOURS_PER_WEEK;
      io[2] = stretch[TO]!;
    },
  };
}
