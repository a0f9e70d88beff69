/** Closes what floats over the canvas: it would outlive the elements it belongs to. */
import type { Services } from './services.ts';

export function closeTools({ searchPad, directEditing, popupMenu, selection }: Services): void {
  if (searchPad.isOpen()) searchPad.close(false);
  directEditing.cancel();
  popupMenu.close();
  selection.select(null); // closes the context pad
}
