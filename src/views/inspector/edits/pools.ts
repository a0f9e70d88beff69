/** Resource pools: adding, changing, removing with all who need them. */
import type { ResourcePool, Scenario } from '#simulation';
import { withElement } from './elements.ts';
import { freshId, upsert, withoutId } from './ids.ts';

/** A pool of one person around the clock; `taken` are the ids in use. */
export const newPool = (name: string, taken: Iterable<string>): ResourcePool => ({
  id: freshId('Pool', taken),
  name,
  staffing: [{ capacity: 1 }],
});

/** Adds the pool or replaces the one with its id. An inheriting scenario so overrides the inherited pool. */
export const setPool = (scenario: Scenario, pool: ResourcePool): Scenario => ({
  ...scenario,
  pools: upsert(scenario.pools, pool),
});

/** Ids of the elements whose work needs the pool. */
export const elementsNeeding = (scenario: Scenario, poolId: string): readonly string[] =>
  Object.entries(scenario.elements ?? {})
    .filter(([, parameters]) => parameters.resources?.some((needs) => needs.some((need) => need.pool === poolId)))
    .map(([id]) => id);

/** Removes the pool and every need of it; an alternative left without people is dropped. */
export function removePool(scenario: Scenario, poolId: string): Scenario {
  const cleaned = elementsNeeding(scenario, poolId).reduce(
    (next, id) =>
      withElement(next, id, (old) => ({
        ...old,
        resources: (old.resources ?? [])
          .map((needs) => needs.filter((need) => need.pool !== poolId))
          .filter((needs) => needs.length > 0),
      })),
    scenario,
  );
  return { ...cleaned, pools: withoutId(cleaned.pools, poolId) };
}
