/** What became of the files that designs came from, for the status line and for the report. */
import { msg, str } from '@lit/localize';
import { isRefusal, type ImportReport, type Outcome } from '../bpmn/index.ts';
import type { Prepare } from '../opening/preparer.ts';
import type { StudyFiles } from '../study/read-study-files.ts';
import type { Original } from '../study/study-store.ts';
import type { StatusMessage } from './workbench.ts';

/** The report on a file, made anew from its bytes; nothing when there is none or it is no process. */
export async function reportOf(original: Original | undefined, prepare: Prepare): Promise<ImportReport | undefined> {
  if (!original) return undefined;
  const prepared = await prepare(original.bytes, original.fileName);
  return isRefusal(prepared) ? undefined : prepared.report;
}

/** One line on files that were just opened; nothing when all of them simply passed. */
export function summaryOf(designs: StudyFiles['designs']): StatusMessage | undefined {
  const sum = (outcome: Outcome): number => designs.reduce((n, { report }) => n + report.totals[outcome], 0);
  const [repaired, dropped] = [sum('repaired'), sum('dropped')];
  if (repaired + dropped === 0) return undefined;
  const text = msg(str`Opened. Repaired: ${repaired}, dropped: ${dropped}.`);
  return { text, urgency: 'quiet', command: 'import-report' };
}
