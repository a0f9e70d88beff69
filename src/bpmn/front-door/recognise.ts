/** Says what a file is when it is not a BPMN 2.0 document, so that the refusal can say what to do instead. */

export const BPMN_NAMESPACE = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** First bytes of files that are not text. */
const MAGIC: readonly (readonly [code: string, bytes: readonly number[]])[] = [
  ['file-is-zip', [0x50, 0x4b, 0x03, 0x04]],
  ['file-is-image', [0x89, 0x50, 0x4e, 0x47]],
  ['file-is-image', [0xff, 0xd8, 0xff]],
  ['file-is-image', [0x47, 0x49, 0x46, 0x38]],
  ['file-is-gzip', [0x1f, 0x8b]],
  ['file-is-pdf', [0x25, 0x50, 0x44, 0x46]],
  ['file-is-office', [0xd0, 0xcf, 0x11, 0xe0]],
];

/** Code of the refusal for files that are not text, by their first bytes. */
export const recogniseBytes = (bytes: Uint8Array): string | undefined =>
  MAGIC.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))?.[0];

/** Code of the refusal for text that is not XML. */
export function recogniseText(text: string): string | undefined {
  if (text === '') return 'file-is-empty';
  const start = text.slice(0, 2000).trim();
  if (start === '' && text.trim() === '') return 'file-is-blank';
  if (/^(<!doctype\s+html|<html[\s>])/i.test(start)) return 'file-is-html';
  if (start.startsWith('<')) return undefined;
  if (start.includes('\0')) return 'file-is-binary';
  if (/^[[{]/.test(start)) return 'file-is-json';
  return looksLikeLog(start) ? 'file-is-event-table' : 'file-is-text';
}

/** A table whose first line names a case and an activity or a time. */
function looksLikeLog(start: string): boolean {
  const columns = start.split(/[\r\n]/, 1)[0]?.split(/[,;\t|]/) ?? [];
  const has = (name: RegExp): boolean => columns.some((column) => name.test(column));
  return (
    columns.length > 2 &&
    has(/case|trace|instance|案例|实例/i) &&
    has(/activity|task|event|time|date|活动|任务|环节|时间/i)
  );
}

/** Code of the refusal for XML whose root is not `definitions` of BPMN 2.0. */
export function recogniseRoot(localName: string, namespace: string): string | undefined {
  if (localName === 'definitions' && namespace === BPMN_NAMESPACE) return undefined;
  return ROOTS.find(([, name, uri]) => name.test(localName) && uri.test(namespace))?.[0] ?? 'file-is-other-xml';
}

const ROOTS: readonly (readonly [code: string, localName: RegExp, namespace: RegExp])[] = [
  ['file-is-dmn', /^definitions$/i, /\/DMN\//i],
  ['file-is-cmmn', /^definitions$/i, /\/CMMN\//i],
  ['file-is-xpdl', /^Package$/, /wfmc|xpdl|^$/i],
  ['file-is-drawio', /^(mxfile|mxGraphModel)$/, /^/],
  ['file-is-html', /^html$/i, /^/],
  ['file-is-svg', /^svg$/, /^/],
  ['file-is-xes', /^log$/, /^/],
  ['file-is-bpsim-alone', /^BPSimData$/, /^/],
  ['file-is-scylla', /^(definitions|globalConfiguration)$/, /scylla|bsim/],
  ['file-is-wsdl', /^definitions$/, /wsdl/],
  ['file-is-old-bpmn', /^(BpmnDiagram|BPMNDiagram|businessProcessDiagram|Diagram|definitions)$/i, /bpmn/i],
  ['file-without-bpmn-namespace', /^definitions$/, /^/],
];
