/**
 * `<pf-chart>`: one chart of a run, or the choice of several, with caption and the table behind it. Draws at most five times a
 * second while a run streams, and then its axes only grow.
 */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { union, type Chart, type ChartDefinition, type ChartInput, type Extent } from '../../charts/chart.ts';
import { locale } from '../../i18n/locale.ts';
import type { KpiId } from '../help/kpi-texts.ts';
import '../help/kpi-help.ts';
import './figure-table-view.ts';

/** Milliseconds between two drawings of a streaming run. */
const PACE = 200;
const DEFAULT_HEIGHT = 240;

@customElement('pf-chart')
@localized()
export class ChartFigure extends LitElement {
  static override readonly styles = css`
    :host {
      display: grid;
      grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
      container: chart / inline-size;
      min-inline-size: 0;
      min-block-size: 0;
    }
    header {
      display: flex;
      align-items: center;
      gap: 8px;
      min-block-size: 24px;
    }
    h3 {
      overflow: hidden;
      margin: 0;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-size: var(--wa-font-size-s);
      font-weight: var(--wa-font-weight-semibold);
    }
    .choices {
      display: flex;
      flex: none;
      margin-inline-start: auto;
      padding-inline-start: 1px;
    }
    .choices button {
      all: unset;
      display: grid;
      place-items: center;
      box-sizing: border-box;
      min-inline-size: 26px;
      min-block-size: 24px;
      padding-inline: 6px;
      border: 1px solid var(--wa-color-surface-border);
      margin-inline-start: -1px;
      white-space: nowrap;
      font-size: var(--wa-font-size-xs);
      color: var(--wa-color-text-quiet);
      cursor: pointer;
    }
    .choices button:hover {
      background: var(--wa-color-neutral-fill-quiet);
    }
    .choices button[aria-pressed='true'] {
      background: var(--wa-color-neutral-fill-normal);
      color: var(--wa-color-text-normal);
      font-weight: var(--wa-font-weight-semibold);
    }
    .choices button:focus-visible {
      outline: 2px solid var(--wa-color-focus);
      z-index: 1;
    }
    select {
      display: none;
      min-block-size: 24px;
      border: 1px solid var(--wa-color-surface-border);
      background: var(--wa-color-surface-default);
      color: var(--wa-color-text-normal);
      font: inherit;
      font-size: var(--wa-font-size-xs);
    }
    select:focus-visible {
      outline: 2px solid var(--wa-color-focus);
    }
    /* Where the names of several pictures have no room beside each other. */
    @container chart (max-inline-size: 640px) {
      .choices.several button.picture {
        display: none;
      }
      .choices.several select {
        display: block;
      }
    }
    .plot {
      min-block-size: 0;
      overflow: hidden;
    }
    .plot[hidden] {
      display: none;
    }
    pf-figure-table {
      min-block-size: 0;
    }
    .caption,
    .empty {
      margin: 0;
      font-size: var(--wa-font-size-xs);
      line-height: 1.35;
      color: var(--wa-color-text-quiet);
    }
  `;

  /** Ids of the charts to choose from; the first with something to show is shown. */
  @property({ attribute: false }) charts: readonly string[] = [];
  @property({ attribute: false }) input: ChartInput | undefined;
  /** A run is under way. */
  @property({ type: Boolean }) streaming = false;
  /** Takes the height it is given instead of the one its content asks for. */
  @property({ type: Boolean, reflect: true }) fill = false;
  @property() kpi: KpiId | undefined;
  /** The chart the user chose. */
  @state() private chosen: string | undefined;
  @state() private showsTable = false;
  @state() private definitions: readonly ChartDefinition[] | undefined;
  @query('.plot') private readonly plot!: HTMLElement | null;

