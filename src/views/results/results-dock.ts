/** `<pf-results>`: what a run will answer, how far it is, and what it found. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { SessionController } from '../../app/session-controller.ts';
import type { RunState, Session } from '../../app/session.ts';
import type { RunResult } from '#simulation';
import type { ChartInput } from '../../charts/chart.ts';
import { precisionWords } from '../../comparison/precision-words.ts';
import { formatNumber } from '../../format/index.ts';
import { locale } from '../../i18n/locale.ts';
import { dockStyles } from './dock-styles.ts';
import { reportOf } from './design-report.ts';
import './export-menu.ts';
import type { RevealEvent } from './figure-table-view.ts';
import type { HeatEvent } from './heat-control.ts';
import './heat-control.ts';
import './heat-legend.ts';
import type { HeatLegend } from './heat.ts';
import { leadingChart } from './panels/cycle-time-charts.ts';
import { panels } from './panels/index.ts';
import type { PanelContext } from './panels/panel.ts';
import { RanScenarios } from './ran-scenarios.ts';
import { resultNotices } from './result-notices.ts';
import { kpiText, type KpiId } from '../help/kpi-texts.ts';
import './run-progress.ts';
import type { ScenarioEditEvent } from './trust/edit-event.ts';
import { trustStyles } from './trust/trust-styles.ts';

/** What a run answers, in the order of the tiles. */
const ANSWERS: readonly KpiId[] = ['hit-rate', 'cycle-time', 'waiting', 'utilisation', 'cost-per-case'];

/** The chart a picture is made of, by tab. */
const EXPORTED_CHARTS: Readonly<Record<string, string>> = {
  times: 'time-decomposition',
  people: 'utilisation',
  cases: 'work-in-progress',
  trust: 'warm-up',
};

@customElement('pf-results')
@localized()
export class ResultsDock extends LitElement {
  static override readonly styles = [dockStyles, trustStyles];

  private readonly sessions = new SessionController(this);
  private readonly ran = new RanScenarios();
  @state() private active = 'overview';
  @state() private legend: HeatLegend | undefined;
  private input: ChartInput | undefined;

  override render(): TemplateResult | typeof nothing {
    const { session } = this.sessions;
    if (!session) return nothing;
    const { run } = session;
    const input = this.inputOf(session);
    const running = run.status === 'running' ? run : undefined;
    if (running && !input) return this.starting(running);
    if (!input) return this.invitation(session, run);
    const context: PanelContext = {
      input,
      model: session.model,
      locale: locale(),
      streaming: running !== undefined,
      settled: run.status === 'complete',
    };
    const stale = 'stale' in run && run.stale;
    return html`<header>
        ${this.tabs(context)}
        <div class="state">${running ? this.progress(running) : this.summary(input)}</div>
        <pf-heat-control
          ?hidden=${running !== undefined}
          .session=${session}
          .input=${input}
          @pf-heat=${this.showLegend}
        ></pf-heat-control>
        <pf-export-menu
          ?hidden=${running !== undefined}
          .session=${session}
          .input=${input}
          chart=${this.exportedChart(input)}
          .report=${stale ? undefined : () => reportOf(session, input, locale())}
        ></pf-export-menu>
      </header>
      <div class="notices">
        ${run.status === 'partial' ? this.partialNotice(input.result) : nothing}
        ${stale ? this.staleNotice(session) : resultNotices(input, locale())}
        ${
          this.legend && !running
            ? html`<div class="notice"><pf-heat-legend .legend=${this.legend}></pf-heat-legend></div>`
            : nothing
        }
      </div>
      ${this.panel(context, stale, `${session.activeDesign} ${session.activeScenario}`)}`;
  }

  /** Before the first run: what it will answer. */
  private invitation(session: Session, run: RunState): TemplateResult {
    return html`<div class="invitation">
        ${
          run.status === 'failed'
            ? html`<p class="failed" role="alert">
                <wa-icon name="error"></wa-icon>${msg(str`The run stopped: ${run.message}`)}
              </p>`
            : html`<p>
                ${msg('A run tells how long cases will take, how many keep the SLA, where they wait, how busy people are and what it costs.')}
              </p>`
        }
        <wa-button size="s" variant="brand" @click=${() => session.startRun()}>
          <wa-icon slot="start" name="play"></wa-icon>${run.status === 'failed' ? msg('Run again') : msg('Run')}
        </wa-button>
      </div>
      ${answers()}`;
  }

  /** Until the first replication is in. */
  private starting(running: Extract<RunState, { readonly status: 'running' }>): TemplateResult {
    return html`<div class="invitation" aria-busy="true">${this.progress(running)}</div>
      ${answers()}`;
  }

