/** BPSim without its process: scenarios, or results of another simulator, that belong to a document elsewhere. */
import {
  isRefusal,
  many,
  openDocument,
  readProcess,
  readResults,
  readScenarios,
  type OpenedDocument,
  type Results,
} from '../bpmn/index.ts';
import type { ReadScenario } from '../dialects/read-scenario.ts';
import type { Content } from './content.ts';
import type { Importer, Target } from './importer.ts';

const FORMAT = 'BPSim';
const NAMESPACE = /^http:\/\/www\.bpsim\.org\/schemas\/[12]\.0$/;

export const bpsim: Importer = {
  id: 'bpsim',
  format: FORMAT,
  recognises: ({ root }) => root?.localName === 'BPSimData' && NAMESPACE.test(root.namespace),
  parametersOf: (contents) => ({
    format: FORMAT,
    files: contents.map(({ file }) => file.name),
    read: (target) => read(contents, target),
    results: (target) => resultsIn(contents, target),
    insertInto: (xml) => inserted(xml, contents),
  }),
};

/** The document with the data in relationships of its own, at the end. */
function inserted(xml: string, contents: readonly Content[]): string {
  const closing = /<\/(?:([\w.-]+):)?definitions\s*>\s*(?:<!--[\s\S]*?-->\s*)*$/.exec(xml);
  if (!closing) return xml;
  const prefix = closing[1] === undefined ? '' : `${closing[1]}:`;
  const id = /<(?:[\w.-]+:)?definitions\b[^>]*?\sid\s*=\s*["']([^"']*)["']/.exec(xml)?.[1] ?? '';
  const relationships = contents.map(
    ({ text }) =>
      `<${prefix}relationship type="BPSimData"><${prefix}extensionElements>${bodyOf(text)}</${prefix}extensionElements>` +
      `<${prefix}source>${id}</${prefix}source><${prefix}target>${id}</${prefix}target></${prefix}relationship>\n`,
  );
  return xml.slice(0, closing.index) + relationships.join('') + xml.slice(closing.index);
}

/** The root element alone: no declaration, no document type. */
const bodyOf = (text: string): string =>
  text
    .replace(/^\s*<\?xml[^>]*\?>/, '')
    .replace(/<!DOCTYPE[^[>]*(\[[\s\S]*?\])?\s*>/, '')
    .trim();

async function read(contents: readonly Content[], target: Target): Promise<readonly ReadScenario[]> {
  const data = await dataOf(contents, target);
  if (!data) return [];
  const { scenarios, issues } = readScenarios(data);
  const [first, ...more] = scenarios;
  return first ? [{ scenario: first, issues }, ...more.map((scenario) => ({ scenario, issues: [] }))] : [];
}

async function resultsIn(contents: readonly Content[], target: Target): Promise<readonly Results[]> {
  const data = await dataOf(contents, target);
  if (!data) return [];
  const known = new Set(readProcess(data).model.nodes.map(({ id }) => id));
  return readResults(data).map((results) => ({
    ...results,
    figures: results.figures.filter(({ element }) => known.has(element)),
  }));
}

/** The process with the data of the files and no other. */
async function dataOf(
  contents: readonly Content[],
  { xml }: Target,
): Promise<OpenedDocument['definitions'] | undefined> {
  const document = await openDocument(inserted(xml, contents));
  if (isRefusal(document)) return undefined;
  const { definitions } = document;
  definitions.set('relationships', many(definitions, 'relationships').slice(-contents.length));
  return definitions;
}
