/** Commands of the diagram's history and search; the canvas answers most keys itself while it has the focus. */
import { msg } from '@lit/localize';
import { withStudy, type Command } from './command.ts';

const onCanvas = (id: string, label: () => string, ...shortcuts: readonly string[]): Command => ({
  id,
  group: 'edit',
  label,
  shortcuts,
  byCanvas: true,
  when: withStudy,
  run: () => undefined,
});

export const editCommands: readonly Command[] = [
  {
    id: 'undo',
    group: 'edit',
    label: () => msg('Undo'),
    icon: 'undo',
    shortcuts: ['Ctrl+Z'],
    whileTyping: false,
    when: (workbench) => workbench.session?.editor.canUndo ?? false,
    run: (workbench) => workbench.session?.editor.undo(),
  },
  {
    id: 'redo',
    group: 'edit',
    label: () => msg('Redo'),
    icon: 'redo',
    shortcuts: ['Ctrl+Y', 'Ctrl+Shift+Z'],
    whileTyping: false,
    when: (workbench) => workbench.session?.editor.canRedo ?? false,
    run: (workbench) => workbench.session?.editor.redo(),
  },
  {
    id: 'find',
    group: 'edit',
    label: () => msg('Find in the diagram'),
    icon: 'search',
    shortcuts: ['Ctrl+F'],
    when: withStudy,
    run: (workbench) => {
      workbench.panels.focusPanel('canvas');
      workbench.session?.editor.openSearch();
    },
  },
  onCanvas('copy', () => msg('Copy, cut, paste'), 'Ctrl+C', 'Ctrl+X', 'Ctrl+V'),
  onCanvas('duplicate', () => msg('Duplicate'), 'Ctrl+D'),
  onCanvas('select-all', () => msg('Select all'), 'Ctrl+A'),
  onCanvas('delete', () => msg('Delete'), 'Delete'),
  onCanvas('edit-label', () => msg('Edit the name'), 'E'),
  onCanvas('replace', () => msg('Change the type of element'), 'R'),
  onCanvas('append', () => msg('Append an element'), 'A'),
  onCanvas('create', () => msg('Create an element'), 'N'),
  onCanvas('hand-tool', () => msg('Hand tool'), 'H'),
  onCanvas('lasso-tool', () => msg('Lasso tool'), 'L'),
  onCanvas('space-tool', () => msg('Space tool'), 'S'),
  onCanvas('connect-tool', () => msg('Connect tool'), 'C'),
  onCanvas('move', () => msg('Move the selection'), '←', '↑', '→', '↓'),
];
