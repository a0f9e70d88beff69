/** The common frame of all charts: one type face, one way to draw axes, patterns beside colours, an accessible name. */
import { plot, type Markish, type PlotOptions } from '@observablehq/plot';
import type { ChartOptions } from './chart.ts';
import { FONT_FAMILY } from './labels.ts';
import { paintFor, type Meaning, type Paint } from './paint.ts';

export const FONT_SIZE = 12;
const SVG = 'http://www.w3.org/2000/svg';

/** Meanings that are told apart by a pattern as well as by their colour. */
const PATTERNED = {
  paused: 'M0 6L6 0',
  'off-shift': 'M0 0L6 6',
  batching: 'M3 0V6',
  external: 'M0 3H6',
  late: 'M0 6L6 0M-1 1L1 -1M5 7L7 5',
} as const satisfies Partial<Record<Meaning, string>>;

let drawings = 0;

/** A horizontal axis below the picture with its label in the middle. */
export const axisBelow = { labelAnchor: 'center', labelArrow: 'none', labelOffset: 34 } as const;
export const AXIS_HEIGHT = 40;

/** What a chart needs to draw with. */
export interface Brush {
  readonly paint: Paint;
  /** Fill of a meaning: its colour, with a pattern where the meaning has one. */
  readonly fill: (meaning: Meaning) => string;
}

/** Draws marks in the common frame. `marks` receives the brush of this drawing. */
export function drawFrame(
  options: ChartOptions,
  summary: string,
  details: Omit<PlotOptions, 'marks' | 'width' | 'height'>,
  marks: (brush: Brush) => Markish[],
): SVGSVGElement {
  const paint = paintFor(options.theme);
  const prefix = `pf-pattern-${++drawings}-`;
  const used = new Set<keyof typeof PATTERNED>();
  const fill = (meaning: Meaning): string => {
    if (!isPatterned(meaning)) return paint(meaning);
    used.add(meaning);
    return `url(#${prefix}${meaning})`;
  };
  const figure = plot({
    ...details,
    width: Math.max(120, options.width),
    height: Math.max(48, options.height),
    style: { background: 'none', color: paint('ink'), fontSize: `${FONT_SIZE}px`, fontFamily: FONT_FAMILY },
    marks: marks({ paint, fill }),
  });
  if (!(figure instanceof SVGSVGElement)) throw new Error('expected <svg> from plot');
  // Its style element would need an exception in the content security policy; the attributes below say the same.
  figure.querySelector('style')?.remove();
  figure.removeAttribute('class');
  figure.style.display = 'block';
  figure.setAttribute('role', 'img');
  figure.setAttribute('aria-label', summary);
  for (const text of figure.querySelectorAll('text')) text.style.whiteSpace = 'pre';
  // Marks carry English names for assistive technology; the chart is one image with one summary.
  for (const named of figure.querySelectorAll('[aria-label], [aria-description]')) {
    named.removeAttribute('aria-label');
    named.removeAttribute('aria-description');
  }
  if (used.size > 0) figure.prepend(patterns(prefix, used, paint));
  return figure;
}

const isPatterned = (meaning: Meaning): meaning is keyof typeof PATTERNED => meaning in PATTERNED;

function patterns(prefix: string, meanings: ReadonlySet<keyof typeof PATTERNED>, paint: Paint): SVGDefsElement {
  const defs = document.createElementNS(SVG, 'defs');
  for (const meaning of meanings) {
    const pattern = document.createElementNS(SVG, 'pattern');
    pattern.id = prefix + meaning;
    pattern.setAttribute('width', '6');
    pattern.setAttribute('height', '6');
    pattern.setAttribute('patternUnits', 'userSpaceOnUse');
    const ground = document.createElementNS(SVG, 'rect');
    ground.setAttribute('width', '6');
    ground.setAttribute('height', '6');
    ground.setAttribute('fill', paint(meaning));
    const line = document.createElementNS(SVG, 'path');
    line.setAttribute('d', PATTERNED[meaning]);
    line.setAttribute('stroke', paint('surface'));
    line.setAttribute('stroke-opacity', '0.55');
    line.setAttribute('stroke-width', '1.2');
    pattern.append(ground, line);
    defs.append(pattern);
  }
  return defs;
}
