/** The tabs of the results, in order. A new one is one file and one line here. */
import { casesPanel } from './cases-panel.ts';
import { issuesPanel } from './issues-panel.ts';
import { overviewPanel } from './overview-panel.ts';
import type { Panel } from './panel.ts';
import { peoplePanel } from './people-panel.ts';
import { tablesPanel } from './tables-panel.ts';
import { timesPanel } from './times-panel.ts';
import { trustPanel } from './trust-panel.ts';

export const panels: readonly Panel[] = [
  overviewPanel,
  timesPanel,
  peoplePanel,
  casesPanel,
  trustPanel,
  tablesPanel,
  issuesPanel,
];
