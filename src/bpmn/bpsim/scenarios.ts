/** The scenarios of a document, both ways: what BPSim says counts, our vendor extension only adds. */
import { issue, type Issue, type Scenario } from '#simulation';
import type { Moddle, ModdleElement } from '../moddle.ts';
import { list } from '../moddle.ts';
import { readProcess } from '../process/read-process.ts';
import type { ScenarioElement } from './block.ts';
import {
  blocksOf,
  ensureBlock,
  ensureResources,
  removeEmptyBlocks,
  scenarioElements,
  takenCalendars,
} from './block.ts';
import { difference, overlaid, readExtensions, writeExtensions } from './extension.ts';
import { putTogether, same, takeApart, type Parts } from './parts.ts';
import { readBpsimScenario, type Parent, type Read } from './read-scenario.ts';
import { siteOf, type Site } from './site.ts';
import { synchronise } from './synchronise.ts';
import { attribute, children, insert, make, remove } from './tree.ts';
import { writeBpsimScenario, type Place } from './write-scenario.ts';

/** Scenarios as written (inheriting ones state only what differs), and what of the file takes no part. */
export interface ReadScenarios {
  readonly scenarios: Scenario[];
  readonly issues: Issue[];
}

/** Reads every scenario of the document but those that hold results. The tree stays as it is. */
export function readScenarios(definitions: ModdleElement): ReadScenarios {
  const issues: Issue[] = [];
  const site = siteOf(readProcess(definitions).model);
  const blocks = blocksOf(definitions);
  const elements = scenarioElements(definitions);
  if (blocks.length > 0 && elements.length === 0) issues.push(issue('warning', 'bpsim-without-scenario'));
  const taken = takenCalendars(
    elements.map(({ id, element }) => ({
      id,
      calendars: children(element, 'Calendar').map((calendar) => attribute(calendar, 'id') ?? ''),
    })),
  );
  const scenarios = parentsFirst(elements, (found, parent) =>
    readOne(found, { site, taken: taken.get(found.id) ?? new Set() }, parent, issues),
  );
  return { scenarios: elements.flatMap(({ id }) => scenarios.get(id)?.scenario ?? []), issues };
}

/** What a scenario must know of the rest of the file. */
type Surroundings = Pick<Place, 'site' | 'taken'>;

/** The scenario with what our extension adds: a field of it counts while BPSim still says what was written with it. */
function readOne(
  { id, element }: ScenarioElement,
  { site, taken }: Surroundings,
  parent: Parent | undefined,
  issues: Issue[],
): Read {
  const { scenario, asParent } = readBpsimScenario(element, id, site, parent, issues);
  const said = takeApart(scenario);
  const extra = readExtensions(element, scenario, site, issues);
  if (extra.size === 0) return { scenario, asParent };
  const candidate = putTogether(id, overlaid(said, extra));
  const written = writeBpsimScenario(candidate, { like: element, site, costUnit: asParent.costUnit, taken });
  const expected = takeApart(
    readBpsimScenario(written, id, site, { ...asParent, pools: parent?.pools ?? [] }, []).scenario,
  );
  const valid = stillValid(extra, said, expected, scenario, site, issues);
  const full = putTogether(id, overlaid(said, valid));
  const pools = full.pools ?? [];
  const inherited = (parent?.pools ?? []).filter((pool) => !pools.some((own) => own.id === pool.id));
  return { scenario: full, asParent: { ...asParent, pools: [...inherited, ...pools] } };
}

function stillValid(
  extra: Parts,
  said: Parts,
  expected: Parts,
  scenario: Scenario,
  site: Site,
  issues: Issue[],
): Parts {
  const valid: Parts = new Map();
  for (const [key, part] of extra) {
    const fields = new Map(part.fields);
    for (const field of fields.keys()) {
      const asSaid = said.get(key)?.fields.get(field);
      if (part.kind === 'order' || same(asSaid, expected.get(key)?.fields.get(field))) continue;
      // A name is only ever added beside the document's.
      if (part.kind === 'pool' && field === 'name') continue;
      fields.delete(field);
      const about = part.id === '' ? scenario : { id: part.id, name: site.name(part.id) };
      issues.push(issue('info', 'bpsim-edited-elsewhere', about, { field }));
    }
    valid.set(key, { ...part, fields });
  }
  return valid;
}

