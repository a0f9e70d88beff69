/** Replacing many places of a text at once. */
import type { Range } from './tags.ts';

export interface Edit extends Range {
  readonly text: string;
}

/** The text with all edits applied; edits must not overlap. Those at one place keep their order. */
export function applied(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    pieces.push(text.slice(at, edit.from), edit.text);
    at = edit.to;
  }
  return [...pieces, text.slice(at)].join('');
}
