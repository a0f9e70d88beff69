/** What reading another tool's parameters answers. */
import type { Issue, Scenario } from '#simulation';

export interface ReadScenario {
  readonly scenario: Scenario;
  readonly issues: readonly Issue[];
}
