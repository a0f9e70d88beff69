/** Work and cost of people who are told apart: named in their pool, or paid on their own terms (semantics, KPIs 6 and 11). */
import type { Timeline } from '../calendars/index.ts';
import { clearTable, PLACES } from '../kernel/arrays.ts';
import { clock } from '../kernel/clock.ts';
import { network } from '../kernel/loaded.ts';
import type { Network } from '../kernel/network.ts';
import { groupTimeline, units, UnitMode, unitsOfGroup } from '../kernel/pools.ts';
import type { KpiPath } from '../model/run.ts';
import { oncePer } from './observer.ts';
import { HOUR, SECOND, window, windowLength } from './window.ts';
import { doubles } from '../math/memory.ts';

/** Per group: unit-ms worked on shift and in overtime. */
const perGroup = {
  work: doubles(PLACES),
  overtime: doubles(PLACES),
};

export function resetPersons(): void {
  clearTable(perGroup, network.groups.length);
}

/** The people of pool `p` did for `elapsed` ms what they do now. */
export function personsWorked(p: number, elapsed: number): void {
  for (const g of network.pools[p]!.groups)
    for (const unit of unitsOfGroup(g)) {
      if (units.mode[unit] === UnitMode.working) perGroup.work[g]! += elapsed;
      else if (units.mode[unit] === UnitMode.overtime) perGroup.overtime[g]! += elapsed;
    }
}

/** Open ms of a shift in the window; undefined = around the clock. */
export const openInWindow = (timeline: Timeline | undefined): number =>
  timeline ? timeline.openBetween(window.start, Math.max(window.start, clock.now)) : windowLength();

/** Unit-ms that the group was there in the window. */
export const presence = (g: number): number => network.groups[g]!.capacity * openInWindow(groupTimeline[g]);

/** Cost of the hours worked on shift by the pool's people. */
export const costOfPersons = (p: number): number => priced(p, perGroup.work);

/** Cost of the hours worked in overtime, without the premium. */
export const overtimeCostOfPersons = (p: number): number => priced(p, perGroup.overtime);

const priced = (p: number, time: Float64Array): number =>
  network.pools[p]!.groups.reduce((sum, g) => sum + (time[g]! / HOUR) * network.groups[g]!.costPerHour, 0);

/** Named rows: the groups that stand for each, by pool. */
const rowsOf = oncePer(({ pools, groups }: Network): { readonly pool: string; name: string; groups: number[] }[] =>
  pools.flatMap((pool) => {
    const rows = new Map<string, number[]>();
    for (const g of pool.groups) {
      const { name } = groups[g]!;
      if (name !== undefined) rows.set(name, [...(rows.get(name) ?? []), g]);
    }
    return [...rows].map(([name, members]) => ({ pool: pool.id, name, groups: members }));
  }),
);

export const pathsOfPersons = (n: Network): KpiPath[] =>
  rowsOf(n).flatMap(({ pool, name }) =>
    ['utilisation', 'busy', 'overtime'].map((key): KpiPath => ['resources', pool, 'people', name, key]),
  );

export function writePersons(write: (value: number) => void): void {
  for (const row of rowsOf(network)) {
    const sum = (of: (g: number) => number): number => row.groups.reduce((total, g) => total + of(g), 0);
    const shift = sum((g) => presence(g));
    const work = sum((g) => perGroup.work[g]!);
    const overtime = sum((g) => perGroup.overtime[g]!);
    write(shift === Infinity ? 0 : shift > 0 ? work / shift : NaN);
    write((work + overtime) / SECOND);
    write(overtime / SECOND);
  }
}
