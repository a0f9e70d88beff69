/** `<pf-present-button>`: to the presentation, which begins with the replay. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { perform } from '../../app/commands/command.ts';
import { command } from '../../app/commands/index.ts';
import { ariaShortcut, shortcutLabel } from '../../app/commands/shortcut.ts';
import { WorkbenchController } from '../../app/workbench-controller.ts';

@customElement('pf-present-button')
@localized()
export class PresentButton extends LitElement {
  private readonly controller = new WorkbenchController(this);

  override render(): TemplateResult | typeof nothing {
    const { workbench } = this.controller;
    if (!workbench) return nothing;
    return html`<wa-button
      size="s"
      appearance="outlined"
      aria-keyshortcuts=${ariaShortcut('F9')}
      title=${msg(str`Replay and present to a room (${shortcutLabel('F9')})`)}
      @click=${() => void perform(command('present'), workbench)}
    >
      <wa-icon name="present" label=${msg('Present')}></wa-icon>
    </wa-button>`;
  }
}
