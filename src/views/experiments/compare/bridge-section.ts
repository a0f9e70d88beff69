/** `<pf-bridge>`: which of the changes between two designs accounts for how much of the difference. Light DOM, for the style of the page. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BridgeDesk } from '../../../app/experiments/bridge-desk.ts';
import { readBridge, type BridgeReading } from '../../../comparison/bridge-reading.ts';
import { stepNamer } from '../../../comparison/change-words.ts';
import type { ComparedKpi } from '../../../comparison/comparison-table.ts';
import type { BridgePlan } from '../../../experiments/index.ts';
import { formatNumber } from '../../../format/index.ts';
import { locale } from '../../../i18n/locale.ts';
import '../figure-view.ts';
import { trialButton, trialNotices, trialProgress } from '../trial-view.ts';

@customElement('pf-bridge')
@localized()
export class BridgeSection extends LitElement {
  @property({ attribute: false }) desk: BridgeDesk | undefined;
  /** Figures as the comparison writes them. */
  @property({ attribute: false }) rows: readonly ComparedKpi[] = [];
  private read: { readonly key: readonly unknown[]; readonly readings: readonly BridgeReading[] } | undefined;
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

  /** What is known of the two designs that are looked at, for a report too. */
  get readings(): readonly BridgeReading[] {
    const built = this.desk?.trial.answer;
    if (!built) return [];
    const key = [built, this.rows, locale()];
    if (!this.read?.key.every((part, i) => part === key[i])) {
      const { from, to, pairs, names } = built.ends;
      const step = stepNamer(from, to, pairs, locale());
      this.read = {
        key,
        readings: readBridge(
          built.bridge,
          this.rows.map(({ kpi }) => kpi),
          { from: names[0], to: names[1], step },
          locale(),
        ),
      };
    }
    return this.read.readings;
  }

  override render(): TemplateResult | typeof nothing {
    const { desk } = this;
    const plan = desk?.planned;
    if (!desk || !plan || plan.steps.length === 0) return nothing;
    const { trial } = desk;
    const { readings } = this;
    const stale = trial.isStale;
    return html`<section class="pf-x-card pf-bridge" aria-label=${msg('Which change does what')}>
        <div class="pf-x-line-up">
          <h2>${msg('Which change does what')}</h2>
          ${trialButton(trial, {
            label: trial.answer ? msg('Run again') : msg('Share the difference out'),
            ask: () => void desk.run(),
          })}
        </div>
        ${trialNotices(trial, '')}
        ${
          trial.state.status === 'blocked' && desk.made.length > 0
            ? html`<p class="pf-x-hint">
                ${msg('A design with only some of the changes cannot run, so their effects cannot be told apart.')}
              </p>`
            : nothing
        }
        ${trialProgress(trial)}
        ${
          readings.length > 0
            ? html`<ul class="pf-bridge-words ${stale ? 'pf-x-stale' : ''}" aria-live="polite">
                ${readings.map(({ sentences }) => html`<li>${sentences.join(' ')}</li>`)}
              </ul>`
            : nothing
        }
        <p class="pf-x-hint">${methodWords(plan)}</p>
      </section>
      <div class="pf-compare-charts ${stale ? 'pf-x-stale' : ''}">
        ${readings.map(({ figure }) => html`<pf-figure .figure=${figure}></pf-figure>`)}
      </div>`;
  }
}

/** What is run for it, and how exact that is. */
function methodWords({ steps, method, planned }: BridgePlan): string {
  const count = formatNumber(steps.length, locale(), 0);
  const runs = formatNumber(planned, locale(), 0);
  const grouped = steps.find(({ groups }) => groups.length > 1)?.groups.length;
  if (steps.length === 1) return msg('There is one change: the whole difference is its doing.');
  if (method === 'every-order')
    return msg(
      str`${count} changes: every combination of them is simulated under the same luck (${runs} replications). A share is the mean effect over all orders in which the changes can be made.`,
    );
  const random = msg(
    str`${count} changes: too many for every combination. Their shares are the mean over random orders, on the same luck (${runs} replications), which makes the intervals wider; they still add up to the whole difference.`,
  );
  if (grouped === undefined) return random;
  return `${random} ${msg(str`The last ${formatNumber(grouped, locale(), 0)} changes are taken together as one.`)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-bridge': BridgeSection;
  }
}
