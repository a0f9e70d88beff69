/** Sorts files from disk into studies, designs and what cannot be opened, by what is in them rather than by their names. */
import type { Issue } from '#simulation';
import { isRefusal, prepareDocument, type ImportReport } from '../bpmn/index.ts';
import type { Prepare } from '../opening/preparer.ts';
import type { OpenedFile } from './files.ts';
import { looksZipped, unpackStudy } from './study-file.ts';
import type { Study } from './study.ts';

export interface StudyFiles {
  readonly studies: readonly { readonly study: Study; readonly file: OpenedFile; readonly issues: readonly Issue[] }[];
  readonly designs: readonly {
    readonly name: string;
    readonly xml: string;
    readonly file: OpenedFile;
    readonly issues: readonly Issue[];
    readonly report: ImportReport;
  }[];
  /** The last issue of each says why. */
  readonly refused: readonly { readonly file: OpenedFile; readonly issues: readonly Issue[] }[];
}

/** Reads files in their order. Never rejects for bad input. Issues are those that the documents do not show any more. */
export async function readStudyFiles(
  files: readonly OpenedFile[],
  prepare: Prepare = prepareDocument,
): Promise<StudyFiles> {
  const studies: StudyFiles['studies'][number][] = [];
  const designs: StudyFiles['designs'][number][] = [];
  const refused: StudyFiles['refused'][number][] = [];
  for (const file of files) {
    if (looksZipped(file.bytes)) {
      const { study, issues } = await unpackStudy(file.bytes, file.name, prepare);
      if (study) studies.push({ study, file, issues });
      else refused.push({ file, issues });
      continue;
    }
    const opened = await prepare(file.bytes, file.name);
    if (isRefusal(opened)) refused.push({ file, issues: opened.issues });
    else designs.push({ name: stem(file.name), xml: opened.text, file, issues: opened.reading, report: opened.report });
  }
  return { studies, designs, refused };
}

/** File name without folder and extension, as the name of the design. */
const stem = (fileName: string): string =>
  fileName.replace(/^.*[/\\]/, '').replace(/\.(bpmn|xml)(\.xml)?$/i, '') || fileName;
