/** Another XML parser than ours: what we save has to be well-formed for it too. */
import { DOMParser } from '@xmldom/xmldom';

export interface ParsedElement {
  /** Without prefix. */
  readonly localName: string;
  readonly namespace: string;
  /** By qualified name, without declarations of namespaces. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Text directly inside of it. */
  readonly text: string;
}

/** Every element of the document in document order. Throws at the first thing that is not well-formed. */
export function parseElsewhere(xml: string): readonly ParsedElement[] {
  const complain = (message: string): never => {
    throw new Error(message);
  };
  const parser = new DOMParser({ errorHandler: { warning: complain, error: complain, fatalError: complain } });
  const found: ParsedElement[] = [];
  const visit = (element: Element): void => {
    const attributes = Array.from(element.attributes, ({ name, value }) => [name, value] as const);
    const children = Array.from(element.childNodes);
    found.push({
      localName: element.localName,
      namespace: element.namespaceURI ?? '',
      attributes: new Map(attributes.filter(([name]) => !/^xmlns(:|$)/.test(name))),
      text: children
        .map((child) => (child.nodeType === 3 || child.nodeType === 4 ? (child.nodeValue ?? '') : ''))
        .join(''),
    });
    for (const child of children) if (isElement(child)) visit(child);
  };
  const { documentElement } = parser.parseFromString(xml, 'text/xml');
  visit(documentElement);
  return found;
}

const isElement = (node: Node): node is Element => node.nodeType === 1;
