/** `<pf-what-if>`: sliders on one side, the figures that follow them on the other, with the variant as it is behind them. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { askName } from '../../../app/ask.ts';
import type { ExperimentDesks } from '../../../app/experiments/experiment-desks.ts';
import type { Variant } from '../../../app/experiments/variants.ts';
import { MOST_TURNED, type Turned, type WhatIfDesk } from '../../../app/experiments/what-if-desk.ts';
import { overlaidDistribution } from '../../../charts/experiments/overlaid-distribution.ts';
import { keyOf, parameterName, rangeOf, valueWords } from '../../../comparison/parameter-words.ts';
import type { KnownParameter } from '../../../experiments/index.ts';
import { issueText } from '../../../i18n/issues.ts';
import { locale } from '../../../i18n/locale.ts';
import '../figure-view.ts';
import { scenarioPicker } from '../scenario-picker.ts';
import { liveFigures } from './live-figures.ts';

@customElement('pf-what-if')
@localized()
export class WhatIfView extends LitElement {
  @property({ attribute: false }) desk: WhatIfDesk | undefined;
  @property({ attribute: false }) desks: ExperimentDesks | undefined;
  @state() private kept = '';
  private stop: (() => void) | undefined;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = this.desk?.onChange(() => this.requestUpdate());
    const { desk, desks } = this;
    const variant = desks?.comparison.all.find(({ id }) => id === desk?.variant?.id) ?? desks?.comparison.chosen[0];
    if (variant) desk?.choose(variant);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  override render(): TemplateResult | typeof nothing {
    const { desk, desks } = this;
    if (!desk?.variant || !desks) return nothing;
    return html`<div class="pf-what-if">
      <section class="pf-x-card" aria-label=${msg('Parameters')}>
        ${scenarioPicker(msg('Scenario to vary'), desks.comparison.all, desk.variant, (variant) => this.choose(variant))}
        ${desk.turned.map((turned) => this.slider(turned, desk))} ${this.adder(desk)}
        <div class="pf-what-if-actions">
          <wa-button size="s" ?disabled=${desk.variations.length === 0} @click=${() => desk.reset()}>
            <wa-icon slot="start" name="undo"></wa-icon>${msg('Reset')}
          </wa-button>
          <wa-button
            size="s"
            variant="brand"
            ?disabled=${desk.variations.length === 0}
            @click=${() => void this.keep(desk, desks)}
          >
            <wa-icon slot="start" name="save"></wa-icon>${msg('Keep as scenario …')}
          </wa-button>
        </div>
        <p class="pf-x-hint" role="status">${this.kept}</p>
      </section>
      <section class="pf-what-if-figures" aria-label=${msg('Figures')}>
        ${desk.issues
          .filter(({ severity }) => severity === 'error')
          .map(
            (issue) =>
              html`<div class="pf-x-notice error" role="alert">
                <wa-icon name="error"></wa-icon>${issueText(issue)}
              </div>`,
          )}
        ${liveFigures(desk, locale())} ${this.chart(desk)}
      </section>
    </div>`;
  }

  private slider({ known, value }: Turned, desk: WhatIfDesk): TemplateResult {
    const name = parameterName(desk.study, known.parameter);
    const { min, max, step } = rangeOf(known);
    const said = valueWords(known.quantity, value, desk.study, locale());
    const original = valueWords(known.quantity, known.value, desk.study, locale());
    const at = max > min ? (known.value - min) / (max - min) : 0;
    return html`<div class="pf-slider">
      <div class="pf-slider-head">
        <label for=${keyOf(known.parameter)}>${name}</label>
        <output>${said}</output>
        <button
          type="button"
          class="pf-x-icon"
          aria-label=${msg(str`Take ${name} away`)}
          title=${msg('Take away')}
          @click=${() => desk.remove(known.parameter)}
        >
          <wa-icon name="close"></wa-icon>
        </button>
      </div>
      <input
        type="range"
        id=${keyOf(known.parameter)}
        min=${min}
        max=${max}
        step=${step}
        .value=${String(value)}
        aria-valuetext=${said}
        style="--original:${at}"
        @input=${(event: Event & { currentTarget: HTMLInputElement }) =>
          desk.turn(known.parameter, near(Number(event.currentTarget.value), known.value, step))}
      />
      <div class="pf-x-quiet pf-slider-original">
        ${value === known.value ? msg('as in the scenario') : msg(str`instead of ${original}`)}
      </div>
    </div>`;
  }

  private adder(desk: WhatIfDesk): TemplateResult | typeof nothing {
    const taken = new Set(desk.turned.map(({ known }) => keyOf(known.parameter)));
    const free = desk.known.filter(({ parameter }) => !taken.has(keyOf(parameter)));
    if (desk.turned.length >= MOST_TURNED)
      return html`<p class="pf-x-hint">${msg(str`Up to ${MOST_TURNED} parameters at a time.`)}</p>`;
    if (free.length === 0) return nothing;
    return html`<label class="pf-x-field">
      <span>${msg('Add a parameter')}</span>
      <select
        .value=${''}
        @change=${(event: Event & { currentTarget: HTMLSelectElement }) => {
          const found = free.find(({ parameter }) => keyOf(parameter) === event.currentTarget.value);
          event.currentTarget.value = '';
          if (found) desk.add(found.parameter);
        }}
      >
        <option value="">${msg('Choose …')}</option>
        ${free.map((known: KnownParameter) => html`<option value=${keyOf(known.parameter)}>${parameterName(desk.study, known.parameter)}</option>`)}
      </select>
    </label>`;
  }

  private chart(desk: WhatIfDesk): TemplateResult | typeof nothing {
    const { baseline, live } = desk;
    if (!baseline) return html`<p class="pf-x-quiet" role="status">${msg('The scenario as it is runs first …')}</p>`;
    const side = (name: string, result: typeof baseline.result) => ({
      name,
      input: { result, scenario: desk.study.scenario },
    });
    const figure = overlaidDistribution(
      side(msg('As it is'), baseline.result),
      side(msg('As you set it'), (live ?? baseline).result),
    );
    return figure ? html`<pf-figure .figure=${figure}></pf-figure>` : nothing;
  }

  private choose(variant: Variant): void {
    this.desk?.choose(variant);
  }

  private async keep(desk: WhatIfDesk, desks: ExperimentDesks): Promise<void> {
    const proposal = desk.turned
      .filter(({ known, value }) => value !== known.value)
      .map(
        ({ known, value }) =>
          `${parameterName(desk.study, known.parameter)} ${valueWords(known.quantity, value, desk.study, locale())}`,
      )
      .join(', ')
      .slice(0, 120);
    const name = await askName(msg('Keep as scenario'), msg('Name of the scenario'), proposal);
    if (name === undefined || !desk.variant) return;
    await desks.keep(desk.variant, name, desk.scenario);
    this.kept = msg(str`Kept as “${name}”. It inherits everything else and can be compared.`);
  }
}

/** Close to where it was counts as where it was: steps of a slider seldom hit it. */
const near = (value: number, original: number, step: number): number =>
  Math.abs(value - original) <= step / 2 ? original : value;

declare global {
  interface HTMLElementTagNameMap {
    'pf-what-if': WhatIfView;
  }
}
