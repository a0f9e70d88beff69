/** The tabs of the experiments, in order. A new one is one file and one line here. */
import type { TemplateResult } from 'lit';
import type { ExperimentDesks } from '../../app/experiments/experiment-desks.ts';
import type { DesignViewer } from '../../editor/design-viewer.ts';
import { compareTab } from './compare/compare-tab.ts';
import { sensitivityTab } from './sensitivity/sensitivity-tab.ts';
import { staffingTab } from './staffing/staffing-tab.ts';
import { sweepTab } from './sweep/sweep-tab.ts';
import { whatIfTab } from './what-if/what-if-tab.ts';

export type ExperimentTab = 'compare' | 'what-if' | 'sweep' | 'sensitivity' | 'staffing';

export interface TabContext {
  readonly desks: ExperimentDesks;
  readonly createViewer: ((container: HTMLElement) => DesignViewer) | undefined;
}

export interface TabDefinition {
  readonly id: ExperimentTab;
  readonly label: () => string;
  /** Variants it needs at least. */
  readonly variants: number;
  render(context: TabContext): TemplateResult;
}

export const experimentTabs: readonly [TabDefinition, ...TabDefinition[]] = [
  compareTab,
  whatIfTab,
  sweepTab,
  sensitivityTab,
  staffingTab,
];
