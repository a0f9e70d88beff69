/** Diagrams that are too large to draw: emptied in the tree, and saved as they were. */
import type { OpenedDocument } from '../document.ts';
import { split, textAt } from '../front-door/tags.ts';
import { list, many, one } from '../moddle.ts';
import { survey } from './anchors.ts';
import { declarationsOf } from './attributes.ts';
import type { Keepsakes } from './index.ts';
import type { Piece } from './pieces.ts';

/** Takes shapes and lines out of the tree; what is answered puts them back whenever the document is written. */
export function undrawn({ definitions, xml, keepsakes }: OpenedDocument): Keepsakes {
  for (const diagram of many(definitions, 'diagrams')) {
    const plane = one(diagram, 'plane');
    if (plane) list(plane, 'planeElement').splice(0);
  }
  const { elements } = survey(xml);
  const pieces: Piece[] = [];
  for (const [anchor, { from, to, tag }] of elements) {
    if (split(tag.name)[1] !== 'BPMNPlane' || tag.empty) continue;
    const end = xml.lastIndexOf('</', to);
    const raw = textAt(xml, { from: tag.text.from, to: end }).trim();
    if (raw !== '') pieces.push({ kind: 'element', raw, from, inside: anchor, after: '' });
  }
  const [root] = elements;
  const declared = root ? new Map([[root[0], declarationsOf(xml, root[1])]]) : new Map<string, Map<string, string>>();
  const attributes = new Map(
    [...declared, ...keepsakes.attributes].map(([anchor, lost]) => [
      anchor,
      new Map([...(declared.get(anchor) ?? []), ...lost]),
    ]),
  );
  return { ...keepsakes, pieces: [...keepsakes.pieces, ...pieces], attributes };
}
