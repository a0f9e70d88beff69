/** The diagram as a picture that stands alone: nothing in it refers to anything outside it. */

const XLINK = 'http://www.w3.org/1999/xlink';

/** Takes scripts, handlers and references to other places out of SVG text; what cannot be read becomes an empty picture. */
export function withoutForeignReferences(svg: string): string {
  const { documentElement: root } = new DOMParser().parseFromString(svg, 'image/svg+xml');
  if (root.localName !== 'svg') return '<svg xmlns="http://www.w3.org/2000/svg"/>';
  for (const element of [root, ...root.querySelectorAll('*')]) clean(element);
  return new XMLSerializer().serializeToString(root);
}

const REFUSED = new Set(['script', 'foreignObject', 'iframe', 'image', 'style', 'animate', 'set']);

function clean(element: Element): void {
  if (REFUSED.has(element.localName)) {
    element.remove();
    return;
  }
  for (const { name, namespaceURI, localName, value } of [...element.attributes]) {
    const isLink = localName === 'href' || namespaceURI === XLINK;
    const leavesPicture = isLink ? !value.startsWith('#') : refersOutside(value);
    if (leavesPicture || /^on/i.test(name)) element.removeAttribute(name);
  }
}

/** `url(#marker)` stays inside the picture, any other `url(…)` does not. */
const refersOutside = (value: string): boolean => /url\s*\(\s*["']?\s*(?!["'\s]|#)/i.test(value);
