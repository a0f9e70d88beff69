/** The baseline with some of the changes made: what a bridge from one design to another is built of. */
import type { CaseAttribute, ElementParameters, ResourcePool, Scenario, Sla, SlaScope, Study } from '#simulation';
import { elementKeysOf, type ElementPair } from '../correspondence/correspondence.ts';
import { elementOf } from '../parameters/scenario-parts.ts';
import { groupKeyOf } from './change-groups.ts';
import { Twins } from './twins.ts';

/** Makes studies that lie between two designs. Both scenarios must be resolved. */
export class Mixer {
  private readonly twins: Twins;
  private readonly keys: Readonly<Record<string, string>>;

  constructor(
    private readonly from: Study,
    private readonly to: Study,
    pairs: readonly ElementPair[],
  ) {
    this.twins = new Twins(from.model, to.model, pairs);
    this.keys = elementKeysOf(from.model, to.model, pairs);
  }

  /** The baseline with the groups of these keys changed; all of them make the other design. */
  mix(made: ReadonlySet<string>): Study {
    const redrawn = made.has('structure');
    const { model } = redrawn ? this.to : this.from;
    return {
      model,
      scenario: this.scenario(made, redrawn),
      ...(redrawn ? { elementKeys: this.keys } : this.from.elementKeys ? { elementKeys: this.from.elementKeys } : {}),
    };
  }

  private scenario(made: ReadonlySet<string>, redrawn: boolean): Scenario {
    const a = this.from.scenario;
    const b = this.to.scenario;
    const elements = this.elements(made, redrawn);
    const run = made.has('run') ? { ...b.run, ...luckOf(a) } : a.run;
    const attributes = either(
      a.attributes,
      b.attributes,
      (one: CaseAttribute) => one.name,
      (name) => made.has(`attribute ${name}`),
    );
    const calendars = either(
      a.calendars,
      b.calendars,
      ({ id }) => id,
      (id) => made.has(`calendar ${id}`),
    );
    return {
      ...a,
      ...(run ? { run } : {}),
      elements,
      pools: poolsIn(a, b, made, elements),
      calendars,
      attributes,
      slas: this.slas(made, redrawn),
    };
  }

  private elements(made: ReadonlySet<string>, redrawn: boolean): Readonly<Record<string, ElementParameters>> {
    const own = redrawn ? this.to.scenario : this.from.scenario;
    const ids = new Set([
      ...Object.keys(own.elements ?? {}),
      ...[...this.twins.pairs].map(([from, to]) => (redrawn ? to : from)),
    ]);
    const entries = [...ids].flatMap((id): [string, ElementParameters][] => {
      const from = redrawn ? this.twins.fromOf(id) : id;
      const to = redrawn ? id : this.twins.toOf(id);
      const key = from === undefined ? undefined : groupKeyOf(from, this.twins);
      const chosen =
        key === undefined || from === undefined || to === undefined
          ? elementOf(own, id)
          : made.has(key)
            ? elementOf(this.to.scenario, to)
            : elementOf(this.from.scenario, from);
      return chosen ? [[id, chosen]] : [];
    });
    return Object.fromEntries(entries);
  }

  /** Service levels about elements that the diagram does not have are left out. */
  private slas(made: ReadonlySet<string>, redrawn: boolean): readonly Sla[] {
    const kept = (this.from.scenario.slas ?? []).filter(({ id }) => !made.has(`sla ${id}`));
    const changed = (this.to.scenario.slas ?? []).filter(({ id }) => made.has(`sla ${id}`));
    const translated = (slas: readonly Sla[], rename: (id: string) => string | undefined): readonly Sla[] =>
      slas.flatMap((sla) => {
        const on = scopeIn(sla.on, rename);
        return on ? [{ ...sla, on }] : [];
      });
    const asIs = (id: string): string => id;
    return [
      ...translated(kept, redrawn ? (id) => this.twins.toOf(id) : asIs),
      ...translated(changed, redrawn ? asIs : (id) => this.twins.fromOf(id)),
    ];
  }
}

const luckOf = ({ run }: Scenario): Pick<NonNullable<Scenario['run']>, 'seed' | 'replications'> => ({
  ...(run?.seed === undefined ? {} : { seed: run.seed }),
  ...(run?.replications === undefined ? {} : { replications: run.replications }),
});

/** Items of both sides by key; where both have one, the second's if it is changed. What only one side has does no harm. */
function either<T>(
  from: readonly T[] = [],
  to: readonly T[] = [],
  key: (item: T) => string,
  isChanged: (key: string) => boolean,
): readonly T[] {
  const items = new Map(from.map((item) => [key(item), item]));
  for (const item of to) if (!items.has(key(item)) || isChanged(key(item))) items.set(key(item), item);
  return [...items.values()];
}

/** Pools cost money: one that only one side has is there when its change says so, or when somebody's work needs it. */
function poolsIn(
  { pools: from = [] }: Scenario,
  { pools: to = [] }: Scenario,
  made: ReadonlySet<string>,
  elements: Readonly<Record<string, ElementParameters>>,
): readonly ResourcePool[] {
  const needed = new Set(
    Object.values(elements).flatMap(({ resources = [] }) => resources.flatMap((all) => all.map(({ pool }) => pool))),
  );
  const after = new Map(to.map((pool) => [pool.id, pool]));
  const before = new Set(from.map(({ id }) => id));
  const kept = from.flatMap((pool): ResourcePool[] => {
    if (!made.has(`pool ${pool.id}`)) return [pool];
    const changed = after.get(pool.id);
    return changed ? [changed] : needed.has(pool.id) ? [pool] : [];
  });
  const added = to.filter(({ id }) => !before.has(id) && (made.has(`pool ${id}`) || needed.has(id)));
  return [...kept, ...added];
}

function scopeIn(on: SlaScope, rename: (id: string) => string | undefined): SlaScope | undefined {
  if (on.type === 'case') return on;
  if (on.type === 'activity') {
    const element = rename(on.element);
    return element === undefined ? undefined : { ...on, element };
  }
  const from = rename(on.from.element);
  const to = rename(on.to.element);
  if (from === undefined || to === undefined) return undefined;
  return { ...on, from: { ...on.from, element: from }, to: { ...on.to, element: to } };
}
