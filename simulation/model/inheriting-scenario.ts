/** The inverse of `resolveScenario`: a scenario that states only what differs from another. */
import { sameValue } from './same-value.ts';
import type { ElementParameters, Scenario } from './scenario.ts';

/**
 * A scenario called `id` that inherits from `base` and resolves to `varied`: it states what differs, run settings and element
 * parameters one by one, pools, calendars, SLAs and attributes whole. Both scenarios must be resolved. Inheriting can add and
 * change but not take away: what `base` has and `varied` lacks stays.
 */
export function inheritingScenario(
  base: Scenario,
  varied: Scenario,
  { id, name, description }: Pick<Scenario, 'id' | 'name' | 'description'>,
): Scenario {
  const run = changedFields(base.run ?? {}, varied.run ?? {});
  const pools = changedItems(base.pools, varied.pools, (pool) => pool.id);
  const calendars = changedItems(base.calendars, varied.calendars, (calendar) => calendar.id);
  const slas = changedItems(base.slas, varied.slas, (sla) => sla.id);
  const attributes = changedItems(base.attributes, varied.attributes, (attribute) => attribute.name);
  const elements = changedElements(base.elements ?? {}, varied.elements ?? {});
  const currency = varied.currency !== undefined && varied.currency !== base.currency ? varied.currency : undefined;
  return {
    id,
    name,
    ...(description === undefined ? {} : { description }),
    inherits: base.id,
    ...(currency === undefined ? {} : { currency }),
    ...(run ? { run } : {}),
    ...(elements ? { elements } : {}),
    ...(pools ? { pools } : {}),
    ...(calendars ? { calendars } : {}),
    ...(slas ? { slas } : {}),
    ...(attributes ? { attributes } : {}),
  };
}

function changedElements(
  base: NonNullable<Scenario['elements']>,
  varied: NonNullable<Scenario['elements']>,
): Scenario['elements'] | undefined {
  const changed = Object.entries(varied).flatMap(([id, parameters]): [string, ElementParameters][] => {
    const before = Object.hasOwn(base, id) ? (base[id] ?? {}) : {};
    const different = changedFields(before, parameters);
    return different ? [[id, different]] : [];
  });
  return changed.length > 0 ? Object.fromEntries(changed) : undefined;
}

/** The fields of `varied` that `base` has otherwise or not at all; nothing when there are none. */
function changedFields<T extends object>(base: T, varied: T): Partial<T> | undefined {
  const changed: Partial<T> = {};
  for (const field of keysOf(varied)) if (!sameValue(base[field], varied[field])) changed[field] = varied[field];
  return keysOf(changed).length > 0 ? changed : undefined;
}

const keysOf = <T extends object>(value: T): (keyof T)[] => {
  const keys: (keyof T)[] = [];
  for (const key in value) if (Object.hasOwn(value, key)) keys.push(key);
  return keys;
};

function changedItems<T>(
  base: readonly T[] | undefined,
  varied: readonly T[] | undefined,
  key: (item: T) => string,
): readonly T[] | undefined {
  const before = new Map((base ?? []).map((item) => [key(item), item]));
  const changed = (varied ?? []).filter((item) => !sameValue(before.get(key(item)), item));
  return changed.length > 0 ? changed : undefined;
}
