/** Opens a .bpmn file through the front door, and writes it. Bad input is an answer, not an exception. */
import { blocks, issue, type Issue, type IssueValue } from '#simulation';
import { allowed, resolveReferences } from './front-door/characters.ts';
import { decode } from './front-door/decode.ts';
import { repairIdentifiers } from './front-door/identifiers.ts';
import { parse } from './front-door/parse.ts';
import { recogniseBytes, recogniseRoot, recogniseText } from './front-door/recognise.ts';
import { outline } from './front-door/well-formed.ts';
import type { Moddle, ModdleElement } from './moddle.ts';
import { restoreVendorTexts, vendorTexts, type VendorTexts } from './vendor-texts.ts';

/** A document with everything its file said. */
export interface OpenedDocument {
  readonly definitions: ModdleElement;
  readonly moddle: Moddle;
  /** What was found while opening; none of it blocks. */
  readonly issues: readonly Issue[];
  /** The text that was parsed: decoded, without document type, with all characters written out and usable ids. */
  readonly xml: string;
  /** Extensions of vendors that must be written as they were. */
  readonly vendors: VendorTexts;
}

/** Why a file cannot be opened: the last issue is the error. */
export interface Refusal {
  readonly refused: true;
  readonly issues: readonly Issue[];
}

/** Larger files are refused, in bytes (or UTF-16 units of text). */
const LARGEST = 20 * 1024 * 1024;

/** Opens a file. Never throws and never rejects for bad input. `fileName` is quoted in messages. */
export async function openDocument(source: string | Uint8Array, fileName?: string): Promise<OpenedDocument | Refusal> {
  const issues: Issue[] = [];
  const refuse = (code: string, values: Readonly<Record<string, IssueValue>> = {}): Refusal => ({
    refused: true,
    issues: [...issues, issue('error', code, undefined, { file: fileName ?? '', ...values })],
  });

  if (source.length > LARGEST) return refuse('file-too-large', { size: Math.ceil(source.length / 2 ** 20), limit: 20 });
  const binary = typeof source === 'string' ? undefined : recogniseBytes(source);
  if (binary !== undefined) return refuse(binary);
  const decoded = typeof source === 'string' ? { text: source, issues: [] } : decode(source);
  issues.push(...decoded.issues);
  const text = decoded.text.replace(/^\ufeff/, '');
  const notXml = recogniseText(text);
  if (notXml !== undefined) return refuse(notXml);

  const { fault, root, doctype } = outline(text);
  if (fault) return refuse(fault.code, { line: fault.line, column: fault.column, what: fault.what });
  const otherXml = root ? recogniseRoot(root.localName, root.namespace) : 'file-is-text';
  if (otherXml !== undefined) return refuse(otherXml, { root: root?.localName ?? '' });
  if (doctype) issues.push(issue('warning', 'doctype-ignored'));

  const legible = readable(doctype ? text.slice(0, doctype.from) + text.slice(doctype.to) : text, issues);
  const { xml, issues: repairs } = repairIdentifiers(legible);
  issues.push(...repairs);
  const parsed = await parse(xml);
  issues.push(...parsed.issues);
  if (!('definitions' in parsed) || blocks(parsed.issues)) return { refused: true, issues };
  const { definitions, moddle } = parsed;
  const vendors = xml.includes('extensionElements>') ? vendorTexts(xml, await written({ definitions, moddle })) : NONE;
  return { definitions, moddle, issues, xml, vendors };
}

const NONE: VendorTexts = new Map();

/** Whether a file could not be opened. */
export const isRefusal = (opened: OpenedDocument | Refusal): opened is Refusal => 'refused' in opened;

function readable(text: string, issues: Issue[]): string {
  const clean = allowed(text);
  if (clean.length < text.length)
    issues.push(issue('info', 'forbidden-characters', undefined, { count: text.length - clean.length }));
  return resolveReferences(clean).replace(DECLARED_ENCODING, '$1UTF-8');
}

/** Text has no encoding any more, and the parser doubts every other than this. */
const DECLARED_ENCODING = /^(\s*<\?xml[^>]*\sencoding\s*=\s*["'])[\w.:-]+/;

type Tree = Pick<OpenedDocument, 'definitions' | 'moddle'>;

/**
 * The document as formatted, well-formed XML. Characters that XML forbids are left out; unchanged extensions of vendors are as
 * they were when `vendors` tells of them.
 */
export async function toXml({
  vendors,
  ...tree
}: Tree & { readonly vendors?: VendorTexts | undefined }): Promise<string> {
  const xml = await written(tree);
  return vendors ? restoreVendorTexts(xml, vendors) : xml;
}

async function written({ definitions, moddle }: Tree): Promise<string> {
  const { xml } = await moddle.toXML(definitions, { format: true });
  // The writer leaves tabs and carriage returns in attributes as they are, where every reader turns them into spaces.
  return allowed(xml)
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) => (part.startsWith('<![CDATA[') ? part : part.replace(/\t/g, '&#9;').replace(/\r/g, '&#13;')))
    .join('');
}
