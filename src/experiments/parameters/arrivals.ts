/** How many cases come: the mean rate in cases per hour in which cases can come, or their number where all come at once. */
import { effectiveMean, scaleSpec, type Arrivals } from '#simulation';
import { sourceOf, type Parameter, type ParameterDescriptor } from './parameter.ts';
import { elementOf, withElement } from './scenario-parts.ts';

const HOUR = 3_600_000;

export const arrivals: ParameterDescriptor = {
  kind: 'arrivals',
  quantity: 'rate',
  list: (study) =>
    [...study.model.nodes, ...study.model.processes].flatMap(({ id }): Parameter[] =>
      arrivals.read(study, { kind: 'arrivals', id }) === undefined ? [] : [{ kind: 'arrivals', id }],
    ),
  read({ scenario }, { id }) {
    const declared = elementOf(scenario, id)?.arrivals;
    const rate = declared && rateOf(declared);
    return rate !== undefined && rate > 0 && rate < Infinity ? rate : undefined;
  },
  write(study, parameter, value) {
    const factor = value / (arrivals.read(study, parameter) ?? value);
    return withElement(study.scenario, parameter.id, (element) =>
      element.arrivals ? { ...element, arrivals: faster(element.arrivals, factor) } : element,
    );
  },
  source: ({ scenario }, { id }) => sourceOf(elementOf(scenario, id), 'arrivals'),
};

function rateOf({ profile, interval, count }: Arrivals): number | undefined {
  if (profile) {
    const hours = profile.reduce((sum, { days, from, to }) => sum + days.length * (to - from), 0);
    const cases = profile.reduce((sum, { days, from, to, perHour }) => sum + perHour * days.length * (to - from), 0);
    return cases / hours;
  }
  if (!interval) return count;
  const mean = scaleSpec(interval, 1) && effectiveMean({ unit: 'ms', ...interval });
  return mean === undefined ? undefined : HOUR / mean;
}

/** A number of cases limits the arrivals of a run as before; only where it is all there is does it change. */
function faster(declared: Arrivals, factor: number): Arrivals {
  const { profile, interval, count } = declared;
  if (profile) return { ...declared, profile: profile.map((slot) => ({ ...slot, perHour: slot.perHour * factor })) };
  if (!interval) return count === undefined ? declared : { ...declared, count: Math.round(count * factor) };
  return factor > 0
    ? { ...declared, interval: scaleSpec(interval, 1 / factor) ?? interval }
    : { ...declared, count: 0 };
}
