/** Calendars: adding, changing, removing with everything that follows them. */
import type { Calendar, Scenario } from '#simulation';
import { withElement } from './elements.ts';
import { freshId, upsert, withoutId } from './ids.ts';
import { setRun } from './settings.ts';
import { omit } from './omit.ts';

/** Mondays to Fridays, 9 to 17; `taken` are the ids in use. */
export const newCalendar = (name: string, taken: Iterable<string>): Calendar => ({
  id: freshId('Calendar', taken),
  name,
  rules: [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }],
});

/** Adds the calendar or replaces the one with its id. */
export const setCalendar = (scenario: Scenario, calendar: Calendar): Scenario => ({
  ...scenario,
  calendars: upsert(scenario.calendars, calendar),
});

/** What follows a calendar: ids of pools, elements and SLAs, and the run itself. */
export interface CalendarUses {
  readonly pools: readonly string[];
  readonly elements: readonly string[];
  readonly slas: readonly string[];
  readonly run: boolean;
}

/** Where the calendar is used. */
export const usesOfCalendar = (scenario: Scenario, calendarId: string): CalendarUses => ({
  pools: (scenario.pools ?? [])
    .filter((pool) => pool.staffing.some((shift) => shift.calendar === calendarId))
    .map((pool) => pool.id),
  elements: Object.entries(scenario.elements ?? {})
    .filter(([, { calendar, arrivals }]) => calendar === calendarId || arrivals?.calendar === calendarId)
    .map(([id]) => id),
  slas: (scenario.slas ?? []).filter((sla) => sla.calendar === calendarId).map((sla) => sla.id),
  run: scenario.run?.businessCalendar === calendarId,
});

/** Removes the calendar; what followed it is open around the clock (pools, arrivals) or follows the run's calendar (clocks). */
export function removeCalendar(scenario: Scenario, calendarId: string): Scenario {
  const uses = usesOfCalendar(scenario, calendarId);
  const drop = <T extends Following>(item: T): T | Omit<T, 'calendar'> =>
    item.calendar === calendarId ? withoutCalendar(item) : item;
  const cleaned = uses.elements.reduce(
    (next, id) =>
      withElement(next, id, (old) => ({ ...drop(old), ...(old.arrivals ? { arrivals: drop(old.arrivals) } : {}) })),
    uses.run ? setRun(scenario, 'businessCalendar', undefined) : scenario,
  );
  const { pools, slas } = cleaned;
  return {
    ...cleaned,
    ...(pools ? { pools: pools.map((pool) => ({ ...pool, staffing: pool.staffing.map(drop) })) } : {}),
    ...(slas ? { slas: slas.map(drop) } : {}),
    calendars: withoutId(scenario.calendars, calendarId),
  };
}

interface Following {
  readonly calendar?: string;
}

function withoutCalendar<T extends Following>(item: T): Omit<T, 'calendar'> {
  return omit(item, 'calendar');
}
