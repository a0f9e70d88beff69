/** Opens a .bpmn file through the front door, and writes it. Bad input is an answer, not an exception. */
import { issue, type Issue, type IssueValue } from '#simulation';
import { allowed, plainText } from './front-door/characters.ts';
import { decode } from './front-door/decode.ts';
import { declarePrefixes } from './front-door/prefixes.ts';
import { repairIdentifiers, type Repaired } from './front-door/identifiers.ts';
import { legible } from './front-door/legible.ts';
import { DEEPEST_NESTING, extentOf } from './front-door/limits.ts';
import { complaints, parse, type Complaint } from './front-door/parse.ts';
import { recogniseBytes, recogniseRoot, recogniseText } from './front-door/recognise.ts';
import { outline } from './front-door/well-formed.ts';
import { collectKeepsakes, restoreKeepsakes, type Keepsakes } from './keepsakes/index.ts';
import { contained, many, text, type Moddle, type ModdleElement } from './moddle.ts';
import { ReportLog, type ImportReport } from './report.ts';

/** A document with everything its file said. */
export interface OpenedDocument {
  readonly definitions: ModdleElement;
  readonly moddle: Moddle;
  /** What was found while opening; none of it blocks. Repairs of one kind are one finding. */
  readonly issues: readonly Issue[];
  /** Those of them that were found on the way from bytes to `text`. */
  readonly reading: readonly Issue[];
  /** The same element by element. */
  readonly report: ImportReport;
  /** The text of the file: decoded, without document type, with all characters written out. Opening it gives the same document. */
  readonly text: string;
  /** The text that was parsed: with usable ids. */
  readonly xml: string;
  /** Shapes and lines to draw. */
  readonly drawn: number;
  /** What the tree cannot hold and saving must not lose. */
  readonly keepsakes: Keepsakes;
}

/** Why a file cannot be opened: the last issue is the error. */
export interface Refusal {
  readonly refused: true;
  readonly issues: readonly Issue[];
}

/** Larger files are refused, in bytes (or UTF-16 units of text). */
const LARGEST = 20 * 1024 * 1024;

/** Opens a file. Never throws and never rejects for bad input. `fileName` is quoted in messages; `log` is told of everything. */
export async function openDocument(
  source: string | Uint8Array,
  fileName?: string,
  log = new ReportLog(),
): Promise<OpenedDocument | Refusal> {
  const refuse = (code: string, values: Readonly<Record<string, IssueValue>> = {}): Refusal => ({
    refused: true,
    issues: [...log.issues, issue('error', code, undefined, { file: fileName ?? '', ...values })],
  });

  if (source.length > LARGEST) return refuse('file-too-large', { size: Math.ceil(source.length / 2 ** 20), limit: 20 });
  const binary = typeof source === 'string' ? undefined : recogniseBytes(source);
  if (binary !== undefined) return refuse(binary);
  const decoded = typeof source === 'string' ? { text: source, issues: [] } : decode(source);
  for (const found of decoded.issues) log.add('repaired', found);
  const raw = decoded.text.replace(/^\ufeff/, '');
  const notXml = recogniseText(raw);
  if (notXml !== undefined) return refuse(notXml);

  const { fault, root, doctype } = outline(raw);
  if (fault) return refuse(fault.code, { line: fault.line, column: fault.column, what: fault.what });
  const otherXml = root ? recogniseRoot(root.localName, root.namespace) : 'file-is-text';
  if (otherXml !== undefined) return refuse(otherXml, { root: root?.localName ?? '' });

  const { xml: text, prefixes } = declarePrefixes(legible(raw, doctype, log));
  for (const prefix of prefixes) log.add('repaired', issue('info', 'prefix-declared', undefined, { prefix }));
  const reading = log.issues;
  const { depth, drawn } = extentOf(text);
  if (depth > DEEPEST_NESTING) return refuse('processes-too-deep', { depth, limit: DEEPEST_NESTING });
  const repaired = repairIdentifiers(text);
  noteRepairs(repaired, log);
  const parsed = await parse(repaired.xml);
  if (!('definitions' in parsed)) return { refused: true, issues: [...log.issues, parsed] };
  const { definitions, moddle, warnings } = parsed;
  const found = complaints(repaired.xml, warnings);
  const untouched = await written({ definitions, moddle });
  const keepsakes = collectKeepsakes(repaired.xml, untouched, repaired.originals, {
    content: new Set(found.flatMap((c) => (c.kind === 'content' ? [c.from] : []))),
    references: new Set(found.flatMap((c) => (c.kind === 'reference' ? [String(c.issue.values?.['reference'])] : []))),
  });
  noteComplaints(found, keepsakes, log);
  return {
    definitions,
    moddle,
    issues: log.issues,
    reading,
    report: log.report(definitions),
    text,
    xml: repaired.xml,
    drawn,
    keepsakes,
  };
}

