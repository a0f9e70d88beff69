/** `<pf-staffing>`: the question on one side, the cheapest staffing that answers it on the other. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import type { ExperimentDesks } from '../../../app/experiments/experiment-desks.ts';
import type { AskedQuestion, StaffingDesk, StaffingState } from '../../../app/experiments/staffing-desk.ts';
import type { Variant } from '../../../app/experiments/variants.ts';
import type { Figure } from '../../../charts/experiments/figure.ts';
import { DEFAULT_CURRENCY } from '../../../charts/pool-table.ts';
import type { StaffingPlan, StaffingResult } from '../../../experiments/index.ts';
import { formatNumber } from '../../../format/index.ts';
import { issueText } from '../../../i18n/issues.ts';
import { locale } from '../../../i18n/locale.ts';
import { planWords } from '../../../comparison/staffing-words.ts';
import '../figure-view.ts';
import { scenarioPicker } from '../scenario-picker.ts';
import { experimentButton } from '../trial-view.ts';
import { frontOf, staffingHeadline, staffingPlans } from './staffing-answer.ts';
import './staffing.css';
import { staffingQuestion } from './staffing-question.ts';

@customElement('pf-staffing')
@localized()
export class StaffingView extends LitElement {
  @property({ attribute: false }) desk: StaffingDesk | undefined;
  @property({ attribute: false }) desks: ExperimentDesks | undefined;
  /** The scenario written down last. */
  @state() private kept: Variant | undefined;
  private front: { readonly key: readonly unknown[]; readonly figure: Figure | undefined } | undefined;
  private stop: (() => void) | undefined;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = this.desk?.onChange(() => this.requestUpdate());
    const { desk, desks } = this;
    const variant =
      desks?.comparison.all.find(({ id }) => id === desk?.variant?.id) ??
      desks?.comparison.chosen[1] ??
      desks?.comparison.all[0];
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
    const currency = desk.variant.scenario.currency ?? DEFAULT_CURRENCY;
    return html`<div class="pf-staff">
      <section class="pf-x-card" aria-label=${msg('Question')}>
        ${scenarioPicker(msg('Scenario to staff'), desks.comparison.all, desk.variant, (variant) => this.choose(variant))}
        ${staffingQuestion(desk, currency)} ${this.button(desk)}
      </section>
      <section class="pf-staff-answer" aria-label=${msg('Answer')}>
        ${this.notices(state)}
        <div class="pf-x-card" aria-live="polite">${this.words(desk)}</div>
        ${'result' in state ? this.details(state.asked, state.result) : nothing}
      </section>
    </div>`;
  }

  private button(desk: StaffingDesk): TemplateResult {
    const { choices, goals } = desk.question;
    return experimentButton({
      label: msg('Find the cheapest staffing'),
      icon: 'search',
      disabled: choices.length === 0 || goals.length === 0,
      ask: () => void desk.run(),
      running: desk.state.status === 'running' ? msg('Cancel the search') : undefined,
      cancel: () => desk.cancel(),
    });
  }

  private words(desk: StaffingDesk): TemplateResult {
    const { state } = desk;
    const said = this.kept
      ? html`<p class="pf-x-hint" role="status">
          ${msg(str`Kept as scenario “${this.kept.scenario.name}” of ${this.kept.design.name}, which states only the staffing; undo takes it back.`)}
          <button type="button" class="pf-x-link" @click=${this.compare}>${msg('Compare with what it was')}</button>
        </p>`
      : nothing;
    if (state.status === 'running') {
      const replications = formatNumber(state.replications, locale(), 0);
      const plans = formatNumber(state.result?.guarantee.simulated ?? 0, locale(), 0);
      return html`<p class="pf-x-quiet" role="status">
        ${msg(str`Searching … ${plans} staffings tried, ${replications} replications.`)}
      </p>`;
    }
    if (state.status === 'complete' || (state.status === 'partial' && state.result.best !== undefined))
      return html`<div class=${state.stale ? 'pf-x-stale' : ''}>
          ${staffingHeadline(state.asked, state.result, this.actions, locale())}
        </div>
        ${said}`;
    return html`<p class="pf-x-quiet">
      ${
        state.status === 'partial'
          ? msg('The search was stopped before an answer was known.')
          : msg('Which staffing is the cheapest that keeps the promises? Set the bounds and start the search.')
      }
    </p>`;
  }

  private notices(state: StaffingState): TemplateResult | typeof nothing {
    const error = (text: string): TemplateResult =>
      html`<div class="pf-x-notice error" role="alert"><wa-icon name="error"></wa-icon><span>${text}</span></div>`;
    if (state.status === 'blocked')
      return html`${state.issues.filter(({ severity }) => severity === 'error').map((issue) => error(issueText(issue)))}`;
    if (state.status === 'failed') return error(msg(str`The search stopped: ${state.message}`));
    const note = (text: string): TemplateResult =>
      html`<div class="pf-x-notice" role="status"><wa-icon name="info"></wa-icon><span>${text}</span></div>`;
    if ('stale' in state && state.stale)
      return note(msg('You changed the question since. Search again for an answer to it.'));
    if (state.status === 'partial')
      return note(msg('The search was stopped: there may be a cheaper staffing, and the guarantee does not hold.'));
    return nothing;
  }

  private details(asked: AskedQuestion, result: StaffingResult): TemplateResult {
    const key = [result, locale()];
    if (!this.front?.key.every((part, i) => part === key[i]))
      this.front = { key, figure: frontOf(asked, result, locale()) };
    const { figure } = this.front;
    return html`${figure ? html`<pf-figure .figure=${figure}></pf-figure>` : nothing}
      <div class="pf-x-card pf-staff-table">${staffingPlans(asked, result, this.actions, locale())}</div>`;
  }

  private choose(variant: Variant): void {
    this.kept = undefined;
    this.desk?.choose(variant);
  }

  private readonly keep = (plan: StaffingPlan): void => {
    const { desk, desks } = this;
    const varied = desk?.staffed(plan);
    if (!desk?.variant || !desks || !varied || !('asked' in desk.state) || !desk.state.result) return;
    const name = planWords({ ...desk.state.asked, result: desk.state.result }, plan).slice(0, 120);
    void desks.keep(desk.variant, name, varied).then((kept) => (this.kept = kept));
  };

  private readonly actions = {
    keep: this.keep,
    without: (slas: readonly string[]): void => {
      for (const sla of slas) this.desk?.changeGoal(sla, { kept: false });
      void this.desk?.run();
    },
  };

  private readonly compare = (): void => {
    const { desk, desks, kept } = this;
    if (!desk?.variant || !desks || !kept) return;
    desks.comparison.choose([desk.variant.id, kept.id]);
    this.dispatchEvent(new CustomEvent('pf-show-tab', { bubbles: true, detail: 'compare' }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-staffing': StaffingView;
  }
}
