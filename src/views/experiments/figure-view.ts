/** `<pf-figure>`: one chart of an experiment with its title, its caption and the table behind it. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import type { Figure } from '../../charts/experiments/figure.ts';
import { locale } from '../../i18n/locale.ts';
import '../results/figure-table-view.ts';

const DEFAULT_HEIGHT = 240;

@customElement('pf-figure')
@localized()
export class FigureView extends LitElement {
  static override readonly styles = css`
    :host {
      display: grid;
      grid-template-rows: auto 1fr auto;
      align-content: start;
      min-inline-size: 0;
      padding: 10px 12px 8px;
      border: 1px solid var(--wa-color-surface-border);
      border-radius: var(--wa-border-radius-m);
      background: var(--wa-color-surface-default);
    }
    header {
      display: flex;
      align-items: start;
      gap: 8px;
      margin-block-end: 6px;
    }
    h3 {
      flex: 1;
      margin: 0;
      font-size: var(--wa-font-size-m);
      font-weight: var(--wa-font-weight-semibold);
      line-height: 1.35;
    }
    button {
      all: unset;
      display: grid;
      place-items: center;
      box-sizing: border-box;
      inline-size: 26px;
      block-size: 24px;
      border: 1px solid var(--wa-color-surface-border);
      border-radius: var(--wa-border-radius-s);
      color: var(--wa-color-text-quiet);
      cursor: pointer;
    }
    button:hover {
      background: var(--wa-color-neutral-fill-quiet);
    }
    button[aria-pressed='true'] {
      background: var(--wa-color-neutral-fill-normal);
      color: var(--wa-color-text-normal);
    }
    button:focus-visible {
      outline: 2px solid var(--wa-color-focus);
    }
    .plot {
      min-inline-size: 0;
      overflow: hidden;
    }
    .plot[hidden] {
      display: none;
    }
    pf-figure-table {
      max-block-size: 320px;
      min-block-size: 0;
      overflow: auto;
    }
    p {
      margin: 6px 0 0;
      font-size: var(--wa-font-size-xs);
      line-height: 1.35;
      color: var(--wa-color-text-quiet);
    }
  `;

  @property({ attribute: false }) figure: Figure | undefined;
  @state() private showsTable = false;
  @query('.plot') private readonly plot!: HTMLElement | null;
  private readonly sizes = new ResizeObserver(() => this.draw());
  private width = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  override render(): TemplateResult | typeof nothing {
    const { figure } = this;
    if (!figure) return nothing;
    return html`<header>
        <h3>${figure.title}</h3>
        <button
          type="button"
          aria-pressed=${this.showsTable ? 'true' : 'false'}
          title=${msg('Table')}
          @click=${() => (this.showsTable = !this.showsTable)}
        >
          <wa-icon name="table" label=${msg('Table')}></wa-icon>
        </button>
      </header>
      <div class="plot" ?hidden=${this.showsTable}></div>
      ${this.showsTable ? html`<pf-figure-table .table=${figure.table(locale())}></pf-figure-table>` : nothing}
      <p>${figure.caption(locale())}</p>`;
  }

  protected override updated(): void {
    this.width = 0;
    if (this.plot) this.sizes.observe(this.plot);
    this.draw();
  }

  private draw(): void {
    const { figure, plot } = this;
    const width = Math.floor(plot?.clientWidth ?? 0);
    if (!figure || !plot || plot.hidden || width === 0 || width === this.width) return;
    this.width = width;
    plot.replaceChildren(figure.draw({ width, height: figure.height ?? DEFAULT_HEIGHT, locale: locale() }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-figure': FigureView;
  }
}
