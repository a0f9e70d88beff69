/** The registry of what can be turned in a scenario, in the order of menus. */
import type { Study } from '#simulation';
import { arrivals } from './arrivals.ts';
import { attribute, attributeShare } from './attributes.ts';
import { delay, latency, work } from './durations.ts';
import type { Parameter, ParameterDescriptor, ParameterKind, Quantity, Source } from './parameter.ts';
import { costPerHour, units } from './pools.ts';
import { share } from './shares.ts';

const descriptors: Readonly<Record<ParameterKind, ParameterDescriptor>> = {
  units,
  arrivals,
  work,
  share,
  delay,
  latency,
  costPerHour,
  attribute,
  attributeShare,
};

export const descriptorOf = (kind: ParameterKind): ParameterDescriptor => descriptors[kind];

/** A parameter with what is known of it. */
export interface KnownParameter extends Source {
  readonly parameter: Parameter;
  readonly quantity: Quantity;
  /** In the unit of the quantity: seconds, cases per hour, 0..1, units, money per hour. */
  readonly value: number;
}

/** Everything in the study that can be turned. The scenario must be resolved. */
export function parametersOf(study: Study): readonly KnownParameter[] {
  return Object.values(descriptors).flatMap((descriptor) =>
    descriptor.list(study).flatMap((parameter) => knownParameter(study, parameter) ?? []),
  );
}

/** One parameter; undefined when the study does not have it or it cannot be turned. */
export function knownParameter(study: Study, parameter: Parameter): KnownParameter | undefined {
  const descriptor = descriptors[parameter.kind];
  const value = descriptor.read(study, parameter);
  if (value === undefined) return undefined;
  return { parameter, quantity: descriptor.quantity, value, ...descriptor.source(study, parameter) };
}
