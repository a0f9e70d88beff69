/** `<pf-inspector>`: the right panel. Tabs for the selected element, the scenario, and the problems found. */
import '@awesome.me/webawesome/dist/components/tab-group/tab-group.js';
import '@awesome.me/webawesome/dist/components/tab-panel/tab-panel.js';
import '@awesome.me/webawesome/dist/components/tab/tab.js';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { SessionController } from '../../app/session-controller.ts';
import '../outline/outline-tree.ts';
import './element-tab.ts';
import './scenario-tab.ts';

type TabName = 'element' | 'scenario' | 'problems' | 'outline';
const TABS: readonly TabName[] = ['element', 'scenario', 'problems', 'outline'];

@localized()
@customElement('pf-inspector')
export class InspectorPanel extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      height: 100%;
      min-width: 0;
      overflow: hidden;
      background: var(--wa-color-surface-default);
      color: var(--wa-color-text-normal);
      font-size: var(--wa-font-size-s);
      line-height: var(--wa-line-height-condensed);
    }
    wa-tab-group {
      height: 100%;
      --track-width: var(--wa-border-width-s);
      --indicator-color: var(--wa-color-brand-border-loud);
    }
    wa-tab-group::part(tab-group) {
      height: 100%;
    }
    wa-tab-group::part(body) {
      flex: 1;
      min-height: 0;
      overflow-y: auto;
      overscroll-behavior: contain;
    }
    wa-tab::part(base) {
      padding: var(--wa-space-s) var(--wa-space-s);
      font-size: var(--wa-font-size-s);
    }
    wa-tab-panel {
      --padding: 0;
    }
    .count {
      margin-inline-start: var(--wa-space-2xs);
      padding: 0 var(--wa-space-2xs);
      border-radius: var(--wa-border-radius-pill);
      background: var(--wa-color-neutral-fill-normal);
      font-size: var(--wa-font-size-xs);
      font-variant-numeric: tabular-nums;
      color: var(--wa-color-neutral-on-normal);
    }
    .count.blocking {
      background: var(--wa-color-danger-fill-normal);
      color: var(--wa-color-danger-on-normal);
    }
  `;

  @state() private tab: TabName = 'element';
  private readonly controller = new SessionController(this);
  private selected: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pf-reveal', this.revealed);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('pf-reveal', this.revealed);
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    const { session } = this.controller;
    const selected = session?.editor.selected;
    // A newly selected step is what the user wants to see, unless they walk through the problems or the outline.
    const problems = this.tab === 'problems' && session !== undefined && session.issues.length > 0;
    const walking = problems || this.tab === 'outline';
    if (selected !== undefined && selected !== this.selected && !walking) this.tab = 'element';
    this.selected = selected;
  }

  override render(): TemplateResult {
    const issues = this.controller.session?.issues ?? [];
    const blocking = issues.some((issue) => issue.severity === 'error');
    return html`<wa-tab-group .active=${this.tab} without-scroll-controls @wa-tab-show=${this.shown}>
      <wa-tab panel="element">${msg('Element')}</wa-tab>
      <wa-tab panel="scenario">${msg('Scenario')}</wa-tab>
      <wa-tab panel="problems">
        ${msg('Problems')}
        ${issues.length > 0 ? html`<span class="count ${blocking ? 'blocking' : ''}">${issues.length}</span>` : nothing}
      </wa-tab>
      <wa-tab panel="outline">${msg('Outline')}</wa-tab>
      <wa-tab-panel name="element"><pf-element-tab></pf-element-tab></wa-tab-panel>
      <wa-tab-panel name="scenario"><pf-scenario-tab></pf-scenario-tab></wa-tab-panel>
      <wa-tab-panel name="problems"><pf-problems></pf-problems></wa-tab-panel>
      <wa-tab-panel name="outline"><pf-outline></pf-outline></wa-tab-panel>
    </wa-tab-group>`;
  }

  /** Shows one of the tabs. */
  show(tab: TabName): void {
    this.tab = tab;
    if (tab === 'outline') void this.updateComplete.then(() => this.renderRoot.querySelector('pf-outline')?.focus());
  }

  private readonly shown = (event: CustomEvent<{ name: string }>): void => {
    const tab = TABS.find((name) => name === event.detail.name);
    if (tab) this.tab = tab;
  };

  /** Opens the editor of a pool, calendar, SLA or attribute; elements are shown by being selected. */
  private readonly revealed = (event: Event): void => {
    const id = event instanceof CustomEvent ? idIn(event.detail) : undefined;
    const scenario = this.controller.session?.scenario;
    if (id === undefined || !scenario) return;
    const lists = [scenario.pools, scenario.calendars, scenario.slas];
    if (!lists.some((list) => list?.some((item) => item.id === id))) return;
    this.tab = 'scenario';
    void this.updateComplete.then(() => this.renderRoot.querySelector('pf-scenario-tab')?.reveal(id));
  };
}

function idIn(detail: unknown): string | undefined {
  return typeof detail === 'object' && detail !== null && 'id' in detail && typeof detail.id === 'string'
    ? detail.id
    : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-inspector': InspectorPanel;
  }
}
