/** Passes on what the editor of a design tells beside its changes: what is selected, and what the user should hear. */
import { msg, str } from '@lit/localize';
import type { DesignEditor } from '../editor/design-editor.ts';
import type { SessionEvents } from './session-environment.ts';

export function listenToEditor(editor: DesignEditor, app: SessionEvents, selected: () => void): void {
  editor.on('selected', selected);
  editor.on('inspect', () => {
    app.inspected();
  });
  editor.on('refused', () => {
    app.refused();
  });
  editor.on('undone', () => {
    if (editor.redoLabel) app.announced(msg(str`Undone: ${editor.redoLabel}`));
  });
  editor.on('redone', () => {
    if (editor.undoLabel) app.announced(msg(str`Done again: ${editor.undoLabel}`));
  });
}
