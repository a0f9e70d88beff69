/** `<pf-design-differences>`: both diagrams with their marks, what changed in words, and which elements count as the same. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import type { ComparisonDesk } from '../../../app/experiments/comparison-desk.ts';
import type { Variant } from '../../../app/experiments/variants.ts';
import type { DiagramChange, DiagramDiff } from '../../../comparison/diagram-diff.ts';
import { changeLine, parameterChanges, type ParameterChange } from '../../../comparison/parameter-changes.ts';
import { shiftOf } from '../../../comparison/twins.ts';
import type { DesignViewer } from '../../../editor/design-viewer.ts';
import type { ElementPair } from '../../../experiments/index.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import { locale } from '../../../i18n/locale.ts';
import { markName } from '../../../i18n/mark-names.ts';
import './twin-canvas.ts';
import type { TwinCanvas, TwinSelectEvent } from './twin-canvas.ts';
import { correspondenceEditor } from './correspondence-editor.ts';

interface Compared {
  readonly pairs: readonly ElementPair[];
  readonly changes: readonly ParameterChange[];
  readonly diff: DiagramDiff | undefined;
}

/** The differences as they leave the page. */
export interface DifferencesPicture {
  readonly svgs: readonly [from: string, to: string];
  readonly changes: readonly ParameterChange[];
  readonly elements: readonly string[];
}

@customElement('pf-design-differences')
@localized()
export class DesignDifferences extends LitElement {
  @property({ attribute: false }) desk: ComparisonDesk | undefined;
  @property({ attribute: false }) from: Variant | undefined;
  @property({ attribute: false }) to: Variant | undefined;
  @property({ attribute: false }) names: readonly string[] = [];
  @property({ attribute: false }) createViewer: ((container: HTMLElement) => DesignViewer) | undefined;
  @state() private list: 'changes' | 'elements' | 'twins' = 'changes';
  @state() private compared: Compared | undefined;
  @state() private selected: { readonly from?: string; readonly to?: string } = {};
  @query('pf-twin-canvas') private readonly canvas!: TwinCanvas | null;
  private key: readonly unknown[] = [];

  protected override createRenderRoot(): this {
    return this;
  }

  override willUpdate(): void {
    const { desk, from, to } = this;
    if (!desk || !from || !to) return;
    const decisions = JSON.stringify(desk.decisions(from, to));
    const key = [from, to, decisions, locale()];
    if (this.key.length > 0 && this.key.every((part, i) => part === key[i])) return;
    this.key = key;
    const pairs = desk.pairs(from, to);
    const changes = parameterChanges(from, to, pairs, locale());
    this.compared = { pairs, changes, diff: this.compared?.diff };
    // The marks come with a later package, and a later step of the page.
    void import('../../../comparison/diagram-diff.ts')
      .then(({ diffDiagrams }) => diffDiagrams(from.xml, to.xml, pairs))
      .then((diff) => {
        if (this.key === key) this.compared = { pairs, changes, diff };
      });
  }

  override render(): TemplateResult | typeof nothing {
    const { from, to, compared } = this;
    if (!from || !to || !compared) return nothing;
    const lists = [
      { id: 'changes', label: msg(str`Parameters (${compared.changes.length})`) },
      { id: 'elements', label: msg(str`Elements (${this.elementChanges(compared).length})`) },
      { id: 'twins', label: msg('Same elements') },
    ] as const;
    return html`<div class="pf-differences">
      <pf-twin-canvas
        .from=${{ name: this.names[0] ?? '', xml: from.xml }}
        .to=${{ name: this.names[1] ?? '', xml: to.xml }}
        .diff=${compared.diff}
        .twins=${compared.pairs}
        .shift=${shiftOf(compared.pairs, from.places, to.places)}
        .createViewer=${this.createViewer}
        @pf-twin-select=${(event: TwinSelectEvent) => (this.selected = event.detail)}
      ></pf-twin-canvas>
      <section class="pf-differences-lists" aria-label=${msg('What changed')}>
        <div class="pf-x-choices" role="group" aria-label=${msg('What changed')}>
          ${lists.map(
            ({ id, label }) =>
              html`<button
                type="button"
                aria-pressed=${id === this.list ? 'true' : 'false'}
                @click=${() => (this.list = id)}
              >
                ${label}
              </button>`,
          )}
        </div>
        <div class="pf-differences-list">${this.shownList(compared)}</div>
      </section>
    </div>`;
  }

