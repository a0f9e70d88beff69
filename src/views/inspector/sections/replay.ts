/** A column of moments, as pasted from an event log, as arrivals that can be replayed. */

import type { Scenario } from '#simulation';

const WEEK = 7 * 86_400;
const MOMENT = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?/;

/** Where a run of the scenario begins, in local time. */
export const startOfRun = ({ run }: Scenario): string => run?.start ?? '2026-01-05T00:00:00';

/**
 * Seconds after the start of the run for every line with a date (the first in it counts). The first moment falls on its own
 * weekday and time of day, in the first week of the run. Undefined when no line has one.
 */
export function readMoments(text: string, start: string): readonly number[] | undefined {
  const moments = text.split(/\r?\n/).flatMap((line) => secondsOf(line) ?? []);
  return moments.length === 0 ? undefined : inFirstWeek(moments, start);
}

/** Moments in seconds since 1970, moved to the first week of a run that begins at `start`; undefined when that is no date. */
export function inFirstWeek(moments: readonly number[], start: string): readonly number[] | undefined {
  const begin = secondsOf(start);
  if (begin === undefined) return undefined;
  const first = moments.reduce((a, b) => Math.min(a, b), Infinity);
  const shift = Math.floor((first - begin) / WEEK) * WEEK;
  return moments.map((moment) => moment - begin - shift).sort((a, b) => a - b);
}

/** Seconds of the local time in the text, on a clock without zones. */
function secondsOf(text: string): number | undefined {
  const found = MOMENT.exec(text);
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const ms = Date.UTC(year, month - 1, day, hour, minute);
  return Number.isNaN(ms) ? undefined : ms / 1000 + second;
}
