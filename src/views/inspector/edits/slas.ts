/** Promises: adding, changing, removing. */
import type { Scenario, Sla, SlaScope } from '#simulation';
import { freshId, upsert, withoutId } from './ids.ts';

/** 95 of 100 within a day, on the whole case or on one activity; `taken` are the ids in use. */
export const newSla = (name: string, on: SlaScope, taken: Iterable<string>): Sla => ({
  id: freshId('SLA', taken),
  name,
  on,
  limit: on.type === 'activity' ? { value: 4, unit: 'h' } : { value: 1, unit: 'day' },
  clock: 'calendar',
  target: 0.95,
});

/** Adds the SLA or replaces the one with its id. */
export const setSla = (scenario: Scenario, sla: Sla): Scenario => ({ ...scenario, slas: upsert(scenario.slas, sla) });

/** Removes the SLA. */
export const removeSla = (scenario: Scenario, id: string): Scenario => ({
  ...scenario,
  slas: withoutId(scenario.slas, id),
});

/** The SLAs an element has a part in: its own, and segments that begin or end at it. */
export const slasAt = (scenario: Scenario, elementId: string): readonly Sla[] =>
  (scenario.slas ?? []).filter(({ on }) => {
    if (on.type === 'activity') return on.element === elementId;
    return on.type === 'segment' && (on.from.element === elementId || on.to.element === elementId);
  });
