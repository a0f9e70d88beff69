/** Case attributes: adding, changing, renaming, removing, and where formulas ask for them. */
import type { CaseAttribute, ElementParameters, Formula, Scenario } from '#simulation';
import { attributesIn } from '../../../bpmn/index.ts';

/** A class with an ordinary and an urgent value, as most complaint desks have. */
export const newCategory = (name: string, values: readonly [string, string]): CaseAttribute => ({
  name,
  type: 'category',
  values: [
    { value: values[0], share: 0.8 },
    { value: values[1], share: 0.2 },
  ],
  provenance: 'guess',
});

/** A number between two bounds. */
export const newNumber = (name: string): CaseAttribute => ({
  name,
  type: 'number',
  distribution: { type: 'triangular', params: { min: 0, mode: 50, max: 100 } },
  provenance: 'guess',
});

/** Replaces the attribute called `name`, or adds it. */
export function setAttribute(scenario: Scenario, name: string, attribute: CaseAttribute): Scenario {
  const old = scenario.attributes ?? [];
  const attributes = old.some((a) => a.name === name)
    ? old.map((a) => (a.name === name ? attribute : a))
    : [...old, attribute];
  return { ...scenario, attributes };
}

/** Removes the attribute; formulas that ask for it stay as written and show up among the problems. */
export const removeAttribute = (scenario: Scenario, name: string): Scenario => ({
  ...scenario,
  attributes: (scenario.attributes ?? []).filter((attribute) => attribute.name !== name),
});

/** Ids of the elements and SLAs with a formula that asks for the attribute or sets it. */
export function usesOfAttribute(scenario: Scenario, name: string): readonly string[] {
  const asks = (formula: Formula | undefined): boolean =>
    formula?.tree !== undefined && attributesIn(formula.tree).includes(name);
  const elements = Object.entries(scenario.elements ?? {}).filter(
    ([, p]) =>
      [p.condition, p.completion, p.activation, formulaOr(p.instances), formulaOr(p.repeat)].some(asks) ||
      p.workWhen?.some(({ when }) => asks(when)) ||
      p.priorityWhen?.some(({ when }) => asks(when)) ||
      Object.entries(p.assign ?? {}).some(([target, formula]) => target === name || asks(formula)),
  );
  const slas = (scenario.slas ?? []).filter((sla) => asks(sla.when));
  return [...elements.map(([id]) => id), ...slas.map(({ id }) => id)];
}

/** The formula, where a figure may stand in its place. */
const formulaOr = (value: ElementParameters['instances'] | ElementParameters['repeat']): Formula | undefined =>
  typeof value === 'object' && 'text' in value ? value : undefined;
