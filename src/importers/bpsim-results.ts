/** What results of other simulators a document holds, as findings: their figures are kept with the document and never run. */
import { issue, type Issue, type ProcessModel } from '#simulation';
import { readResults } from '../bpmn/index.ts';

/** One finding for each result scenario of the document whose process is `model`. */
export function resultsSaid(definitions: Parameters<typeof readResults>[0], model: ProcessModel): readonly Issue[] {
  const names = new Set(model.nodes.map(({ id }) => id));
  return readResults(definitions).map(({ id, of, figures }) =>
    issue(
      'info',
      'bpsim-results-read',
      { id: of },
      { scenario: of, count: figures.filter(({ element }) => names.has(element)).length, results: id },
    ),
  );
}
