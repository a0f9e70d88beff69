/** Changes of element parameters as pure functions: scenario in, scenario out. */
import type { ElementParameters, Formula, Provenance, ResourceNeed, Scenario } from '#simulation';
import type { ParameterName } from '../../../i18n/parameter-names.ts';
import { omit } from './omit.ts';

/** A parameter of an element, without the records of what is known about them. */
export type { ParameterName };

/** Parameters that are estimates of the world, and so have a source; the others are decisions of the analyst. */
export const FIGURES = [
  'work',
  'arrivals',
  'probability',
  'delay',
  'latency',
  'fixedCost',
  'instances',
  'repeat',
] as const satisfies readonly ParameterName[];
type Figure = (typeof FIGURES)[number];

const isFigure = (name: ParameterName): name is Figure => FIGURES.some((figure) => figure === name);

/** Sets or, with undefined, removes one parameter. A figure stated for the first time is an expert's until said otherwise. */
export function setParameter<K extends ParameterName>(
  scenario: Scenario,
  id: string,
  name: K,
  value: ElementParameters[K] | undefined,
): Scenario {
  if (value === undefined) return withElement(scenario, id, (old) => without(old, name));
  return withElement(scenario, id, (old) => {
    const provenance = isFigure(name) ? { provenance: { [name]: 'expert' as const, ...old.provenance } } : {};
    return { ...old, ...provenance, [name]: value };
  });
}

/** Says where a figure comes from. The figure itself is written too, for it may so far be inherited or a filled gap. */
export function setProvenance<K extends ParameterName>(
  scenario: Scenario,
  id: string,
  name: K,
  value: ElementParameters[K] | undefined,
  provenance: Provenance,
): Scenario {
  return withElement(scenario, id, (old) => ({
    ...old,
    ...(value === undefined ? {} : { [name]: value }),
    provenance: { ...old.provenance, [name]: provenance },
  }));
}

/** Sets the shares of several branches at once. */
export function setShares(
  scenario: Scenario,
  shares: readonly { readonly id: string; readonly share: number }[],
): Scenario {
  return shares.reduce((next, { id, share }) => setParameter(next, id, 'probability', share), scenario);
}

/** Says where the shares of several branches come from; they are written along, as in `setProvenance`. */
export const setSharesProvenance = (
  scenario: Scenario,
  shares: readonly { readonly id: string; readonly share: number }[],
  provenance: Provenance,
): Scenario =>
  shares.reduce((next, { id, share }) => setProvenance(next, id, 'probability', share, provenance), scenario);

/** Lets the branches be chosen by shares: states the shares, drops conditions stated in the scenario. */
export const chooseByShares = (
  scenario: Scenario,
  shares: readonly { readonly id: string; readonly share: number }[],
): Scenario =>
  setShares(
    removeFrom(
      scenario,
      shares.map(({ id }) => id),
      'condition',
    ),
    shares,
  );

/** Lets the branches be chosen by conditions: drops their shares and states the conditions given. */
export const chooseByConditions = (
  scenario: Scenario,
  branches: readonly { readonly id: string; readonly condition?: Formula }[],
): Scenario =>
  branches.reduce(
    (next, { id, condition }) => (condition ? setParameter(next, id, 'condition', condition) : next),
    removeFrom(
      scenario,
      branches.map(({ id }) => id),
      'probability',
    ),
  );

/** Gives several activities the same people. */
export const setResources = (
  scenario: Scenario,
  ids: readonly string[],
  resources: readonly (readonly ResourceNeed[])[],
): Scenario => ids.reduce((next, id) => setParameter(next, id, 'resources', resources), scenario);

/** Changes the parameters of one element; an element left without any is forgotten. */
export function withElement(
  scenario: Scenario,
  id: string,
  change: (parameters: ElementParameters) => ElementParameters,
): Scenario {
  const { [id]: old = {}, ...others } = scenario.elements ?? {};
  const next = change(old);
  return { ...scenario, elements: Object.keys(next).length === 0 ? others : { ...scenario.elements, [id]: next } };
}

const removeFrom = (scenario: Scenario, ids: readonly string[], name: ParameterName): Scenario =>
  ids.reduce((next, id) => withElement(next, id, (old) => without(old, name)), scenario);

function without(parameters: ElementParameters, name: ParameterName): ElementParameters {
  const provenance = omit(parameters.provenance ?? {}, name);
  const uncertainty = omit(parameters.uncertainty ?? {}, name);
  return {
    ...omit(parameters, name, 'provenance', 'uncertainty'),
    ...(Object.keys(provenance).length === 0 ? {} : { provenance }),
    ...(Object.keys(uncertainty).length === 0 ? {} : { uncertainty }),
  };
}
