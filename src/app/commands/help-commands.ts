/** Commands that explain: shortcuts and what Preflight is. */
import { msg } from '@lit/localize';
import { takeTour } from '../tour.ts';
import type { Command } from './command.ts';

export const helpCommands: readonly Command[] = [
  {
    id: 'help',
    group: 'help',
    label: () => msg('Help'),
    icon: 'question',
    shortcuts: ['F1'],
    run: (workbench) => {
      workbench.panels.openDialog('help');
    },
  },
  {
    id: 'tour',
    group: 'help',
    label: () => msg('Tour in five steps'),
    icon: 'star',
    run: takeTour,
  },
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
