/** The figures of a run in the words of BPSim; what it has no words for is told. */
import { issue, type Estimate, type Issue, type ProcessModel, type ResultDocument } from '#simulation';
import type { Figure, Results, Statistic } from '../../bpmn/index.ts';

const MS = 1000;

/** One result scenario: means over the replications. Utilisation, promises, percentiles and intervals have no place in it. */
export function resultsOf(
  document: ResultDocument,
  model: ProcessModel,
): { readonly results: Results; readonly issues: readonly Issue[] } {
  const figures: Figure[] = [];
  const add = (element: string, parameter: string, statistic: Statistic, { value }: Estimate, factor = 1): void => {
    if (value !== null) figures.push({ element, parameter, statistic, value: value * factor });
  };
  const process = processOf(model);
  if (process !== undefined) {
    const { cycleTime, touchTime, cases } = document;
    add(process, 'TimeParameters/ProcessingTime', 'mean', touchTime.mean, MS);
    add(process, 'TimeParameters/ElapsedTime', 'min', cycleTime.min, MS);
    add(process, 'TimeParameters/ElapsedTime', 'max', cycleTime.max, MS);
    add(process, 'TimeParameters/ElapsedTime', 'mean', cycleTime.mean, MS);
    add(process, 'TimeParameters/ElapsedTime', 'count', cases.completed);
    add(process, 'ControlParameters/TriggerCount', 'count', cases.started);
  }
  for (const [id, activity] of Object.entries(document.activities)) {
    add(id, 'TimeParameters/QueueTime', 'mean', activity.queue.mean, MS);
    add(id, 'TimeParameters/ProcessingTime', 'mean', activity.work.mean, MS);
    add(id, 'TimeParameters/ProcessingTime', 'count', activity.executions);
    add(id, 'TimeParameters/ElapsedTime', 'mean', activity.elapsed.mean, MS);
    add(id, 'PropertyParameters/QueueLength', 'max', activity.queueLength.max);
    add(id, 'PropertyParameters/QueueLength', 'mean', activity.queueLength.mean);
  }
  for (const [id, count] of [...Object.entries(document.events), ...Object.entries(document.flows)])
    add(id, 'ControlParameters/TriggerCount', 'count', count);
  for (const [id, { busy }] of Object.entries(document.resources))
    add(id, 'TimeParameters/ProcessingTime', 'sum', busy, MS);
  const { id, name } = document.scenario;
  return {
    results: { id: `${id}_results`, of: id, vendor: 'Preflight', figures },
    issues: [issue('info', 'bpsim-results-written', { id, name }, { replications: document.replications })],
  };
}

/** The process in which cases start: results on it are those of the whole. */
const processOf = ({ nodes, processes }: ProcessModel): string | undefined =>
  processes.find(({ id }) => nodes.some(({ type, scope }) => type === 'bpmn:StartEvent' && scope === id))?.id;
