/** `<pf-compare-button>`: to the experiments and back to the diagram. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { perform } from '../../app/commands/command.ts';
import { command } from '../../app/commands/index.ts';
import { ariaShortcut, shortcutLabel } from '../../app/commands/shortcut.ts';
import { WorkbenchController } from '../../app/workbench-controller.ts';

@customElement('pf-compare-button')
@localized()
export class CompareButton extends LitElement {
  private readonly controller = new WorkbenchController(this);

  override render(): TemplateResult | typeof nothing {
    const { workbench } = this.controller;
    if (!workbench) return nothing;
    const shows = workbench.panels.page === 'experiments';
    return html`<wa-button
      size="s"
      appearance=${shows ? 'filled' : 'outlined'}
      aria-keyshortcuts=${ariaShortcut('Ctrl+Shift+Enter')}
      title=${shows ? msg('Back to the diagram') : msg(str`Compare the designs (${shortcutLabel('Ctrl+Shift+Enter')})`)}
      @click=${() => void perform(command('compare'), workbench)}
    >
      <wa-icon slot="start" name="compare"></wa-icon>${shows ? msg('Diagram') : msg('Compare')}
    </wa-button>`;
  }
}
