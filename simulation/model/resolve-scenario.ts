/** Completes a scenario by what it inherits. */
import { issue, type Issue } from './issue.ts';
import type { CaseAttribute, ElementParameters, Scenario } from './scenario.ts';

/** A scenario that inherits nothing any more, with what was wrong on the way. */
export interface ResolvedScenario {
  readonly scenario: Scenario;
  readonly issues: readonly Issue[];
}

/**
 * Completes the scenario `id` by the one it inherits from, and so on: run settings field by field, element parameters (and arrivals)
 * parameter by parameter, pools, calendars and SLAs by id, attributes by name. A missing parent and a circle are issues; the
 * scenario then stands on what was found. An unknown `id` is our own fault.
 */
export function resolveScenario(scenarios: readonly Scenario[], id: string): ResolvedScenario {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  const own = byId.get(id);
  if (!own) throw new Error(`no scenario <${id}>`);
  const issues: Issue[] = [];
  const chain = [own];
  for (let last = own; last.inherits !== undefined;) {
    const parent = byId.get(last.inherits);
    if (!parent || chain.includes(parent)) {
      const code = parent ? 'scenario-inherits-itself' : 'scenario-parent-missing';
      issues.push(issue('error', code, last, { parent: last.inherits }));
      break;
    }
    chain.push(parent);
    last = parent;
  }
  return { scenario: standingAlone(chain.reduceRight(completed, { id: own.id, name: own.name })), issues };
}

function standingAlone(scenario: Scenario): Scenario {
  const { inherits, ...rest } = scenario;
  return inherits === undefined ? scenario : rest;
}

/** A description is of one scenario, not of those that build on it. */
function undescribed(scenario: Scenario): Scenario {
  const { description, ...rest } = scenario;
  return description === undefined ? scenario : rest;
}

function completed(parent: Scenario, child: Scenario): Scenario {
  const run = { ...parent.run, ...child.run };
  const pools = merged(parent.pools, child.pools, (pool) => pool.id);
  const calendars = merged(parent.calendars, child.calendars, (calendar) => calendar.id);
  const slas = merged(parent.slas, child.slas, (sla) => sla.id);
  const attributes = merged(parent.attributes, child.attributes, (attribute: CaseAttribute) => attribute.name);
  const elements = completedElements(parent.elements, child.elements);
  return {
    ...undescribed(parent),
    ...child,
    ...(Object.keys(run).length > 0 ? { run } : {}),
    ...(elements ? { elements } : {}),
    ...(pools ? { pools } : {}),
    ...(calendars ? { calendars } : {}),
    ...(slas ? { slas } : {}),
    ...(attributes ? { attributes } : {}),
  };
}

function completedElements(
  parent: Scenario['elements'],
  child: Scenario['elements'],
): Scenario['elements'] | undefined {
  if (!parent || !child) return child ?? parent;
  const elements = new Map(Object.entries(parent));
  for (const [id, parameters] of Object.entries(child)) {
    const inherited = elements.get(id);
    elements.set(id, inherited ? completedElement(inherited, parameters) : parameters);
  }
  return Object.fromEntries(elements);
}

const completedElement = (parent: ElementParameters, child: ElementParameters): ElementParameters => ({
  ...parent,
  ...child,
  ...(parent.arrivals && child.arrivals ? { arrivals: { ...parent.arrivals, ...child.arrivals } } : {}),
  ...(parent.provenance && child.provenance ? { provenance: { ...parent.provenance, ...child.provenance } } : {}),
  ...(parent.uncertainty && child.uncertainty ? { uncertainty: { ...parent.uncertainty, ...child.uncertainty } } : {}),
});

/** The parent's items with the child's of the same key in their places, then the child's own. */
function merged<T>(
  parent: readonly T[] | undefined,
  child: readonly T[] | undefined,
  key: (item: T) => string,
): readonly T[] | undefined {
  if (!parent || !child) return child ?? parent;
  const items = new Map([...parent, ...child].map((item) => [key(item), item]));
  return [...items.values()];
}
