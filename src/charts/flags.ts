/** Labels of vertical lines, drawn above the picture: each line runs on up to its label, and through no other. */
import { FONT_SIZE } from './frame.ts';
import { rowsOf, type Flag, type FlagArea, type RaisedFlag } from './flag-layout.ts';
import type { Paint } from './paint.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Pixels. */
const ROW = FONT_SIZE + 6;
/** Between the picture and the first row: room for intervals on its edge. */
const FOOT = 6;
/** How high letters stand, and hang, about their line. */
const ASCENT = 10;
const DESCENT = 3;
/** Between the edges of the chart and the labels. */
const INSET = 4;

/** The label of a line of the picture, and how that line is drawn; `none` where it lies beyond the axis. */
export interface LineFlag extends Flag {
  readonly line: 'solid' | 'dotted' | 'none';
}

/** Where flags of a chart of this width may be; they take half of the height between them and the picture, or little more. */
export const flagArea = (width: number, height: number): FlagArea => ({
  from: INSET,
  to: width - INSET,
  fontSize: FONT_SIZE,
  rows: Math.max(1, Math.floor((height * 0.5) / ROW)),
});

/** Pixels above the picture that the flags take. */
export const flagsHeight = (flags: readonly RaisedFlag<Flag>[]): number =>
  flags.length === 0 ? FOOT : rowsOf(flags) * ROW + FOOT + 2;

/** Upper and lower edge of the picture in pixels. */
export interface PictureEdges {
  readonly top: number;
  readonly bottom: number;
}

/** Draws the lines through the picture and their flags above it. */
export function drawFlags(flags: readonly RaisedFlag<LineFlag>[], edges: PictureEdges, paint: Paint): SVGGElement {
  const group = document.createElementNS(SVG, 'g');
  for (const raised of flags) {
    const baseline = edges.top - FOOT - raised.row * ROW - DESCENT;
    const colour = paint(raised.flag.line === 'dotted' ? 'quiet' : 'ink');
    if (raised.flag.line !== 'none') group.append(pole(raised, edges.bottom, baseline, colour));
    group.append(label(raised, baseline, colour));
  }
  return group;
}

/** To the foot of a label that covers the line, to the top of one that stands beside it. */
function pole(
  { flag, left, width }: RaisedFlag<LineFlag>,
  bottom: number,
  baseline: number,
  colour: string,
): SVGLineElement {
  const covers = flag.at > left - 2 && flag.at < left + width + 2;
  const line = document.createElementNS(SVG, 'line');
  line.setAttribute('x1', round(flag.at));
  line.setAttribute('x2', round(flag.at));
  line.setAttribute('y1', round(bottom));
  line.setAttribute('y2', round(covers ? baseline + DESCENT + 1 : baseline - ASCENT));
  line.setAttribute('stroke', colour);
  if (flag.line === 'dotted') line.setAttribute('stroke-dasharray', '2 3');
  else line.setAttribute('stroke-width', '2');
  return line;
}

function label({ flag, left, width, text }: RaisedFlag<LineFlag>, y: number, colour: string): SVGTextElement {
  const element = document.createElementNS(SVG, 'text');
  element.textContent = text;
  element.setAttribute('x', round(left + width / 2));
  element.setAttribute('y', round(y));
  element.setAttribute('fill', colour);
  element.setAttribute('text-anchor', 'middle');
  element.setAttribute('font-weight', '600');
  const [full] = flag.texts;
  if (full !== undefined && full !== text) {
    const title = document.createElementNS(SVG, 'title');
    title.textContent = full;
    element.append(title);
  }
  return element;
}

const round = (value: number): string => String(Math.round(value * 10) / 10);
