/** Steps and lines that are missing in a drawing, put beside what they are connected with. */
import type { ModdleElement } from '../moddle.ts';
import { CELL } from './arrange.ts';
import { usualSize, type Contents } from './contents.ts';
import { addStep, drawBesides } from './draw-whole.ts';
import { around, bottom, middle, overlap, right, type Bounds } from './geometry.ts';
import type { Sheet } from './sheet.ts';

/** Draws the steps of `contents` that have no shape, then what hangs on them. */
export function addMissing(sheet: Sheet, plane: ModdleElement, contents: Contents): void {
  const missing = contents.nodes.filter((node) => !sheet.shapes.has(node));
  // A step may be connected to one that is missing too: those that have a neighbour come first.
  for (let left = missing; left.length > 0;) {
    const next = left.find((node) => beside(sheet, contents, node)) ?? left[0];
    if (!next) break;
    addStep(sheet, plane, next, free(sheet, beside(sheet, contents, next) ?? lowest(sheet, contents, next)));
    left = left.filter((node) => node !== next);
  }
  drawBesides(sheet, plane, contents);
}

/** Behind the first step that leads here, else before the first that this one leads to. */
function beside(sheet: Sheet, { connections }: Contents, node: ModdleElement): Bounds | undefined {
  const size = usualSize(node);
  const before = connections.find(({ source, target }) => target === node && sheet.shapes.has(source));
  const from = before && sheet.shapes.get(before.source);
  if (from) return { ...size, x: right(from) + 50, y: middle(from).y - size.height / 2 };
  const behind = connections.find(({ source, target }) => source === node && sheet.shapes.has(target));
  const to = behind && sheet.shapes.get(behind.target);
  return to && { ...size, x: to.x - 50 - size.width, y: middle(to).y - size.height / 2 };
}

function lowest(sheet: Sheet, { nodes }: Contents, node: ModdleElement): Bounds {
  const drawn = around(nodes.flatMap((other) => sheet.shapes.get(other) ?? []));
  return { ...usualSize(node), x: drawn?.x ?? 0, y: drawn ? bottom(drawn) + 60 : 0 };
}

/** The place itself or the next one below it that is free. Shapes around the place, such as pools, are not in its way. */
function free(sheet: Sheet, wanted: Bounds): Bounds {
  const obstacles = [...sheet.shapes.values()].filter(
    ({ width, height }) => width <= CELL.width && height <= CELL.height,
  );
  let place = wanted;
  while (obstacles.some((obstacle) => overlap(obstacle, place))) place = { ...place, y: place.y + 20 };
  return place;
}
