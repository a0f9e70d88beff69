/** The run's seed: the user's text becomes the key words of every random stream. */
import seedrandom from 'seedrandom';

/** 128 bits derived from the seed text. */
export type SeedWords = readonly [number, number, number, number];

/**
 * The key words of `seed`. Any text is a seed, the empty one included; a number means its decimal text, so 7 and '7' are the
 * same seed. Texts that differ only in Unicode composition (é as one or two characters) are the same seed.
 */
export function seedWords(seed: string | number): SeedWords {
  const text = String(seed);
  if (last?.text !== text) last = { text, words: derive(text) };
  return last.words;
}

/** What was asked for last: all replications of a run ask for the same. */
let last: { readonly text: string; readonly words: SeedWords } | undefined;

function derive(text: string): SeedWords {
  const random = seedrandom(toHex(text.normalize('NFC')));
  return [random.int32() >>> 0, random.int32() >>> 0, random.int32() >>> 0, random.int32() >>> 0];
}

/**
 * The text as 16-bit units in hexadecimal behind a prefix: seedrandom takes an empty seed for "no seed", and folds characters to
 * bytes.
 */
function toHex(text: string): string {
  let hex = 'seed:';
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, '0');
  return hex;
}
