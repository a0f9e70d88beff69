/** Outlines around shapes and along flows, for what is shown on top of a diagram. */
import { centre, type DiagramElement } from './diagram.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A ring or band around the element; `reach` is how far it goes beyond a shape, in diagram units. */
export const outlineOf = (element: DiagramElement, reach: number): SVGElement =>
  element.waypoints ? band(element.waypoints) : ring(element, reach);

/** Follows the outline roughly: circle for events, diamond for gateways, rounded box for the rest. */
function ring(element: DiagramElement, beyond: number): SVGElement {
  const { x, y, width, height, businessObject } = element;
  if (businessObject.$instanceOf('bpmn:Gateway')) {
    const { x: cx, y: cy } = centre(element);
    const reach = { x: width / 2 + beyond * 1.5, y: height / 2 + beyond * 1.5 };
    const points = [`${cx},${cy - reach.y}`, `${cx + reach.x},${cy}`, `${cx},${cy + reach.y}`, `${cx - reach.x},${cy}`];
    return svgElement('polygon', { points: points.join(' ') });
  }
  const radius = businessObject.$instanceOf('bpmn:Event') ? width / 2 + beyond : 10 + beyond;
  const box = { x: x - beyond, y: y - beyond, width: width + 2 * beyond, height: height + 2 * beyond };
  return svgElement('rect', { ...box, rx: radius });
}

const band = (waypoints: NonNullable<DiagramElement['waypoints']>): SVGElement =>
  svgElement('polyline', { points: waypoints.map(({ x, y }) => `${x},${y}`).join(' ') });

export function svgElement(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
