/** Draws a sketch of a diagram as a small picture. */
import { svg, html, type TemplateResult } from 'lit';
import type { Sketch, SketchShape } from '../../study/sketch.ts';

/** The picture; it scales to its box and takes `currentColor`. Decorative: the name beside it says what it is. */
export function sketchPicture({ view, shapes, lines }: Sketch): TemplateResult {
  return html`<svg viewBox=${view.join(' ')} aria-hidden="true" preserveAspectRatio="xMidYMid meet">
    ${shapes.filter((s) => s.kind === 'frame').map(drawn)}
    ${lines.map((points) => svg`<polyline class="line" points=${points.join(' ')}></polyline>`)}
    ${shapes.filter((s) => s.kind !== 'frame').map(drawn)}
  </svg>`;
}

function drawn({ kind, x, y, width, height }: SketchShape): TemplateResult<2> {
  if (kind === 'circle')
    return svg`<ellipse class="shape" cx=${x + width / 2} cy=${y + height / 2} rx=${width / 2} ry=${height / 2}></ellipse>`;
  if (kind === 'diamond')
    return svg`<polygon class="shape" points="${x + width / 2},${y} ${x + width},${y + height / 2} ${x + width / 2},${y + height} ${x},${y + height / 2}"></polygon>`;
  return svg`<rect class=${kind === 'frame' ? 'frame' : 'shape'} x=${x} y=${y} width=${width} height=${height} rx=${kind === 'frame' ? 0 : 10}></rect>`;
}