  /** What changed, for a report: both diagrams with their marks, and the changes line by line; undefined before it is drawn. */
  async picture(): Promise<DifferencesPicture | undefined> {
    const { compared } = this;
    const svgs = await this.canvas?.toSvg();
    if (!compared || !svgs) return undefined;
    return {
      svgs,
      changes: compared.changes,
      elements: this.elementChanges(compared).map(({ change, name }) => `${markName(change)}: ${name}`),
    };
  }

  private shownList(compared: Compared): TemplateResult {
    switch (this.list) {
      case 'changes':
        return compared.changes.length === 0
          ? html`<p class="pf-x-quiet">${msg('All parameters are the same.')}</p>`
          : html`<ul>
              ${compared.changes.map((change) => this.line(changeLine(change), change.kind === 'element' ? change.id : undefined))}
            </ul>`;
      case 'elements':
        return this.elementList(compared);
      case 'twins':
        return this.twinList(compared);
    }
  }

  private elementList(compared: Compared): TemplateResult {
    const changes = this.elementChanges(compared);
    if (changes.length === 0) return html`<p class="pf-x-quiet">${msg('The diagrams are the same.')}</p>`;
    return html`<ul>
      ${changes.map(({ change, id, name, side }) =>
        this.line(html`<span class="pf-mark ${change}">${markName(change)}</span> ${name}`, id, side),
      )}
    </ul>`;
  }

  private twinList({ pairs }: Compared): TemplateResult {
    const { desk, from, to } = this;
    if (!desk || !from || !to) return html``;
    return correspondenceEditor({
      from,
      to,
      pairs,
      decisions: desk.decisions(from, to),
      selected: this.selected,
      decide: (element, twin) => void desk.decide(from, to, element, twin),
      show: (ids) => this.canvas?.show(ids),
    });
  }

  /** A line that shows its element on the diagrams. */
  private line(text: TemplateResult | string, id: string | undefined, side: 'from' | 'to' = 'to'): TemplateResult {
    return html`<li>
      ${id === undefined ? text : html`<button type="button" class="pf-x-line" @click=${() => this.show(id, side)}>${text}</button>`}
    </li>`;
  }

  private show(id: string, side: 'from' | 'to'): void {
    const pair = this.compared?.pairs.find((twins) => twins[side] === id);
    this.canvas?.show(pair ?? (side === 'from' ? { from: id } : { to: id }));
  }

  /** Flow nodes and lanes that came, went or changed; what merely moved is left to the diagram. */
  private elementChanges({ diff }: Compared) {
    const { from, to } = this;
    if (!diff || !from || !to) return [];
    const named = (variant: Variant, id: string): string | undefined => {
      const { nodes, processes } = variant.model;
      const known =
        nodes.some((n) => n.id === id) || processes.some(({ lanes }) => lanes.some((lane) => lane.id === id));
      return known ? nameOf(variant.model, variant.scenario, id) : undefined;
    };
    const of = (side: 'from' | 'to', variant: Variant, wanted: readonly DiagramChange[]) =>
      [...diff[side]].flatMap(([id, change]) => {
        const name = wanted.includes(change) ? named(variant, id) : undefined;
        return name === undefined ? [] : [{ id, change, name, side }];
      });
    return [...of('to', to, ['added']), ...of('from', from, ['removed']), ...of('to', to, ['changed'])];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-design-differences': DesignDifferences;
  }
}
