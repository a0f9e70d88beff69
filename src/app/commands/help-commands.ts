/** Commands that explain: shortcuts and what Preflight is. */
import { msg } from '@lit/localize';
import type { Command } from './command.ts';

export const helpCommands: readonly Command[] = [
  {
    id: 'shortcuts',
    group: 'help',
    label: () => msg('Keyboard shortcuts'),
    icon: 'keyboard',
    shortcuts: ['?'],
    run: (workbench) => {
      workbench.panels.openDialog('shortcuts');
    },
  },
  {
    id: 'about',
    group: 'help',
    label: () => msg('About Preflight'),
    icon: 'info',
    run: (workbench) => {
      workbench.panels.openDialog('about');
    },
  },
];
