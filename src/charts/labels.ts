/** Where direct labels go so that none covers another. */

/** The type face of all charts. */
export const FONT_FAMILY = 'system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif';

/** Pixels of the letters that widths are measured at. */
const MEASURED_AT = 100;
let ruler: CanvasRenderingContext2D | null | undefined;

/**
 * Width of a text in pixels in the type face of the charts; without a document near enough for layout: wide glyphs are as wide as
 * the font is high.
 */
export function textWidth(text: string, fontSize: number, weight: 400 | 600 = 400): number {
  ruler ??= typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  if (ruler) {
    ruler.font = `${weight} ${MEASURED_AT}px ${FONT_FAMILY}`;
    return (ruler.measureText(text).width * fontSize) / MEASURED_AT;
  }
  let ems = 0;
  for (const character of text) ems += (character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.6;
  return ems * fontSize;
}

/** The text cut to a width, with an ellipsis when something is missing. */
export function ellipsis(text: string, width: number, fontSize: number, weight: 400 | 600 = 400): string {
  if (textWidth(text, fontSize, weight) <= width) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, fontSize, weight) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/**
 * Centres for labels of the given widths wished at `wished` (ascending): as near as possible without overlap inside
 * [from, to]. When they cannot all fit, the last ones run over the end.
 */
export function spread(
  wished: readonly number[],
  widths: readonly number[],
  from: number,
  to: number,
  gap = 8,
): readonly number[] {
  const centres = [...wished];
  let right = from - gap;
  centres.forEach((centre, i) => {
    const half = (widths[i] ?? 0) / 2;
    centres[i] = Math.max(centre, right + gap + half);
    right = (centres[i] ?? 0) + half;
  });
  let left = to + gap;
  for (let i = centres.length - 1; i >= 0; i--) {
    const half = (widths[i] ?? 0) / 2;
    const limit = left - gap - half;
    // What does not fit stays at the start rather than leaving the picture on the left.
    centres[i] = Math.max(Math.min(centres[i] ?? 0, limit), from + half);
    left = (centres[i] ?? 0) - half;
  }
  return centres;
}

/** Deals items (in order of position) to the fewest rows in which their widths fit into `available`. */
export function dealRows(widths: readonly number[], available: number, gap = 8): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width + gap, 0);
  const rows = Math.max(1, Math.ceil(total / available));
  return widths.map((_, i) => i % rows);
}
