/** Ids for what users create in the inspector. */

/** The first of `Pool_1`, `Pool_2` … that is not taken. */
export function freshId(prefix: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  for (let n = 1; ; n++) if (!used.has(`${prefix}_${n}`)) return `${prefix}_${n}`;
}

/** Replaces the item with the same id, or adds it at the end. */
export function upsert<T extends { readonly id: string }>(items: readonly T[] | undefined, item: T): readonly T[] {
  const list = items ?? [];
  return list.some(({ id }) => id === item.id) ? list.map((old) => (old.id === item.id ? item : old)) : [...list, item];
}

/** The items without the one with this id. */
export const withoutId = <T extends { readonly id: string }>(
  items: readonly T[] | undefined,
  id: string,
): readonly T[] => (items ?? []).filter((item) => item.id !== id);
