/** From the bytes of a log (CSV or XES, perhaps compressed) to what can be shown before anything is read, and to the log itself. */
import { gunzipSync } from 'fflate';
import { issue, type Issue } from '#simulation';
import type { DateOrder, Mapping, ReadLog } from './event-log.ts';
import { previewTable, readTable, type TablePreview } from './read-csv.ts';
import { readXes } from './read-xes.ts';
import { datesOf } from './timestamps.ts';

export type LogPreview =
  | { readonly kind: 'table'; readonly table: TablePreview }
  | { readonly kind: 'xes' }
  | { readonly kind: 'refused'; readonly issue: Issue };

/** What the user settled after looking at the preview. */
export interface LogChoice {
  readonly mapping?: Mapping;
  readonly dateOrder?: DateOrder;
}

/** Larger texts cannot be held in one piece, in bytes after unpacking. */
const LARGEST = 480 * 1024 * 1024;

/** Looks at a log. Never throws for bad input. */
export function previewLog(bytes: Uint8Array, file: string): LogPreview {
  const text = textOf(bytes, file);
  if (typeof text !== 'string') return { kind: 'refused', issue: text };
  if (isXes(text)) return { kind: 'xes' };
  const table = previewTable(text);
  if (table.header.length < 2 || table.rows.length === 0)
    return { kind: 'refused', issue: issue('error', 'log-not-recognised', undefined, { file }) };
  return { kind: 'table', table };
}

/** Reads the log. Never throws for bad input. */
export function readLog(bytes: Uint8Array, file: string, choice: LogChoice = {}): ReadLog | { readonly issue: Issue } {
  const text = textOf(bytes, file);
  if (typeof text !== 'string') return { issue: text };
  if (isXes(text)) return readXes(text);
  const table = previewTable(text);
  const { mapping = table.mapping, dateOrder = datesOf(table.dates, mapping).order } = choice;
  const { case: id, activity, start, end, time } = mapping;
  if (id === undefined || activity === undefined || (start ?? end ?? time) === undefined)
    return { issue: issue('error', 'log-columns-missing', undefined, { file, columns: table.header.join(', ') }) };
  return readTable(text, { ...table, mapping, dateOrder });
}

const isXes = (text: string): boolean =>
  /^\s*<(\?xml|!--|log\b|\w+:log\b)/.test(text) && /<(\w+:)?log[\s>]/.test(text.slice(0, 20_000));

function textOf(bytes: Uint8Array, file: string): string | Issue {
  const unpacked = bytes[0] === 0x1f && bytes[1] === 0x8b ? unpack(bytes) : bytes;
  if (!unpacked) return issue('error', 'log-damaged', undefined, { file });
  if (unpacked.length > LARGEST)
    return issue('error', 'file-too-large', undefined, {
      file,
      size: Math.ceil(unpacked.length / 2 ** 20),
      limit: 480,
    });
  if (unpacked.length === 0) return issue('error', 'file-is-empty', undefined, { file });
  return decodeLog(unpacked);
}

function unpack(bytes: Uint8Array): Uint8Array | undefined {
  // The last four bytes say how long it is; a bomb is seen before it goes off.
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(-4);
  if (a + b * 2 ** 8 + c * 2 ** 16 + d * 2 ** 24 > LARGEST) return undefined;
  try {
    return gunzipSync(bytes);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** By byte order mark, else UTF-8, else what Chinese and Western spreadsheets write: bytes above ASCII in pairs are Chinese. */
function decodeLog(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    const decoded = decodedAs(bytes, encoding);
    if (decoded !== undefined && (encoding === 'utf-8' || /\p{Script=Han}{2}/u.test(decoded))) return decoded;
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

function decodedAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
