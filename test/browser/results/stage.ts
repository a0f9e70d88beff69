/** Puts the results on a stage as wide as under the diagram of a laptop, in one language and theme. */
import '@awesome.me/webawesome/dist/styles/themes/default.css';
import { ContextProvider } from '@lit/context';
import { registerIcons } from '../../../src/app/icons.ts';
import { sessionContext } from '../../../src/app/session.ts';
import '../../../src/app/tokens.css';
import { switchLocale, type Locale } from '../../../src/i18n/locale.ts';
import '../../../src/views/results/results-dock.ts';
import type { ResultsDock } from '../../../src/views/results/results-dock.ts';
import { RunSession } from './run-session.ts';

registerIcons();

export interface Stage {
  readonly dock: ResultsDock;
  readonly session: RunSession;
}

export interface StageOptions {
  readonly locale?: Locale;
  readonly dark?: boolean;
}

export async function stage({ locale = 'en', dark = false }: StageOptions = {}): Promise<Stage> {
  await switchLocale(locale);
  document.documentElement.classList.toggle('wa-dark', dark);
  const place = document.createElement('main');
  place.style.cssText = 'inline-size:980px;background:var(--wa-color-surface-default)';
  const session = new RunSession();
  new ContextProvider(place, { context: sessionContext, initialValue: session });
  const dock = document.createElement('pf-results');
  dock.style.cssText = 'display:flex;block-size:300px';
  place.append(dock);
  document.body.append(place);
  await dock.updateComplete;
  return { dock, session };
}

/** Takes the stage down. */
export function strike(): void {
  for (const place of document.querySelectorAll('main')) place.remove();
  document.documentElement.classList.remove('wa-dark');
}

/** The first match in the element's shadow tree or in one below it. */
export function find(root: Element, selector: string): HTMLElement | undefined {
  return findAll(root, selector)[0];
}

/** All matches in the element's shadow tree and those below it. */
export function findAll(root: Element, selector: string): readonly HTMLElement[] {
  const inside = root.shadowRoot ?? root;
  const here = [...inside.querySelectorAll<HTMLElement>(selector)];
  const below = [...inside.querySelectorAll<HTMLElement>('*')].filter((element) => element.shadowRoot);
  return [...here, ...below.flatMap((element) => findAll(element, selector))];
}

/** Like `find`, for what must be there. */
export function get(root: Element, selector: string): HTMLElement {
  const found = find(root, selector);
  if (!found) throw new Error(`nothing matches <${selector}>`);
  return found;
}

/** Waits until `condition` gives something; fails by the test's own time limit. */
export async function until<T>(condition: () => T | undefined | false): Promise<T> {
  for (;;) {
    const value = condition();
    if (value !== undefined && value !== false) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** All text on the stage, shadow trees included. */
export function textOf(root: Element): string {
  const texts = [...(root.shadowRoot ?? root).querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot ? [textOf(element)] : [...element.childNodes].filter(isText).map((node) => node.data),
  );
  return texts.join(' ').replace(/\s+/g, ' ');
}

const isText = (node: Node): node is Text =>
  node.nodeType === Node.TEXT_NODE && node.parentElement?.tagName !== 'STYLE';