  private progress(running: Extract<RunState, { readonly status: 'running' }>): TemplateResult {
    return html`<pf-run-progress
      .run=${running}
      @pf-cancel=${() => this.sessions.session?.cancelRun()}
    ></pf-run-progress>`;
  }

  private tabs(context: PanelContext): TemplateResult {
    return html`<div class="tabs" role="tablist" aria-label=${msg('Results')} @keydown=${this.moveTab}>
      ${panels.map(
        (panel) =>
          html`<button
            type="button"
            role="tab"
            id="tab-${panel.id}"
            aria-selected=${panel.id === this.active ? 'true' : 'false'}
            aria-controls="panel"
            tabindex=${panel.id === this.active ? 0 : -1}
            @click=${() => (this.active = panel.id)}
          >
            ${panel.label(context)}
          </button>`,
      )}
    </div>`;
  }

  private panel(context: PanelContext, stale: boolean, subject: string): TemplateResult {
    const panel = panels.find(({ id }) => id === this.active);
    if (!panel) throw new Error(`no panel <${this.active}>`);
    return html`<div
      class="panel ${stale ? 'stale' : ''}"
      id="panel"
      role="tabpanel"
      tabindex="0"
      aria-labelledby="tab-${panel.id}"
      @pf-reveal=${this.reveal}
      @pf-scenario-edit=${this.edit}
    >
      ${keyed(`${subject} ${panel.id}`, panel.render(context))}
    </div>`;
  }

  private summary({ result, scenario }: ChartInput): TemplateResult {
    const text = msg(str`R = ${formatNumber(result.done, locale(), 0)} · seed ‘${result.plan.seed}’`);
    const precision = precisionWords(result, scenario, locale());
    return html`<span class="plan" title=${precision ? `${text} · ${precision}` : text}>${text}</span>`;
  }

  /** A run that was stopped keeps what it found, and says how much that is. */
  private partialNotice({ done, plan }: RunResult): TemplateResult {
    const count = (value: number) => formatNumber(value, locale(), 0);
    return html`<div class="notice" role="status">
      <wa-icon name="info"></wa-icon>
      <span>
        <b>
          ${
            plan.precision
              ? msg(str`partial, n = ${count(done)} of at most ${count(plan.replications)}`)
              : msg(str`partial, n = ${count(done)} of ${count(plan.replications)}`)
          }
        </b>
        ${msg('The run was stopped: intervals are wider than planned, and no verdict is given.')}
      </span>
    </div>`;
  }

  private staleNotice(session: Session): TemplateResult {
    return html`<div class="notice" role="status">
      <wa-icon name="history"></wa-icon>
      <span>${msg('These figures are from before your last change.')}</span>
      <button type="button" class="link" @click=${() => session.startRun()}>${msg('Run again')}</button>
    </div>`;
  }

  /** The same object as long as neither result nor scenario changes, so that charts redraw only when they must. */
  private inputOf(session: Session): ChartInput | undefined {
    const scenario = this.ran.scenarioOf(session);
    const { run } = session;
    const result = 'result' in run ? run.result : undefined;
    if (!result) return (this.input = undefined);
    if (this.input?.result !== result || this.input.scenario !== scenario) this.input = { result, scenario };
    return this.input;
  }

  private exportedChart(input: ChartInput): string {
    const fallback = leadingChart(input) === 'business' ? 'working-time-distribution' : 'cycle-time-distribution';
    return EXPORTED_CHARTS[this.active] ?? fallback;
  }

  private readonly reveal = (event: RevealEvent): void => {
    event.stopPropagation(); // the session knows whether the diagram or the parameters show it
    this.sessions.session?.reveal(event.detail.id);
  };

  private readonly edit = ({ detail: { label, change } }: ScenarioEditEvent): void => {
    const { session } = this.sessions;
    session?.editScenario(label, change);
    session?.announce(msg(str`${label}: done. Run again to see what it does.`));
  };

  private readonly showLegend = (event: HeatEvent): void => {
    if (!this.isConnected) return; // its study is closed
    this.legend = event.detail;
  };

  private readonly moveTab = (event: KeyboardEvent): void => {
    const at = panels.findIndex(({ id }) => id === this.active);
    const next = nextTab(event.key, at, panels.length);
    const panel = next === undefined ? undefined : panels[next];
    if (!panel) return;
    event.preventDefault();
    this.active = panel.id;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${panel.id}`)?.focus());
  };
}

/** The place of the tiles before there are figures: what each will say. */
const answers = (): TemplateResult =>
  html`<dl class="answers">
    ${ANSWERS.map((id) => {
      const { name, sentence } = kpiText(id);
      return html`<div>
        <dt>${name}</dt>
        <dd>${sentence}</dd>
      </div>`;
    })}
  </dl>`;

/** Arrow keys go round, Home and End to the ends (ARIA authoring practices, tabs). */
function nextTab(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-results': ResultsDock;
  }
}
