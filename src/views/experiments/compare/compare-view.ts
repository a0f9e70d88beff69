/**
 * `<pf-compare>`: two designs against each other: the verdict in sentences, the diagrams with what changed, every figure, and where
 * the difference comes from. Light DOM, for the diagrams.
 */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import type { BridgeDesk } from '../../../app/experiments/bridge-desk.ts';
import type { ComparisonDesk, ComparisonState } from '../../../app/experiments/comparison-desk.ts';
import type { PairedRuns } from '../../../experiments/index.ts';
import type { DesignViewer } from '../../../editor/design-viewer.ts';
import { formatDateTime, formatNumber } from '../../../format/index.ts';
import { issueText } from '../../../i18n/issues.ts';
import { locale } from '../../../i18n/locale.ts';
import type { Report } from '../../../reports/report.ts';
import '../../results/figure-table-view.ts';
import '../figure-view.ts';
import './bridge-section.ts';
import type { BridgeSection } from './bridge-section.ts';
import { readComparison, type ComparisonReading } from './comparison-reading.ts';
import './design-differences.ts';
import type { DesignDifferences } from './design-differences.ts';
import './ranking-panel.ts';
import '../report-menu.ts';
import { luckNote, peekingNote, verdict } from './verdict.ts';

@customElement('pf-compare')
@localized()
export class CompareView extends LitElement {
  @property({ attribute: false }) desk: ComparisonDesk | undefined;
  @property({ attribute: false }) bridge: BridgeDesk | undefined;
  @property({ attribute: false }) createViewer: ((container: HTMLElement) => DesignViewer) | undefined;
  /** The variant set against the baseline, where there are more than two. */
  @state() private index = 1;
  private read: { readonly key: readonly unknown[]; readonly reading: ComparisonReading } | undefined;
  /** What the bridge stands between. */
  private bridged: readonly unknown[] = [];
  private stop: (() => void) | undefined;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = this.desk?.onChange(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  override willUpdate(): void {
    const { desk, bridge } = this;
    const index = Math.min(this.index, (desk?.chosen.length ?? 0) - 1);
    const [from, to] = [desk?.chosen[0], desk?.chosen[index]];
    if (!desk || !bridge || !from || !to || index < 1) return;
    const key = [bridge, from, to, JSON.stringify(desk.decisions(from, to))];
    if (this.bridged.length > 0 && this.bridged.every((part, i) => part === key[i])) return;
    this.bridged = key;
    bridge.choose({ from, to, pairs: desk.pairs(from, to), names: [desk.names[0] ?? '', desk.names[index] ?? ''] });
  }

  override render(): TemplateResult | typeof nothing {
    const { desk } = this;
    if (!desk) return nothing;
    const index = Math.min(this.index, desk.chosen.length - 1);
    const paired = 'paired' in desk.state ? desk.state.paired : undefined;
    const reading = paired && this.readingOf(paired, desk.names, index);
    const { state } = desk;
    const stale = 'stale' in state && state.stale;
    return html`${this.notices(desk.state)}
      <pf-ranking class=${stale ? 'pf-x-stale' : ''} .paired=${paired} .names=${desk.names}></pf-ranking>
      ${desk.chosen.length > 2 ? this.alternatives(desk, index) : nothing}
      <div class="pf-compare-top ${stale ? 'pf-x-stale' : ''}">
        <section class="pf-compare-verdict" aria-live="polite">
          ${reading ? verdict(reading.statements, desk.state.status === 'running') : this.waiting(desk.state)}
          ${paired ? luckNote(reading?.rows ?? [], index, paired, locale()) : nothing}
          ${
            reading && 'stale' in desk.state
              ? html`<pf-report-menu .report=${() => this.report(paired, reading, index)}></pf-report-menu>`
              : nothing
          }
        </section>
        <section class="pf-compare-table">
          ${reading ? html`<pf-figure-table .table=${reading.table}></pf-figure-table>` : this.tablePlace()}
        </section>
      </div>
      <pf-design-differences
        .desk=${desk}
        .from=${desk.chosen[0]}
        .to=${desk.chosen[index]}
        .names=${[desk.names[0] ?? '', desk.names[index] ?? '']}
        .createViewer=${this.createViewer}
      ></pf-design-differences>
      <div class="pf-compare-charts ${stale ? 'pf-x-stale' : ''}">
        ${reading?.charts.map((figure) => html`<pf-figure .figure=${figure}></pf-figure>`) ?? nothing}
      </div>
      ${reading ? html`<pf-bridge .desk=${this.bridge} .rows=${reading.rows}></pf-bridge>` : nothing}`;
  }

  private notices(state: ComparisonState): TemplateResult | typeof nothing {
    switch (state.status) {
      case 'blocked':
        return html`<div class="pf-x-notice error" role="alert">
          <wa-icon name="error"></wa-icon>
          <div>
            <b>${msg(str`“${state.variant}” cannot run yet:`)}</b>
            <ul>
              ${state.issues.filter(({ severity }) => severity === 'error').map((issue) => html`<li>${issueText(issue)}</li>`)}
            </ul>
          </div>
        </div>`;
      case 'failed':
        return html`<div class="pf-x-notice error" role="alert">
          <wa-icon name="error"></wa-icon><span>${msg(str`The run stopped: ${state.message}`)}</span>
        </div>`;
      case 'partial':
        return html`${this.stale(state.stale)}${peekingNote(state.paired, 'partial', locale())}`;
      case 'complete':
        return html`${this.stale(state.stale)}${state.paired.issues.map(
          (issue) =>
            html`<div class="pf-x-notice"><wa-icon name="warning"></wa-icon><span>${issueText(issue)}</span></div>`,
        )}`;
      case 'running':
        return state.paired ? peekingNote(state.paired, 'running', locale()) : nothing;
      case 'idle':
        return nothing;
    }
  }

  private stale(stale: boolean): TemplateResult | typeof nothing {
    return stale
      ? html`<div class="pf-x-notice" role="status">
          <wa-icon name="history"></wa-icon>
          <span>${msg('These figures are from before your last change.')}</span>
          <button type="button" class="pf-x-link" @click=${() => void this.desk?.run()}>${msg('Run again')}</button>
        </div>`
      : nothing;
  }

  private waiting(state: ComparisonState): TemplateResult {
    return html`<p class="pf-x-quiet" role="status">
      ${
        state.status === 'running'
          ? msg(
              str`Both designs meet the same cases and the same luck … ${formatNumber(state.done, locale(), 0)} of ${formatNumber(state.planned, locale(), 0)} replications`,
            )
          : msg('A run sets the designs against each other with the same cases and the same luck.')
      }
    </p>`;
  }

  private tablePlace(): TemplateResult {
    return html`<p class="pf-x-quiet">
      ${msg('Every figure of both designs will stand here, with the paired difference and its interval.')}
    </p>`;
  }

  /** More than two: which of them is looked at against the baseline. */
  private alternatives(desk: ComparisonDesk, index: number): TemplateResult {
    return html`<div class="pf-compare-alternatives" role="group" aria-label=${msg('Look at')}>
      ${desk.names
        .slice(1)
        .map(
          (name, i) =>
            html`<button
              type="button"
              aria-pressed=${i + 1 === index ? 'true' : 'false'}
              @click=${() => (this.index = i + 1)}
            >
              ${msg(str`${desk.names[0] ?? ''} against ${name}`)}
            </button>`,
        )}
    </div>`;
  }

  /** The comparison as it is to be passed on. */
  private async report(paired: PairedRuns, reading: ComparisonReading, index: number): Promise<Report> {
    const { desk } = this;
    const [{ comparisonReport }, { parseSvg }, picture] = await Promise.all([
      import('../../../reports/comparison-report.ts'),
      import('../../../exporters/picture.ts'),
      this.querySelector<DesignDifferences>('pf-design-differences')?.picture(),
    ]);
    const names = paired.runs.map(({ alternative }) => alternative.name);
    const bridged = this.bridge?.built ? (this.querySelector<BridgeSection>('pf-bridge')?.readings ?? []) : [];
    return comparisonReport({
      study: desk?.studyName ?? '',
      paired,
      names,
      index,
      statements: reading.statements,
      table: reading.table,
      charts: [...reading.charts, ...bridged.map(({ figure }) => figure)],
      reasons: bridged.map(({ sentences }) => sentences.join(' ')),
      tables: bridged.map(({ figure }) => figure.table(locale())),
      changes: picture?.changes ?? [],
      elements: picture?.elements ?? [],
      diagrams: (picture?.svgs ?? []).map((svg, side) => ({
        name: names[side === 0 ? 0 : index] ?? '',
        svg: parseSvg(svg),
      })),
      madeAt: formatDateTime(Date.now(), locale()),
      locale: locale(),
    });
  }

  /** Read anew only when result, variant or language change. */
  private readingOf(paired: PairedRuns, names: readonly string[], index: number): ComparisonReading {
    const key = [paired, index, locale(), ...names];
    if (!this.read?.key.every((part, i) => part === key[i]))
      this.read = { key, reading: readComparison(paired, names, index, locale()) };
    return this.read.reading;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-compare': CompareView;
  }
}
