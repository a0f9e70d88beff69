/** Scylla's global configuration: timetables and resources, with the hours and pay of single people. */
import { MS_PER_UNIT, type Calendar, type ResourcePool, type WeeklyRule } from '#simulation';
import type { Directory } from '../directory.ts';
import type { Report } from '../report.ts';
import { dayOf, endOf, isAlwaysOpen, minuteOf, stretch } from '../weeks.ts';
import { attributeOf, childrenOf, listed, numberOf, type XmlElement } from '../xml.ts';
import { unitOf } from './vocabulary.ts';

export interface ReadResources {
  readonly pools: readonly ResourcePool[];
  readonly calendars: readonly Calendar[];
  /** Id of the pool by the id of the resource. */
  readonly poolOf: ReadonlyMap<string, string>;
}

export function readResources(
  configurations: readonly XmlElement[],
  directory: Directory,
  report: Report,
): ReadResources {
  const timetables = new Map<string, Calendar | 'always'>();
  for (const found of configurations.flatMap((c) => listed(c, 'timetables', 'timetable'))) {
    const written = attributeOf(found, 'id') ?? '';
    const rules = childrenOf(found, 'timetableItem').flatMap((item) => {
      const read = readItem(item);
      if (!read) report.unusable('calendar', { id: written }, [...item.attributes.values()].join(' '));
      return read ?? [];
    });
    timetables.set(
      written,
      isAlwaysOpen(rules) ? 'always' : { id: directory.newId(written || 'Timetable'), name: written, rules },
    );
  }
  const poolOf = new Map<string, string>();
  const pools = configurations
    .flatMap((c) => listed(c, 'resourceData', 'dynamicResource'))
    .flatMap((found): readonly ResourcePool[] => {
      const written = attributeOf(found, 'id');
      if (written === undefined || poolOf.has(written)) return [];
      const id = directory.newId(written);
      poolOf.set(written, id);
      return [readPool(found, id, timetables, report)];
    });
  return { pools, poolOf, calendars: [...timetables.values()].filter((calendar) => calendar !== 'always') };
}

/** From one weekday’s time to another’s without a break; on one day the hours between. */
function readItem(item: XmlElement): readonly WeeklyRule[] | undefined {
  const first = dayOf(attributeOf(item, 'from'));
  const last = dayOf(attributeOf(item, 'to')) ?? first;
  const from = minuteOf(attributeOf(item, 'beginTime'))?.minute;
  const to = endOf(attributeOf(item, 'endTime'));
  if (first === undefined || last === undefined || from === undefined || to === undefined) return undefined;
  return stretch(first, from, last, to);
}

/** Named instances with their hours, and as many without as are left of the quantity. */
function readPool(
  found: XmlElement,
  id: string,
  timetables: ReadonlyMap<string, Calendar | 'always'>,
  report: Report,
): ResourcePool {
  const name = attributeOf(found, 'name') ?? attributeOf(found, 'id') ?? id;
  const about = { id, name };
  const instances = childrenOf(found, 'instance');
  const quantity = numberOf(found, 'defaultQuantity') ?? instances.length;
  const capacity = Math.max(0, Math.round(quantity), instances.length);
  if (capacity !== quantity) report.unusable('units', about, quantity);
  const usual = { hours: attributeOf(found, 'defaultTimetableId'), cost: numberOf(found, 'defaultCost') ?? 0 };
  const people = [
    ...instances.map((instance) => ({
      hours: attributeOf(instance, 'timetableId') ?? usual.hours,
      cost: numberOf(instance, 'cost') ?? usual.cost,
    })),
    ...Array.from({ length: Math.min(capacity - instances.length, MOST_LISTED) }, () => usual),
  ];
  const staffing = new Map<string, number>();
  for (const { hours } of people) {
    const timetable = hours === undefined ? 'always' : timetables.get(hours);
    if (timetable === undefined) report.missing(hours ?? '');
    const shift = timetable === undefined || timetable === 'always' ? '' : timetable.id;
    staffing.set(shift, (staffing.get(shift) ?? 0) + 1);
  }
  const [unit, factor] = unitOf(attributeOf(found, 'defaultTimeUnit') ?? 'HOURS');
  const perHour = MS_PER_UNIT.h / (MS_PER_UNIT[unit] * factor);
  const cost = (people.reduce((sum, person) => sum + person.cost, 0) / Math.max(1, people.length)) * perHour;
  if (people.some((person) => person.cost !== people[0]?.cost))
    report.warn('dialect-costs-averaged', about, { cost: Number(cost.toPrecision(6)) });
  return {
    id,
    name,
    staffing:
      staffing.size === 0
        ? [{ capacity: 0 }]
        : [...staffing].map(([calendar, units]) => ({ capacity: units, ...(calendar === '' ? {} : { calendar }) })),
    ...(cost > 0 ? { costPerHour: cost } : {}),
  };
}

/** More people than this are not told apart. */
const MOST_LISTED = 100_000;
