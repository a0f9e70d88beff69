/** The people of SimuBridge and when they work: timetables as calendars, roles as pools. */
import type { Calendar, ResourcePool, WeeklyRule } from '#simulation';
import type { Directory } from '../directory.ts';
import { itemsOf, numberIn, property, textIn } from '../json.ts';
import type { Report } from '../report.ts';
import { dayOf, isAlwaysOpen, stretch } from '../weeks.ts';

/** From a weekday’s hour to another’s, without a break. */
export function readTimetables(
  resources: unknown,
  directory: Directory,
  report: Report,
): ReadonlyMap<string, Calendar | 'always'> {
  const timetables = new Map<string, Calendar | 'always'>();
  for (const item of itemsOf(property(resources, 'timeTables'))) {
    const id = textIn(item, 'id') ?? '';
    const rules = itemsOf(property(item, 'timeTableItems')).flatMap((hours): readonly WeeklyRule[] => {
      const first = dayOf(textIn(hours, 'startWeekday'));
      const last = dayOf(textIn(hours, 'endWeekday')) ?? first;
      const from = Math.round((numberIn(hours, 'startTime') ?? NaN) * 60);
      const to = Math.round((numberIn(hours, 'endTime') ?? NaN) * 60);
      const sound = first !== undefined && last !== undefined && from >= 0 && from < 1440 && to >= 0 && to <= 1440;
      if (!sound) report.unusable('calendar', { id }, JSON.stringify(hours));
      return sound ? stretch(first, from, last, to) : [];
    });
    timetables.set(id, isAlwaysOpen(rules) ? 'always' : { id: directory.newId(id || 'Timetable'), name: id, rules });
  }
  return timetables;
}

/** The roles as pools, and the ids these have by the names of the roles. */
export function readRoles(
  resources: unknown,
  timetables: ReadonlyMap<string, Calendar | 'always'>,
  directory: Directory,
  report: Report,
): { readonly pools: readonly ResourcePool[]; readonly poolOf: ReadonlyMap<string, string> } {
  const own = new Map(itemsOf(property(resources, 'resources')).map((item) => [textIn(item, 'id') ?? '', item]));
  const poolOf = new Map<string, string>();
  const pools = itemsOf(property(resources, 'roles')).map((role): ResourcePool => {
    const name = textIn(role, 'id') ?? '';
    const id = directory.newId(name);
    poolOf.set(name, id);
    const usual = Math.max(0, numberIn(role, 'costHour') ?? 0);
    const people = itemsOf(property(role, 'resources')).map((member) => {
      const person = own.get(textIn(member, 'id') ?? '');
      return {
        hours: textIn(person, 'schedule') ?? textIn(role, 'schedule') ?? '',
        cost: numberIn(person, 'costHour') ?? usual,
      };
    });
    const staffing = new Map<string, number>();
    for (const { hours } of people) {
      const timetable = timetables.get(hours);
      if (!timetable && hours !== '') report.missing(hours);
      const shift = !timetable || timetable === 'always' ? '' : timetable.id;
      staffing.set(shift, (staffing.get(shift) ?? 0) + 1);
    }
    const cost = people.reduce((sum, person) => sum + person.cost, 0) / Math.max(1, people.length);
    if (people.some((person) => person.cost !== people[0]?.cost))
      report.warn('dialect-costs-averaged', { id, name }, { cost: Number(cost.toPrecision(6)) });
    return {
      id,
      name,
      staffing:
        staffing.size === 0
          ? [{ capacity: 0 }]
          : [...staffing].map(([calendar, capacity]) => ({ capacity, ...(calendar === '' ? {} : { calendar }) })),
      ...(cost > 0 ? { costPerHour: cost } : {}),
    };
  });
  return { pools, poolOf };
}
