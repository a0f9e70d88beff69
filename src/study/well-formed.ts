/** A second opinion on what is saved: the browser's own XML parser. */

/** Throws when the text is no XML that other tools can read; nothing must be overwritten with it. */
export function assertWellFormed(xml: string): void {
  const { documentElement } = new DOMParser().parseFromString(xml, 'application/xml');
  const fault = documentElement.querySelector('parsererror') ?? documentElement;
  if (fault.localName === 'parsererror') throw new Error(`not well-formed: ${fault.textContent.slice(0, 200)}`);
}
