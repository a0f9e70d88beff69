/** Commands that give diagram and figures away as files: one per exporter, and the file as it was opened. */
import { msg, str } from '@lit/localize';
import { exporters, type Exporter, type ExportSource } from '../../exporters/index.ts';
import { locale } from '../../i18n/locale.ts';
import { writeFile } from '../../study/files.ts';
import { exportName } from '../export-name.ts';
import type { Workbench } from '../workbench.ts';
import type { Command } from './command.ts';

const exportCommand = (exporter: Exporter): Command => ({
  id: `export-${exporter.id}`,
  group: 'export',
  label: () => exporter.label(),
  icon: 'download',
  when: (workbench) => {
    const source = sourceOf(workbench);
    return source !== undefined && exporter.accepts(source);
  },
  run: async (workbench) => {
    const source = sourceOf(workbench);
    if (source) await give(workbench, await exporter.write(source), exporter.extension);
  },
});

export const exportCommands: readonly Command[] = [
  ...exporters.map(exportCommand),
  {
    id: 'export-original',
    group: 'export',
    label: () => msg('The file as it was opened'),
    icon: 'history',
    when: (workbench) => workbench.original !== undefined,
    run: async ({ original }) => {
      if (original) await writeFile(new Blob([original.bytes.slice()]), original.fileName);
    },
  },
];

/** What there is to export now; figures of a run under way are not final and stay out. */
function sourceOf({ session }: Workbench): ExportSource | undefined {
  if (!session) return undefined;
  const { run, ranScenario: scenario } = session;
  const finished = run.status === 'complete' || run.status === 'partial';
  return {
    locale: locale(),
    diagram: () => session.editor.toSvg(),
    ...(finished && scenario ? { run: { result: run.result, scenario } } : {}),
  };
}

/** Lets the user say where; the name proposed is that of study and design. */
async function give(workbench: Workbench, content: Blob, extension: string): Promise<void> {
  const { session } = workbench;
  if (!session) return;
  const saved = await writeFile(content, exportName(session, extension));
  if (saved) workbench.say(msg(str`Saved to ${saved.name}.`));
}
