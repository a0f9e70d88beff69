/** The official BPSim examples, read by hand and compared. They are not part of the project: skipped where they are absent. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveScenario, type Scenario } from '#simulation';
import { isRefusal, openDocument, readScenarios, toXml, writeScenarios } from '../../../../src/bpmn/index.ts';
import { corpusFile, corpusPath, hasCorpus } from '../../../support/corpus.ts';

const CAR = 'bpsim/wfmc/Car Repair Process v2.0.0.bpmn';
const LOAN = 'bpsim/wfmc/Loan Process v2.0.0.bpmn';

async function open(file: string) {
  const document = await openDocument(corpusFile(file));
  if (isRefusal(document)) throw new Error(JSON.stringify(document.issues));
  return { document, ...readScenarios(document.definitions) };
}

describe.skipIf(!hasCorpus('bpsim/wfmc'))('official examples (need the corpus)', () => {
  it('reads the loan process', async () => {
    const { scenarios, issues } = await open(LOAN);
    const [scenario] = scenarios;
    expect(issues).toEqual([]);
    expect(scenario).toMatchObject({
      id: 'default',
      name: 'Scenario 1',
      run: { start: '2016-01-01T09:00:00', horizon: { value: 40, unit: 'h' }, replications: 3 },
    });
    const elements = scenario?.elements ?? {};
    expect(elements['_4E504F9B-2618-424F-ABAA-C4D4CC2D75E0']?.arrivals).toEqual({
      interval: { type: 'triangular', params: { min: 10, mode: 16, max: 30 }, unit: 'min' },
    });
    expect(elements['_57EE71B2-5287-46A2-9B24-83A68131714C']?.work).toEqual({
      type: 'truncated-normal',
      params: { mean: 50, sd: 10, min: 0, max: 1000 },
      unit: 'min',
    });
    expect(elements['_D6383F72-7F7A-48F8-A742-A26F36A8DC10']?.work).toEqual({
      type: 'constant',
      params: { value: 1 },
      unit: 'min',
    });
    expect(elements['_3D6F2455-BFFB-44BB-A052-892FB15FEEB4']?.probability).toBe(0.27);
    expect(elements['_542AE8E6-9CEA-43E3-8177-C685A9F430FE']?.delay).toEqual({
      type: 'constant',
      params: { value: 60 },
      unit: 'min',
    });
    expect(Object.keys(elements)).toHaveLength(16);
  });

  it('reads car repair, whose second scenario builds on the first', async () => {
    const { scenarios, issues } = await open(CAR);
    expect(scenarios.map(({ id, inherits }) => [id, inherits])).toEqual([
      ['S1', undefined],
      ['S2', 'S1'],
    ]);
    const { scenario } = resolveScenario(scenarios, 'S2');
    const elements = scenario.elements ?? {};
    expect(scenario.run).toEqual({ horizon: { value: 60, unit: 'h' }, replications: 3 });
    expect(elements['_51BDA265-2FF5-40CB-B68D-1FBF9DAAA74C']?.arrivals?.interval).toEqual({
      type: 'constant',
      params: { value: 24 },
      unit: 'min',
    });
    expect(elements['_9C46FDB0-2EBD-4B2F-A72A-0189A4D76A73']?.condition?.text).toBe('noOfIssues > 0');
    expect(elements['_071B5D0A-5225-4E55-9105-8D15169DAC96']?.assign?.noOfIssues?.text).toBe('noOfIssues - 1');
    expect(elements['_F9A272EE-D325-44CF-AFFC-4A615D2C9971']?.delay?.params).toEqual({ value: 0 });
    // A normal of mean 2 and deviation 1 from 1 on, rounded: Φ(-0.5) - Φ(-1) of the 1 - Φ(-1) that is left is 1.
    const [attribute] = scenario.attributes ?? [];
    const { values, weights } = (attribute?.type === 'number' && attribute.distribution.params) || {};
    expect(attribute).toMatchObject({ name: 'noOfIssues', type: 'number' });
    expect(values).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(Array.isArray(weights) ? weights[0] : NaN).toBeCloseTo((0.308538 - 0.158655) / (1 - 0.158655), 5);
    expect(issues.map(({ code, values }) => [code, values?.parameter])).toEqual([]);
  });

  it.each([CAR, LOAN])('leaves %s as it is when nothing changed', async (file) => {
    const { document, scenarios } = await open(file);
    const before = await toXml(document);
    writeScenarios(document.definitions, document.moddle, scenarios);
    expect(await toXml(document)).toBe(before);
  });

  it('keeps requests for results when a figure changes', async () => {
    const { document, scenarios } = await open(LOAN);
    const task = '_57EE71B2-5287-46A2-9B24-83A68131714C';
    const work = { type: 'exponential', params: { mean: 45 }, unit: 'min' } as const;
    const changed = scenarios.map((s): Scenario => ({
      ...s,
      elements: { ...s.elements, [task]: { ...s.elements?.[task], work } },
    }));
    writeScenarios(document.definitions, document.moddle, changed);
    const xml = await toXml(document);
    const parameters = new RegExp(`elementRef="${task}"[\\s\\S]*?</bpsim:ElementParameters>`).exec(xml)?.[0];
    expect(parameters).toContain('<bpsim:ResultRequest>mean</bpsim:ResultRequest>');
    expect(parameters).toContain('<bpsim:NegativeExponentialDistribution mean="45" timeUnit="min" />');
    expect(parameters).not.toContain('TruncatedNormal');
    expect(readScenarios(document.definitions).scenarios).toEqual(changed);
  });

  const canValidate = spawnSync('xmllint', ['--version']).status === 0;
  it.skipIf(!canValidate)('is valid for the official schema when rewritten (needs xmllint)', async () => {
    const { document, scenarios } = await open(LOAN);
    const renamed = scenarios.map((s) => ({ ...s, name: 'changed', run: { ...s.run, replications: 7 } }));
    writeScenarios(document.definitions, document.moddle, renamed);
    const data = /<bpsim:BPSimData>[\s\S]*<\/bpsim:BPSimData>/.exec(await toXml(document))?.[0] ?? '';
    const folder = mkdtempSync(path.join(tmpdir(), 'published-'));
    const file = path.join(folder, 'data.xml');
    writeFileSync(
      file,
      data.replace('<bpsim:BPSimData', '<bpsim:BPSimData xmlns:bpsim="http://www.bpsim.org/schemas/2.0"'),
    );
    execFileSync('xmllint', ['--noout', '--schema', corpusPath('bpsim/wfmc/xsd/BPSim v2.0.xsd'), file], {
      stdio: 'pipe',
    });
    rmSync(folder, { recursive: true });
  });
});
