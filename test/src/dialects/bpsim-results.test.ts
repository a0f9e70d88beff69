/** Results of a run as a BPSim result scenario: figures in the right unit, kept over a save, valid for the official schema. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { resolveScenario, type ResultDocument } from '#simulation';
import {
  completeScenario,
  foreignBlocks,
  isRefusal,
  openDocument,
  readResults,
  readScenarios,
  toXml,
} from '../../../src/bpmn/index.ts';
import { dialectWriters, type WhatToWrite } from '../../../src/dialects/index.ts';
import { openFiles } from '../../../src/importers/open-files.ts';
import { InProcess } from '../../../src/runs/in-process.ts';
import { RunController } from '../../../src/runs/run-controller.ts';
import { corpusPath, hasCorpus } from '../../support/corpus.ts';
import { faultsOf, hasXmllint } from '../../support/xmllint.ts';

let what: WhatToWrite;
let results: ResultDocument;

beforeAll(async () => {
  const bytes = readFileSync('samples/complaint-handling/as-is.bpmn');
  const [design] = (await openFiles([{ name: 'as-is.bpmn', bytes }])).designs;
  const [first] = design?.scenarios ?? [];
  if (!design || !first) throw new Error('no scenario');
  const { scenario } = completeScenario(design.model, resolveScenario(design.scenarios, first.id).scenario);
  const outcome = await new RunController(new InProcess()).start(
    {
      study: { model: design.model, scenario },
      overrides: { replications: 2 },
      file: { name: 'as-is.bpmn', sha256: '' },
      issues: [],
      message: ({ code }) => code,
    },
    () => undefined,
  );
  if (outcome.status !== 'complete') throw new Error(outcome.status);
  results = outcome.result.document;
  what = { xml: design.xml, model: design.model, scenario, results };
});

async function written(format: string, source: WhatToWrite = what) {
  const writer = dialectWriters.find(({ id }) => id === format);
  const { files, issues } = (await writer?.write(source)) ?? {};
  const xml = files?.[0]?.text ?? '';
  const document = await openDocument(xml);
  if (isRefusal(document)) throw new Error('refused');
  return { xml, document, codes: issues?.map(({ code }) => code) };
}

describe('results as BPSim', () => {
  it('are means in minutes, said to be of the scenario, and never a scenario of their own', async () => {
    const { document, codes } = await written('bpsim');
    const [read] = readResults(document.definitions);
    expect(read).toMatchObject({ id: `${what.scenario.id}_results`, of: what.scenario.id });
    const [step = '', figures] =
      Object.entries(results.activities).find(([, { executions }]) => executions.value) ?? [];
    const figure = (element: string, parameter: string, statistic: string): number | undefined =>
      read?.figures.find((f) => f.element === element && f.parameter === parameter && f.statistic === statistic)?.value;
    expect(figure(step, 'TimeParameters/ProcessingTime', 'mean')).toBeCloseTo(
      (figures?.work.mean.value ?? 0) * 1000,
      3,
    );
    expect(figure(step, 'TimeParameters/ProcessingTime', 'count')).toBe(figures?.executions.value);
    expect(figure(step, 'PropertyParameters/QueueLength', 'mean')).toBe(figures?.queueLength.mean.value);
    const process = what.model.processes[0]?.id ?? '';
    expect(figure(process, 'TimeParameters/ElapsedTime', 'mean')).toBeCloseTo(
      (results.cycleTime.mean.value ?? 0) * 1000,
      3,
    );
    expect(figure(process, 'ControlParameters/TriggerCount', 'count')).toBe(results.cases.started.value);
    const [pool = '', { busy } = { busy: { value: 0 } }] = Object.entries(results.resources)[0] ?? [];
    expect(figure(pool, 'TimeParameters/ProcessingTime', 'sum')).toBeCloseTo((busy.value ?? 0) * 1000, 3);
    expect(readScenarios(document.definitions).scenarios.map(({ id }) => id)).not.toContain(read?.id);
    expect(codes).toContain('bpsim-results-written');
  });

  it('stay when the document is opened and saved, and are told in its report', async () => {
    const { xml, document } = await written('bpsim');
    const before = readResults(document.definitions);
    const [design] = (await openFiles([{ name: 'a.bpmn', bytes: new TextEncoder().encode(xml) }])).designs;
    expect(design?.brought.map(({ code }) => code)).toEqual(['bpsim-results-read']);
    const again = await openDocument(await toXml(document));
    if (isRefusal(again)) throw new Error('refused');
    expect(readResults(again.definitions)).toEqual(before);
  });

  it('replace those of an earlier run', async () => {
    const { xml } = await written('bpsim');
    const { document } = await written('bpsim', { ...what, xml });
    expect(readResults(document.definitions)).toHaveLength(1);
  });

  it('leave out in version 1.0 what came with 2.0, and say so once each', async () => {
    const { document, codes } = await written('bpsim1');
    const [read] = readResults(document.definitions);
    expect(read?.figures.some(({ parameter }) => /ElapsedTime|QueueLength/.test(parameter))).toBe(false);
    expect(read?.figures.some(({ parameter }) => parameter === 'TimeParameters/ProcessingTime')).toBe(true);
    expect(codes?.filter((code) => code === 'bpsim-not-in-version').length).toBeLessThanOrEqual(3);
  });

  describe.skipIf(!hasCorpus('bpsim/wfmc/xsd') || !hasXmllint())('against the official schema', () => {
    it.each([
      ['bpsim', '2.0'],
      ['bpsim1', '1.0'],
    ])('are valid as %s', async (format, version) => {
      const { xml } = await written(format);
      const [block] = foreignBlocks(xml, (namespace, name) => name === 'BPSimData' && namespace.includes('bpsim.org'));
      expect(block?.xml).toContain('_results');
      // Our own extension has a schema of its own, tested with the round trip.
      const faults = faultsOf(block?.xml ?? '', corpusPath('bpsim/wfmc/xsd', `BPSim v${version}.xsd`));
      expect(faults.filter((fault) => !fault.includes('{urn:preflight:bpsim:1}'))).toEqual([]);
    });
  });
});
