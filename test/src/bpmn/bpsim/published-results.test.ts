/** The official BPSim examples against the results published with them. Not part of the project: skipped where they are absent. */
import { describe, expect, it } from 'vitest';
import { resolveScenario, type Study } from '#simulation';
import { completeScenario, isRefusal, openDocument, readProcess, readScenarios } from '../../../../src/bpmn/index.ts';
import { corpusFile, hasCorpus } from '../../../support/corpus.ts';
import { run } from '../../../support/run.ts';

async function study(file: string, scenarioId: string): Promise<Study> {
  const document = await openDocument(corpusFile('bpsim/wfmc', file));
  if (isRefusal(document)) throw new Error(JSON.stringify(document.issues));
  const { model } = readProcess(document.definitions);
  const { scenario } = resolveScenario(readScenarios(document.definitions).scenarios, scenarioId);
  return { model, scenario: completeScenario(model, scenario).scenario };
}

describe.skipIf(!hasCorpus('bpsim/wfmc'))('published results (need the corpus)', () => {
  it('starts 151 cars in 60 hours, one each 24 minutes, the last one at the very end', async () => {
    const { kpi, results } = run(await study('Car Repair Process v2.0.0.bpmn', 'S1'));
    expect(results.map((_, r) => kpi('cases.started', r))).toEqual([151, 151, 151]);
  });

  it('aborts one repair in twenty in the second scenario, by an event sub-process', async () => {
    const car = await study('Car Repair Process v2.0.0.bpmn', 'S2');
    const { kpi, estimate } = run(car, { replications: 30 });
    expect(kpi('cases.started')).toBe(151);
    const aborted = estimate('events._F9A272EE-D325-44CF-AFFC-4A615D2C9971').mean;
    const repairs = estimate('events._FA77D7D8-9C02-4006-942A-B003AEDA5E3C').mean;
    // 151 cars, two in three accepted, one in twenty aborted: 30 replications see about 3,000 repairs.
    expect(aborted / repairs).toBeGreaterThan(0.04);
    expect(aborted / repairs).toBeLessThan(0.06);
    expect(estimate('cases.failed').mean).toBe(0);
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