  private readonly sizes = new ResizeObserver(() => this.schedule());
  private readonly reached = new Map<string, Extent>();
  private pending = false;
  private lastDrawn = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  override render(): TemplateResult {
    const available = this.available;
    const shown = this.shownOf(available);
    return html`<header>
        <h3 id="title" title=${shown?.definition.title() ?? ''}>${shown?.definition.title() ?? nothing}</h3>
        ${this.kpi ? html`<pf-kpi-help kpi=${this.kpi}></pf-kpi-help>` : nothing}
        <div class="choices ${available.length > 2 ? 'several' : ''}" role="group" aria-label=${msg('View')}>
          ${
            available.length > 1
              ? html`${available.map(({ definition }) => this.choice(definition, shown?.definition))}
                ${available.length > 2 ? this.list(available, shown?.definition) : nothing}`
              : nothing
          }
          ${
            shown
              ? html`<button
                  type="button"
                  aria-pressed=${this.showsTable ? 'true' : 'false'}
                  title=${msg('Table')}
                  @click=${() => (this.showsTable = !this.showsTable)}
                >
                  <wa-icon name="table" label=${msg('Table')}></wa-icon>
                </button>`
              : nothing
          }
        </div>
      </header>
      <div class="plot" ?hidden=${this.showsTable || !shown}></div>
      ${
        this.showsTable && shown
          ? html`<pf-figure-table .table=${shown.chart.table(locale())}></pf-figure-table>`
          : nothing
      }
      ${
        shown
          ? html`<p class="caption">${shown.chart.caption(locale())}</p>`
          : html`<p class="empty">
              ${this.definitions && this.input ? msg('Nothing was measured for this chart.') : nothing}
            </p>`
      }`;
  }

  private choice(definition: ChartDefinition, shown: ChartDefinition | undefined): TemplateResult {
    return html`<button
      type="button"
      class="picture"
      aria-pressed=${definition === shown && !this.showsTable ? 'true' : 'false'}
      @click=${() => this.choose(definition.id)}
    >
      ${shortTitle(definition.id)}
    </button>`;
  }

  private list(available: ChartFigure['available'], shown: ChartDefinition | undefined): TemplateResult {
    return html`<select
      aria-label=${msg('View')}
      @change=${({ currentTarget }: Event) => {
        if (currentTarget instanceof HTMLSelectElement) this.choose(currentTarget.value);
      }}
    >
      ${available.map(
        ({ definition }) =>
          html`<option value=${definition.id} ?selected=${definition === shown}>${shortTitle(definition.id)}</option>`,
      )}
    </select>`;
  }

  private choose(id: string): void {
    this.chosen = id;
    this.showsTable = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    // The axes of a new run are its own.
    const before = changed.get('input');
    if (before && this.input && this.input.result.done < before.result.done) this.reached.clear();
    if (this.plot) this.sizes.observe(this.plot);
    this.schedule();
  }

  private async load(): Promise<void> {
    this.definitions ??= (await import('../../charts/index.ts')).charts;
  }

  private get available(): readonly { readonly definition: ChartDefinition; readonly chart: Chart }[] {
    const { input, definitions } = this;
    if (!input || !definitions) return [];
    return this.charts.flatMap((id) => {
      const definition = definitions.find((d) => d.id === id);
      if (!definition) throw new Error(`no chart <${id}>`);
      const chart = definition.read(input);
      return chart ? [{ definition, chart }] : [];
    });
  }

  private shownOf(available: ChartFigure['available']) {
    return available.find(({ definition }) => definition.id === this.chosen) ?? available[0];
  }

  private schedule(): void {
    if (this.pending) return;
    this.pending = true;
    const wait = this.streaming ? Math.max(0, this.lastDrawn + PACE - performance.now()) : 0;
    setTimeout(() => this.draw(), wait);
  }

  private draw(): void {
    this.pending = false;
    const { plot } = this;
    const shown = this.shownOf(this.available);
    if (!plot || !shown || !this.isConnected || plot.hidden) return;
    const { definition, chart } = shown;
    const width = Math.floor(plot.clientWidth);
    const height = this.fill ? Math.floor(plot.clientHeight) : (chart.height ?? DEFAULT_HEIGHT);
    if (width === 0 || height === 0) return;
    const reached = this.reached.get(definition.id);
    const atLeast = this.streaming || reached ? { atLeast: union(chart.extent, reached) } : {};
    if (this.streaming) this.reached.set(definition.id, union(chart.extent, reached));
    plot.replaceChildren(chart.draw({ width, height, locale: locale(), ...atLeast }));
    this.lastDrawn = performance.now();
  }
}

/** What a choice is called beside its siblings. */
function shortTitle(id: string): string {
  switch (id) {
    case 'cycle-time-distribution':
      return msg('Distribution');
    case 'cycle-time-cumulative':
      return msg('Cumulative');
    case 'working-time-distribution':
      return msg('Working time');
    case 'working-time-cumulative':
      return msg('Working time, cumulative');
    case 'utilisation-by-hour':
      return msg('By hour of the week');
    case 'time-decomposition':
      return msg('Whole case');
    case 'step-times':
      return msg('By step');
    case 'utilisation':
      return msg('Utilisation');
    case 'cost-split':
      return msg('Cost');
    default:
      return id;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-chart': ChartFigure;
  }
}
