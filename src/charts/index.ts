/** All charts of a run. A new chart is one file and one line here; a family of figures brings its own. */
import type { ChartDefinition } from './chart.ts';
import { costSplit } from './cost-split.ts';
import { cycleTimeCumulative, workingTimeCumulative } from './cycle-time-cumulative.ts';
import { cycleTimeDistribution, workingTimeDistribution } from './cycle-time-distribution.ts';
import { familyChart } from './families/family-chart.ts';
import { families } from './families/index.ts';
import { stepTimes } from './step-times.ts';
import { timeDecomposition } from './time-decomposition.ts';
import { utilisation } from './utilisation.ts';
import { utilisationByHour } from './utilisation-by-hour.ts';
import { warmUp } from './warm-up.ts';
import { workInProgress } from './work-in-progress.ts';

export const charts: readonly ChartDefinition[] = [
  cycleTimeDistribution,
  cycleTimeCumulative,
  workingTimeDistribution,
  workingTimeCumulative,
  timeDecomposition,
  stepTimes,
  utilisation,
  utilisationByHour,
  costSplit,
  workInProgress,
  warmUp,
  ...families.map(familyChart),
];

/** The chart of this id; throws when there is none. */
export function chartOf(id: string): ChartDefinition {
  const found = charts.find((chart) => chart.id === id);
  if (!found) throw new Error(`no chart <${id}>`);
  return found;
}

export { sparkline, type SparklineData } from './sparkline.ts';
