/** What is in a file, looked at once: its text, the root of its XML, its JSON. Names of files decide nothing. */
import type { Issue } from '#simulation';
import { decode, outline } from '../bpmn/index.ts';
import { parseJson } from '../dialects/json.ts';
import { parseXml, type XmlElement } from '../dialects/xml.ts';

/** A file as it came. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Content {
  readonly file: SourceFile;
  /** Decoded; empty when the file is not text. */
  readonly text: string;
  /** Root of well-formed XML. */
  readonly root?: { readonly localName: string; readonly namespace: string };
  /** Parsed JSON. */
  readonly json?: unknown;
  /** Why what looks like JSON is none. */
  readonly fault?: Issue;
  /** The XML as a tree; read when first asked for. */
  tree(): XmlElement | undefined;
}

/** Larger files are not looked into; the door says so. */
const LARGEST = 20 * 1024 * 1024;

/** Looks at a file. Never throws for bad input. */
export function contentOf(file: SourceFile): Content {
  const bare = { file, text: '', tree: () => undefined };
  if (file.bytes.length > LARGEST || file.bytes.subarray(0, 2000).includes(0) !== isWide(file.bytes)) return bare;
  const text = decode(file.bytes).text.replace(/^\ufeff/, '');
  const start = text.slice(0, 2000).trimStart();
  if (/^[[{]/.test(start)) {
    const read = parseJson(text, file.name);
    return 'value' in read ? { ...bare, text, json: read.value } : { ...bare, text, fault: read.issue };
  }
  if (!start.startsWith('<')) return { ...bare, text };
  const { fault, root, doctype } = outline(text);
  if (fault || !root) return { ...bare, text };
  const plain = doctype ? text.slice(0, doctype.from) + text.slice(doctype.to) : text;
  return { ...contentOfXml(file, plain), root };
}

/** XML that is known to be well-formed, of a file that was opened. */
export function contentOfXml(file: SourceFile, text: string): Content {
  let tree: XmlElement | undefined;
  return { file, text, tree: () => (tree ??= parseXml(text)) };
}

/** UTF-16 has zeros between its letters. */
const isWide = ([a, b]: Uint8Array): boolean =>
  (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0x3c && b === 0) || (a === 0 && b === 0x3c);
