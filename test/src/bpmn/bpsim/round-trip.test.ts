/** What is written is what is read: scenarios of every kind, twice the same bytes, valid for the official schema. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Scenario } from '#simulation';
import { isRefusal, openDocument, readScenarios, toXml, writeScenarios } from '../../../../src/bpmn/index.ts';
import { corpusPath, hasCorpus } from '../../../support/corpus.ts';
import { arbitraryScenario } from './arbitrary-scenarios.ts';

const FIXTURE = readFileSync('test/fixtures/bpmn/round-trip.bpmn', 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'round-trip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function open(xml: string) {
  const opened = await openDocument(xml);
  if (isRefusal(opened)) throw new Error(JSON.stringify(opened.issues));
  return opened;
}

async function write(xml: string, scenarios: readonly Scenario[]): Promise<string> {
  const document = await open(xml);
  writeScenarios(document.definitions, document.moddle, scenarios);
  return toXml(document);
}

const study = fc.tuple(arbitraryScenario('Scenario_1'), arbitraryScenario('Scenario_2', 'Scenario_1'));

describe('writing scenarios', () => {
  it('reads back exactly what was written', async () => {
    await fc.assert(
      fc.asyncProperty(study, async (scenarios) => {
        const xml = await write(FIXTURE, scenarios);
        expect(readScenarios((await open(xml)).definitions).scenarios).toEqual(scenarios);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('writes the same bytes again', async () => {
    await fc.assert(
      fc.asyncProperty(study, async (scenarios) => {
        const once = await write(FIXTURE, scenarios);
        expect(await write(once, scenarios)).toBe(once);
      }),
      { numRuns: 30, seed: 2 },
    );
  });

  it('says the new whatever was there before', async () => {
    await fc.assert(
      fc.asyncProperty(study, study, async (before, after) => {
        const xml = await write(await write(FIXTURE, before), after);
        expect(readScenarios((await open(xml)).definitions).scenarios).toEqual(after);
      }),
      { numRuns: 30, seed: 3 },
    );
  });

  it('leaves nothing behind when all scenarios are removed', async () => {
    const empty = await write(FIXTURE, []);
    await fc.assert(
      fc.asyncProperty(arbitraryScenario('Scenario_1'), async (made) => {
        const scenario = { ...made, pools: [] };
        const xml = await write(await write(FIXTURE, [scenario]), []);
        // Only the declarations of the namespaces stay.
        expect(xml.replace(/ xmlns:(bpsim|preflight)="[^"]*"/g, '')).toBe(empty);
      }),
      { numRuns: 15, seed: 4 },
    );
  });
});

const canValidate = hasCorpus('bpsim/wfmc/xsd') && spawnSync('xmllint', ['--version']).status === 0;

describe.skipIf(!canValidate)('the official BPSim schema (needs xmllint and the corpus)', () => {
  it('accepts what is written', async () => {
    const files: string[] = [];
    await fc.assert(
      fc.asyncProperty(study, async (scenarios) => {
        const xml = await write(FIXTURE, scenarios);
        const data = /<bpsim:BPSimData>[\s\S]*<\/bpsim:BPSimData>/.exec(xml)?.[0];
        expect(data).toBeDefined();
        const file = path.join(folder, `data-${files.length}.xml`);
        const namespaces = 'xmlns:bpsim="http://www.bpsim.org/schemas/2.0" xmlns:preflight="urn:preflight:bpsim:1"';
        writeFileSync(file, (data ?? '').replace('<bpsim:BPSimData>', `<bpsim:BPSimData ${namespaces}>`));
        files.push(file);
      }),
      { numRuns: 30, seed: 5 },
    );
    // The schema wants a declaration for what vendors put into their extensions: ours goes beside it.
    const official = corpusPath('bpsim/wfmc/xsd/BPSim v2.0.xsd').replaceAll(' ', '%20');
    const schema = path.join(folder, 'both.xsd');
    writeFileSync(
      schema,
      readFileSync('test/fixtures/bpmn/bpsim-with-extension.xsd', 'utf8').replace('BPSIM', official),
    );
    copyFileSync('test/fixtures/bpmn/extension.xsd', path.join(folder, 'extension.xsd'));
    execFileSync('xmllint', ['--noout', '--schema', schema, ...files], { stdio: ['ignore', 'ignore', 'pipe'] });
  });
});
