/**
 * `<pf-outline>`: the diagram as a tree of lines, for screen readers and for anybody who thinks in lists. Up and Down go from line
 * to line; Right opens a line and else goes on along the flow, Left closes it and else goes back; Enter opens the properties.
 */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { SessionController } from '../../app/session-controller.ts';
import type { Session } from '../../app/session.ts';
import { formatPercent } from '../../format/index.ts';
import { locale } from '../../i18n/locale.ts';
import { outline, pathTo, shownLines, type OutlineItem, type OutlineLine } from './outline-items.ts';

@localized()
@customElement('pf-outline')
export class OutlineTree extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      padding: var(--wa-space-xs) 0;
    }
    p {
      margin: 0;
      padding: var(--wa-space-xs) var(--wa-space-m);
      color: var(--wa-color-text-quiet);
    }
    .line {
      display: flex;
      align-items: center;
      gap: 4px;
      min-block-size: 28px;
      padding-inline: calc(8px + (var(--level) - 1) * 16px) 12px;
      cursor: pointer;
      line-height: 1.3;
    }
    .line:hover {
      background: var(--wa-color-neutral-fill-quiet);
    }
    .line[aria-selected='true'] {
      background: var(--wa-color-brand-fill-quiet);
      color: var(--wa-color-brand-on-quiet);
    }
    .line:focus-visible {
      outline: 2px solid var(--wa-color-focus);
      outline-offset: -2px;
    }
    .twisty {
      flex: none;
      inline-size: 24px;
      block-size: 24px;
      display: grid;
      place-items: center;
      color: var(--wa-color-text-quiet);
    }
    .process {
      font-weight: var(--wa-font-weight-semibold);
    }
    .flow,
    .unnamed {
      color: var(--wa-color-text-quiet);
    }
    .share {
      margin-inline-start: auto;
      font-variant-numeric: tabular-nums;
    }
  `;

  @state() private closed: ReadonlySet<string> = new Set();
  /** The line that has or had the keyboard. */
  @state() private current: string | undefined;
  private readonly controller = new SessionController(this);
  private items: readonly OutlineItem[] = [];
  private lines: readonly OutlineLine[] = [];
  private selected: string | undefined;

  protected override willUpdate(): void {
    const { session } = this.controller;
    if (!session) return;
    const { model, scenario } = session;
    this.items = outline(model, (flow) => scenario.elements?.[flow]?.probability);
    const { selected } = session.editor;
    if (selected !== undefined && selected !== this.selected) this.unfold(selected);
    this.selected = selected;
    this.lines = shownLines(this.items, (key) => !this.closed.has(key));
    if (!this.lines.some((line) => line.key === this.current)) this.current = this.lines[0]?.key;
  }

  override render(): TemplateResult {
    const { session } = this.controller;
    if (!session || this.lines.length === 0)
      return html`<p>
        ${msg('The diagram is empty. Press N on the diagram, or drag a shape from its left edge, to draw the first step.')}
      </p>`;
    return html`<div role="tree" aria-label=${msg('Outline of the diagram')} @keydown=${this.pressed}>
      ${this.lines.map((line) => this.line(line, session))}
    </div>`;
  }

  /** Puts the keyboard on the line of the selected element, else on the first. */
  override focus(): void {
    void this.updateComplete.then(() => this.lineElement(this.current)?.focus());
  }

  private line(line: OutlineLine, session: Session): TemplateResult {
    const { kind, level, children } = line;
    const open = !this.closed.has(line.key);
    const text = line.name || fallback(line, session);
    return html`<div
      role="treeitem"
      id=${`line-${line.key}`}
      class="line ${classMap({ [kind]: true, unnamed: line.name === '' })}"
      style="--level:${level}"
      tabindex=${line.key === this.current ? 0 : -1}
      aria-level=${level}
      aria-posinset=${line.position}
      aria-setsize=${line.siblings}
      aria-expanded=${children.length > 0 ? String(open) : nothing}
      aria-selected=${line.id === session.editor.selected ? 'true' : 'false'}
      aria-label=${this.spoken(line, session)}
      @click=${(event: MouseEvent) => this.clicked(event, line)}
      @focus=${() => (this.current = line.key)}
    >
      <span class="twisty"
        >${
          children.length > 0
            ? html`<wa-icon name=${open ? 'chevron-down' : 'chevron-right'}></wa-icon>`
            : kind === 'flow'
              ? html`<wa-icon name="arrow-right"></wa-icon>`
              : nothing
        }</span
      >
      <span>${text}</span>
      ${line.share === undefined ? nothing : html`<span class="share">${formatPercent(line.share, locale())}</span>`}
    </div>`;
  }

  /** Kind, name and how it is connected; of a flow the share as well. */
  private spoken(line: OutlineLine, session: Session): string {
    const described = session.editor.describe(line.id) || line.name || msg('Process');
    return line.share === undefined ? described : `${described}, ${formatPercent(line.share, locale())}`;
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const index = this.lines.findIndex((line) => line.key === this.current);
    const line = this.lines[index];
    if (!line) return;
    const step = STEPS[event.key];
    if (step) this.goTo(this.lines[step(index, this.lines.length)]);
    else if (event.key === 'ArrowRight') this.onward(line);
    else if (event.key === 'ArrowLeft') this.back(line);
    else if (event.key === 'Enter') this.inspect(line);
    else if (/^\S$/u.test(event.key)) this.goTo(this.startingWith(event.key, index));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  private onward(line: OutlineLine): void {
    const { session } = this.controller;
    if (line.children.length > 0 && this.closed.has(line.key)) this.toggle(line.key);
    else if (line.children.length > 0) this.goTo(this.lines.find(({ parent }) => parent === line.key));
    else if (line.next !== undefined) this.goToId(line.next);
    else session?.announce(msg('The flow ends here.'));
  }

  private back(line: OutlineLine): void {
    if (line.children.length > 0 && !this.closed.has(line.key)) this.toggle(line.key);
    else if (line.parent !== undefined) this.goTo(this.lines.find(({ key }) => key === line.parent));
    else if (line.previous !== undefined) this.goToId(line.previous);
  }

  private inspect(line: OutlineLine): void {
    this.controller.session?.editor.select(line.id);
    this.dispatchEvent(new CustomEvent('pf-inspect', { bubbles: true, composed: true }));
  }

  private clicked(event: MouseEvent, line: OutlineLine): void {
    const onTwisty = event.composedPath().some((part) => part instanceof Element && part.classList.contains('twisty'));
    if (onTwisty && line.children.length > 0) this.toggle(line.key);
    this.goTo(line);
  }

  private toggle(key: string): void {
    const closed = new Set(this.closed);
    if (!closed.delete(key)) closed.add(key);
    this.closed = closed;
  }

  /** Opens what hides the line of an element, and makes it the current one. */
  private unfold(id: string): void {
    const path = pathTo(this.items, id);
    if (!path) return;
    this.closed = new Set([...this.closed].filter((key) => !path.includes(key)));
    const line = shownLines(this.items, (key) => !this.closed.has(key)).find((shown) => shown.id === id);
    if (line) this.current = line.key;
  }

  private goToId(id: string): void {
    this.unfold(id);
    this.lines = shownLines(this.items, (key) => !this.closed.has(key));
    this.goTo(this.lines.find((line) => line.id === id));
  }

  /** Selects the line's element in the diagram, so that everybody looks at the same thing. */
  private goTo(line: OutlineLine | undefined): void {
    if (!line) return;
    this.current = line.key;
    this.controller.session?.editor.select(line.kind === 'process' ? undefined : line.id);
    void this.updateComplete.then(() => this.lineElement(line.key)?.focus());
  }

  private startingWith(letter: string, index: number): OutlineLine | undefined {
    const rest = [...this.lines.slice(index + 1), ...this.lines.slice(0, index + 1)];
    return rest.find(({ name }) => name.toLocaleLowerCase(locale()).startsWith(letter.toLocaleLowerCase(locale())));
  }

  private lineElement(key: string | undefined): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[id="line-${CSS.escape(key ?? '')}"]`);
  }
}

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => Math.min(count - 1, index + 1),
  ArrowUp: (index) => Math.max(0, index - 1),
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/** What stands for a line without a name. */
function fallback({ kind, id, next }: OutlineLine, session: Session): string {
  if (kind === 'process') return msg('Process');
  if (kind === 'node') return session.editor.describe(id).split(/[,，]/)[0] ?? id;
  const target = session.model.nodes.find((node) => node.id === next);
  return msg(str`to “${target?.name ?? next ?? ''}”`);
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-outline': OutlineTree;
  }
}
