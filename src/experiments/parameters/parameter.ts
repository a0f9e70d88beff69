/** A number in a scenario that may be turned: how many people, how long a step takes, how many cases come. */
import type { Provenance, Scenario, Study, UncertaintyRange } from '#simulation';

/** Names one parameter of a design. Plain data; `${kind}:${id}` is unique unless `part` says more. */
export interface Parameter {
  readonly kind: ParameterKind;
  /** Element, flow, pool or calendar id, or the name of a case attribute. */
  readonly id: string;
  /** Units of one shift of several: its index. Share of a value of a category: the value. */
  readonly part?: string;
}

export type ParameterKind =
  'work' | 'delay' | 'latency' | 'arrivals' | 'share' | 'units' | 'costPerHour' | 'attribute' | 'attributeShare';

/** What the values of a parameter are: seconds, cases per hour, 0..1, whole units, money per hour, or a plain number. */
export type Quantity = 'time' | 'rate' | 'share' | 'count' | 'money' | 'number';

/** All that is to be known about one kind of parameter. A new kind is a file with one of these and a line in `index.ts`. */
export interface ParameterDescriptor {
  readonly kind: ParameterKind;
  readonly quantity: Quantity;
  /** The parameters of this kind that the study has and that can be turned. */
  list(study: Study): readonly Parameter[];
  /** Its value: of a distribution the mean. Undefined when the study has no such parameter or it cannot be turned. */
  read(study: Study, parameter: Parameter): number | undefined;
  /**
   * The scenario with another value. Called only where `read` finds one. `pinned` are parameters of this kind that are set on purpose
   * and must not give way (the other branches of a gateway do).
   */
  write(study: Study, parameter: Parameter, value: number, pinned: readonly Parameter[]): Scenario;
  /** Where the figure comes from and how far it may be off. */
  source(study: Study, parameter: Parameter): Source;
}

export interface Source {
  readonly provenance?: Provenance;
  readonly uncertainty?: UncertaintyRange;
}

export const sameParameter = (a: Parameter, b: Parameter): boolean =>
  a.kind === b.kind && a.id === b.id && a.part === b.part;

/** The source of the parameter called `name` in what keeps them by name. */
export const sourceOf = (
  owner:
    | {
        readonly provenance?: Readonly<Record<string, Provenance>>;
        readonly uncertainty?: Readonly<Record<string, UncertaintyRange>>;
      }
    | undefined,
  name: string,
): Source => {
  const provenance = owner?.provenance?.[name];
  const uncertainty = owner?.uncertainty?.[name];
  return { ...(provenance ? { provenance } : {}), ...(uncertainty ? { uncertainty } : {}) };
};
