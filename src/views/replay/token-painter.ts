/** Paints the tokens of a scene and the lengths of its queues onto a canvas over the diagram. */
import type { Box } from '../../replay/geometry.ts';
import { Standing, standing } from '../../replay/promises.ts';
import type { Scene } from '../../replay/scene.ts';
import type { Colouring, DeckSide } from './replay-deck.ts';

/** From diagram units to the pixels of the canvas. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
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
/** Queues shorter than this need no number. */
const COUNTED = 2;
const BADGE = 13;
/** Kept for a handful of colours at the last few zooms. */
const MOST_SPRITES = 64;

export class TokenPainter {
  private readonly order: number[][] = [];
  private readonly sprites = new Map<string, OffscreenCanvas>();
  private viewport: Viewport = { x: 0, y: 0, scale: 1 };

  constructor(
    private readonly side: DeckSide,
    private readonly palette: Palette,
  ) {}

  paint(
    context: CanvasRenderingContext2D,
    scene: Scene,
    viewport: Viewport,
    options: { readonly colouring: Colouring; readonly followed: number | undefined },
  ): void {
    this.viewport = viewport;
    const { scale } = viewport;
    context.setTransform(scale, 0, 0, scale, -viewport.x * scale, -viewport.y * scale);
    this.paintTokens(context, scene, options.colouring);
    if (options.followed !== undefined) this.paintFollowed(context, scene, options.followed);
    this.paintBadges(context, scene);
    context.setTransform(1, 0, 0, 1, 0, 0);
  }

  private paintTokens(context: CanvasRenderingContext2D, scene: Scene, colouring: Colouring): void {
    const { order, palette } = this;
    const colours = colouring === 'standing' ? palette.standings : palette.classes;
    while (order.length < colours.length) order.push([]);
    for (const list of order) list.length = 0;
    for (let i = 0; i < scene.count; i++) order[this.colourOf(scene.token[i] ?? 0, colouring)]?.push(i);
    const { scale } = this.viewport;
    order.forEach((list, k) => {
      if (list.length === 0) return;
      const colour = colours[k] ?? palette.ink;
      const [full, hollow] = [this.sprite(colour, scale, false), this.sprite(colour, scale, true)];
      const half = full.width / 2 / scale;
      const size = full.width / scale;
      for (const i of list)
        context.drawImage(
          scene.hollow[i] === 1 ? hollow : full,
          (scene.x[i] ?? 0) - half,
          (scene.y[i] ?? 0) - half,
          size,
          size,
        );
    });
  }

  /** A token as a small picture: copying thousands costs far less than drawing as many circles. */
  private sprite(colour: string, scale: number, hollow: boolean): OffscreenCanvas {
    const key = `${colour} ${scale} ${hollow}`;
    const known = this.sprites.get(key);
    if (known) return known;
    if (this.sprites.size > MOST_SPRITES) this.sprites.clear();
    const side = 2 * Math.ceil((RADIUS + 1) * scale);
    const sprite = new OffscreenCanvas(side, side);
    const context = sprite.getContext('2d');
    if (!context) throw new Error('no 2d context for <sprite>');
    context.translate(side / 2, side / 2);
    context.scale(scale, scale);
    dot(context, 0, 0, hollow ? RADIUS - 1 : RADIUS);
    context.fillStyle = hollow ? this.palette.paper : colour;
    context.strokeStyle = hollow ? colour : this.palette.paper;
    context.lineWidth = hollow ? 2 : 1;
    context.fill();
    context.stroke();
    this.sprites.set(key, sprite);
    return sprite;
  }

  private colourOf(token: number, colouring: Colouring): number {
    const { player, recording } = this.side;
    const number = recording.trace.tokenCase[token] ?? 0;
    if (colouring === 'standing')
      return standing(player.time, recording.trace.cases.arrival[number] ?? 0, player.due[number] ?? Infinity);
    return Math.max(0, classOf(this.side, colouring, number)) % this.palette.classes.length;
  }

  private paintFollowed(context: CanvasRenderingContext2D, scene: Scene, number: number): void {
    const { tokenCase } = this.side.recording.trace;
    context.beginPath();
    for (let i = 0; i < scene.count; i++)
      if (tokenCase[scene.token[i] ?? 0] === number) dot(context, scene.x[i] ?? 0, scene.y[i] ?? 0, RADIUS + 5);
    context.lineWidth = 3;
    context.strokeStyle = this.palette.ink;
    context.stroke();
  }

  private paintBadges(context: CanvasRenderingContext2D, scene: Scene): void {
    const { geometry } = this.side;
    context.font = `600 ${BADGE}px ${this.palette.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    scene.waiting.forEach((count, n) => {
      const box = geometry.boxes[n];
      if (count >= COUNTED && box) this.badge(context, box, String(count));
    });
  }

  private badge(context: CanvasRenderingContext2D, box: Box, text: string): void {
    const width = Math.max(BADGE + 8, context.measureText(text).width + 12);
    const x = box.x + box.width - width / 2 + 6;
    const y = box.y + 2;
    context.beginPath();
    context.roundRect(x - width / 2, y - BADGE / 2 - 4, width, BADGE + 8, (BADGE + 8) / 2);
    context.fillStyle = this.palette.ink;
    context.fill();
    context.fillStyle = this.palette.paper;
    context.fillText(text, x, y + 1);
  }
}

/** Number of the case’s value among those of the attribute; −1 = none of them. */
function classOf({ recording }: DeckSide, attribute: number, number: number): number {
  const { cases, attributeCount } = recording.trace;
  const code = cases.attributes[number * attributeCount + attribute] ?? NaN;
  return recording.attributes[attribute]?.codes.indexOf(code) ?? -1;
}

function dot(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
): void {
  context.moveTo(x + radius, y);
  context.arc(x, y, radius, 0, 2 * Math.PI);
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
