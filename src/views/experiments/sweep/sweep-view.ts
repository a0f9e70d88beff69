/** `<pf-sweep>`: the question on one side; on the other the picture of a figure along its parameters, and every point as a row. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { askName } from '../../../app/ask.ts';
import type { ExperimentDesks } from '../../../app/experiments/experiment-desks.ts';
import type { Variant } from '../../../app/experiments/variants.ts';
import { MOST_POINTS, type AskedSweep, type SweepDesk, type SweepState } from '../../../app/experiments/sweep-desk.ts';
import type { Figure } from '../../../charts/experiments/figure.ts';
import { sweepLine } from '../../../charts/experiments/sweep-line.ts';
import { sweepMap } from '../../../charts/experiments/sweep-map.ts';
import { kpisOfRuns, type Kpi } from '../../../comparison/kpis.ts';
import { parameterName, valueWords } from '../../../comparison/parameter-words.ts';
import { sweepDocument, sweepRows, type Sweep, type SweepPoint } from '../../../experiments/index.ts';
import { toCsv } from '../../../exporters/csv.ts';
import { issueText } from '../../../i18n/issues.ts';
import { locale } from '../../../i18n/locale.ts';
import { fileNameOf, writeFile } from '../../../study/files.ts';
import '../figure-view.ts';
import { kpiKey, kpiPicker } from '../kpi-picker.ts';
import { scenarioPicker } from '../scenario-picker.ts';
import { cancelLabel, experimentButton } from '../trial-view.ts';
import './sweep.css';
import { sweepPoints } from './sweep-points.ts';
import { sweepQuestion } from './sweep-question.ts';
import { sweptFigure } from './swept.ts';

@customElement('pf-sweep')
@localized()
export class SweepView extends LitElement {
  @property({ attribute: false }) desk: SweepDesk | undefined;
  @property({ attribute: false }) desks: ExperimentDesks | undefined;
  /** The figure that shows, by its path. */
  @state() private shown = '';
  @state() private kept = '';
  private picture: { readonly key: readonly unknown[]; readonly figure: Figure | undefined } | undefined;
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
    const { state } = desk;
    return html`<div class="pf-what-if">
      <section class="pf-x-card" aria-label=${msg('Question')}>
        ${scenarioPicker(msg('Scenario to vary'), desks.comparison.all, desk.variant, (variant) => this.choose(variant))}
        ${sweepQuestion(desk)} ${this.button(desk)}
      </section>
      <section class="pf-sweep-answer" aria-label=${msg('Answer')}>
        ${this.notices(state)}
        ${
          'sweep' in state
            ? this.answer(state.asked, state.sweep)
            : html`<p class="pf-x-card pf-x-quiet" role="status">
                ${
                  state.status === 'running'
                    ? msg('The scenario as it is runs first …')
                    : msg('How does a figure follow one parameter, or two? Choose them and run the sweep.')
                }
              </p>`
        }
      </section>
    </div>`;
  }

  private button(desk: SweepDesk): TemplateResult {
    const { state } = desk;
    return experimentButton({
      label: msg('Run the sweep'),
      disabled: desk.axes.length === 0 || desk.points === 0 || desk.points > MOST_POINTS,
      ask: () => void desk.run(),
      running: state.status === 'running' ? cancelLabel(state) : undefined,
      cancel: () => desk.cancel(),
    });
  }

  private notices(state: SweepState): TemplateResult | typeof nothing {
    const error = (text: string): TemplateResult =>
      html`<div class="pf-x-notice error" role="alert"><wa-icon name="error"></wa-icon><span>${text}</span></div>`;
    const note = (text: string): TemplateResult =>
      html`<div class="pf-x-notice" role="status"><wa-icon name="info"></wa-icon><span>${text}</span></div>`;
    if (state.status === 'blocked')
      return html`${state.issues.filter(({ severity }) => severity === 'error').map((issue) => error(issueText(issue)))}`;
    if (state.status === 'failed') return error(msg(str`The sweep stopped: ${state.message}`));
    if ('stale' in state && state.stale)
      return note(msg('You changed the question since. Run the sweep again for an answer to it.'));
    if (state.status === 'partial') return note(msg('The sweep was stopped: points that were not in are left out.'));
    return nothing;
  }

  private answer(asked: AskedSweep, sweep: Sweep): TemplateResult {
    const runs = [sweep.baseline, ...sweep.points.map(({ run }) => run)].filter((run) => run !== undefined);
    const kpis = kpisOfRuns(runs, asked.study, locale());
    const kpi = kpis.find((one) => kpiKey(one) === this.shown) ?? kpis[0];
    if (!kpi)
      return html`<p class="pf-x-card pf-x-quiet" role="status">${msg('Nothing was measured for this chart.')}</p>`;
    const swept = sweptFigure(asked, sweep, kpi);
    const key = [sweep, kpiKey(kpi), locale()];
    if (!this.picture?.key.every((part, i) => part === key[i]))
      this.picture = { key, figure: sweep.axes.length > 1 ? sweepMap(swept) : sweepLine(swept) };
    const { figure } = this.picture;
    return html`<div class="pf-sweep-head">
        ${kpiPicker(kpis, kpi, (chosen) => (this.shown = chosen))}
        <wa-button size="s" appearance="outlined" @click=${() => void this.save(asked, sweep, kpis)}>
          <wa-icon slot="start" name="download"></wa-icon>${msg('All figures as CSV')}
        </wa-button>
        <span class="pf-x-quiet" role="status">${this.kept}</span>
      </div>
      ${figure ? html`<pf-figure .figure=${figure}></pf-figure>` : nothing}
      <div class="pf-x-card pf-sweep-table">
        ${sweepPoints(asked, sweep, kpi.path, swept, (point) => void this.keep(point, asked))}
      </div>`;
  }

  private choose(variant: Variant): void {
    this.kept = '';
    this.desk?.choose(variant);
  }

  private async save(asked: AskedSweep, sweep: Sweep, kpis: readonly Kpi[]): Promise<void> {
    const paths = kpis.map(({ path }) => path);
    const { id, name } = asked.study.scenario;
    const document = sweepDocument(sweep, paths, {
      model: { file: asked.file.name, sha256: asked.file.sha256 },
      scenario: { id, name },
      known: asked.axes,
    });
    const csv = new Blob([toCsv(sweepRows(document))], { type: 'text/csv;charset=utf-8' });
    await writeFile(csv, fileNameOf(msg(str`Sweep – ${name}`), 'csv'));
  }

  private async keep(point: SweepPoint, asked: AskedSweep): Promise<void> {
    const { desk, desks } = this;
    const varied = desk?.scenarioAt(point);
    if (!desk?.variant || !desks || !varied) return;
    const proposal = asked.axes
      .map(({ parameter, quantity }, i) => {
        const step = valueWords(quantity, point.steps[i] ?? NaN, asked.study, locale());
        return msg(str`${parameterName(asked.study, parameter)} ${step}`);
      })
      .join(', ')
      .slice(0, 120);
    const name = await askName(msg('Keep as scenario'), msg('Name of the scenario'), proposal);
    if (name === undefined) return;
    const kept = await desks.keep(desk.variant, name, varied);
    if (kept) this.kept = msg(str`Kept as “${name}”. It inherits everything else and can be compared.`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-sweep': SweepView;
  }
}
