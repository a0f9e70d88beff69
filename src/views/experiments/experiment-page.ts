/**
 * `<pf-experiments>`: what the designs of a study do against each other, what a change would do, and what it takes to keep a promise.
 * Light DOM, as the diagrams in it need the style sheet of the editor.
 */
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import type { ExperimentDesks } from '../../app/experiments/experiment-desks.ts';
import type { DesignViewer } from '../../editor/design-viewer.ts';
import './experiments.css';
import { experimentTabs, type ExperimentTab } from './tabs.ts';
import { cancelLabel, experimentButton } from './trial-view.ts';
import { variantPickers } from './variant-pickers.ts';

@customElement('pf-experiments')
@localized()
export class ExperimentPage extends LitElement {
  @property({ attribute: false }) desks: ExperimentDesks | undefined;
  @property({ attribute: false }) createViewer: ((container: HTMLElement) => DesignViewer) | undefined;
  @property() tab: ExperimentTab = 'compare';
  @state() private ready = false;
  private stop: (() => void) | undefined;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.open();
  }

  constructor() {
    super();
    this.addEventListener('pf-show-tab', ({ detail }) => this.show(detail));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    this.stop = undefined;
    this.ready = false;
  }

  override render(): TemplateResult | typeof nothing {
    const { desks } = this;
    if (!desks || !this.ready) return html`<p class="pf-x-wait" role="status">${msg('Reading the designs …')}</p>`;
    const { comparison } = desks;
    return html`<header class="pf-x-head">
        <div class="pf-x-tabs" role="tablist" aria-label=${msg('Experiments')} @keydown=${this.moveTab}>
          ${experimentTabs.map(
            ({ id, label }) =>
              html`<button
                type="button"
                role="tab"
                id="pf-x-tab-${id}"
                aria-selected=${id === this.tab ? 'true' : 'false'}
                aria-controls="pf-x-panel"
                tabindex=${id === this.tab ? 0 : -1}
                @click=${() => this.show(id)}
              >
                ${label()}
              </button>`,
          )}
        </div>
        ${this.tab === 'compare' ? variantPickers(comparison) : nothing}
        <div class="pf-x-actions">
          ${this.tab === 'compare' ? this.runButton(desks) : nothing}
          <wa-button size="s" appearance="plain" @click=${this.leave}>
            <wa-icon slot="start" name="close"></wa-icon>${msg('Back to the diagram')}
          </wa-button>
        </div>
      </header>
      <section class="pf-x-body" id="pf-x-panel" role="tabpanel" tabindex="-1" aria-labelledby="pf-x-tab-${this.tab}">
        ${this.panel(desks)}
      </section>`;
  }

  private panel(desks: ExperimentDesks): TemplateResult {
    const tab = experimentTabs.find(({ id }) => id === this.tab) ?? experimentTabs[0];
    const missing = tab.variants > desks.comparison.chosen.length;
    if (missing) return this.tooFew();
    return tab.render({ desks, createViewer: this.createViewer });
  }

  /** With one design and one scenario there is nothing to compare yet. */
  private tooFew(): TemplateResult {
    return html`<div class="pf-x-empty">
      <h2>${msg('There is only one design so far')}</h2>
      <p>
        ${msg('Add a second design for the process you plan (the + beside the designs), or a second scenario with other people or times. Both are then simulated with the same cases and the same luck.')}
      </p>
    </div>`;
  }

  private runButton({ comparison }: ExperimentDesks): TemplateResult {
    const { state } = comparison;
    return experimentButton({
      label: state.status === 'idle' ? msg('Run the comparison') : msg('Run again'),
      disabled: comparison.chosen.length < 2,
      ask: () => void comparison.run(),
      running: state.status === 'running' ? cancelLabel(state) : undefined,
      cancel: () => comparison.cancel(),
    });
  }

  /** Reads the study; a first look runs at once, as pressing Compare asked for an answer. */
  private async open(): Promise<void> {
    const { desks } = this;
    if (!desks) return;
    this.stop = desks.onChange(() => this.requestUpdate());
    await desks.comparison.refresh();
    this.ready = true;
    const { comparison } = desks;
    const stale = 'stale' in comparison.state && comparison.state.stale;
    const unknown = comparison.state.status === 'idle' || stale;
    if (this.tab === 'compare' && unknown && comparison.chosen.length >= 2) void comparison.run();
  }

  private show(id: ExperimentTab): void {
    this.tab = id;
    const { comparison } = this.desks ?? {};
    if (id === 'compare' && comparison?.state.status === 'idle' && comparison.chosen.length >= 2) void comparison.run();
  }

  private readonly leave = (): void => {
    this.dispatchEvent(new CustomEvent('pf-leave', { bubbles: true }));
  };

  private readonly moveTab = (event: KeyboardEvent): void => {
    const at = experimentTabs.findIndex(({ id }) => id === this.tab);
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = experimentTabs[(at + step + experimentTabs.length) % experimentTabs.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    this.show(next.id);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`#pf-x-tab-${next.id}`)?.focus());
  };
}

declare global {
  interface HTMLElementEventMap {
    /** A view of the experiments asks for another. */
    'pf-show-tab': CustomEvent<ExperimentTab>;
  }
  interface HTMLElementTagNameMap {
    'pf-experiments': ExperimentPage;
  }
}
