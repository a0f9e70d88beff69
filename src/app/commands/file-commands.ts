/** Commands of studies and files. */
import { msg, str } from '@lit/localize';
import { assertWellFormed } from '../../study/well-formed.ts';
import { changedOnDisk, fileNameOf, pickFiles, writeFile, type FilePlace } from '../../study/files.ts';
import { packStudy } from '../../study/study-file.ts';
import { packVersions } from '../../study/study-file-versions.ts';
import { versionsOf } from '../../study/study-store.ts';
import type { Workbench } from '../workbench.ts';
import { askChoice } from '../ask.ts';
import { refusedByFrame } from '../framing.ts';
import { newStudy } from '../new-study.ts';
import { openFiles } from '../open-files.ts';
import { withStudy, type Command } from './command.ts';

export const fileCommands: readonly Command[] = [
  {
    id: 'new-study',
    group: 'file',
    label: () => msg('New study'),
    icon: 'plus',
    run: (workbench) => workbench.open(newStudy()),
  },
  {
    id: 'open',
    group: 'file',
    label: () => msg('Open…'),
    icon: 'open',
    shortcuts: ['Ctrl+O'],
    run: async (workbench) => {
      const files = await pickFiles();
      if (files) await openFiles(workbench, files);
    },
  },
  {
    id: 'save',
    group: 'file',
    label: () => msg('Save'),
    icon: 'save',
    shortcuts: ['Ctrl+S'],
    when: withStudy,
    run: (workbench) => save(workbench, formatOf(workbench), workbench.file),
  },
  {
    id: 'save-as',
    group: 'file',
    label: () => msg('Save as…'),
    icon: 'save',
    shortcuts: ['Ctrl+Shift+S'],
    when: withStudy,
    run: (workbench) => save(workbench, formatOf(workbench)),
  },
  {
    id: 'save-study',
    group: 'file',
    label: () => msg('Save the whole study (.preflight)…'),
    icon: 'file',
    when: withStudy,
    run: (workbench) => save(workbench, '.preflight'),
  },
  {
    id: 'import-report',
    group: 'file',
    label: () => msg('Import report'),
    icon: 'info',
    when: (workbench) => workbench.session !== undefined && workbench.wasImported,
    run: (workbench) => {
      workbench.panels.openDialog('import-report');
    },
  },
  {
    id: 'history',
    group: 'file',
    label: () => msg('Versions and earlier states…'),
    icon: 'history',
    when: withStudy,
    run: (workbench) => {
      workbench.panels.openDialog('history');
    },
  },
  {
    id: 'share',
    group: 'file',
    label: () => msg('Share as a link…'),
    icon: 'external',
    when: withStudy,
    run: (workbench) => {
      workbench.panels.openDialog('share');
    },
  },
  {
    id: 'close-study',
    group: 'file',
    label: () => msg('Back to the start page'),
    icon: 'arrow-left',
    when: withStudy,
    run: (workbench) => workbench.close(),
  },
];

type Format = '.bpmn' | '.preflight';

/** A study of one design is its .bpmn file, unless it was opened as a study file. */
function formatOf({ session }: Workbench): Format {
  const single = session?.designs.length === 1 && !session.fileName?.endsWith('.preflight');
  return single ? '.bpmn' : '.preflight';
}

/** Saves the study in a format: over `place` without asking when it fits, else where the user says. */
async function save(workbench: Workbench, format: Format, place?: FilePlace): Promise<void> {
  const { session } = workbench;
  if (!session) return;
  const study = await session.snapshot();
  for (const { xml } of study.designs) assertWellFormed(xml);
  const versions = format === '.preflight' && workbench.store ? await versionsOf(workbench.store, study.id) : [];
  const packed = packVersions(versions);
  const content =
    format === '.preflight'
      ? new Blob([packStudy(study, packed).slice()], { type: 'application/zip' })
      : new Blob([study.designs[0]?.xml ?? ''], { type: 'application/xml' });
  const refused = place && refusedByFrame();
  if (refused) {
    workbench.say(refused, 'alert');
    return;
  }
  const over = place?.handle.name.toLowerCase().endsWith(format) ? place : undefined;
  if (over && (await changedOnDisk(over)) && !(await mayOverwrite(over))) return;
  const name = study.fileName?.toLowerCase().endsWith(format) ? study.fileName : fileNameOf(study.name, format);
  const saved = await writeFile(content, name, over?.handle);
  if (!saved) return;
  await workbench.savedTo(saved);
  const done = saved.place ? msg(str`Saved to ${saved.name}.`) : msg(str`A copy was downloaded as ${saved.name}.`);
  const leftOut = versions.length - packed.length;
  if (leftOut === 0) workbench.say(done);
  else workbench.say(`${done} ${msg(str`The ${leftOut} oldest versions found no room in it.`)}`, 'alert');
}

async function mayOverwrite({ handle }: FilePlace): Promise<boolean> {
  const answer = await askChoice(
    msg(str`“${handle.name}” was changed elsewhere`),
    msg('Another program has written this file since it was opened here. To keep both, cancel and use Save as.'),
    [{ value: 'overwrite', label: msg('Overwrite it'), variant: 'danger' }],
  );
  return answer === 'overwrite';
}
