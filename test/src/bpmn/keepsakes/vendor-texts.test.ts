/** What other tools wrote into a file survives opening, editing parameters and saving, byte for byte. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '#simulation';
import {
  isRefusal,
  openDocument,
  proposeScenario,
  readProcess,
  readScenarios,
  toXml,
  writeScenarios,
} from '../../../../src/bpmn/index.ts';
import { contained, idOf, list, one } from '../../../../src/bpmn/moddle.ts';
import { corpusFile, corpusFiles } from '../../../support/corpus.ts';

const FILE = readFileSync('test/fixtures/bpmn/vendors.bpmn', 'utf8');

async function open(source: string | Uint8Array) {
  const document = await openDocument(source);
  if (isRefusal(document)) throw new Error(JSON.stringify(document.issues));
  return document;
}

/** Every extension of a vendor that says something, as it stands in the text between the tags of BPMN. */
const extensions = (xml: string): readonly string[] =>
  Array.from(
    xml.matchAll(/<(\w+:)?extensionElements(?: [^<>]*[^<>/])?>([\s\S]*?)<\/\1extensionElements>/g),
    ([, , inside = '']) => inside,
  ).filter((text) => !text.includes('BPSimData') && text.trim() !== '');

/** Opens, gives all activities another working time, saves. */
async function edited(source: string | Uint8Array): Promise<string> {
  const document = await open(source);
  const [scenario = proposeScenario(readProcess(document.definitions).model)] = readScenarios(
    document.definitions,
  ).scenarios;
  const work = { type: 'exponential', params: { mean: 77 }, unit: 'min' } as const;
  const elements = Object.fromEntries(
    Object.entries(scenario.elements ?? {}).map(([id, parameters]) => [
      id,
      parameters.work ? { ...parameters, work } : parameters,
    ]),
  );
  const changed: Scenario = { ...scenario, elements };
  writeScenarios(document.definitions, document.moddle, [changed]);
  return toXml(document);
}

describe('extensions of other tools', () => {
  it('are saved byte for byte when parameters change', async () => {
    const saved = await edited(FILE);
    expect(saved).toContain('mean="77"');
    expect(extensions(saved)).toEqual(extensions(FILE));
    expect(extensions(FILE)).toHaveLength(3);
    expect(saved).toContain('camunda:formKey="embedded:app:forms/check.html"');
    expect(saved).toContain('modeler:executionPlatformVersion="8.4.0"');
  });

  it('are the same after the next editing', async () => {
    expect(extensions(await edited(await edited(FILE)))).toEqual(extensions(FILE));
  });

  it('are written anew when they were changed', async () => {
    const document = await open(FILE);
    const check = [...contained(document.definitions)].find((element) => idOf(element) === 'Check');
    const values = check && one(check, 'extensionElements');
    if (!values) throw new Error('no extensions');
    list(values, 'values').splice(0);
    const saved = await toXml(document);
    expect(saved).not.toContain('acme');
    expect(extensions(saved)).toEqual(extensions(FILE).slice(0, 2));
  });

  it('go with an element that is deleted', async () => {
    const document = await open(FILE);
    const [process] = [...contained(document.definitions)].filter((element) => element.$type === 'bpmn:Process');
    if (!process) throw new Error('no process');
    list(process, 'flowElements').splice(1, 1);
    expect(extensions(await toXml(document))).toEqual([extensions(FILE)[0], extensions(FILE)[2]]);
  });

  const bpmn = (extension: string): string =>
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:x="urn:x" id="D" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"><process id="P"><task id="T"><extensionElements>${extension}</extensionElements></task><task id="U"/></process></definitions>`;

  it.each([
    [
      'with an element of BPMN that has extensions itself',
      '<x:a><task id="I"><extensionElements><x:b><![CDATA[1]]></x:b></extensionElements></task></x:a>',
    ],
    ['with an element that has no place there', '<bpmndi:BPMNLabel id="L"/><bpmndi:BPMNLabel id="L"/><!-- c --><x:a/>'],
    ['with references and lines', '<x:a/><outgoing>F</outgoing><outgoing>F</outgoing><di:waypoint x="1" y="2"/>'],
  ])('%s are saved the same again and again', async (_, extension) => {
    const saved = await toXml(await open(bpmn(extension)));
    expect(await toXml(await open(saved))).toBe(saved);
    expect(extensions(saved)).toHaveLength(1);
  });

  it.each(corpusFiles('.', /\.bpmn2?$/))('stay as they are in %s', async (file) => {
    const original = (await open(corpusFile(file))).xml;
    expect(extensions(await edited(original))).toEqual(extensions(original));
  });
});
