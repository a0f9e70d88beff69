/** From bytes to text: by byte order mark, by the XML declaration, else UTF-8, else what the bytes look like. */
import { issue, type Issue } from '#simulation';

export interface Decoded {
  readonly text: string;
  readonly issues: readonly Issue[];
}

const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  // UTF-16 without a mark still shows in its first character, `<`.
  [[0x3c, 0x00], 'utf-16le'],
  [[0x00, 0x3c], 'utf-16be'],
];

/** Names that tools write, beside those that the encoding standard of browsers knows. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'mac-roman': 'macintosh',
  macroman: 'macintosh',
  mac_roman: 'macintosh',
  cp936: 'gbk',
  ms936: 'gbk',
  'windows-936': 'gbk',
  cp950: 'big5',
  cp932: 'shift_jis',
  iso8859_1: 'iso-8859-1',
  iso8859_15: 'iso-8859-15',
  // A file that says UTF-16 in bytes whose declaration reads as ASCII is not UTF-16.
  'utf-16': 'utf-8',
  'utf-16le': 'utf-8',
  'utf-16be': 'utf-8',
  utf16: 'utf-8',
};

/** Decodes any bytes; an unknown encoding or bytes that are not valid in it are a finding, never a failure. */
export function decode(bytes: Uint8Array): Decoded {
  const marked = MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1];
  const named = marked ?? declared(bytes);
  const issues: Issue[] = [];
  const encoding = marked ?? known(named ?? 'utf-8');
  if (encoding === undefined) issues.push(issue('warning', 'encoding-unknown', undefined, { encoding: named ?? '' }));
  const text = valid(encoding ?? 'utf-8', bytes);
  if (text !== undefined) return { text, issues };
  const guess = named === undefined ? guessed(bytes) : undefined;
  const found = guess && valid(guess, bytes);
  if (guess !== undefined && found !== undefined)
    return { text: found, issues: [issue('warning', 'encoding-guessed', undefined, { encoding: guess })] };
  const broken = encoding ?? 'utf-8';
  issues.push(issue('warning', 'encoding-broken', undefined, { encoding: broken }));
  return { text: new TextDecoder(broken).decode(bytes), issues };
}

function declared(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]?.toLowerCase();
}

/** The name by which the platform knows an encoding. */
function known(name: string): string | undefined {
  const label = Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : name;
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function valid(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return encoding === 'windows-1252' ? text.replace(/[\u0080-\u009f]/g, windows) : text;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** What windows-1252 has where ISO-8859-1 has controls; Node 20 decodes both alike. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const windows = (control: string): string => WINDOWS.charAt(control.charCodeAt(0) - 0x80);

/**
 * Chinese text in GB18030 has its high bytes in pairs, European text in windows-1252 mostly alone. Only asked when the file names
 * no encoding and is not UTF-8.
 */
function guessed(bytes: Uint8Array): string {
  let [single, paired, run] = [0, 0, 0];
  for (const byte of bytes) {
    if (byte >= 0x80) run += 1;
    else if (run > 0) {
      if (run % 2 === 1) single += 1;
      else paired += 1;
      run = 0;
    }
  }
  return paired > single ? 'gb18030' : 'windows-1252';
}
