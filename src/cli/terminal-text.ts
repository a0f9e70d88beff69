/** Text for a terminal: harmless, and as wide as it looks. */

/**
 * Text from a file, safe to print: control characters (which could drive the terminal) and bidirectional overrides (which
 * could reorder a line) become spaces.
 */
export const printable = (text: string): string =>
  text.replace(/[\0-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ');

/** Columns a text takes in a terminal: two for East Asian wide characters and emoji, none for combining marks. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of segmenter.segment(text)) {
    if (WIDE.test(segment)) width += 2;
    else if (!/^\p{M}+$/u.test(segment)) width += 1;
  }
  return width;
}

export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** The text in at most `width` columns, cut with an ellipsis. */
export function truncate(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let cut = '';
  for (const { segment } of segmenter.segment(text)) {
    if (widthOf(cut + segment) > width - 1) break;
    cut += segment;
  }
  return `${cut}…`;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Scripts and forms that Unicode Annex 11 classes as wide, and symbols shown as emoji. */
const WIDE =
  /[\u1100-\u115f\u3000-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
