/** The designs of the samples as studies of the engine, for tests that hold on all of them. */
import { resolveScenario, type Study } from '#simulation';
import { completeScenario, readProcess, readScenarios } from '../../src/bpmn/index.ts';
import { designs, open } from '../samples/sample-runs.ts';

export interface SampleStudy {
  /** `complaint-handling/as-is.bpmn`. */
  readonly name: string;
  readonly study: Study;
}

/** A design of a sample with its first scenario, as the app would run it. */
export async function sampleStudy(slug: string, file: string): Promise<Study> {
  const { definitions } = await open(slug, file);
  const { model } = readProcess(definitions);
  const { scenarios } = readScenarios(definitions);
  const { scenario } = resolveScenario(scenarios, scenarios[0]?.id ?? '');
  return { model, scenario: completeScenario(model, scenario).scenario };
}

/** Every design of every sample. */
export const sampleStudies = (): Promise<readonly SampleStudy[]> =>
  Promise.all(designs.map(async ([slug, file]) => ({ name: `${slug}/${file}`, study: await sampleStudy(slug, file) })));
