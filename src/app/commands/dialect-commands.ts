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

export const dialectCommands: readonly Command[] = dialectWriters.map(dialectCommand);

async function hand(workbench: Workbench, writer: DialectWriter): Promise<void> {
  const { session } = workbench;
  if (!session) return;
  const { model, scenario, editor } = session;
  const written = await writer.write({ xml: await editor.toXml(), model, scenario });
  const { content, name } = packed(written, session);
  const saved = await writeFile(content, name);
  if (saved)
    workbench.say(
      written.issues.length === 0
        ? msg(str`Saved to ${saved.name}.`)
        : msg(
            str`Saved to ${saved.name}. The report inside lists ${written.issues.length} things that changed on the way.`,
          ),
    );
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
