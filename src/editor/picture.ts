/** The diagram as it is drawn: a picture that stands alone, and where in it every element is. */
import type Canvas from 'diagram-js/lib/core/Canvas';
import type { DiagramPicture } from './design-editor.ts';
import { rootOf, type DiagramElement, type ElementRegistry } from './diagram.ts';

/** Puts the SVG text of the plane that shows together with the places of its elements. */
export function pictureOf(svg: string, canvas: Canvas, registry: ElementRegistry): DiagramPicture {
  const root = canvas.getRootElement().id;
  const isShown = (e: DiagramElement): boolean => e.id !== root && !e.labelTarget && rootOf(e).id === root;
  const elements = registry.filter(isShown);
  const shapes = elements.filter((e) => !e.waypoints);
  return {
    svg,
    view: viewOf(svg),
    shapes: Object.fromEntries(shapes.map(({ id, x, y, width, height }) => [id, { x, y, width, height }])),
    lines: Object.fromEntries(
      elements.flatMap(({ id, waypoints }) => (waypoints ? [[id, waypoints.map(({ x, y }) => ({ x, y }))]] : [])),
    ),
  };
}

function viewOf(svg: string): DiagramPicture['view'] {
  const [x = 0, y = 0, width = 1, height = 1] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(/[\s,]+/).map(Number);
  return { x, y, width, height };
}
