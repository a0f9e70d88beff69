/** Alternatives for tests: studies with names, run on this thread. */
import type { Study } from '#simulation';
import type { Alternative, PairedRuns } from '../../../src/experiments/index.ts';
import { runPaired, type PairedOptions } from '../../../src/experiments/index.ts';
import { InProcess } from '../../../src/runs/in-process.ts';

export const alternative = (id: string, study: Study): Alternative => ({
  id,
  name: id,
  study,
  file: { name: `${id}.bpmn`, sha256: '' },
  issues: [],
});

export const message = (issue: { readonly code: string }): string => issue.code;

/** Runs the studies against each other; throws unless they run to the end. */
export async function paired(studies: readonly Study[], options: Partial<PairedOptions> = {}): Promise<PairedRuns> {
  const named = studies.map((study, i) => alternative(i === 0 ? 'as-is' : `to-be ${i}`, study));
  const outcome = await runPaired(new InProcess(), named, { message, ...options });
  if (outcome.status !== 'complete') throw new Error(JSON.stringify(outcome));
  return outcome.paired;
}
