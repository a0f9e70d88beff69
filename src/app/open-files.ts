/** What becomes of files that are picked, dropped or launched: a study, designs of one, or parameters for the design that shows. */
import { msg, str } from '@lit/localize';
import { issue, type Issue } from '#simulation';
import { freeName } from '../bpmn/index.ts';
import { issueText } from '../i18n/issues.ts';
import type { Parameters } from '../importers/importer.ts';
import type { OpenedFile } from '../study/files.ts';
import { readStudyFiles, type StudyFiles } from '../study/read-study-files.ts';
import { createDesign, createStudy } from '../study/study.ts';
import { askWhere } from './ask-where.ts';
import { attachParameters } from './attach-parameters.ts';
import { summaryOf } from './import-reports.ts';
import type { Workbench } from './workbench.ts';

type Archive = StudyFiles['studies'][number];
type Designs = StudyFiles['designs'];

/**
 * Opens files: a .preflight replaces the study; .bpmn files become designs of the open study or of a new one; an event log is
 * offered as the arrivals of the process that shows then. Files that come while others are being opened wait for them.
 */
export function openFiles(
  workbench: Workbench,
  files: readonly OpenedFile[] | Promise<readonly OpenedFile[]>,
): Promise<void> {
  return workbench.inTurn(async () => openNow(workbench, await files));
}

async function openNow(workbench: Workbench, files: readonly OpenedFile[]): Promise<void> {
  const read = await readStudyFiles(files, workbench.panels.prepare);
  for (const { issues } of read.refused) workbench.say(textOfLast(issues), 'alert');
  await openProcesses(workbench, read);
  const [log, ...more] = read.logs;
  if (!log) return;
  if (more.length > 0) workbench.say(msg(str`Event logs are read one at a time: ${log.file.name} first.`), 'alert');
  if (workbench.session) workbench.takeLog(log.file);
  else workbench.say(issueText(issue('error', 'log-without-process', undefined, { file: log.file.name })), 'alert');
}

async function openProcesses(workbench: Workbench, read: StudyFiles): Promise<void> {
  const [archive] = read.studies;
  if (archive) {
    await openArchive(workbench, archive);
    return;
  }
  if (read.parameters.length > 0) await attach(workbench, read.parameters);
  if (read.designs.length === 0) return;
  const where = workbench.session ? await askWhere(read.designs.length) : 'new';
  if (where === 'here') await addToStudy(workbench, read.designs);
  else if (where === 'new') await openAsStudy(workbench, read.designs);
  const summary = where === undefined ? undefined : summaryOf(read.designs);
  if (summary && workbench.session) workbench.tell(summary);
}

async function openArchive(workbench: Workbench, { study, versions, file, issues }: Archive): Promise<void> {
  await workbench.open(study, file, new Map([[study.activeDesign, issues]]));
  for (const { study: earlier, at, ...details } of versions)
    await workbench.store?.keepVersion({ ...earlier, id: study.id }, details, at);
}

async function addToStudy(workbench: Workbench, designs: Designs): Promise<void> {
  const { session } = workbench;
  if (!session) return;
  for (const { name, xml, file, brought } of designs) {
    await session.addDesign(name, xml);
    workbench.note(brought);
    await workbench.keepOriginals([{ id: session.activeDesign, file }]);
  }
}

async function openAsStudy(workbench: Workbench, read: Designs): Promise<void> {
  const names: string[] = [];
  const designs = read.map(({ name, xml, brought }) => {
    const free = freeName(name, names);
    names.push(free);
    return { ...createDesign(free, xml), ...(brought.length > 0 ? { notes: brought } : {}) };
  });
  const [first] = read;
  const single = read.length === 1 ? first?.file : undefined;
  const issues = new Map(designs.map((d, i) => [d.id, read[i]?.issues ?? []]));
  await workbench.open(createStudy(first?.name ?? '', designs, single?.name), single, issues);
  await workbench.keepOriginals(designs.map((d, i) => ({ id: d.id, file: read[i]?.file })));
}

/** Brings parameters that came without their process into the design that shows; without one, says what they need. */
async function attach(workbench: Workbench, parameters: readonly Parameters[]): Promise<void> {
  const { session } = workbench;
  const [first] = parameters;
  if (session) workbench.addedParameters(await attachParameters(session, parameters));
  else if (first) {
    const values = { file: first.files.join(', '), format: first.format };
    workbench.say(issueText(issue('error', 'parameters-without-process', undefined, values)), 'alert');
  }
}

function textOfLast(issues: readonly Issue[]): string {
  const last = issues[issues.length - 1];
  return last ? issueText(last) : '';
}
