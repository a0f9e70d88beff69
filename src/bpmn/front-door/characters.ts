/** Characters that XML readers and writers get wrong: references beyond 16 bits, line ends, and characters XML forbids. */

/** Unpaired surrogates and the control characters that no XML 1.0 document may contain, not even as a reference. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text without characters that XML forbids. */
export const allowed = (text: string): string => text.replace(FORBIDDEN, '');

/** Line ends as XML defines them: a line feed each (XML 1.0, 2.11). A carriage return that is meant is written as a reference. */
export const lineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Comments, instructions and CDATA sections, in which an ampersand is one. */
const LITERAL = /(<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>)/;
/** An ampersand that begins no reference a reader knows without a document type. */
const STRAY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/g;

/** Writes ampersands out that begin no reference; strict readers refuse such a file whole. */
export const strayAmpersands = (xml: string): string =>
  xml
    .split(LITERAL)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(STRAY, '&amp;')))
    .join('');

/**
 * Writes references such as `&#x1F600;` out (the parser knows 16 bits only) and drops those to forbidden characters;
 * references within 16 bits stay, because `&#10;` and a line break differ in attributes.
 */
export function resolveReferences(xml: string): string {
  return xml.replace(/&#(?:x([0-9a-fA-F]+)|(\d+));/g, (reference, hex?: string, decimal?: string) => {
    const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
    if (code > 0x10ffff) return '';
    const character = String.fromCodePoint(code);
    if (allowed(character) === '') return '';
    return code > 0xffff ? character : reference;
  });
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of an attribute as its author meant it: with every reference written out. */
export const plainText = (source: string): string =>
  resolveReferences(source)
    .replace(/&#(?:x([0-9a-fA-F]+)|(\d+));/g, (_, hex?: string, decimal?: string) =>
      String.fromCharCode(hex !== undefined ? parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/&(amp|lt|gt|quot|apos);/g, (reference, name: string) => NAMED[name] ?? reference);
