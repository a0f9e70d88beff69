/** `<pf-run-button>`: starts a run, shows how far it is, cancels it. Keeps its width in every state. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
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
    const running = run?.status === 'running' ? run : undefined;
    const share = running ? Math.floor((100 * running.done) / Math.max(1, running.planned)) : 0;
    // One element for both, so that the keyboard stays on it.
    return html`<wa-button
      size="s"
      variant="brand"
      style="--done:${share}%"
      aria-keyshortcuts=${ifDefined(running ? undefined : ariaShortcut('Ctrl+Enter'))}
      title=${
        running
          ? msg(str`Cancel the run (Esc): ${running.done} of ${running.planned} replications done`)
          : msg(str`Run the simulation (${shortcutLabel('Ctrl+Enter')})`)
      }
      ?disabled=${!session}
      @click=${() => (running ? session?.cancelRun() : session?.startRun())}
    >
      <wa-icon slot="start" name=${running ? 'stop' : 'play'}></wa-icon
      >${running ? msg(str`Cancel ${share} %`) : run && run.status !== 'idle' ? msg('Run again') : msg('Run')}
    </wa-button>`;
  }
}
