/** A process with its scenarios in BPSim that the official schema accepts, of either version. */
import type { Issue, ProcessModel, ResultDocument, Scenario } from '#simulation';
import {
  insertResults,
  isRefusal,
  makeStrict,
  openDocument,
  readScenarios,
  toXml,
  writeScenarios,
  type Version,
} from '../../bpmn/index.ts';
import type { Written } from '../outgoing.ts';
import { resultsOf } from './results.ts';

/** What is written: a document with scenarios, and figures of a run of one of them. */
export interface BpsimSource {
  readonly xml: string;
  readonly model: ProcessModel;
  /** Written too when the document does not have it and results refer to it. */
  readonly scenario: Scenario;
  readonly results?: ResultDocument;
}

/** Ids that are not legal stay as they were repaired, because BPSim refers to them. */
export async function writeBpsim({ xml, model, scenario, results }: BpsimSource, version: Version): Promise<Written> {
  const document = await openDocument(xml);
  if (isRefusal(document)) throw new Error(`our own document is refused: <${document.issues.at(-1)?.code ?? ''}>`);
  const { definitions, moddle, keepsakes } = document;
  const told = results && resultsOf(results, model);
  if (told) {
    const { scenarios } = readScenarios(definitions);
    if (!scenarios.some(({ id }) => id === scenario.id)) writeScenarios(definitions, moddle, [...scenarios, scenario]);
    insertResults(definitions, moddle, told.results);
  }
  const issues = [...makeStrict(definitions, moddle, version), ...(told?.issues ?? [])];
  const text = await toXml({ definitions, moddle, keepsakes: { ...keepsakes, ids: new Map() } });
  return { files: [{ suffix: '.bpmn', text }], issues: distinct(issues) };
}

/** What holds for many elements is said once. */
const distinct = (issues: readonly Issue[]): readonly Issue[] => [
  ...new Map(issues.map((found) => [JSON.stringify(found), found])).values(),
];
