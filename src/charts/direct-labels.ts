/** Labels beside the picture, each joined to its place by a thin line when it had to move. */
import { dealRows, spread, textWidth } from './labels.ts';
import { FONT_SIZE } from './frame.ts';

const SVG = 'http://www.w3.org/2000/svg';
const ROW = FONT_SIZE + 4;
export interface DirectLabel {
  /** Place in pixels. */
  readonly at: number;
  /** One line of the picture each. */
  readonly lines: readonly string[];
  readonly colour: string;
}

export interface LabelArea {
  /** Pixels between which labels may stand. */
  readonly from: number;
  readonly to: number;
  /** Edge of the picture that the labels belong to. */
  readonly edge: number;
  readonly side: 'above' | 'below';
  /** Colour of the joining lines. */
  readonly thread: string;
  /** Colour behind the text, where lines pass. */
  readonly ground: string;
}

/** Draws the labels of one edge. They must be in order of their place. */
export function drawLabels(labels: readonly DirectLabel[], area: LabelArea): SVGGElement {
  const threads = document.createElementNS(SVG, 'g');
  const texts = document.createElementNS(SVG, 'g');
  const widths = labels.map(widthOf);
  const rows = dealRows(widths, area.to - area.from);
  const direction = area.side === 'above' ? -1 : 1;
  for (let row = 0; row <= Math.max(0, ...rows); row++) {
    const members = labels.map((_, i) => i).filter((i) => rows[i] === row);
    const centres = spread(
      members.map((i) => labels[i]?.at ?? 0),
      members.map((i) => widths[i] ?? 0),
      area.from,
      area.to,
    );
    members.forEach((member, k) => {
      const label = labels[member];
      const centre = centres[k];
      if (!label || centre === undefined) return;
      const distance = 6 + row * (label.lines.length * ROW + 2);
      threads.append(thread(label.at, area.edge, centre, area.edge + direction * distance, area.thread));
      label.lines.forEach((line, n) => {
        const first = area.side === 'above' ? -(label.lines.length - 1 - n) * ROW - 2 : n * ROW + FONT_SIZE;
        texts.append(text(line, centre, area.edge + direction * distance + first, label.colour, area.ground, n === 0));
      });
    });
  }
  const group = document.createElementNS(SVG, 'g');
  group.append(threads, texts);
  return group;
}

const widthOf = (label: Pick<DirectLabel, 'lines'>): number =>
  Math.max(...label.lines.map((line, i) => textWidth(line, FONT_SIZE, i === 0 ? 600 : 400)));

function thread(x1: number, y1: number, x2: number, y2: number, colour: string): SVGPathElement {
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`);
  path.setAttribute('stroke', colour);
  path.setAttribute('fill', 'none');
  return path;
}

function text(content: string, x: number, y: number, colour: string, ground: string, strong: boolean): SVGTextElement {
  const element = document.createElementNS(SVG, 'text');
  element.textContent = content;
  element.setAttribute('x', round(x));
  element.setAttribute('y', round(y));
  element.setAttribute('fill', colour);
  element.setAttribute('text-anchor', 'middle');
  element.setAttribute('stroke', ground);
  element.setAttribute('stroke-width', '3');
  element.setAttribute('stroke-linejoin', 'round');
  element.setAttribute('paint-order', 'stroke');
  if (strong) element.setAttribute('font-weight', '600');
  return element;
}

const round = (value: number): string => String(Math.round(value * 10) / 10);
