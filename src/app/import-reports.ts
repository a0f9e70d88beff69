/** What became of the files that designs came from and went to, for the status line and for the reports. */
import { msg, str } from '@lit/localize';
import type { Issue } from '#simulation';
import type { ImportReport, Outcome } from '../bpmn/index.ts';
import { openFiles } from '../importers/open-files.ts';
import type { Prepare } from '../opening/preparer.ts';
import type { StudyFiles } from '../study/read-study-files.ts';
import type { Original } from '../study/study-store.ts';
import type { StatusMessage } from './workbench.ts';

/** How a design came in. */
export interface FileReport {
  /** Nothing when it came from no file, or from none that can be reported on. */
  readonly document: ImportReport | undefined;
  /** What was said about parameters of other tools, those that were added later last. */
  readonly parameters: readonly Issue[];
}

/** What was handed to another tool. */
export interface ExportReport {
  readonly file: string;
  readonly format: string;
  /** What was left out, changed or fitted. */
  readonly issues: readonly Issue[];
}

/** The report on a file, made anew from its bytes. `added`: findings on parameters from further files. */
export async function reportOf(
  original: Original | undefined,
  added: readonly Issue[],
  prepare: Prepare,
): Promise<FileReport> {
  if (!original) return { document: undefined, parameters: added };
  const { designs } = await openFiles([{ name: original.fileName, bytes: original.bytes }], prepare);
  const [design] = designs;
  const brought = design?.brought ?? [];
  const known = new Set(brought.map((issue) => JSON.stringify(issue)));
  return {
    document: design?.report,
    parameters: [...brought, ...added.filter((issue) => !known.has(JSON.stringify(issue)))],
  };
}

/** One line on files that were just opened; nothing when all of them simply passed. */
export function summaryOf(designs: StudyFiles['designs']): StatusMessage | undefined {
  const sum = (outcome: Outcome): number => designs.reduce((n, { report }) => n + report.totals[outcome], 0);
  const [repaired, dropped] = [sum('repaired'), sum('dropped')];
  const brought = designs.reduce((n, design) => n + design.brought.length, 0);
  if (repaired + dropped + brought === 0) return undefined;
  const text =
    repaired + dropped === 0
      ? msg(str`Opened. Notes on its parameters: ${brought}.`)
      : msg(str`Opened. Repaired: ${repaired}, dropped: ${dropped}.`);
  return { text, urgency: 'quiet', command: 'import-report' };
}

/** One line on a file that was just written for another tool. */
export function exportSaid({ file, issues }: ExportReport): StatusMessage {
  if (issues.length === 0) return { text: msg(str`Saved to ${file}.`), urgency: 'quiet' };
  const text = msg(str`Saved to ${file}. Changed on the way: ${issues.length}.`);
  return { text, urgency: 'quiet', command: 'export-report' };
}
