/** One picture of the replay for posters and films: the study and the clock, and under them each design with its figures. */
import { locale } from '../../i18n/locale.ts';
import type { ReplayDeck } from '../replay/replay-deck.ts';
import { clockText, replicationName, sideName } from '../replay/replay-texts.ts';
import type { ReplayStages } from '../replay/replay-stages.ts';
import { sideFigures } from '../replay/side-figures.ts';

/** What there is to take pictures of. */
export interface Scenery {
  readonly title: string;
  readonly stages: ReplayStages;
  readonly deck: ReplayDeck;
}

/** Heights of the first line and of the line of each design, and the margin, as shares of the width. */
const HEAD = 0.04;
const LINE = 0.032;
const MARGIN = 0.014;
/** Videos want even numbers of pixels. */
const even = (length: number): number => 2 * Math.round(length / 2);

/** A canvas for the stages as they stand now; a film keeps its size. */
export function sheetFor({ stages }: Scenery): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const parts = stages.canvases;
  const across = isAcross(stages);
  const widths = parts.map(({ width }) => width);
  const heights = parts.map(({ height }) => height);
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  canvas.width = even(across ? sum(widths) : Math.max(1, ...widths));
  const lines = (HEAD + LINE * (across ? 1 : parts.length)) * canvas.width;
  canvas.height = even(lines + (across ? Math.max(1, ...heights) : sum(heights)));
  return canvas;
}

/** Draws what shows now onto the sheet; stages that were resized since are fitted in. */
export function drawSheet(canvas: HTMLCanvasElement, { title, stages, deck }: Scenery): void {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context for <sheet>');
  const { width, height } = canvas;
  const style = getComputedStyle(stages);
  const [first] = deck.sides;
  const text = (
    words: string,
    x: number,
    y: number,
    size: number,
    align: CanvasTextAlign = 'left',
    most?: number,
  ): void => {
    context.font = `600 ${size}px ${style.fontFamily}`;
    context.textAlign = align;
    context.textBaseline = 'middle';
    context.fillStyle = style.color;
    context.fillText(words, x, y, most);
  };
  context.fillStyle = style.getPropertyValue('--wa-color-surface-default') || '#fff';
  context.fillRect(0, 0, width, height);
  const [head, line, margin] = [Math.round(HEAD * width), Math.round(LINE * width), MARGIN * width];
  text(title, margin, head / 2, head * 0.5);
  const moment = first
    ? `${replicationName(deck.replication)} · ${clockText(first.recording, deck.time, locale())}`
    : '';
  text(moment, width - margin, head / 2, head * 0.5, 'right');
  const across = isAcross(stages);
  const count = Math.max(1, deck.sides.length);
  const room = across
    ? { width: width / count, height: height - head - line }
    : { width, height: (height - head) / count - line };
  const parts = stages.canvases;
  deck.sides.forEach((side, i) => {
    const x = across ? i * room.width : 0;
    const y = head + (across ? 0 : i * (room.height + line));
    const figures = sideFigures(side, locale()).map(({ name, value, of }) => `${name} ${value}${of ? ` (${of})` : ''}`);
    const words = [sideName(side, deck.sides), ...figures].join('   ');
    text(words, x + margin, y + line / 2, across ? line * 0.36 : line * 0.48, 'left', room.width - 2 * margin);
    const part = parts[i];
    if (!part) return;
    const same = Math.abs(part.width - room.width) < 3 && Math.abs(part.height - room.height) < 3;
    const size = same ? part : room; // pixel for pixel where it can be
    context.drawImage(part, Math.round(x), Math.round(y + line), size.width, size.height);
  });
}

const isAcross = ({ style, canvases }: ReplayStages): boolean => canvases.length > 1 && style.gridAutoFlow === 'column';
