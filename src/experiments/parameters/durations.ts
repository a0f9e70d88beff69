/** Means of durations: work at a step, waiting for an event, the answer of a partner. Value in seconds. */
import {
  effectiveMean,
  scaleSpec,
  type ConditionalDistribution,
  type DistributionSpec,
  type ElementParameters,
  type Scenario,
  type Study,
} from '#simulation';
import { sourceOf, type Parameter, type ParameterDescriptor } from './parameter.ts';
import { elementOf, withElement } from './scenario-parts.ts';

type Name = 'work' | 'delay' | 'latency';

export const work = duration('work', ({ model }) => model.nodes.map(({ id }) => id));
export const delay = duration('delay', ({ model }) => model.nodes.map(({ id }) => id));
export const latency = duration('latency', ({ model }) => model.messageFlows.map(({ id }) => id));

function duration(kind: Name, owners: (study: Study) => readonly string[]): ParameterDescriptor {
  const read = ({ scenario }: Study, { id }: Parameter): number | undefined => {
    const spec = elementOf(scenario, id)?.[kind];
    const mean = spec && scaleSpec(spec, 1) && effectiveMean({ unit: 'ms', ...spec });
    return mean === undefined ? undefined : mean / 1000;
  };
  return {
    kind,
    quantity: 'time',
    list: (study) => owners(study).flatMap((id) => (read(study, { kind, id }) === undefined ? [] : [{ kind, id }])),
    read,
    write: (study, parameter, value) => scaled(study.scenario, parameter.id, kind, value, read(study, parameter) ?? 0),
    source: ({ scenario }, { id }) => sourceOf(elementOf(scenario, id), kind),
  };
}

/** All durations of the step in proportion, those for some cases too. A step that took no time takes the value exactly. */
function scaled(scenario: Scenario, id: string, kind: Name, value: number, current: number): Scenario {
  return withElement(scenario, id, (element): ElementParameters => {
    const spec = element[kind];
    if (!spec) return element;
    const factor = value / current;
    const conditional = kind === 'work' ? element.workWhen?.map((when) => times(when, factor, value)) : undefined;
    return { ...element, [kind]: changed(spec, factor, value), ...(conditional ? { workWhen: conditional } : {}) };
  });
}

const times = (when: ConditionalDistribution, factor: number, value: number): ConditionalDistribution => ({
  ...when,
  distribution: changed(when.distribution, factor, value),
});

function changed(spec: DistributionSpec, factor: number, value: number): DistributionSpec {
  const made = factor > 0 && factor < Infinity ? scaleSpec(spec, factor) : undefined;
  return made ?? { type: 'constant', params: { value }, unit: 's' };
}
