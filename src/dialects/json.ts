/** JSON from files, read without trust: size, depth and names are limited, and everything stays `unknown` until it is checked. */
import { issue, type Issue } from '#simulation';

/** As deep as any of the formats goes, with room. */
const DEEPEST = 100;
/** Names with which careless code would change every object. */
const REFUSED = ['__proto__', 'constructor', 'prototype'];

export type ReadJson = { readonly value: unknown } | { readonly issue: Issue };

/** Parses JSON; a fault names its place. */
export function parseJson(text: string, file: string): ReadJson {
  const refuse = (code: string, values: Readonly<Record<string, string | number>> = {}): ReadJson => ({
    issue: issue('error', code, undefined, { file, ...values }),
  });
  const depth = depthOf(text);
  if (depth > DEEPEST) return refuse('json-too-deep', { limit: DEEPEST });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse('json-broken', placeOf(error.message, text));
  }
  const key = refusedKey(value);
  return key === undefined ? { value } : refuse('json-key-refused', { path: key });
}

/** Brackets outside of texts. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (quoted) {
      if (character === '\\') i++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth);
    else if (character === ']' || character === '}') depth--;
  }
  return deepest;
}

/** Engines say the position in different words, or only what they met. */
function placeOf(message: string, text: string): { readonly line: number; readonly column: number } {
  const lineColumn = /line (\d+) column (\d+)/.exec(message);
  if (lineColumn) return { line: Number(lineColumn[1]), column: Number(lineColumn[2]) };
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function refusedKey(root: unknown): string | undefined {
  const stack: { readonly value: unknown; readonly path: string }[] = [{ value: root, path: '' }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      const at = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
      if (!Array.isArray(value) && REFUSED.includes(key)) return at;
      stack.push({ value: inner, path: at });
    }
  }
  return undefined;
}

/** Own properties of an object; none of anything else. */
export const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];

/** A property of an object. */
export const property = (value: unknown, name: string): unknown => entriesOf(value).find(([key]) => key === name)?.[1];

/** Items of a list; of a record its values. Anything else has none. */
export const itemsOf = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) return entriesOf(value).map(([, item]) => item);
  const items: readonly unknown[] = value;
  return items;
};

/** A text, or a number as text; undefined for anything else and for nothing. */
export function textIn(value: unknown, name: string): string | undefined {
  const found = property(value, name);
  return typeof found === 'string' && found !== '' ? found : typeof found === 'number' ? String(found) : undefined;
}

/** A finite number, also one written as text. */
export function numberFrom(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

export const numberIn = (value: unknown, name: string): number | undefined => numberFrom(property(value, name));
