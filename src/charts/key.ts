/** A key of colours in lines, for pictures whose parts are too many to label one by one. */
import { FONT_SIZE } from './frame.ts';
import { textWidth } from './labels.ts';

const SVG = 'http://www.w3.org/2000/svg';
const SWATCH = 12;
const LINE = 18;
const LEFT = 4;

export interface KeyEntry {
  readonly fill: string;
  readonly text: string;
}

/** Pixels the key needs above the picture. */
export const keyHeight = (texts: readonly string[], width: number): number =>
  (Math.max(0, ...places(texts, width).map(({ line }) => line)) + 1) * LINE + 6;

/** Draws the entries at the top of a picture, in as many lines as it takes. */
export function drawKey(
  entries: readonly KeyEntry[],
  { width, colour }: { readonly width: number; readonly colour: string },
): SVGGElement {
  const group = document.createElementNS(SVG, 'g');
  const where = places(
    entries.map((entry) => entry.text),
    width,
  );
  entries.forEach((entry, i) => {
    const { x, line } = where[i] ?? { x: LEFT, line: 0 };
    const swatch = document.createElementNS(SVG, 'rect');
    swatch.setAttribute('x', String(x));
    swatch.setAttribute('y', String(line * LINE + 2));
    swatch.setAttribute('width', String(SWATCH));
    swatch.setAttribute('height', String(SWATCH));
    swatch.setAttribute('rx', '2');
    swatch.setAttribute('fill', entry.fill);
    const label = document.createElementNS(SVG, 'text');
    label.textContent = entry.text;
    label.setAttribute('x', String(x + SWATCH + 5));
    label.setAttribute('y', String(line * LINE + SWATCH));
    label.setAttribute('fill', colour);
    label.setAttribute('text-anchor', 'start');
    group.append(swatch, label);
  });
  return group;
}

function places(texts: readonly string[], width: number): readonly { readonly x: number; readonly line: number }[] {
  let x = LEFT;
  let line = 0;
  return texts.map((text) => {
    const size = SWATCH + 5 + textWidth(text, FONT_SIZE) + 16;
    if (x > LEFT && x + size > width) {
      x = LEFT;
      line++;
    }
    const place = { x, line };
    x += size;
    return place;
  });
}
