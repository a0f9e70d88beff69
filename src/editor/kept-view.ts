/** What the user looks at, remembered while the document is replaced by a later state of itself. */
import type { Services } from './services.ts';

/** Remembers plane, part of the sheet and selection; the answer shows them again as far as they still exist. */
export function keepView({ canvas, registry, selection }: Services): () => void {
  const { x, y, width, height } = canvas.viewbox();
  const root = canvas.getRootElement().id;
  const selected = selection.get().map(({ id }) => id);
  return () => {
    const plane = registry.get(root);
    if (plane && !plane.parent) canvas.setRootElement(plane);
    if (width > 0 && height > 0) canvas.viewbox({ x, y, width, height });
    selection.select(selected.flatMap((id) => registry.get(id) ?? []));
  };
}
