/** Scenarios that come to a process with scenarios of its own: under ids and names that are free there. */
import type { Scenario } from '#simulation';
import { freeName } from '../bpmn/index.ts';

/** What became of the scenarios of one file. */
export interface Placed {
  /** In the order of the file; nothing for a scenario that is there already, word for word. */
  readonly scenarios: readonly (Scenario | undefined)[];
  /** The ids that scenarios have there, by their ids in the file. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Places the scenarios of one file beside those that are `present`. */
export function besideOthers(present: readonly Scenario[], read: readonly Scenario[]): Placed {
  const known = new Map(present.map((scenario) => [scenario.id, scenario]));
  const own = new Map(read.map((scenario) => [scenario.id, scenario]));
  const taken = new Set([...known.keys(), ...own.keys()]);
  const ids = new Map<string, string>();
  for (const { id } of read) {
    const isNew = !known.has(id) || isThere(id, known, own);
    ids.set(id, isNew ? id : freeId(id, taken));
  }
  const names = present.map(({ name }) => name);
  const scenarios = read.map((scenario) => {
    if (isThere(scenario.id, known, own)) return undefined;
    const name = freeName(scenario.name, names);
    names.push(name);
    const { inherits } = scenario;
    return {
      ...scenario,
      id: ids.get(scenario.id) ?? scenario.id,
      name,
      ...(inherits === undefined ? {} : { inherits: ids.get(inherits) ?? inherits }),
    };
  });
  return { scenarios, ids };
}

type Scenarios = ReadonlyMap<string, Scenario>;

/** Whether a scenario of the file says what the one of that id says that is there, and so do those it inherits from. */
function isThere(id: string, known: Scenarios, own: Scenarios, heirs: readonly string[] = []): boolean {
  const scenario = own.get(id);
  if (JSON.stringify(known.get(id)) !== JSON.stringify(scenario)) return false;
  const parent = scenario?.inherits;
  return parent === undefined || !own.has(parent) || heirs.includes(id) || isThere(parent, known, own, [...heirs, id]);
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}_${n}`;
  taken.add(id);
  return id;
}