/** Reads scenarios so that each comes after the one it inherits from; those in a circle have no parent. */
function parentsFirst(
  elements: readonly ScenarioElement[],
  read: (element: ScenarioElement, parent: Parent | undefined) => Read,
): ReadonlyMap<string, Read> {
  const byId = new Map(elements.map((found) => [found.id, found]));
  const done = new Map<string, Read>();
  for (const found of elements) {
    const chain: ScenarioElement[] = [];
    for (let next: ScenarioElement | undefined = found; next && !done.has(next.id) && !chain.includes(next);)
      next = (chain.unshift(next), byId.get(attribute(next.element, 'inherits') ?? ''));
    for (const link of chain) {
      const parent = done.get(attribute(link.element, 'inherits') ?? '');
      done.set(link.id, read(link, parent?.asParent));
    }
  }
  return done;
}

/**
 * Makes the document hold exactly these scenarios (beside those with results, which go with the scenario they belong to).
 * What already says the same stays as it was written; foreign extensions and unknown parameters stay in place.
 */
export function writeScenarios(definitions: ModdleElement, moddle: Moddle, scenarios: readonly Scenario[]): void {
  const wanted = new Set(scenarios.map((scenario) => scenario.id));
  removeScenarios(definitions, wanted);
  if (scenarios.length === 0) {
    removeEmptyBlocks(definitions);
    return;
  }
  ensureResources(
    definitions,
    moddle,
    scenarios.flatMap((scenario) => scenario.pools ?? []),
  );
  const block = ensureBlock(definitions, moddle);
  const site = siteOf(readProcess(definitions).model);
  for (const scenario of scenarios) {
    if (scenarioElements(definitions).some(({ id }) => id === scenario.id)) continue;
    const element = make(block, 'Scenario', {
      id: scenario.id,
      ...(scenario.inherits === undefined ? {} : { inherits: scenario.inherits }),
    });
    if (scenario.inherits === undefined) {
      const parameters = make(block, 'ScenarioParameters', { baseTimeUnit: 'hour' });
      insert(element, parameters);
    }
    insert(block, element);
  }
  sortScenarios(block, scenarios);
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  const taken = takenCalendars(
    scenarios.map(({ id, calendars = [] }) => ({ id, calendars: calendars.map((c) => c.id) })),
  );
  parentsFirst(scenarioElements(definitions), ({ id, element }, parent) => {
    const scenario = byId.get(id);
    if (!scenario) throw new Error(`no scenario for <${id}>`);
    return writeOne(scenario, element, { site, taken: taken.get(id) ?? new Set() }, parent);
  });
}

function writeOne(
  scenario: Scenario,
  element: ModdleElement,
  { site, taken }: Surroundings,
  parent: Parent | undefined,
): Read {
  const { id } = scenario;
  const before = readBpsimScenario(element, id, site, parent, []);
  const { costUnit } = before.asParent;
  const fresh = writeBpsimScenario(scenario, { like: element, site, costUnit, taken });
  const context = { ...before.asParent, pools: parent?.pools ?? [] };
  const expected = takeApart(readBpsimScenario(fresh, id, site, context, []).scenario);
  synchronise({ element, parts: takeApart(before.scenario) }, { element: fresh, parts: expected }, site);
  const after = readBpsimScenario(element, id, site, parent, []);
  writeExtensions(element, difference(takeApart(scenario), takeApart(after.scenario)), site);
  const pools = scenario.pools ?? [];
  const inherited = (parent?.pools ?? []).filter((pool) => !pools.some((own) => own.id === pool.id));
  return { scenario, asParent: { ...after.asParent, pools: [...inherited, ...pools] } };
}

function removeScenarios(definitions: ModdleElement, wanted: ReadonlySet<string>): void {
  const known = new Set(scenarioElements(definitions).map(({ id }) => id));
  for (const { id, element } of scenarioElements(definitions)) if (!wanted.has(id)) remove(element);
  for (const element of blocksOf(definitions).flatMap((block) => children(block, 'Scenario'))) {
    const resultOf = attribute(element, 'result');
    if (resultOf !== undefined && known.has(resultOf) && !wanted.has(resultOf)) remove(element);
  }
}

/** Puts the scenarios of the block into the wanted order; results and the rest keep their places behind. */
function sortScenarios(block: ModdleElement, scenarios: readonly Scenario[]): void {
  const rank = (element: unknown): number => {
    const found = children(block, 'Scenario').find((s) => s === element && attribute(s, 'result') === undefined);
    const at = scenarios.findIndex((scenario) => found && scenario.id === attribute(found, 'id'));
    return at < 0 ? scenarios.length : at;
  };
  const sorted = [...list(block, '$children')].map((element) => ({ element, rank: rank(element) }));
  sorted.sort((a, b) => a.rank - b.rank);
  block.set(
    '$children',
    sorted.map(({ element }) => element),
  );
}
