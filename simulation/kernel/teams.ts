/** Work for which it matters who does it: persons are picked one by one, and what it takes them is worked out when they begin. */
import { drawBits } from '../random/keyed.ts';
import { Purpose } from '../random/purpose.ts';
import type { SeedWords } from '../random/seed.ts';
import { clearTable, PLACES } from './arrays.ts';
import { caseLayout, cases } from './cases.ts';
import { clock } from './clock.ts';
import { activities, drawWorkBy, network, nodeStreams, setupRow } from './loaded.ts';
import type { Activity, Network } from './network.ts';
import { groups, idleUnit, nextIdle, poolGroupsOf, units } from './pools.ts';
import { drawn, sample } from './samplers.ts';
import { groupFits } from './shifts.ts';
import { tokens } from './tokens.ts';
import { doubles, integers } from '../math/memory.ts';

/** The units picked last, in the order of the needs. */
export const picked: number[] = [];

/** By activity: how often people had to get ready since the window opened, and for how long, ms. */
export const prepared = { count: doubles(PLACES), time: doubles(PLACES) };

/** Streams of set-up times, by node. */
const keys = { setup0: integers(PLACES), setup1: integers(PLACES) };

/** Numbers a case keeps about who did what. */
export const peopleWidth = ({ memory }: Network): number => memory.steps * memory.people;

/** Starts a replication. */
export function resetTeams(seed: SeedWords, replication: number): void {
  if (!activities.some((a) => a.team?.setup)) return;
  clearTable(prepared, activities.length);
  clearTable(keys, network.nodeIds.length);
  nodeStreams(seed, replication, Purpose.setup, keys.setup0, keys.setup1);
}

/** Picks people for one alternative of the token's activity into `picked`; false when they are not all there. */
export function pickTeam(t: number, a: number, needs: Activity['needs'][number], mustFit: boolean): boolean {
  picked.length = 0;
  const activity = activities[a]!;
  let wanted = wantedPerson(t, activity, needs);
  if (wanted !== -1 && !isFree(wanted)) {
    if (activity.team!.waits) return false;
    wanted = -1;
  }
  for (const { pool, units: count } of needs)
    for (let i = 0; i < count; i++) {
      const isHere = wanted !== -1 && poolGroupsOf(pool).includes(units.group[wanted]!);
      const unit = isHere ? only(t, a, wanted, pool, mustFit) : best(t, a, pool, mustFit);
      if (isHere) wanted = -1;
      if (unit === -1) return false;
      picked.push(unit);
    }
  return true;
}

/** The unit that must do the token's work, if it belongs to a pool that is asked; −1 = none must. */
export function wantedPerson(t: number, { team, needs: all }: Activity, needs?: Activity['needs'][number]): number {
  if (!team || team.same < 0) return -1;
  const base = memoryOf(t, team.same);
  for (let i = base; i < base + network.memory.people && cases.people[i] !== -1; i++) {
    const unit = cases.people[i]!;
    if ((needs ?? all.flat()).some(({ pool }) => poolGroupsOf(pool).includes(units.group[unit]!))) return unit;
  }
  return -1;
}

/** Whether the unit is off shift; not when there is none. */
export const isOff = (unit: number): boolean => unit !== -1 && groups.on[units.group[unit]!] === 0;

/** Notes who does the token's work. */
export function remember(t: number, a: number, team: readonly number[]): void {
  if (activities[a]!.team!.setup && mustGetReady(a, team)) {
    prepared.count[a] = prepared.count[a]! + 1;
    prepared.time[a] = prepared.time[a]! + setupOf(t, a);
  }
  for (const unit of team) units.last[unit] = a;
  const { memory } = activities[a]!.team!;
  if (memory < 0) return;
  const base = memoryOf(t, memory);
  for (let i = 0; i < network.memory.people; i++) cases.people[base + i] = team[i] ?? -1;
}

/** Working time of the token's activity with this team, ms: the slowest decides, and who has to get ready is waited for. */
export function teamWork(t: number, a: number, team: readonly number[]): number {
  const { workAt, setup } = activities[a]!.team!;
  let longest = team.length === 0 ? tokens.work[t]! : 0;
  for (const unit of team) longest = Math.max(longest, workOf(t, a, units.group[unit]!));
  const factor = workAt.find(({ timeline }) => timeline.isOpen(clock.now))?.factor ?? 1;
  const work = Math.round(longest * factor);
  return setup && mustGetReady(a, team) ? work + setupOf(t, a) : work;
}

const mustGetReady = (a: number, team: readonly number[]): boolean => team.some((unit) => units.last[unit] !== a);

function workOf(t: number, a: number, g: number): number {
  drawWorkBy(t, a, g);
  return drawn[0]! / network.groups[g]!.speed;
}

function setupOf(t: number, a: number): number {
  const n = tokens.node[t]!;
  drawBits(keys.setup0[n]!, keys.setup1[n]!, cases.key[tokens.case[t]!]!, tokens.visit[t]!);
  sample(setupRow(a));
  return drawn[0]!;
}

const memoryOf = (t: number, slot: number): number =>
  tokens.case[t]! * caseLayout.people + slot * network.memory.people;

const isFree = (unit: number): boolean => units.token[unit] === -1 && groups.on[units.group[unit]!] === 1;

/** The wanted unit, when it may do the work. */
function only(t: number, a: number, unit: number, pool: number, mustFit: boolean): number {
  return isAllowed(t, a, unit) && (!mustFit || groupFits(pool, units.group[unit]!, teamWork(t, a, [unit]))) ? unit : -1;
}

/** The free unit of the pool that has been idle longest, or needs least time; −1 = none may do it. */
function best(t: number, a: number, pool: number, mustFit: boolean): number {
  const { fastest } = activities[a]!.team!;
  let found = -1;
  let least = Infinity;
  for (const g of poolGroupsOf(pool)) {
    if (groups.on[g] === 0 || groups.idle[g]! <= 0) continue;
    const isEndless = groups.endless[g] === 1;
    for (let unit = idleUnit(g); unit !== -1; unit = nextIdle(unit)) {
      if (!isAllowed(t, a, unit)) continue;
      const work = fastest || mustFit ? teamWork(t, a, [unit]) : 0;
      if (mustFit && !groupFits(pool, g, work)) {
        if (isEndless) break;
        continue;
      }
      const isBetter =
        found === -1 ||
        (fastest && work < least) ||
        ((!fastest || work === least) && units.idleSince[unit]! < units.idleSince[found]!);
      if (isBetter) {
        found = unit;
        least = work;
      }
      // The others of an unlimited row are like this one.
      if (isEndless) break;
    }
  }
  return found;
}

function isAllowed(t: number, a: number, unit: number): boolean {
  if (picked.includes(unit)) return false;
  return !activities[a]!.team!.others.some((slot) => {
    const base = memoryOf(t, slot);
    for (let i = base; i < base + network.memory.people; i++) if (cases.people[i] === unit) return true;
    return false;
  });
}
