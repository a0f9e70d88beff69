/** How parameters follow their elements through renaming, deleting, copying and pasting. Pure: scenarios in, scenarios out. */
import type { Calendar, ElementParameters, Milestone, ResourcePool, Scenario, Sla } from '#simulation';

/** What one scenario said about an element when it was copied, and the pools and calendars this refers to. */
export interface CopiedParameters {
  readonly scenario: Pick<Scenario, 'id' | 'name' | 'inherits' | 'currency'>;
  readonly parameters: ElementParameters;
  readonly pools: readonly ResourcePool[];
  readonly calendars: readonly Calendar[];
}

/** What happened to elements in one step, in this order: pasted, renamed, removed. */
export interface ElementChanges {
  readonly pasted: readonly { readonly id: string; readonly copied: readonly CopiedParameters[] }[];
  /** Old and new id. */
  readonly renamed: readonly (readonly [string, string])[];
  readonly removed: readonly string[];
}

/** The scenarios after `changes`; the same reference when nothing concerns them. */
export function followElements(scenarios: readonly Scenario[], changes: ElementChanges): readonly Scenario[] {
  let next = scenarios;
  for (const { id, copied } of changes.pasted) next = pasteParameters(next, id, copied);
  for (const [from, to] of changes.renamed) next = each(next, (scenario) => renameElement(scenario, from, to));
  const removed = new Set(changes.removed);
  return removed.size === 0 ? next : each(next, (scenario) => removeElements(scenario, removed));
}

/** What every scenario says about the element, ready to be pasted into this or another design. */
export function copyParameters(scenarios: readonly Scenario[], id: string): readonly CopiedParameters[] {
  return scenarios.flatMap((scenario) => {
    const parameters = scenario.elements?.[id];
    if (!parameters) return [];
    const line = ancestry(scenarios, scenario);
    const pools = referredPools(parameters).flatMap((pool) => find(line, 'pools', pool) ?? []);
    const calendars = [
      ...referredCalendars(parameters),
      ...pools.flatMap((pool) => pool.staffing.flatMap((staffing) => staffing.calendar ?? [])),
    ].flatMap((calendar) => find(line, 'calendars', calendar) ?? []);
    const { id: scenarioId, name, inherits, currency } = scenario;
    return {
      scenario: {
        id: scenarioId,
        name,
        ...(inherits === undefined ? {} : { inherits }),
        ...(currency === undefined ? {} : { currency }),
      },
      parameters,
      pools: unique(pools),
      calendars: unique(calendars),
    };
  });
}

/**
 * Gives the new element what was copied. Scenarios meet by id; a design that has none of them takes the parameters of the
 * scenario that inherits nothing into its own such scenarios. Pools and calendars that are missing come along.
 */
function pasteParameters(
  scenarios: readonly Scenario[],
  id: string,
  copied: readonly CopiedParameters[],
): readonly Scenario[] {
  if (copied.length === 0) return scenarios;
  const target = scenarios.length > 0 ? scenarios : scenariosOf(copied);
  const sameScenarios = copied.some((copy) => target.some((scenario) => scenario.id === copy.scenario.id));
  return target.reduce<readonly Scenario[]>((next, { id: scenarioId, inherits }) => {
    const copy = copied.find((one) =>
      sameScenarios ? one.scenario.id === scenarioId : inherits === undefined && one.scenario.inherits === undefined,
    );
    return copy ? pasteInto(next, scenarioId, id, copy) : next;
  }, target);
}

