/** Commands of zoom and panels. */
import { msg } from '@lit/localize';
import { withStudy, type Command } from './command.ts';

export const viewCommands: readonly Command[] = [
  {
    id: 'compare',
    group: 'view',
    label: () => msg('Compare the designs'),
    icon: 'compare',
    shortcuts: ['Ctrl+Shift+Enter'],
    everywhere: true,
    when: withStudy,
    run: ({ panels }) => panels.showPage(panels.page === 'experiments' ? 'design' : 'experiments'),
  },
  {
    id: 'fit',
    group: 'view',
    label: () => msg('Fit the diagram'),
    icon: 'fit',
    shortcuts: ['Ctrl+1'],
    when: withStudy,
    run: (workbench) => workbench.session?.editor.fit(),
  },
  {
    id: 'zoom-reset',
    group: 'view',
    label: () => msg('Zoom to 100 %'),
    icon: 'search',
    shortcuts: ['Ctrl+0'],
    when: withStudy,
    run: (workbench) => workbench.session?.editor.zoom(0),
  },
  {
    id: 'minimap',
    group: 'view',
    label: () => msg('Show or hide the map'),
    icon: 'map',
    when: withStudy,
    run: (workbench) => workbench.session?.editor.toggleMinimap(),
  },
  {
    id: 'focus-canvas',
    group: 'view',
    label: () => msg('Go to the diagram'),
    shortcuts: ['Alt+1'],
    when: withStudy,
    run: (workbench) => {
      workbench.panels.focusPanel('canvas');
    },
  },
  {
    id: 'focus-inspector',
    group: 'view',
    label: () => msg('Go to the parameters'),
    shortcuts: ['Alt+2'],
    when: withStudy,
    run: (workbench) => {
      workbench.panels.focusPanel('inspector');
    },
  },
  {
    id: 'focus-results',
    group: 'view',
    label: () => msg('Go to the results'),
    shortcuts: ['Alt+3'],
    when: withStudy,
    run: (workbench) => {
      workbench.panels.focusPanel('results');
    },
  },
  {
    id: 'replay',
    group: 'view',
    label: () => msg('Replay the simulation on the diagram'),
    icon: 'replay',
    shortcuts: ['Alt+R'],
    when: withStudy,
    run: (workbench) => {
      workbench.panels.present('replay');
    },
  },
  {
    id: 'present',
    group: 'view',
    label: () => msg('Present to a room'),
    icon: 'present',
    shortcuts: ['F9'],
    whileTyping: true,
    when: withStudy,
    run: (workbench) => {
      workbench.panels.present('presenting');
    },
  },
  {
    id: 'project',
    group: 'view',
    label: () => msg('Present in a second window'),
    icon: 'present',
    shortcuts: ['Shift+F9'],
    whileTyping: true,
    when: withStudy,
    run: (workbench) => {
      workbench.panels.project();
    },
  },
  {
    id: 'focus-outline',
    group: 'view',
    label: () => msg('Go to the outline of the diagram'),
    shortcuts: ['Alt+4'],
    when: withStudy,
    run: (workbench) => {
      workbench.panels.showOutline();
    },
  },
  {
    id: 'toggle-dock',
    group: 'view',
    label: () => msg('Show or hide the results'),
    icon: 'chart',
    when: withStudy,
    run: (workbench) => {
      workbench.panels.toggleDock();
    },
  },
];
