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

export class TokenPainter {
  private readonly order: number[][] = [];

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
    context.lineWidth = 1;
    // One path per colour: thousands of small fills would cost more than the moving.
    order.forEach((list, k) => {
      if (list.length === 0) return;
      context.beginPath();
      for (const i of list) if (scene.hollow[i] === 0) dot(context, scene.x[i] ?? 0, scene.y[i] ?? 0, RADIUS);
      context.fillStyle = colours[k] ?? palette.ink;
      context.strokeStyle = palette.paper;
      context.fill();
      context.stroke();
      context.beginPath();
      for (const i of list) if (scene.hollow[i] === 1) dot(context, scene.x[i] ?? 0, scene.y[i] ?? 0, RADIUS - 1);
      context.fillStyle = palette.paper;
      context.strokeStyle = colours[k] ?? palette.ink;
      context.lineWidth = 2;
      context.fill();
      context.stroke();
      context.lineWidth = 1;
    });
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

function dot(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
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
