/** A chart with its title and caption as one drawing, so that a picture passed on still says what it shows. */
import { paintFor } from './paint.ts';

const SVG = 'http://www.w3.org/2000/svg';
const HEAD = 36;
const FOOT = 28;
const MARGIN = 16;

export interface SheetOptions {
  readonly title: string;
  readonly caption: string;
  /** Of the chart, in pixels. */
  readonly width: number;
  readonly height: number;
}

/** Wraps the chart; colours are those of paper. */
export function sheet(chart: SVGSVGElement, { title, caption, width, height }: SheetOptions): SVGSVGElement {
  const paint = paintFor('paper');
  const svg = document.createElementNS(SVG, 'svg');
  const size = { width: width + 2 * MARGIN, height: HEAD + height + FOOT };
  svg.setAttribute('width', String(size.width));
  svg.setAttribute('height', String(size.height));
  svg.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  svg.setAttribute('font-family', chart.style.fontFamily);
  svg.append(
    text(title, { x: MARGIN, y: 24, size: 16, colour: paint('ink'), weight: '600' }),
    text(caption, { x: MARGIN, y: HEAD + height + 16, size: 12, colour: paint('quiet'), weight: '400' }),
  );
  chart.setAttribute('x', String(MARGIN));
  chart.setAttribute('y', String(HEAD));
  svg.append(chart);
  return svg;
}

interface TextStyle {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  readonly weight: string;
}

function text(content: string, { x, y, size, colour, weight }: TextStyle): SVGTextElement {
  const element = document.createElementNS(SVG, 'text');
  element.textContent = content;
  element.setAttribute('x', String(x));
  element.setAttribute('y', String(y));
  element.setAttribute('font-size', String(size));
  element.setAttribute('font-weight', weight);
  element.setAttribute('fill', colour);
  return element;
}
