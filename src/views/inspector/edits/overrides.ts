/** What an inheriting scenario states itself, and taking such a statement back. */
import type { Scenario } from '#simulation';
import type { ParameterName } from './elements.ts';
import { setParameter } from './elements.ts';
import { withoutId } from './ids.ts';
import { omit } from './omit.ts';

/** One thing an inheriting scenario says differently. */
export type Override =
  | { readonly type: 'element'; readonly id: string; readonly parameter: ParameterName }
  | { readonly type: 'pool' | 'calendar' | 'sla'; readonly id: string }
  | { readonly type: 'attribute'; readonly id: string }
  | { readonly type: 'run'; readonly id: keyof NonNullable<Scenario['run']> };

const PARAMETERS = [
  'work',
  'workWhen',
  'resources',
  'priority',
  'priorityWhen',
  'shiftEnd',
  'choose',
  'samePersonAs',
  'otherPersonThan',
  'setup',
  'workBy',
  'workAt',
  'patience',
  'balkAt',
  'abandonTo',
  'initial',
  'batch',
  'fixedCost',
  'assign',
  'arrivals',
  'delay',
  'clock',
  'calendar',
  'probability',
  'condition',
  'latency',
] as const satisfies readonly ParameterName[];

const SETTINGS = [
  'start',
  'timeZone',
  'horizon',
  'cases',
  'warmUp',
  'replications',
  'precision',
  'seed',
  'businessCalendar',
] as const satisfies readonly (keyof NonNullable<Scenario['run']>)[];

/** Everything a scenario states itself, in reading order. */
export function overridesOf(written: Scenario): readonly Override[] {
  const elements = Object.entries(written.elements ?? {}).flatMap(([id, parameters]) =>
    PARAMETERS.filter((name) => parameters[name] !== undefined).map((parameter): Override => ({
      type: 'element',
      id,
      parameter,
    })),
  );
  return [
    ...SETTINGS.filter((name) => written.run?.[name] !== undefined).map((id): Override => ({ type: 'run', id })),
    ...(written.pools ?? []).map(({ id }): Override => ({ type: 'pool', id })),
    ...(written.calendars ?? []).map(({ id }): Override => ({ type: 'calendar', id })),
    ...(written.slas ?? []).map(({ id }): Override => ({ type: 'sla', id })),
    ...(written.attributes ?? []).map(({ name }): Override => ({ type: 'attribute', id: name })),
    ...elements,
  ];
}

/** The scenario without that statement, so that the inherited one holds again. */
export function dropOverride(written: Scenario, override: Override): Scenario {
  switch (override.type) {
    case 'element':
      return setParameter(written, override.id, override.parameter, undefined);
    case 'pool':
      return { ...written, pools: withoutId(written.pools, override.id) };
    case 'calendar':
      return { ...written, calendars: withoutId(written.calendars, override.id) };
    case 'sla':
      return { ...written, slas: withoutId(written.slas, override.id) };
    case 'attribute':
      return { ...written, attributes: (written.attributes ?? []).filter(({ name }) => name !== override.id) };
    case 'run':
      return { ...written, run: omit(written.run ?? {}, override.id) };
  }
}
