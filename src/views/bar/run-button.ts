/** `<pf-run-button>`: starts a run, shows how far it is, cancels it. Keeps its width in every state. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { SessionController } from '../../app/session-controller.ts';
import { ariaShortcut, shortcutLabel } from '../../app/commands/shortcut.ts';

@customElement('pf-run-button')
@localized()
export class RunButton extends LitElement {
  static override readonly styles = css`
    wa-button {
      inline-size: 132px;
      font-variant-numeric: tabular-nums;
    }
    wa-button::part(base) {
      background-image: linear-gradient(rgb(255 255 255 / 28%), rgb(255 255 255 / 28%));
      background-repeat: no-repeat;
      background-size: var(--done, 0%) 100%;
      transition: background-size var(--pf-motion);
    }
  `;

  private readonly controller = new SessionController(this);

  override render(): TemplateResult {
    const { session } = this.controller;
    const run = session?.run;
    if (run?.status === 'running') {
      const share = Math.floor((100 * run.done) / Math.max(1, run.planned));
      return html`<wa-button
        size="s"
        variant="brand"
        style="--done:${share}%"
        title=${msg(str`Cancel the run (Esc): ${run.done} of ${run.planned} replications done`)}
        @click=${() => session?.cancelRun()}
      >
        <wa-icon slot="start" name="stop"></wa-icon>${msg(str`Cancel ${share} %`)}
      </wa-button>`;
    }
    return html`<wa-button
      size="s"
      variant="brand"
      aria-keyshortcuts=${ariaShortcut('Ctrl+Enter')}
      title=${msg(str`Run the simulation (${shortcutLabel('Ctrl+Enter')})`)}
      ?disabled=${!session}
      @click=${() => session?.startRun()}
    >
      <wa-icon slot="start" name="play"></wa-icon>${run && run.status !== 'idle' ? msg('Run again') : msg('Run')}
    </wa-button>`;
  }
}
