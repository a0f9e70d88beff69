/** The official BPSim examples against the results published with them. Not part of the project: skipped where they are absent. */
import { describe, expect, it } from 'vitest';
import { resolveScenario, type ProcessModel, type Study } from '#simulation';
import { completeScenario, isRefusal, openDocument, readProcess, readScenarios } from '../../../../src/bpmn/index.ts';
import { corpusFile, hasCorpus } from '../../../support/corpus.ts';
import { run } from '../../../support/run.ts';

async function study(file: string, scenarioId: string): Promise<Study> {
  const document = await openDocument(corpusFile('bpsim/wfmc', file));
  if (isRefusal(document)) throw new Error(JSON.stringify(document.issues));
  const model = withoutEventSubProcesses(readProcess(document.definitions).model);
  const { scenario } = resolveScenario(readScenarios(document.definitions).scenarios, scenarioId);
  return { model, scenario: completeScenario(model, scenario).scenario };
}

/** They are not simulated yet, and nothing flows into them. */
function withoutEventSubProcesses(model: ProcessModel): ProcessModel {
  const left = new Set(model.nodes.filter((node) => node.triggeredByEvent).map((node) => node.id));
  const stays = ({ id, scope }: { readonly id: string; readonly scope: string }) => !left.has(id) && !left.has(scope);
  return { ...model, nodes: model.nodes.filter(stays), flows: model.flows.filter(stays) };
}

describe.skipIf(!hasCorpus('bpsim/wfmc'))('published results (need the corpus)', () => {
  it('starts 151 cars in 60 hours, one each 24 minutes, the last one at the very end', async () => {
    const { kpi, results } = run(await study('Car Repair Process v2.0.0.bpmn', 'S1'));
    expect(results.map((_, r) => kpi('cases.started', r))).toEqual([151, 151, 151]);
    expect(run(await study('Car Repair Process v2.0.0.bpmn', 'S2')).kpi('cases.started')).toBe(151);
  });

  it('starts as many loan applications as expected and works on each as long', async () => {
    const { kpi, estimate, results } = run(await study('Loan Process v2.0.0.bpmn', 'default'), { replications: 30 });
    // 40 h of intervals Tri(10, 16, 30) min, the first application at once; published 128, 131 and 136.
    const started = estimate('cases.started');
    expect(Math.abs(started.mean - 129.6)).toBeLessThan(4 * started.standardError);
    expect(started.halfWidth).toBeLessThan(2);
    const each = results.map((_, r) => kpi('cases.started', r));
    expect(Math.min(...each)).toBeGreaterThanOrEqual(120);
    expect(Math.max(...each)).toBeLessThanOrEqual(140);
    // Sum of all activities, parallel ones included: published 186.59, 183.98 and 179.34 min, expected 180.67.
    const work = estimate('touchTime.mean');
    expect(Math.abs(work.mean - 180.67 * 60)).toBeLessThan(4 * work.standardError);
    expect(work.halfWidth).toBeLessThan(0.02 * 180.67 * 60);
    // From start to end parallel activities count once: about 150 min, and nobody queues.
    const cycle = estimate('cycleTime.mean');
    expect(cycle.mean / 60).toBeGreaterThan(145);
    expect(cycle.mean / 60).toBeLessThan(155);
    expect(estimate('decomposition.queuedContention').mean).toBe(0);
  });
});
