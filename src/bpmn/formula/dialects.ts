/** Rewrites how other tools spell a condition (JUEL, XPath, Java) as FEEL; text in FEEL stays as it is. */

/** A text literal, or a stretch without quotes. */
const PIECES = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^"']+|["']/g;

/** The formula in FEEL's spelling, without wrapping and outer white space. */
export function toFeel(text: string): string {
  return unwrapped(text)
    .replace(PIECES, (piece) => {
      if (piece.length > 1 && piece.startsWith("'")) return `"${piece.slice(1, -1).replace(/(^|[^\\])"/g, '$1\\"')}"`;
      return piece.startsWith('"') ? piece : spelled(piece);
    })
    .trim();
}

/** `${…}` and `#{…}` around the whole, or `=` in front. */
function unwrapped(text: string): string {
  const trimmed = text.trim();
  const wrapped = /^[$#]\{([^{}]*)\}$/.exec(trimmed);
  if (wrapped?.[1] !== undefined) return wrapped[1];
  return /^=[^=]/.test(trimmed) ? trimmed.slice(1) : trimmed;
}

const spelled = (code: string): string =>
  code
    .replace(/==/g, '=')
    .replace(/&&/g, ' and ')
    .replace(/\|\|/g, ' or ')
    .replace(/\b(true|false)\(\)/g, '$1')
    .replace(/\bbpsim:/g, '')
    .replace(/\sdiv\s/g, ' / ');
