/** Sends key presses to commands, without taking keys from text fields, dialogs or the canvas. */
import type { Workbench } from '../workbench.ts';
import { available, perform, type Command } from './command.ts';
import { commands } from './index.ts';
import { matches } from './shortcut.ts';

/** Listens on the window; answers how to stop. */
export function listenForShortcuts(workbench: Workbench): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    const command = commands.find((c) => !c.byCanvas && c.shortcuts?.some((s) => matches(s, event)));
    if (event.defaultPrevented && !command?.everywhere) return;
    if (!command || !mayRun(command, event) || !available(command, workbench)) {
      // The browser's own dialogs for these keys would only confuse.
      if (command?.group === 'file') event.preventDefault();
      return;
    }
    event.preventDefault();
    void perform(command, workbench);
  };
  window.addEventListener('keydown', onKeyDown);
  return () => {
    window.removeEventListener('keydown', onKeyDown);
  };
}

function mayRun(command: Command, event: KeyboardEvent): boolean {
  const path = event.composedPath();
  if (path.some(isOpenDialog)) return false;
  const whileTyping = command.whileTyping ?? (event.ctrlKey || event.metaKey || event.altKey);
  return whileTyping || !path.some(isTextField);
}

const isOpenDialog = (target: EventTarget): boolean => target instanceof HTMLDialogElement && target.open;

function isTextField(target: EventTarget): boolean {
  if (target instanceof HTMLInputElement) return !/^(button|checkbox|radio|range|color|submit)$/.test(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
