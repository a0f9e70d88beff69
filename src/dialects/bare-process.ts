/** The process alone: BPMN that every tool reads, with legal ids and without parameters of any simulator. */
import { isRefusal, many, one, openDocument, toXml, writeScenarios, type ModdleElement } from '../bpmn/index.ts';

const SIMULATORS = /qbp-simulator|scylla|bpsim/;

export async function bareProcess(xml: string): Promise<string> {
  const document = await openDocument(xml);
  if (isRefusal(document)) throw new Error(`our own document is refused: <${document.issues.at(-1)?.code ?? ''}>`);
  const { definitions, moddle } = document;
  writeScenarios(definitions, moddle, []);
  for (const root of many(definitions, 'rootElements')) removeBlocks(root);
  return toXml({ definitions, moddle });
}

/** Apromore keeps its block among the extensions of the process. */
function removeBlocks(root: ModdleElement): void {
  const extensions = one(root, 'extensionElements');
  if (!extensions) return;
  const left = many(extensions, 'values').filter(({ $descriptor: { ns } }) => !SIMULATORS.test(ns.uri ?? ''));
  if (left.length > 0) extensions.set('values', left);
  else root.set('extensionElements', undefined);
}
