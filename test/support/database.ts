/** Writes a database that was kept as JSON into this browser, stores and indexes as they were. */
import { openDB } from 'idb';

/** Dates stand as `{ "$date": ISO 8601 }`, bytes as `{ "$bytes": base64 }`. */
export interface DatabaseDump {
  readonly version: number;
  readonly stores: Readonly<
    Record<
      string,
      {
        readonly keyPath: string | null;
        readonly indexes: readonly { readonly name: string; readonly keyPath: string }[];
        readonly records: readonly { readonly key: IDBValidKey; readonly value: unknown }[];
      }
    >
  >;
}

export async function writeDatabase(name: string, { version, stores }: DatabaseDump): Promise<void> {
  const db = await openDB(name, version, {
    upgrade(created) {
      for (const [store, { keyPath, indexes }] of Object.entries(stores)) {
        const made = created.createObjectStore(store, keyPath === null ? {} : { keyPath });
        for (const index of indexes) made.createIndex(index.name, index.keyPath);
      }
    },
  });
  for (const [store, { keyPath, records }] of Object.entries(stores))
    for (const { key, value } of records) await db.put(store, decoded(value), keyPath === null ? key : undefined);
  db.close();
}

function decoded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decoded);
  if (typeof value !== 'object' || value === null) return value;
  if ('$date' in value) return new Date(String(value.$date));
  if ('$bytes' in value) return Uint8Array.from(atob(String(value.$bytes)), (c) => c.charCodeAt(0));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, decoded(part)]));
}
