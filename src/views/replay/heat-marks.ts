/** The colours of a heat map on the picture under the tokens: the stronger the higher, and every step says its figure. */
import { formatDuration, formatNumber, type FormatLocale } from '../../format/index.ts';
import type { Box } from '../../replay/geometry.ts';
import type { DeckSide, ReplayDeck } from './replay-deck.ts';
import type { Viewport } from './token-painter.ts';

/** One coloured step; `level` 0..1. */
export interface HeatMark {
  readonly box: Box;
  readonly level: number;
  readonly label: string;
}

/** The same hue as in the editor; diagrams are on paper in every theme. */
const [LIGHT, DARK] = [
  [251, 227, 239],
  [125, 10, 79],
] as const;
const INK = '#4a0530';
/** Of the diagram, in its own units. */
const CORNER = 10;
const LETTERS = 12;

/** What colours the steps of a side now; designs side by side share one scale. */
export function heatMarks(deck: ReplayDeck, side: DeckSide, locale: FormatLocale): readonly HeatMark[] {
  const heat = deck.heatOf(side);
  if (!heat || heat.largest === 0) return [];
  const write = (value: number): string =>
    deck.heat === 'waiting' ? formatDuration(value, { locale }) : formatNumber(value, locale, 0);
  return [...heat.figures].flatMap((value, n) => {
    const box = side.geometry.isDrawn[n] ? side.geometry.boxes[n] : undefined;
    return box && !Number.isNaN(value) ? [{ box, level: value / heat.largest, label: write(value) }] : [];
  });
}

export function drawHeat(
  context: CanvasRenderingContext2D,
  { x, y, scale }: Viewport,
  marks: readonly HeatMark[],
): void {
  for (const { box, level, label } of marks) {
    const colour = LIGHT.map((low, i) => Math.round(low + ((DARK[i] ?? 0) - low) * level)).join(' ');
    const at = { x: (box.x - x) * scale, y: (box.y - y) * scale };
    const [width, height] = [box.width * scale, box.height * scale];
    context.beginPath();
    context.roundRect(at.x, at.y, width, height, CORNER * scale);
    context.fillStyle = `rgb(${colour} / 45%)`;
    context.fill();
    context.lineWidth = (2 + 4 * level) * scale;
    context.strokeStyle = `rgb(${colour})`;
    context.stroke();
    context.font = `600 ${LETTERS * scale}px system-ui, sans-serif`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    const room = context.measureText(label).width + 10 * scale;
    const badge = { x: at.x + width / 2 - room / 2, y: at.y + height - 9 * scale, height: 18 * scale };
    context.beginPath();
    context.roundRect(badge.x, badge.y, room, badge.height, 9 * scale);
    context.fillStyle = '#fff';
    context.fill();
    context.lineWidth = 1.5 * scale;
    context.stroke();
    context.fillStyle = INK;
    context.fillText(label, at.x + width / 2, badge.y + badge.height / 2);
  }
}
