/** What the shared luck is worth on the samples: scenarios of one design, and the two designs of a sample. */
import { describe, expect, it } from 'vitest';
import { comparePaired, compile, resolveScenario, simulate, type Study } from '#simulation';
import { completeScenario, readProcess, readScenarios } from '../../src/bpmn/index.ts';
import { correspondenceOf, elementKeysOf } from '../../src/experiments/index.ts';
import { open } from './sample-runs.ts';

const REPLICATIONS = 30;
const SLUG = 'complaint-handling';

async function studyOf(slug: string, file: string, id: string): Promise<Study> {
  const { definitions } = await open(slug, file);
  const { model } = readProcess(definitions);
  const { scenario } = resolveScenario(readScenarios(definitions).scenarios, id);
  return { model, scenario: completeScenario(model, scenario).scenario };
}

const FIGURES = ['cycleTime/mean', 'businessCycleTime/mean', 'cycleTime/p90', 'wip/mean', 'cost/perCase'] as const;

/** By figure: variance with independent luck ÷ variance of the paired difference. */
async function worth(
  slug: string,
  [fileA, a]: readonly [file: string, scenario: string],
  [fileB, b]: readonly [file: string, scenario: string],
): Promise<Readonly<Record<string, number>>> {
  const from = await studyOf(slug, fileA, a);
  const to = await studyOf(slug, fileB, b);
  const elementKeys = elementKeysOf(from.model, to.model, correspondenceOf(from.model, to.model));
  const [before, after] = [from, { ...to, elementKeys }].map((study) => {
    const { network, plan } = compile(study, { seed: 'shared', replications: REPLICATIONS });
    if (!network) throw new Error('does not compile');
    const kpis = Array.from({ length: REPLICATIONS }, (_, r) => simulate(network, plan, r).kpis);
    return (figure: string) => {
      const at = network.kpiPaths.findIndex((path) => path.join('/') === figure);
      return kpis.map((vector) => vector[at] ?? NaN);
    };
  });
  return Object.fromEntries(
    FIGURES.map((figure) => [figure, comparePaired(before!(figure), after!(figure)).varianceReduction]),
  );
}

describe('the same luck for two', () => {
  it('is worth five times as many replications and more where steps get shorter or surer', async () => {
    const found = await worth(SLUG, ['to-be.bpmn', 'Target'], ['to-be.bpmn', 'LinkedData']);
    for (const figure of ['cycleTime/mean', 'businessCycleTime/mean', 'wip/mean', 'cost/perCase'])
      expect(found[figure], figure).toBeGreaterThan(5);
    for (const factor of Object.values(found)) expect(factor).toBeLessThan(200);
  });

  // Another person at a pool that is 88 % busy ends most of the waiting, and with it most of what the two have in common.
  it.each([
    ['one more engineer', ['as-is.bpmn', 'Today'], ['as-is.bpmn', 'MoreEngineers']],
    ['another process', ['as-is.bpmn', 'Today'], ['to-be.bpmn', 'Target']],
  ] as const)('never costs more than five percent: %s', async (_, from, to) => {
    for (const [figure, factor] of Object.entries(await worth(SLUG, from, to)))
      expect(factor, figure).toBeGreaterThan(0.95);
  });
});