function pasteInto(
  scenarios: readonly Scenario[],
  scenarioId: string,
  id: string,
  copy: CopiedParameters,
): readonly Scenario[] {
  const scenario = scenarios.find((one) => one.id === scenarioId);
  if (!scenario) return scenarios;
  const line = ancestry(scenarios, scenario);
  const root = line.at(-1)?.id;
  const pools = copy.pools.filter((pool) => !find(line, 'pools', pool.id));
  const calendars = copy.calendars.filter((calendar) => !find(line, 'calendars', calendar.id));
  return scenarios.map((one) => {
    if (one.id !== scenarioId && one.id !== root) return one;
    return {
      ...one,
      ...(one.id === scenarioId ? { elements: { ...one.elements, [id]: copy.parameters } } : {}),
      ...(one.id === root && pools.length > 0 ? { pools: [...(one.pools ?? []), ...pools] } : {}),
      ...(one.id === root && calendars.length > 0 ? { calendars: [...(one.calendars ?? []), ...calendars] } : {}),
    };
  });
}

const scenariosOf = (copied: readonly CopiedParameters[]): readonly Scenario[] =>
  copied.filter((copy) => copy.scenario.inherits === undefined).map((copy) => copy.scenario);

function renameElement(scenario: Scenario, from: string, to: string): Scenario {
  const parameters = scenario.elements?.[from];
  const slas = scenario.slas?.map((sla) => renameInSla(sla, from, to));
  const slasChanged = slas?.some((sla, i) => sla !== scenario.slas?.[i]) ?? false;
  if (!parameters && !slasChanged) return scenario;
  return {
    ...scenario,
    ...(parameters ? { elements: { ...without(scenario.elements, new Set([from])), [to]: parameters } } : {}),
    ...(slas && slasChanged ? { slas } : {}),
  };
}

function renameInSla(sla: Sla, from: string, to: string): Sla {
  const { on } = sla;
  const milestone = (at: Milestone): Milestone => (at.element === from ? { ...at, element: to } : at);
  if (on.type === 'activity' && on.element === from) return { ...sla, on: { ...on, element: to } };
  if (on.type === 'segment' && (on.from.element === from || on.to.element === from))
    return { ...sla, on: { ...on, from: milestone(on.from), to: milestone(on.to) } };
  return sla;
}

/** An SLA on a removed element stays: it is a promise somebody wrote down, and the check of the model points at it. */
function removeElements(scenario: Scenario, removed: ReadonlySet<string>): Scenario {
  if (!Object.keys(scenario.elements ?? {}).some((id) => removed.has(id))) return scenario;
  return { ...scenario, elements: without(scenario.elements, removed) };
}

const without = (elements: Scenario['elements'], ids: ReadonlySet<string>): NonNullable<Scenario['elements']> =>
  Object.fromEntries(Object.entries(elements ?? {}).filter(([id]) => !ids.has(id)));

const referredPools = (parameters: ElementParameters): readonly string[] =>
  (parameters.resources ?? []).flat().map((need) => need.pool);

const referredCalendars = (parameters: ElementParameters): readonly string[] =>
  [parameters.calendar, parameters.arrivals?.calendar].filter((id) => id !== undefined);

/** The scenario and all it inherits from, nearest first. */
function ancestry(scenarios: readonly Scenario[], scenario: Scenario): readonly Scenario[] {
  const line = [scenario];
  for (let next = parent(scenarios, scenario); next && !line.includes(next); next = parent(scenarios, next))
    line.push(next);
  return line;
}

const parent = (scenarios: readonly Scenario[], scenario: Scenario): Scenario | undefined =>
  scenario.inherits === undefined ? undefined : scenarios.find((one) => one.id === scenario.inherits);

function find<Kind extends 'pools' | 'calendars'>(
  line: readonly Scenario[],
  kind: Kind,
  id: string,
): NonNullable<Scenario[Kind]>[number] | undefined {
  for (const scenario of line) {
    const found = scenario[kind]?.find((one) => one.id === id);
    if (found) return found;
  }
  return undefined;
}

const unique = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];

function each(scenarios: readonly Scenario[], change: (scenario: Scenario) => Scenario): readonly Scenario[] {
  const next = scenarios.map(change);
  return next.every((scenario, i) => scenario === scenarios[i]) ? scenarios : next;
}
