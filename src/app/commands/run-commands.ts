/** Commands of a run. */
import { msg } from '@lit/localize';
import { withStudy, type Command } from './command.ts';

export const runCommands: readonly Command[] = [
  {
    id: 'run',
    group: 'run',
    label: () => msg('Run the simulation'),
    icon: 'play',
    shortcuts: ['Ctrl+Enter'],
    everywhere: true,
    when: (workbench) => withStudy(workbench) && workbench.session?.run.status !== 'running',
    run: (workbench) => workbench.session?.startRun(),
  },
  {
    id: 'cancel-run',
    group: 'run',
    label: () => msg('Cancel the run and keep what is known'),
    icon: 'stop',
    shortcuts: ['Esc'],
    when: (workbench) => workbench.session?.run.status === 'running',
    run: (workbench) => workbench.session?.cancelRun(),
  },
];
