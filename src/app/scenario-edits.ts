/** Changes to the list of scenarios of a design, as pure functions for one undoable step each. */
import type { Scenario } from '#simulation';
import { freeName } from '../bpmn/index.ts';

/** `new` starts empty, `inherit` states only what differs from `from`, `duplicate` copies it. */
export type NewScenario = 'new' | 'inherit' | 'duplicate';

/** Adds a scenario at the end; its id is new in the file. */
export function addScenario(
  all: readonly Scenario[],
  name: string,
  kind: NewScenario,
  from: Scenario,
): readonly Scenario[] {
  const id = freeId(all);
  const unique = freeName(
    name,
    all.map((s) => s.name),
  );
  if (kind === 'inherit') return [...all, { id, name: unique, inherits: from.id }];
  if (kind === 'duplicate') return [...all, { ...from, id, name: unique }];
  return [...all, { id, name: unique }];
}

export const renameScenario = (all: readonly Scenario[], id: string, name: string): readonly Scenario[] =>
  all.map((s) => (s.id === id ? { ...s, name } : s));

/** Scenarios that inherit from this one directly. */
export const heirsOf = (all: readonly Scenario[], id: string): readonly Scenario[] =>
  all.filter((s) => s.inherits === id);

/** Removes a scenario; its heirs, resolved by `resolve`, keep what they took from it. */
export const deleteScenario = (
  all: readonly Scenario[],
  id: string,
  resolve: (scenario: Scenario) => Scenario,
): readonly Scenario[] => all.filter((s) => s.id !== id).map((s) => (s.inherits === id ? resolve(s) : s));

/** An id no scenario of the file has. */
export function freeId(all: readonly Scenario[]): string {
  const taken = new Set(all.map((s) => s.id));
  let number = all.length + 1;
  while (taken.has(`Scenario_${number}`)) number++;
  return `Scenario_${number}`;
}
