/** The wall clock of a scenario: which local date and time a simulated instant is. */
import type { Issue } from '../model/issue.ts';
import { issue } from '../model/issue.ts';
import { civilFromDays, DAY, HOUR, MINUTE, parseLocalDateTime, SECOND, weekdayOf } from './civil-time.ts';
import { isKnownZone, toUtc, zoneOf } from './zone.ts';
import type { Zone } from './zone.ts';

/** Where simulated time starts and on which clock (`RunSettings` says the same). */
export interface ClockSettings {
  /** Local date and time `YYYY-MM-DDTHH:mm:ss` of simulated time 0; default Monday 2026-01-05T00:00:00. */
  readonly start?: string | undefined;
  /** IANA zone; absent = local time without daylight saving. */
  readonly timeZone?: string | undefined;
}

/** Settings made ready for arithmetic: simulated time t is the instant `epoch` + t of the zone. */
export interface WallClock {
  readonly epoch: number;
  readonly zone: Zone;
}

/** A local date and time, with its weekday (1 = Monday … 7 = Sunday) and the clock's offset from UTC. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
  readonly weekday: number;
  readonly offsetMinutes: number;
}

/** Start of simulated time where a scenario names none: a Monday. */
export const DEFAULT_START = '2026-01-05T00:00:00';

/** What is wrong with a scenario's start and zone: `start-not-a-date`, `unknown-time-zone`. */
export function checkClock({ start, timeZone }: ClockSettings): Issue[] {
  const issues: Issue[] = [];
  if (start !== undefined && parseLocalDateTime(start) === undefined)
    issues.push(issue('error', 'start-not-a-date', undefined, { start }));
  if (timeZone !== undefined && !isKnownZone(timeZone))
    issues.push(issue('error', 'unknown-time-zone', undefined, { timeZone }));
  return issues;
}

/** The clock of the settings. Throws for settings that `checkClock` finds fault with. */
export function wallClock(settings: ClockSettings): WallClock {
  let clock = clocks.get(settings);
  if (!clock) {
    const start = settings.start ?? DEFAULT_START;
    const local = parseLocalDateTime(start);
    if (local === undefined) throw new Error(`no such date <${start}>`);
    const zone = zoneOf(settings.timeZone);
    clocks.set(settings, (clock = { epoch: toUtc(local, zone), zone }));
  }
  return clock;
}

/** Local date and time of the simulated instant t (ms since the start). */
export function toLocal(t: number, settings: ClockSettings): LocalTime {
  const { local, offset } = readClock(t, settings);
  const days = Math.floor(local / DAY);
  const ofDay = local - days * DAY;
  return {
    ...civilFromDays(days),
    hour: Math.floor(ofDay / HOUR),
    minute: Math.floor((ofDay % HOUR) / MINUTE),
    second: Math.floor((ofDay % MINUTE) / SECOND),
    ms: Math.floor(ofDay % SECOND),
    weekday: weekdayOf(days),
    offsetMinutes: offset / MINUTE,
  };
}

/**
 * The simulated instant t as event logs write it, e.g. `2026-01-05T09:00:00.000+08:00`. A scenario without a zone counts as UTC,
 * because log readers expect an offset.
 */
export function formatIsoLocal(t: number, settings: ClockSettings): string {
  const { year, month, day, hour, minute, second, ms, offsetMinutes } = toLocal(t, settings);
  const offset = Math.abs(Math.trunc(offsetMinutes));
  const date = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
  const time = `${digits(hour, 2)}:${digits(minute, 2)}:${digits(second, 2)}.${digits(ms, 3)}`;
  return `${date}T${time}${offsetMinutes < 0 ? '-' : '+'}${digits(Math.floor(offset / 60), 2)}:${digits(offset % 60, 2)}`;
}

/** What the wall clock shows at t, as a local time in ms, and the offset from UTC in force. */
export function readClock(t: number, settings: ClockSettings): { readonly local: number; readonly offset: number } {
  const { epoch, zone } = wallClock(settings);
  const { offset } = zone.stretchAt(epoch + t);
  return { local: epoch + t + offset, offset };
}

// Settings are readonly, so one object always means the same clock.
const clocks = new WeakMap<ClockSettings, WallClock>();

const digits = (value: number, count: number): string => String(value).padStart(count, '0');
