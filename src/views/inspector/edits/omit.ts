/** A plain object without some of its properties. */

/** The object without these properties; the one given stays as it is. */
export function omit<T extends object, K extends keyof T>(object: T, ...keys: readonly K[]): Omit<T, K> {
  const rest = { ...object };
  for (const key of keys) Reflect.deleteProperty(rest, key);
  return rest;
}
