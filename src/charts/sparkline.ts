/** A word-sized picture of a distribution for a tile: shares per bin, those past the limit in the colour of late. */
import { rebin } from '#simulation';
import type { Theme } from './chart.ts';
import { paintFor } from './paint.ts';

const SVG = 'http://www.w3.org/2000/svg';
const BARS = 24;

export interface SparklineData {
  /** Pooled counts per bin of the run. */
  readonly counts: Float64Array;
  /** End of the axis and the promise, in seconds. */
  readonly end: number;
  readonly limit?: number;
}

/** Decorative: its tile says the same in words, so it is hidden from assistive technology. */
export function sparkline(
  data: SparklineData,
  { width, height, theme }: { readonly width: number; readonly height: number; readonly theme?: Theme },
): SVGSVGElement {
  const paint = paintFor(theme);
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('preserveAspectRatio', 'none');
  const step = data.end / BARS;
  const edges = Array.from({ length: BARS + 1 }, (_, i) => i * step);
  const counts = rebin(
    data.counts,
    edges.map((edge) => edge * 1000),
  );
  const highest = Math.max(1e-12, ...counts);
  counts.forEach((count, i) => {
    const bar = document.createElementNS(SVG, 'rect');
    const size = (count / highest) * (height - 1);
    bar.setAttribute('x', String((i * width) / BARS));
    bar.setAttribute('width', String(width / BARS - 1));
    bar.setAttribute('y', String(height - size));
    bar.setAttribute('height', String(size));
    const middle = (i + 0.5) * step;
    bar.setAttribute('fill', paint(data.limit !== undefined && middle > data.limit ? 'late' : 'on-time'));
    svg.append(bar);
  });
  if (data.limit !== undefined && data.limit <= data.end) {
    const line = document.createElementNS(SVG, 'rect');
    line.setAttribute('x', String((data.limit / data.end) * width - 0.75));
    line.setAttribute('width', '1.5');
    line.setAttribute('height', String(height));
    line.setAttribute('fill', paint('ink'));
    svg.append(line);
  }
  return svg;
}
