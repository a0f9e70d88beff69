/** Hours of the week, for rates and utilisation by weekday and hour. */
import { FIRST_MONDAY, HOUR, WEEK } from './civil-time.ts';
import { readClock, wallClock } from './wall-clock.ts';
import type { ClockSettings } from './wall-clock.ts';

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
