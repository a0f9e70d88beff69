/** Prosimos' resources as pools: individuals who do the same tasks for the same pay become one pool, with their shifts. */
import type { Calendar, ResourcePool, Staffing } from '#simulation';
import type { Directory } from '../directory.ts';
import { entriesOf, itemsOf, numberIn, property, textIn } from '../json.ts';
import type { Report } from '../report.ts';
import { isAlwaysOpen } from '../weeks.ts';
import { readPeriods } from './calendars.ts';

/** Who may do a task, and how long it takes them. */
export interface Performance {
  readonly task: string;
  readonly resource: string;
  /** `{distribution_name, distribution_params}`. */
  readonly distribution: unknown;
}

/** `task_resource_distribution`, a list or (2021) records of records. */
export function performancesOf(section: unknown): readonly Performance[] {
  if (Array.isArray(section))
    return itemsOf(section).flatMap((item) =>
      itemsOf(property(item, 'resources')).map((distribution) => ({
        task: textIn(item, 'task_id') ?? '',
        resource: textIn(distribution, 'resource_id') ?? '',
        distribution,
      })),
    );
  return entriesOf(section).flatMap(([task, resources]) =>
    entriesOf(resources).map(([resource, distribution]) => ({ task, resource, distribution })),
  );
}

interface Resource {
  readonly id: string;
  readonly name: string;
  readonly profile: string | undefined;
  readonly calendar: string;
  readonly cost: number;
  readonly amount: number;
}

export interface ReadResources {
  readonly pools: readonly ResourcePool[];
  readonly calendars: readonly Calendar[];
  /** Pool of each resource, with the number of people that it stands for. */
  readonly poolOf: ReadonlyMap<string, { readonly pool: string; readonly amount: number }>;
}

export function readResources(
  profiles: unknown,
  calendarSection: unknown,
  performances: readonly Performance[],
  directory: Directory,
  report: Report,
): ReadResources {
  const resources = resourcesIn(profiles, performances, directory, report);
  const calendars = readCalendars(calendarSection, directory, report);
  const tasks = new Map<string, Set<string>>();
  for (const { task, resource } of performances) tasks.set(resource, (tasks.get(resource) ?? new Set()).add(task));
  const groups = new Map<string, Resource[]>();
  for (const resource of resources.values()) {
    const key = JSON.stringify([[...(tasks.get(resource.id) ?? [])].sort(), resource.cost]);
    const group = groups.get(key);
    if (group) group.push(resource);
    else groups.set(key, [resource]);
  }
  const poolOf = new Map<string, { readonly pool: string; readonly amount: number }>();
  const pools = [...groups.values()].map((members): ResourcePool => {
    const name = nameOf(members);
    const id = directory.newId(members.length === 1 ? (members[0]?.id ?? name) : name);
    const staffing = new Map<string, number>();
    for (const { id: resource, calendar, amount } of members) {
      poolOf.set(resource, { pool: id, amount });
      const known = calendars.get(calendar);
      if (!known && calendar !== '') report.missing(calendar);
      const shift = known?.id ?? '';
      staffing.set(shift, (staffing.get(shift) ?? 0) + amount);
    }
    const cost = members[0]?.cost ?? 0;
    return {
      id,
      name,
      staffing: [...staffing].map(([calendar, capacity]): Staffing => ({
        capacity,
        ...(calendar === '' ? {} : { calendar }),
      })),
      ...(cost > 0 ? { costPerHour: cost } : {}),
    };
  });
  const used = new Set(pools.flatMap((pool) => pool.staffing.map(({ calendar }) => calendar)));
  const all = [...calendars.values()].flatMap((calendar) => calendar.calendar ?? []);
  return { pools, calendars: all.filter((calendar) => used.has(calendar.id)), poolOf };
}

function resourcesIn(
  profiles: unknown,
  performances: readonly Performance[],
  directory: Directory,
  report: Report,
): ReadonlyMap<string, Resource> {
  const resources = new Map<string, Resource>();
  for (const profile of itemsOf(profiles)) {
    // Discovered models have a profile per task, which is no name for people.
    const ofTask = directory.node(textIn(profile, 'id') ?? '') !== undefined;
    for (const item of itemsOf(property(profile, 'resource_list'))) {
      const id = textIn(item, 'id');
      if (id === undefined || resources.has(id)) continue;
      const name = textIn(item, 'name') ?? id;
      const amount = numberIn(item, 'amount') ?? 1;
      if (!Number.isInteger(amount) || amount < 0) report.unusable('units', { id, name }, amount);
      resources.set(id, {
        id,
        name,
        profile: ofTask ? undefined : textIn(profile, 'name'),
        calendar: textIn(item, 'calendar') ?? '',
        cost: Math.max(0, numberIn(item, 'cost_per_hour') ?? 0),
        amount: Math.max(0, Math.round(amount)),
      });
    }
  }
  // Files of 2021 have no profiles: resources are those that do something, and their calendars bear their names.
  for (const { resource } of performances)
    if (!resources.has(resource)) {
      if (itemsOf(profiles).length > 0) report.missing(resource);
      resources.set(resource, {
        id: resource,
        name: resource,
        profile: undefined,
        calendar: resource,
        cost: 0,
        amount: 1,
      });
    }
  return resources;
}

/** The profile when all are of one, the only member, or what their names begin with. */
function nameOf(members: readonly Resource[]): string {
  const [first] = members;
  if (!first) return '';
  if (members.length === 1) return first.name;
  if (first.profile !== undefined && members.every(({ profile }) => profile === first.profile)) return first.profile;
  let prefix = first.name;
  for (const { name } of members) while (!name.startsWith(prefix)) prefix = prefix.slice(0, -1);
  const word = prefix.replace(/[\s_\-–:0-9]+$/, '');
  return word.length > 1 ? word : `${first.name} + ${members.length - 1}`;
}

/** Calendars by the id the file uses; without a `calendar` they are open around the clock. */
function readCalendars(
  section: unknown,
  directory: Directory,
  report: Report,
): ReadonlyMap<string, { readonly id?: string; readonly calendar?: Calendar }> {
  const listed: readonly (readonly [string, string, unknown])[] = Array.isArray(section)
    ? itemsOf(section).map((item) => {
        const id = textIn(item, 'id') ?? '';
        if (itemsOf(property(item, 'workload_ratio')).length > 0) report.notRead('multitasking');
        return [id, textIn(item, 'name') ?? id, property(item, 'time_periods')];
      })
    : entriesOf(section).map(([id, periods]) => [id, id, periods]);
  const calendars = new Map<string, { readonly id?: string; readonly calendar?: Calendar }>();
  const byHours = new Map<string, Calendar>();
  for (const [written, name, periods] of listed) {
    const { rules, expectedHours, faulty } = readPeriods(periods);
    const about = { id: written, name };
    if (faulty) report.unusable('calendar', about, name);
    if (expectedHours !== undefined)
      report.note('prosimos-fuzzy', about, { hours: Number(expectedHours.toPrecision(3)) });
    if (isAlwaysOpen(rules)) {
      calendars.set(written, {});
      continue;
    }
    const hours = JSON.stringify(rules);
    const calendar = byHours.get(hours) ?? { id: directory.newId(written || 'Calendar'), name, rules };
    byHours.set(hours, calendar);
    calendars.set(written, { id: calendar.id, calendar });
  }
  return calendars;
}
