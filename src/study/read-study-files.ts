/** Sorts files from disk into studies, designs and what cannot be opened, by what is in them rather than by their names. */
import type { Issue } from '#simulation';
import { prepareDocument, type ImportReport } from '../bpmn/index.ts';
import type { Parameters } from '../importers/importer.ts';
import { openFiles } from '../importers/open-files.ts';
import type { Prepare } from '../opening/preparer.ts';
import type { OpenedFile } from './files.ts';
import { looksZipped, newUnpacking, unpackStudy } from './study-file.ts';
import { unpackVersions } from './study-file-versions.ts';
import type { Version } from './study-store.ts';
import type { Study } from './study.ts';

export interface StudyFiles {
  readonly studies: readonly {
    readonly study: Study;
    /** Oldest first. */
    readonly versions: readonly Version[];
    readonly file: OpenedFile;
    readonly issues: readonly Issue[];
  }[];
  readonly designs: readonly {
    readonly name: string;
    readonly xml: string;
    readonly file: OpenedFile;
    readonly issues: readonly Issue[];
    /** Those of them on parameters of other tools, and what was said of results. */
    readonly brought: readonly Issue[];
    readonly report: ImportReport;
  }[];
  /** Parameters in files of their own whose process is not among the files. */
  readonly parameters: readonly Parameters[];
  /** Event logs, which are no processes; the last issue of each says so. */
  readonly logs: readonly { readonly file: OpenedFile; readonly issues: readonly Issue[] }[];
  /** The last issue of each says why. */
  readonly refused: readonly { readonly file: OpenedFile; readonly issues: readonly Issue[] }[];
}

/** Reads files in their order. Never rejects for bad input. Issues are those that the documents do not show any more. */
export async function readStudyFiles(
  files: readonly OpenedFile[],
  prepare: Prepare = prepareDocument,
): Promise<StudyFiles> {
  const studies: StudyFiles['studies'][number][] = [];
  const refused: StudyFiles['refused'][number][] = [];
  const others: OpenedFile[] = [];
  for (const file of files) {
    if (!looksZipped(file.bytes)) others.push(file);
    else {
      const unpacking = newUnpacking();
      const { study, versions = [], issues } = await unpackStudy(file.bytes, file.name, prepare, unpacking);
      if (!study) refused.push({ file, issues });
      else {
        const earlier = await unpackVersions(versions, file.name, prepare, unpacking.ids);
        studies.push({ study, versions: earlier.versions, file, issues: [...issues, ...earlier.issues] });
      }
    }
  }
  const opened = await openFiles(others, prepare);
  const designs = opened.designs.map(({ name, xml, file, reading: issues, brought, report }) => ({
    name,
    xml,
    file,
    issues,
    brought,
    report,
  }));
  return {
    studies,
    designs,
    parameters: opened.parameters,
    logs: opened.refused.filter(isLog),
    refused: [...refused, ...opened.refused.filter((found) => !isLog(found))],
  };
}

/** What is known as a log by its beginning; by its name what is packed, too large to be looked into, or a table like others. */
function isLog({ file, issues }: StudyFiles['refused'][number]): boolean {
  const code = issues.at(-1)?.code;
  if (code === 'file-is-xes' || code === 'file-is-event-table') return true;
  if (code === 'file-is-gzip') return /\.(csv|tsv|txt|xes|xml)\.gz$/i.test(file.name);
  return (code === 'file-is-text' || code === 'file-too-large') && /\.(csv|tsv|xes)$/i.test(file.name);
}
