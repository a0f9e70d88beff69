/** Ids that nothing else in the document has. */
import { contained, idOf, type ModdleElement } from './moddle.ts';

/** The id, which ends in a number, with the next number that no element has: `Process_1`, `Process_2`. */
export function freeId(definitions: ModdleElement, wanted: string): string {
  const taken = new Set([...contained(definitions)].map(idOf));
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = wanted.replace(/\d+$/, String(n));
  return id;
}
