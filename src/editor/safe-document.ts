/** A document read through the front door and made safe to draw: plain colours, drawable places, a sheet to draw on. */
import type { Issue } from '#simulation';
import { isRefusal, openDocument, toWorkingXml, type Keepsakes } from '../bpmn/index.ts';
import { ensurePlane, makeDiagramSafe } from './safe-diagram.ts';

/** Without `xml` the document cannot be opened; the last issue says why. */
export interface SafeDocument {
  readonly xml?: string;
  readonly keepsakes?: Keepsakes;
  readonly issues: readonly Issue[];
}

export async function safeDocument(source: string): Promise<SafeDocument> {
  const opened = await openDocument(source);
  if (isRefusal(opened)) return { issues: opened.issues };
  const issues = [...opened.issues, ...makeDiagramSafe(opened.definitions)];
  ensurePlane(opened.definitions, opened.moddle);
  return { xml: await toWorkingXml(opened), keepsakes: opened.keepsakes, issues };
}
