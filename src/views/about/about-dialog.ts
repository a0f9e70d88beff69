/** `<pf-about>`: what Preflight is, what it does with data, and whose work it stands on. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { WorkbenchController } from '../../app/workbench-controller.ts';
import type { Workbench } from '../../app/workbench.ts';
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
  private readonly controller = new WorkbenchController(this);

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
      <p>${offlineText(this.controller.workbench)} ${keptText(this.controller.workbench)}</p>
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

function offlineText(workbench: Workbench | undefined): string {
  return workbench === undefined || workbench.offline.state === 'none'
    ? msg('At this address Preflight needs a network to start.')
    : msg('Preflight works without a network from now on.');
}

/** What the browser promises, as it said. */
function keptText(workbench: Workbench | undefined): string {
  if (workbench?.store?.lasting === false) return msg('This browser keeps no studies: save them as files.');
  const persistence = workbench?.keeper.persistence ?? 'unknown';
  switch (persistence) {
    case 'persistent':
      return msg('This browser keeps your studies until you delete them.');
    case 'best-effort':
      return msg('This browser may clear your studies when space gets short: save important ones as files.');
    case 'unknown':
      return msg('This browser does not say how long it keeps your studies: save important ones as files.');
  }
}
