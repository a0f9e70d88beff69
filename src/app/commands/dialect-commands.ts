/** Commands that hand the design that shows, with its active scenario, to other simulators: one per format. */
import { strToU8, zipSync } from 'fflate';
import { msg, str } from '@lit/localize';
import { dialectWriters, type DialectWriter, type Written } from '../../dialects/index.ts';
import { issueText } from '../../i18n/issues.ts';
import { writeFile } from '../../study/files.ts';
import { exportName } from '../export-name.ts';
import type { Session } from '../session.ts';
import type { Workbench } from '../workbench.ts';
import { withStudy, type Command } from './command.ts';

const dialectCommand = (writer: DialectWriter): Command => ({
  id: `export-${writer.id}`,
  group: 'export',
  label: () => msg(str`For other simulators: ${writer.format}`),
  icon: 'download',
  when: withStudy,
  run: (workbench) => hand(workbench, writer),
});

/** What the last of them changed. */
const reportCommand: Command = {
  id: 'export-report',
  group: 'export',
  label: () => msg('What changed on the way'),
  icon: 'info',
  when: (workbench) => (workbench.exported?.issues.length ?? 0) > 0,
  run: (workbench) => {
    workbench.panels.openDialog('export-report');
  },
};

export const dialectCommands: readonly Command[] = [...dialectWriters.map(dialectCommand), reportCommand];

async function hand(workbench: Workbench, writer: DialectWriter): Promise<void> {
  const { session } = workbench;
  if (!session) return;
  const { model, scenario, editor, run } = session;
  const results = run.status === 'complete' && !run.stale ? { results: run.result.document } : {};
  const written = await writer.write({ xml: await editor.toXml(), model, scenario, ...results });
  const { content, name } = packed(written, session);
  const saved = await writeFile(content, name);
  if (saved) workbench.exportedAs({ file: saved.name, format: writer.format, issues: written.issues });
}

/** A document alone as it is; else an archive of the files, with the report of what was lost. */
function packed({ files, issues }: Written, session: Session): { readonly content: Blob; readonly name: string } {
  const [only, ...more] = files;
  if (only && more.length === 0 && issues.length === 0)
    return { content: new Blob([only.text], { type: 'application/xml' }), name: exportName(session, only.suffix) };
  const base = exportName(session, '');
  const entries = Object.fromEntries(files.map(({ suffix, text }) => [`${base}${suffix}`, strToU8(text)]));
  const report = issues.map((issue) => `${issueText(issue)}\r\n`).join('');
  const archive = zipSync({ ...entries, ...(report === '' ? {} : { 'report.txt': strToU8(report) }) });
  return { content: new Blob([archive.slice()], { type: 'application/zip' }), name: exportName(session, '.zip') };
}
