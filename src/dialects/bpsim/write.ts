/** A process with its scenarios in BPSim that the official schema accepts, of either version. */
import { isRefusal, makeStrict, openDocument, toXml, type Version } from '../../bpmn/index.ts';
import type { Written } from '../outgoing.ts';

/** `xml`: a document with scenarios. Ids that are not legal stay as they were repaired, because BPSim refers to them. */
export async function writeBpsim(xml: string, version: Version): Promise<Written> {
  const document = await openDocument(xml);
  if (isRefusal(document)) throw new Error(`our own document is refused: <${document.issues.at(-1)?.code ?? ''}>`);
  const { definitions, moddle, keepsakes } = document;
  const issues = makeStrict(definitions, moddle, version);
  const text = await toXml({ definitions, moddle, keepsakes: { ...keepsakes, ids: new Map() } });
  return { files: [{ suffix: '.bpmn', text }], issues };
}
