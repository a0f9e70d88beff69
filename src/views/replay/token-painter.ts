/** Paints the tokens of a scene and the lengths of its queues over the diagram. */
import { Standing, standing } from '../../replay/promises.ts';
import type { Scene } from '../../replay/scene.ts';
import { spriteOf, type PixelSheet, type Sprite } from './pixel-sheet.ts';
import type { Colouring, DeckSide } from './replay-deck.ts';

/** From diagram units to the pixels of the canvas. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface PaintOptions {
  readonly colouring: Colouring;
  readonly followed: number | undefined;
  /** Tokens and numbers are drawn at least at this scale, however small the diagram is. */
  readonly leastScale: number;
}

/** CSS colours, by what they say. */
export interface Palette {
  /** By `Standing`. */
  readonly standings: readonly string[];
  /** For values of an attribute, in order. */
  readonly classes: readonly string[];
  readonly paper: string;
  readonly ink: string;
  readonly font: string;
}

const RADIUS = 5;
/** Width of the ring around a followed token, and its distance from it. */
const RING = { width: 3, gap: 5 };
/** Queues shorter than this need no number. */
const COUNTED = 2;
const BADGE = 13;
/** Kept for all colours and numbers at the last few zooms. */
const MOST_SPRITES = 512;

export class TokenPainter {
  private readonly sprites = new Map<string, Sprite>();
  /** Of tokens and numbers. */
  private scale = 1;

  constructor(
    private readonly side: DeckSide,
    private readonly palette: Palette,
  ) {}

  paint(
    sheet: PixelSheet,
    scene: Scene,
    { x, y, scale }: Viewport,
    { colouring, followed, leastScale }: PaintOptions,
  ): void {
    this.scale = Math.max(scale, leastScale);
    const { geometry, recording } = this.side;
    const { tokenCase } = recording.trace;
    const colours = colouring === 'standing' ? this.palette.standings : this.palette.classes;
    const dots = colours.map((colour) => [this.dot(colour, false), this.dot(colour, true)] as const);
    const ring = followed === undefined ? undefined : this.ring();
    for (let i = 0; i < scene.count; i++) {
      const number = tokenCase[scene.token[i] ?? 0] ?? 0;
      const sprite = dots[this.colourOf(number, colouring)]?.[scene.hollow[i] === 1 ? 1 : 0];
      const left = ((scene.x[i] ?? 0) - x) * scale;
      const top = ((scene.y[i] ?? 0) - y) * scale;
      if (sprite) sheet.stamp(sprite, left, top);
      if (ring && number === followed) sheet.stamp(ring, left, top);
    }
    scene.waiting.forEach((count, n) => {
      const box = geometry.boxes[n];
      if (count >= COUNTED && box)
        sheet.stamp(this.badge(String(count)), (box.x + box.width - x) * scale, (box.y - y) * scale);
    });
  }

  private dot(colour: string, hollow: boolean): Sprite {
    const { paper } = this.palette;
    const side = 2 * (RADIUS + 1);
    return this.sprite(`${colour} ${hollow}`, side, side, (context) => {
      context.arc(0, 0, hollow ? RADIUS - 1 : RADIUS, 0, 2 * Math.PI);
      context.fillStyle = hollow ? paper : colour;
      context.strokeStyle = hollow ? colour : paper;
      context.lineWidth = hollow ? 2 : 1;
      context.fill();
      context.stroke();
    });
  }

  private ring(): Sprite {
    const radius = RADIUS + RING.gap;
    const side = 2 * (radius + RING.width);
    return this.sprite('ring', side, side, (context) => {
      context.arc(0, 0, radius, 0, 2 * Math.PI);
      context.lineWidth = RING.width;
      context.strokeStyle = this.palette.ink;
      context.stroke();
    });
  }

  private badge(text: string): Sprite {
    const { ink, paper, font } = this.palette;
    const height = BADGE + 8;
    const width = Math.max(height, text.length * BADGE * 0.62 + 12);
    return this.sprite(text, width, height, (context) => {
      context.roundRect(-width / 2, -height / 2, width, height, height / 2);
      context.fillStyle = ink;
      context.fill();
      context.fillStyle = paper;
      context.font = `600 ${BADGE}px ${font}`;
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.fillText(text, 0, 1);
    });
  }

  /** What `draw` draws in a box of diagram units around the origin, at the scale of now. */
  private sprite(
    name: string,
    width: number,
    height: number,
    draw: (context: OffscreenCanvasRenderingContext2D) => void,
  ): Sprite {
    const { scale, sprites } = this;
    const key = `${name} ${scale}`;
    const known = sprites.get(key);
    if (known) return known;
    if (sprites.size > MOST_SPRITES) sprites.clear();
    const sprite = spriteOf(Math.ceil(width * scale), Math.ceil(height * scale), (context) => {
      context.scale(scale, scale);
      draw(context);
    });
    sprites.set(key, sprite);
    return sprite;
  }

  private colourOf(number: number, colouring: Colouring): number {
    const { player, recording } = this.side;
    if (colouring === 'standing')
      return standing(player.time, recording.trace.cases.arrival[number] ?? 0, player.due[number] ?? Infinity);
    return Math.max(0, classOf(this.side, colouring, number)) % this.palette.classes.length;
  }
}

/** Number of the case’s value among those of the attribute; −1 = none of them. */
function classOf({ recording }: DeckSide, attribute: number, number: number): number {
  const { cases, attributeCount } = recording.trace;
  const code = cases.attributes[number * attributeCount + attribute] ?? NaN;
  return recording.attributes[attribute]?.codes.indexOf(code) ?? -1;
}

/** In the order in which a legend tells them. */
export const STANDINGS = [Standing.onTime, Standing.atRisk, Standing.late, Standing.none] as const;

/** Custom properties of the colours, by `Standing` and for the values of an attribute. */
const STANDING_COLOURS = ['--pf-token', '--pf-token-on-time', '--pf-token-at-risk', '--pf-token-late'] as const;
export const standingColour = (standing: number): string => STANDING_COLOURS[standing] ?? STANDING_COLOURS[0];
export const CLASS_COLOURS = [1, 2, 3, 4, 5, 6].map((i) => `--pf-class-${i}`);

/** The colours as they are set on an element. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  return {
    standings: STANDING_COLOURS.map(of),
    classes: CLASS_COLOURS.map(of),
    paper: of('--pf-paper'),
    ink: of('--pf-ink'),
    font: style.fontFamily,
  };
}
