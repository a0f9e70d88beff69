/** From bytes to text: by byte order mark, by the XML declaration, else UTF-8. */
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

/** Decodes any bytes; an unknown encoding or bytes that are not valid in it are a finding, never a failure. */
export function decode(bytes: Uint8Array): Decoded {
  const encoding =
    MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1] ?? declared(bytes) ?? 'utf-8';
  const decoder = decoderFor(encoding);
  const issues: Issue[] = decoder ? [] : [issue('warning', 'encoding-unknown', undefined, { encoding })];
  try {
    return { text: (decoder ?? new TextDecoder('utf-8', { fatal: true })).decode(bytes), issues };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    issues.push(issue('warning', 'encoding-broken', undefined, { encoding }));
    return { text: new TextDecoder(decoder ? encoding : 'utf-8').decode(bytes), issues };
  }
}

function declared(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]?.toLowerCase();
}

function decoderFor(encoding: string): TextDecoder | undefined {
  // A file that says UTF-16 in bytes whose declaration reads as ASCII is not UTF-16.
  const label = /^utf-?16/.test(encoding) && encoding === 'utf-16' ? 'utf-8' : encoding;
  try {
    return new TextDecoder(label, { fatal: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
