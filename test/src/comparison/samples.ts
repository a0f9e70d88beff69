/** The two designs of a sample, read as the page reads them. */
import { readFile } from 'node:fs/promises';
import { resolveScenario } from '#simulation';
import {
  completeScenario,
  isRefusal,
  openDocument,
  readPlaces,
  readProcess,
  readScenarios,
  type Place,
} from '../../../src/bpmn/index.ts';
import type { Side } from '../../../src/comparison/parameter-changes.ts';

export interface SampleSide extends Side {
  readonly xml: string;
  readonly places: ReadonlyMap<string, Place>;
}

/** A design of a sample with one of its scenarios, by default the first. */
export async function sampleSide(path: string, scenarioId?: string): Promise<SampleSide> {
  const opened = await openDocument(await readFile(`samples/${path}`, 'utf8'));
  if (isRefusal(opened)) throw new Error(`cannot open <${path}>`);
  const { model } = readProcess(opened.definitions);
  const { scenarios } = readScenarios(opened.definitions);
  const { scenario } = resolveScenario(scenarios, scenarioId ?? scenarios[0]?.id ?? '');
  return {
    model,
    xml: opened.xml,
    places: readPlaces(opened.definitions),
    scenario: completeScenario(model, scenario).scenario,
  };
}
