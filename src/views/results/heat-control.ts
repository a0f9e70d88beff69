/** `<pf-heat-control>`: chooses which figure colours the diagram, and says what the colours mean. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '@awesome.me/webawesome/dist/components/option/option.js';
import '@awesome.me/webawesome/dist/components/select/select.js';
import type { Session } from '../../app/session.ts';
import type { ChartInput } from '../../charts/chart.ts';
import { locale } from '../../i18n/locale.ts';
import { HEAT_METRICS, heatName, readHeat, type HeatLegend, type HeatMetric, type HeatReading } from './heat.ts';

const OFF = 'off';

/** Fired when the colours on the diagram change; `detail` is their legend, undefined when there are none. */
export type HeatEvent = CustomEvent<HeatLegend | undefined>;

@customElement('pf-heat-control')
@localized()
export class HeatControl extends LitElement {
  static override readonly styles = css`
    :host {
      display: flex;
      align-items: center;
      gap: 8px;
      min-inline-size: 0;
    }
    wa-select {
      flex: none;
    }
    wa-select::part(form-control) {
      display: flex;
      align-items: center;
      gap: 6px;
    }
    wa-select::part(form-control-label) {
      margin: 0;
      font-size: var(--wa-font-size-xs);
      font-weight: var(--wa-font-weight-normal);
      color: var(--wa-color-text-quiet);
      white-space: nowrap;
    }
    wa-select::part(form-control-input) {
      inline-size: 150px;
    }
  `;

  @property({ attribute: false }) session: Session | undefined;
  @property({ attribute: false }) input: ChartInput | undefined;
  @state() private metric: HeatMetric | undefined;
  private shownOn: Session | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (!this.shownOn) return;
    this.shownOn.showHeatMap(undefined);
    this.shownOn = undefined;
    this.tell(undefined);
  }

  override render(): TemplateResult {
    const menu = html`<wa-select
      size="xs"
      label=${msg('Diagram colours')}
      value=${this.metric ?? OFF}
      @change=${this.choose}
    >
      <wa-option value=${OFF}>${msg('None')}</wa-option>
      ${HEAT_METRICS.map((metric) => html`<wa-option value=${metric}>${heatName(metric)}</wa-option>`)}
    </wa-select>`;
    // A closed menu keeps the words of its answer, so another language needs another menu.
    return html`${keyed(locale(), menu)}
    ${this.metric && !this.reading ? html`<small>${msg('Not measured in this run')}</small>` : nothing} `;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('input') && !changed.has('metric')) return;
    const { session, reading } = this;
    if (!session || (!reading && !this.shownOn)) return;
    session.showHeatMap(reading?.values);
    this.shownOn = reading ? session : undefined;
    this.tell(reading?.legend);
  }

  private get reading(): HeatReading | undefined {
    return this.metric && this.input ? readHeat(this.metric, this.input, locale()) : undefined;
  }

  private tell(legend: HeatLegend | undefined): void {
    this.dispatchEvent(new CustomEvent('pf-heat', { detail: legend, bubbles: true, composed: true }));
  }

  private readonly choose = (event: Event): void => {
    const value = event.target instanceof HTMLElement && 'value' in event.target ? event.target.value : OFF;
    this.metric = HEAT_METRICS.find((metric) => metric === value);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-heat-control': HeatControl;
  }
}