/** Whether a file could not be opened. */
export const isRefusal = (opened: object): opened is Refusal => 'refused' in opened;

function noteRepairs({ originals, tidied }: Repaired, log: ReportLog): void {
  for (const [id, { id: original, fault }] of originals) {
    const values = { id: plainText(original), replacement: id };
    const about = { id, name: plainText(original) };
    if (fault === 'illegal') log.add('repaired', issue('warning', 'id-replaced', about, values), 'ids-replaced');
    else log.add('repaired', issue('warning', 'id-doubled', about, values), 'ids-doubled');
  }
  if (tidied > 0) log.add('repaired', issue('info', 'references-tidied', undefined, { count: tidied }));
}

function noteComplaints(found: readonly Complaint[], { pieces, attributes }: Keepsakes, log: ReportLog): void {
  const texts = new Set([...attributes.values()].flatMap((lost) => [...lost.values()]));
  // An element without an id is only found again when it is the only one of its kind.
  const isSaved = (owner: string | undefined, reference: string): boolean =>
    Boolean(owner) || [...texts].some((text) => text.includes(`"${reference}"`));
  const saved = new Map(pieces.map((piece) => [piece.from, piece]));
  for (const complaint of found) {
    const { kind, issue: about } = complaint;
    const piece = kind === 'content' ? saved.get(complaint.from) : undefined;
    if (piece) log.add('kept', issue('info', 'content-kept', undefined, about.values), 'contents-kept');
    else if (kind === 'attribute') log.note('kept', about);
    else
      log.add(
        kind === 'reference' && isSaved(about.elementId, String(about.values?.['reference'])) ? 'kept' : 'dropped',
        about,
      );
  }
  const remarks = pieces.filter(({ kind }) => kind === 'remark').length;
  if (remarks > 0) log.note('kept', issue('info', 'remarks-kept', undefined, { count: remarks }));
}

type Tree = Pick<OpenedDocument, 'definitions' | 'moddle'>;

/**
 * The document as formatted, well-formed XML, with everything of its file that `keepsakes` tell of. Characters that XML forbids are
 * left out.
 */
export async function toXml({
  keepsakes,
  ...tree
}: Tree & { readonly keepsakes?: Keepsakes | undefined }): Promise<string> {
  const xml = await written(tree);
  return keepsakes ? restoreKeepsakes(xml, keepsakes) : xml;
}

/** The document as the tree has it, with the ids it has here. */
export async function written({ definitions, moddle }: Tree): Promise<string> {
  dropIndentation(definitions);
  const { xml } = await moddle.toXML(definitions, { format: true });
  // The writer leaves characters as they are that readers turn into spaces or line feeds: tabs and carriage returns, and by XML 1.1
  // two more.
  return allowed(xml)
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) =>
      part.startsWith('<![CDATA[') ? part : part.replace(/[\t\r\u0085\u2028]/g, (c) => `&#${c.charCodeAt(0)};`),
    )
    .join('');
}

/** Spaces between a text and the next element are the writer's, which would add them again whenever it writes. */
function dropIndentation(definitions: ModdleElement): void {
  for (const element of contained(definitions)) {
    const body =
      element.$descriptor.isGeneric && many(element, '$children').length > 0 ? text(element, '$body') : undefined;
    if (body !== undefined) element.set('$body', body.trimEnd() || undefined);
  }
}
