/** One block of the Scenario tab: one file, one line in `scenario-tab.ts`. */
import type { TemplateResult } from 'lit';
import type { InspectorContext } from '../context.ts';

export interface ScenarioSection {
  readonly id: string;
  title(): string;
  /** Shown at the right end of the heading: how many, or the gist. */
  summary(context: InspectorContext): string;
  /** Whether it is open before the user says otherwise. */
  readonly open?: boolean;
  applies?(context: InspectorContext): boolean;
  render(context: InspectorContext): TemplateResult;
}
