/** When the cases of a log began. */
import type { EventLog } from './event-log.ts';

/** The earliest time of each case, in ms as in the log, ascending; cases without any time are left out. */
export function arrivalsIn({ length, cases, case: caseOf, enabled, start, end }: EventLog): readonly number[] {
  const first = new Float64Array(cases.length).fill(Infinity);
  for (let row = 0; row < length; row++) {
    const id = caseOf[row] ?? 0;
    for (const time of [enabled[row], start[row], end[row]])
      if (time !== undefined && time < (first[id] ?? 0)) first[id] = time;
  }
  return [...first.filter(Number.isFinite)].sort((a, b) => a - b);
}
