/** From the bytes of a file to what the editor draws: the front door, a safe drawing, and a layout for what has none. */
import { issue, type Issue } from '#simulation';
import { isRefusal, openDocument, written, type Refusal } from './document.ts';
import { makeDrawingSafe } from './front-door/drawing.ts';
import { MOST_DRAWN } from './front-door/limits.ts';
import { undrawn } from './keepsakes/diagrams.ts';
import type { Keepsakes } from './keepsakes/index.ts';
import { restoreVendorTexts } from './keepsakes/vendor-texts.ts';
import { ensurePlane, layOutMissing } from './layout/index.ts';
import { ReportLog, type ImportReport } from './report.ts';

/** A document on its way to the editor. Plain data: passes between threads. */
export interface PreparedDocument {
  /** What the editor reads. */
  readonly xml: string;
  /** What the editor puts back when it writes. */
  readonly keepsakes: Keepsakes;
  /** The text of the file, as a design keeps it; preparing it again gives the same. */
  readonly text: string;
  /** What was found on the way from bytes to `text`; the text does not show it any more. */
  readonly reading: readonly Issue[];
  /** What was found in the text. */
  readonly issues: readonly Issue[];
  readonly report: ImportReport;
}

/** Prepares a file or the text of a design. Never rejects for bad input. */
export async function prepareDocument(
  source: string | Uint8Array,
  fileName?: string,
): Promise<PreparedDocument | Refusal> {
  const log = new ReportLog();
  const opened = await openDocument(source, fileName, log);
  if (isRefusal(opened)) return opened;
  const { definitions, moddle, text, reading, drawn } = opened;
  let { keepsakes } = opened;
  if (drawn > MOST_DRAWN) {
    keepsakes = undrawn(opened);
    ensurePlane(definitions, moddle);
    log.add('kept', issue('warning', 'too-many-to-draw', undefined, { count: drawn, limit: MOST_DRAWN }));
  } else {
    makeDrawingSafe(definitions, log);
    await layOutMissing(definitions, moddle, log);
  }
  const xml = restoreVendorTexts(await written({ definitions, moddle }), keepsakes.vendors);
  const issues = log.issues.filter((found) => !reading.includes(found));
  return { xml, keepsakes, text, reading, issues, report: log.report(definitions) };
}
