/** The text of a file as XML readers agree on it: no document type, no forbidden characters, all others written out. */
import { issue } from '#simulation';
import type { ReportLog } from '../report.ts';
import { allowed, lineEnds, resolveReferences, strayAmpersands } from './characters.ts';
import type { Range } from './tags.ts';

/** Text has no encoding any more, and the parser doubts every other than this. */
const DECLARED_ENCODING = /^(\s*<\?xml[^>]*\sencoding\s*=\s*["'])[\w.:-]+/;

/** Cleans well-formed XML; `doctype` is the place of its document type declaration. */
export function legible(text: string, doctype: Range | undefined, log: ReportLog): string {
  if (doctype) log.add('dropped', issue('warning', 'doctype-ignored'));
  const plain = lineEnds(doctype ? text.slice(0, doctype.from) + text.slice(doctype.to) : text);
  const clean = allowed(plain);
  const count = plain.length - clean.length;
  if (count > 0) log.add('dropped', issue('info', 'forbidden-characters', undefined, { count }));
  const escaped = strayAmpersands(clean);
  const stray = (escaped.length - clean.length) / '&amp;'.slice(1).length;
  if (stray > 0) log.add('repaired', issue('info', 'ampersands-escaped', undefined, { count: stray }));
  return resolveReferences(escaped).replace(DECLARED_ENCODING, '$1UTF-8');
}
