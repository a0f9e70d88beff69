/** People: how many there are, and what an hour costs. */
import type { ResourcePool, Staffing, Study } from '#simulation';
import { sourceOf, type Parameter, type ParameterDescriptor } from './parameter.ts';
import { poolOf, withPool } from './scenario-parts.ts';

/** Units of a pool over all its shifts, or of one shift (`part` is its index). */
export const units: ParameterDescriptor = {
  kind: 'units',
  quantity: 'count',
  list: (study) =>
    (study.scenario.pools ?? []).flatMap(({ id, staffing }): Parameter[] => {
      const shifts =
        staffing.length < 2 ? [] : staffing.map((_, i) => ({ kind: 'units' as const, id, part: String(i) }));
      return [{ kind: 'units' as const, id }, ...shifts].filter((p) => units.read(study, p) !== undefined);
    }),
  read({ scenario }, { id, part }) {
    const staffing = poolOf(scenario, id)?.staffing ?? [];
    const shifts = part === undefined ? staffing : staffing.slice(Number(part), Number(part) + 1);
    const counts = shifts.map(({ capacity }) => capacity);
    if (counts.length === 0) return undefined;
    return counts.reduce<number | undefined>(
      (sum, count) => (count === 'unlimited' || sum === undefined ? undefined : sum + count),
      0,
    );
  },
  write: ({ scenario }, { id, part }, value) =>
    withPool(scenario, id, (pool) => ({ ...pool, staffing: staffed(pool, part, Math.max(0, Math.round(value))) })),
  source: ({ scenario }, { id }) => sourceOf(poolOf(scenario, id), 'staffing'),
};

export const costPerHour: ParameterDescriptor = {
  kind: 'costPerHour',
  quantity: 'money',
  list: ({ scenario }) =>
    (scenario.pools ?? []).flatMap(({ id, costPerHour: cost }): Parameter[] =>
      cost === undefined ? [] : [{ kind: 'costPerHour', id }],
    ),
  read: ({ scenario }: Study, { id }) => poolOf(scenario, id)?.costPerHour,
  write: ({ scenario }, { id }, value) => withPool(scenario, id, (pool) => ({ ...pool, costPerHour: value })),
  source: ({ scenario }, { id }) => sourceOf(poolOf(scenario, id), 'costPerHour'),
};

function staffed({ staffing }: ResourcePool, part: string | undefined, total: number): readonly Staffing[] {
  if (part !== undefined)
    return staffing.map((shift, i) => (i === Number(part) ? { ...shift, capacity: total } : shift));
  const counts = staffing.map(({ capacity }) => (capacity === 'unlimited' ? 0 : capacity));
  const capacities = apportioned(counts, total);
  return staffing.map((shift, i) => ({ ...shift, capacity: capacities[i] ?? 0 }));
}

/** `total` whole units shared out like `counts`: each gets its rounded-down part, the largest remainders the rest (Hamilton). */
function apportioned(counts: readonly number[], total: number): readonly number[] {
  const before = counts.reduce((sum, count) => sum + count, 0);
  const exact = counts.map((count) => (before > 0 ? (count / before) * total : total / counts.length));
  const shared = exact.map(Math.floor);
  const left = total - shared.reduce((sum, count) => sum + count, 0);
  const byRemainder = [...exact.keys()].sort(
    (a, b) => (exact[b] ?? 0) - (shared[b] ?? 0) - ((exact[a] ?? 0) - (shared[a] ?? 0)),
  );
  for (const i of byRemainder.slice(0, left)) shared[i] = (shared[i] ?? 0) + 1;
  return shared;
}
