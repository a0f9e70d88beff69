/** Where on the diagram a point of the window is. */
import type { Point } from './diagram.ts';
import type { Services } from './services.ts';

/** In diagram units; undefined beside the canvas. */
export function placeAt({ canvas }: Pick<Services, 'canvas'>, clientX: number, clientY: number): Point | undefined {
  const { left, top, right, bottom } = canvas.getContainer().getBoundingClientRect();
  if (clientX < left || clientX > right || clientY < top || clientY > bottom) return undefined;
  const { x, y, scale } = canvas.viewbox();
  return { x: x + (clientX - left) / scale, y: y + (clientY - top) / scale };
}
