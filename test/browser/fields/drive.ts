/** Drives fields as people do: finds controls through shadow roots, types, presses, drags. */
/** Puts an element with these properties into the document and waits for its first drawing. */
export async function mount<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Readonly<Record<string, unknown>>,
): Promise<HTMLElementTagNameMap[K]> {
  const element = Object.assign(document.createElement(tag), properties);
  const place = document.createElement('main');
  place.style.width = '340px';
  place.append(element);
  document.body.append(place);
  await settled();
  return element;
}

/** Waits until everything has been drawn: elements within elements take a turn each. Frames would stop in a page behind. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 8; i++) await new Promise((resolve) => setTimeout(resolve));
}

/** Committed values of a field, in order. */
export function changesOf(field: EventTarget): unknown[] {
  const changes: unknown[] = [];
  field.addEventListener('change', (event) => {
    if (event instanceof CustomEvent) changes.push(event.detail);
  });
  return changes;
}

/** All elements that match, through open shadow roots, in document order. */
export function deep<K extends keyof HTMLElementTagNameMap>(
  root: ParentNode,
  selector: K,
): readonly HTMLElementTagNameMap[K][];
export function deep(root: ParentNode, selector: string): readonly HTMLElement[];
export function deep(root: ParentNode, selector: string): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  const walk = (node: ParentNode): void => {
    for (const child of node.children) {
      if (child instanceof HTMLElement && child.matches(selector)) found.push(child);
      if (child.shadowRoot) walk(child.shadowRoot);
      walk(child);
    }
  };
  if (root instanceof Element && root.shadowRoot) walk(root.shadowRoot);
  walk(root);
  return found;
}

/** The only element that matches. */
export function one<K extends keyof HTMLElementTagNameMap>(root: ParentNode, selector: K): HTMLElementTagNameMap[K];
export function one(root: ParentNode, selector: string): HTMLElement;
export function one(root: ParentNode, selector: string): HTMLElement {
  const found = deep(root, selector);
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${found.length} elements match <${selector}>`);
  return first;
}

/** The only button with this text or name. */
export function button(root: ParentNode, name: string): HTMLElement {
  const found = deep(root, 'button').filter(
    (b) => b.getAttribute('aria-label') === name || b.textContent.replace(/\s+/g, ' ').trim() === name,
  );
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${found.length} buttons are called <${name}>`);
  return first;
}

/** Types a text without committing it. */
export async function type(input: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await settled();
}

/** Types a text and commits it, as Enter or leaving the field does. */
export async function enter(input: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  await type(input, text);
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

/** Presses a key on an element. */
export async function press(element: Element, key: string, more: KeyboardEventInit = {}): Promise<void> {
  const init = { key, bubbles: true, composed: true, cancelable: true, ...more };
  element.dispatchEvent(new KeyboardEvent('keydown', init));
  await settled();
  element.dispatchEvent(new KeyboardEvent('keyup', init));
  await settled();
}

/** Chooses an answer of a menu by its value. */
export async function choose(select: HTMLElement, value: string): Promise<void> {
  Object.assign(select, { value });
  select.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  await settled();
}

/** The menu with this label. */
export function menu(root: ParentNode, label: string): HTMLElement {
  return one(root, `wa-select[label='${label}']`);
}

/** The text input of the field with this label. */
export function input(root: ParentNode, label: string): HTMLInputElement {
  const field = deep(root, `[label='${label}']`).find((f) => f.shadowRoot?.querySelector('input'));
  const found = field?.shadowRoot?.querySelector('input');
  if (!found) throw new Error(`no input <${label}>`);
  return found;
}

/** Takes everything off the stage. */
export function clear(): void {
  document.body.replaceChildren();
}

/** Waits for what an animation delays. */
export async function soon(check: () => boolean): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (check()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it did not come soon');
}
