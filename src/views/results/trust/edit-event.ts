/** A panel of the results asks for a change of the scenario; the dock, which knows the session, makes it. */
import type { Scenario } from '#simulation';

export interface ScenarioEdit {
  /** The undo step. */
  readonly label: string;
  readonly change: (scenario: Scenario) => Scenario;
}

export type ScenarioEditEvent = CustomEvent<ScenarioEdit>;

export const scenarioEdit = (edit: ScenarioEdit): ScenarioEditEvent =>
  new CustomEvent('pf-scenario-edit', { detail: edit, bubbles: true, composed: true });
