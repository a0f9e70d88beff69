/** Scenarios with one part of them changed; the rest stays the same object. */
import type { CaseAttribute, ElementParameters, ResourcePool, Scenario } from '#simulation';

/** Parameters of the element, if the scenario has any. Ids come from files: only own properties count. */
export const elementOf = ({ elements = {} }: Scenario, id: string): ElementParameters | undefined =>
  Object.hasOwn(elements, id) ? elements[id] : undefined;

export const withElement = (
  scenario: Scenario,
  id: string,
  change: (element: ElementParameters) => ElementParameters,
): Scenario => ({
  ...scenario,
  elements: Object.fromEntries([
    ...Object.entries(scenario.elements ?? {}),
    [id, change(elementOf(scenario, id) ?? {})],
  ]),
});

export const poolOf = ({ pools = [] }: Scenario, id: string): ResourcePool | undefined =>
  pools.find((pool) => pool.id === id);

export const withPool = (scenario: Scenario, id: string, change: (pool: ResourcePool) => ResourcePool): Scenario => ({
  ...scenario,
  pools: (scenario.pools ?? []).map((pool) => (pool.id === id ? change(pool) : pool)),
});

export const attributeOf = ({ attributes = [] }: Scenario, name: string): CaseAttribute | undefined =>
  attributes.find((attribute) => attribute.name === name);

export const withAttribute = (
  scenario: Scenario,
  name: string,
  change: (attribute: CaseAttribute) => CaseAttribute,
): Scenario => ({
  ...scenario,
  attributes: (scenario.attributes ?? []).map((attribute) => (attribute.name === name ? change(attribute) : attribute)),
});
