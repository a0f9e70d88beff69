/** Scenarios that hold the results of a simulator: read as figures, and written from ours. */
import type { Moddle, ModdleElement } from '../moddle.ts';
import { blocksOf, ensureBlock } from './block.ts';
import { numberIn } from './distributions.ts';
import { parseDuration } from './durations.ts';
import { toMs, type TimeUnit } from '#simulation';
import { attribute, child, children, ensure, insert, localName, make, remove } from './tree.ts';
import { UNIT_FROM_BPSIM, UNIT_TO_BPSIM } from './vocabulary.ts';

export type Statistic = 'min' | 'max' | 'mean' | 'count' | 'sum';

/** One figure: of a parameter such as `ProcessingTime`, at an element. */
export interface Figure {
  readonly element: string;
  /** `Group/Parameter`, e.g. `TimeParameters/ProcessingTime`. */
  readonly parameter: string;
  readonly statistic: Statistic;
  /** Replication, from 0; absent = over all of them. */
  readonly instance?: number;
  /** Times in ms, everything else as it is. */
  readonly value: number;
}

/** The results of one scenario. */
export interface Results {
  readonly id: string;
  /** Id of the scenario that was simulated. */
  readonly of: string;
  /** Who simulated, as the file says it. */
  readonly vendor?: string;
  readonly figures: readonly Figure[];
}

const isStatistic = (text: string | undefined): text is Statistic =>
  text !== undefined && ['min', 'max', 'mean', 'count', 'sum'].includes(text);

/** Every result scenario of a document, in its order. Values that are no figures are left out. */
export function readResults(definitions: ModdleElement): readonly Results[] {
  const scenarios = blocksOf(definitions).flatMap((block) => children(block, 'Scenario'));
  return scenarios.flatMap((scenario) => {
    const of = attribute(scenario, 'result');
    if (of === undefined) return [];
    const vendor = attribute(scenario, 'vendor');
    const figures = figuresIn(scenario, scenarios, of);
    return [{ id: attribute(scenario, 'id') ?? '', of, ...(vendor === undefined ? {} : { vendor }), figures }];
  });
}

function figuresIn(scenario: ModdleElement, all: readonly ModdleElement[], of: string): readonly Figure[] {
  // Results that do not say their unit have that of the scenario they belong to.
  const owners = [scenario, ...all.filter((other) => attribute(other, 'id') === of)];
  const declared = owners
    .map((owner) => child(owner, 'ScenarioParameters'))
    .map((parameters) => parameters && attribute(parameters, 'baseTimeUnit'))
    .find((unit) => unit !== undefined);
  const [baseUnit, factor] = UNIT_FROM_BPSIM.get(declared ?? '') ?? ['min' satisfies TimeUnit, 1];
  const base = { value: factor, unit: baseUnit };
  return children(scenario, 'ElementParameters').flatMap((element) => {
    const reference = attribute(element, 'elementRef') ?? '';
    return children(element).flatMap((group) =>
      children(group).flatMap((parameter) =>
        children(parameter).flatMap((value): readonly Figure[] => {
          const statistic = attribute(value, 'result');
          const isTime = localName(group) === 'TimeParameters' || localName(parameter) === 'InterTriggerTimer';
          const number = isTime && statistic !== 'count' ? timeOf(value, base) : numberIn(value, 'value');
          if (!isStatistic(statistic) || number === undefined) return [];
          const instance = numberIn(value, 'instance');
          return [
            {
              element: reference.slice(reference.indexOf(':') + 1),
              parameter: `${localName(group)}/${localName(parameter)}`,
              statistic,
              ...(instance === undefined ? {} : { instance }),
              value: number,
            },
          ];
        }),
      ),
    );
  });
}

function timeOf(value: ModdleElement, base: { readonly value: number; readonly unit: TimeUnit }): number | undefined {
  const span = parseDuration(attribute(value, 'value') ?? '');
  if (span) return toMs(span);
  const number = numberIn(value, 'value');
  const own = UNIT_FROM_BPSIM.get(attribute(value, 'timeUnit') ?? '');
  const unit = own ? { value: own[1], unit: own[0] } : base;
  return number === undefined ? undefined : number * toMs(unit);
}

/** Puts a result scenario into the document's BPSim data, times in minutes, in place of an earlier one of that id. */
export function insertResults(definitions: ModdleElement, moddle: Moddle, { id, of, vendor, figures }: Results): void {
  const home = blocksOf(definitions).find((block) =>
    children(block, 'Scenario').some((scenario) => attribute(scenario, 'id') === of),
  );
  const data = home ?? ensureBlock(definitions, moddle);
  for (const earlier of children(data, 'Scenario'))
    if (attribute(earlier, 'id') === id && attribute(earlier, 'result') !== undefined) remove(earlier);
  const scenario = make(data, 'Scenario', {
    id,
    name: id,
    ...(vendor === undefined ? {} : { vendor }),
    result: of,
  });
  insert(scenario, make(data, 'ScenarioParameters', { baseTimeUnit: UNIT_TO_BPSIM.min[0] }));
  const homes = new Map<string, ModdleElement>();
  for (const figure of figures) {
    const element = homes.get(figure.element) ?? make(data, 'ElementParameters', { elementRef: figure.element });
    if (!homes.has(figure.element)) insert(scenario, element);
    homes.set(figure.element, element);
    const [groupName = '', name = ''] = figure.parameter.split('/');
    const group = ensure(element, groupName);
    const isTime = (groupName === 'TimeParameters' || name === 'InterTriggerTimer') && figure.statistic !== 'count';
    insert(
      ensure(group, name),
      make(data, 'FloatingParameter', {
        result: figure.statistic,
        ...(figure.instance === undefined ? {} : { instance: String(figure.instance) }),
        value: String(isTime ? figure.value / 60_000 : figure.value),
      }),
    );
  }
  insert(data, scenario);
}
