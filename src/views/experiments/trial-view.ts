/** The button of an experiment, which becomes its cancel button, and what keeps it from an answer. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import type { Trial } from '../../app/experiments/trial.ts';
import { formatNumber } from '../../format/index.ts';
import { issueText } from '../../i18n/issues.ts';
import { locale } from '../../i18n/locale.ts';

export interface ExperimentButton {
  readonly label: string;
  readonly icon?: string;
  readonly disabled?: boolean;
  ask(): void;
  /** What it says while the experiment runs; undefined while it does not. */
  readonly running: string | undefined;
  cancel(): void;
}

/** Starts an experiment and cancels it. One element for both, so that the keyboard stays on it. */
export const experimentButton = ({
  label,
  icon = 'play',
  disabled = false,
  ask,
  running,
  cancel,
}: ExperimentButton): TemplateResult =>
  html`<wa-button
    size="s"
    variant="brand"
    ?disabled=${disabled && running === undefined}
    @click=${running === undefined ? ask : cancel}
  >
    <wa-icon slot="start" name=${running === undefined ? icon : 'stop'}></wa-icon>${running ?? label}
  </wa-button>`;

/** `Cancel 40 %` while replications come in. */
export const cancelLabel = (state: { readonly done: number; readonly planned: number }): string => {
  const share = Math.floor((100 * state.done) / Math.max(1, state.planned));
  return msg(str`Cancel ${share} %`);
};

export const trialButton = <R>(
  trial: Trial<R>,
  question: Pick<ExperimentButton, 'label' | 'disabled' | 'ask'>,
): TemplateResult =>
  experimentButton({
    ...question,
    running: trial.state.status === 'running' ? cancelLabel(trial.state) : undefined,
    cancel: () => trial.cancel(),
  });

/** How far it is, in replications; nothing while it does not run. */
export function trialProgress<R>({ state }: Trial<R>): TemplateResult | typeof nothing {
  if (state.status !== 'running') return nothing;
  const [done, planned] = [state.done, state.planned].map((count) => formatNumber(count, locale(), 0));
  return html`<p class="pf-x-quiet" role="status">
    ${state.planned === 0 ? msg('The scenario as it is runs first …') : msg(str`${done ?? ''} of ${planned ?? ''} replications …`)}
  </p>`;
}

/** `partial`: what an answer is worth that was cancelled. */
export function trialNotices<R>({ state }: Trial<R>, partial: string): TemplateResult | typeof nothing {
  const error = (text: string): TemplateResult =>
    html`<div class="pf-x-notice error" role="alert"><wa-icon name="error"></wa-icon><span>${text}</span></div>`;
  const note = (text: string): TemplateResult =>
    html`<div class="pf-x-notice" role="status"><wa-icon name="info"></wa-icon><span>${text}</span></div>`;
  switch (state.status) {
    case 'blocked':
      return html`${state.issues.filter(({ severity }) => severity === 'error').map((issue) => error(issueText(issue)))}`;
    case 'failed':
      return error(msg(str`The run stopped: ${state.message}`));
    case 'partial':
    case 'complete':
      return html`${state.stale ? note(msg('These figures are from before your last change.')) : nothing}
      ${state.status === 'partial' ? note(partial) : nothing}`;
    case 'idle':
    case 'running':
      return nothing;
  }
}
