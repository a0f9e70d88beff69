/** `<pf-sensitivity>`: the uncertain inputs on one side, what they do to a figure on the other. Light DOM, for the style of the page. */
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ExperimentDesks } from '../../../app/experiments/experiment-desks.ts';
import type { SensitivityDesk } from '../../../app/experiments/sensitivity-desk.ts';
import { MAIN_PATH, samePath } from '../../../comparison/figure-list.ts';
import { kpisOfRuns, type Kpi } from '../../../comparison/kpis.ts';
import {
  readTornado,
  readTwoBands,
  tornadoRows,
  type UncertaintyReading,
} from '../../../comparison/sensitivity-reading.ts';
import { figureOf, type Sensitivity, type StudyRun } from '../../../experiments/index.ts';
import { toCsv } from '../../../exporters/csv.ts';
import { locale } from '../../../i18n/locale.ts';
import { fileNameOf, writeFile } from '../../../study/files.ts';
import '../figure-view.ts';
import { kpiKey, kpiPicker } from '../kpi-picker.ts';
import { scenarioPicker } from '../scenario-picker.ts';
import { trialButton, trialNotices, trialProgress } from '../trial-view.ts';
import { inputTable } from './input-table.ts';
import './sensitivity.css';

@customElement('pf-sensitivity')
@localized()
export class SensitivityView extends LitElement {
  @property({ attribute: false }) desk: SensitivityDesk | undefined;
  @property({ attribute: false }) desks: ExperimentDesks | undefined;
  @state() private kpi = '';
  private readonly read = new Map<string, { readonly key: readonly unknown[]; readonly reading: UncertaintyReading }>();
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
    const none = desk.asked.length === 0;
    return html`<div class="pf-sens">
      <section class="pf-x-card" aria-label=${msg('Inputs')}>
        ${scenarioPicker(msg('Scenario to doubt'), desks.comparison.all, desk.variant, (variant) => desk.choose(variant))}
        ${
          desk.inputs.length === 0
            ? html`<p class="pf-x-quiet">${msg('This scenario has no input that could be off.')}</p>`
            : inputTable(desk)
        }
      </section>
      <section class="pf-sens-answer" aria-label=${msg('Answer')}>
        <div class="pf-x-card">
          <div class="pf-x-line-up">
            <h2>${msg('Which input matters most')}</h2>
            ${trialButton(desk.tornado, { label: desk.tornado.answer ? msg('Run again') : msg('Move each input'), disabled: none, ask: () => void desk.runTornado() })}
          </div>
          <p class="pf-x-hint">
            ${msg('Each input in turn goes to both ends of its range, all else as stated, under the same luck.')}
          </p>
          ${trialNotices(desk.tornado, msg('The run was stopped: inputs without a bar were not tried.'))}
          ${trialProgress(desk.tornado)} ${this.tornado(desk)}
        </div>
        <div class="pf-x-card">
          <div class="pf-x-line-up">
            <h2>${msg('How much is chance, how much do we not know')}</h2>
            ${trialButton(desk.bands, { label: desk.bands.answer ? msg('Run again') : msg('Draw all inputs'), disabled: none, ask: () => void desk.runBands() })}
          </div>
          <p class="pf-x-hint">
            ${msg('All inputs are drawn from their ranges together, forty times; each draw meets the same ten periods.')}
          </p>
          ${trialNotices(desk.bands, msg('The run was stopped: the bands rest on fewer draws than planned.'))}
          ${trialProgress(desk.bands)} ${this.bands(desk)}
        </div>
      </section>
    </div>`;
  }

  private tornado(desk: SensitivityDesk): TemplateResult | typeof nothing {
    const { answer } = desk.tornado;
    const baseline = answer?.variants.baseline;
    if (!answer || !baseline) return nothing;
    const { kpis, kpi } = this.kpis(baseline, desk);
    if (!kpi) return nothing;
    const reading = this.once('tornado', [answer, kpiKey(kpi), locale()], () =>
      readTornado(desk.study, answer, kpi, meanOf(baseline, kpi), locale()),
    );
    return html`<div class="pf-x-line-up">
        ${kpiPicker(kpis, kpi, (key) => (this.kpi = key))}
        <wa-button size="s" appearance="outlined" @click=${() => void this.save(desk, answer, kpis)}>
          <wa-icon slot="start" name="download"></wa-icon>${msg('All figures as CSV')}
        </wa-button>
      </div>
      ${shown(reading, desk.tornado)}`;
  }

  private bands(desk: SensitivityDesk): TemplateResult | typeof nothing {
    const { answer } = desk.bands;
    if (!answer?.baseline) return nothing;
    const { kpis, kpi } = this.kpis(answer.baseline, desk);
    if (!kpi) return nothing;
    const reading = this.once('bands', [answer, kpiKey(kpi), locale()], () => readTwoBands(answer, kpi, locale()));
    return html`${kpiPicker(kpis, kpi, (key) => (this.kpi = key))} ${shown(reading, desk.bands)}`;
  }

  /** The figures there are, and the one that is looked at. */
  private kpis(run: StudyRun, desk: SensitivityDesk): { readonly kpis: readonly Kpi[]; readonly kpi: Kpi | undefined } {
    const kpis = kpisOfRuns([run], desk.study, locale());
    const kpi =
      kpis.find((one) => kpiKey(one) === this.kpi) ?? kpis.find(({ path }) => samePath(path, MAIN_PATH)) ?? kpis[0];
    return { kpis, kpi };
  }

  private once(name: string, key: readonly unknown[], read: () => UncertaintyReading): UncertaintyReading {
    const known = this.read.get(name);
    if (known?.key.every((part, i) => part === key[i])) return known.reading;
    const reading = read();
    this.read.set(name, { key, reading });
    return reading;
  }

  private async save(desk: SensitivityDesk, answer: Sensitivity, kpis: readonly Kpi[]): Promise<void> {
    const text = toCsv(tornadoRows(desk.study, answer, kpis));
    await writeFile(new Blob([text], { type: 'text/csv' }), fileNameOf(msg('Sensitivity'), '.csv'));
  }
}

const meanOf = (run: StudyRun, { path }: Kpi): number => {
  const values = [...(figureOf(run.kpiPaths, run.kpis, path) ?? [])].filter((value) => !Number.isNaN(value));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
};

const shown = ({ sentences, figure }: UncertaintyReading, { isStale }: { readonly isStale: boolean }): TemplateResult =>
  html`<div class=${isStale ? 'pf-x-stale' : ''} aria-live="polite">
      <p class="pf-sens-words">${sentences.join(' ')}</p>
    </div>
    ${figure ? html`<pf-figure .figure=${figure}></pf-figure>` : nothing}`;

declare global {
  interface HTMLElementTagNameMap {
    'pf-sensitivity': SensitivityView;
  }
}
