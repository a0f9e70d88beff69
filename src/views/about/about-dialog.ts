/** `<pf-about>`: what Preflight is, what it does with data, and whose work it stands on. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { version } from '../../../package.json';

@customElement('pf-about')
@localized()
export class AboutDialog extends LitElement {
  static override readonly styles = css`
    p {
      margin: 0 0 12px;
    }
    .quiet {
      color: var(--wa-color-text-quiet);
      font-size: var(--wa-font-size-s);
    }
  `;

  @property({ type: Boolean }) open = false;

  override render(): TemplateResult {
    return html`<wa-dialog
      label=${msg('About Preflight')}
      light-dismiss
      ?open=${this.open}
      @wa-after-hide=${this.closed}
    >
      <p>
        ${msg(
          'Preflight simulates business processes before a pilot: draw today’s process and the one you plan, say who works on it and how long steps take, and see what to expect, with an honest interval for each figure.',
        )}
      </p>
      <p>
        ${msg(
          'Your process data stay in this browser. Preflight has no server and no account, sends nothing anywhere and counts nothing.',
        )}
      </p>
      <p>
        ${msg(
          'A forecast is as good as its inputs. Figures marked as guesses should be measured before a decision hangs on them.',
        )}
      </p>
      <p class="quiet">
        ${msg(str`Version ${version}.`)}
        ${msg('Diagrams are drawn with bpmn-js by bpmn.io, charts with Observable Plot.')}
      </p>
    </wa-dialog>`;
  }

  private closed(event: Event): void {
    if (event.target === event.currentTarget) this.dispatchEvent(new Event('pf-close'));
  }
}
