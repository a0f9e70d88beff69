/** `<pf-main-menu>`: the ⋯ menu; its items are commands. */
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/divider/divider.js';
import '@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { available, perform, type Command, type CommandGroup } from '../../app/commands/command.ts';
import { command, commands } from '../../app/commands/index.ts';
import { shortcutLabel } from '../../app/commands/shortcut.ts';
import { WorkbenchController } from '../../app/workbench-controller.ts';
import type { Workbench } from '../../app/workbench.ts';
import { chosen } from './chosen.ts';
import { menuStyles } from './menu-styles.ts';

const GROUPS: readonly CommandGroup[] = ['file', 'export', 'view', 'help'];
/** Reached by other means; the menu stays short. */
const HIDDEN = new Set(['focus-canvas', 'focus-inspector', 'focus-results', 'focus-outline']);

@customElement('pf-main-menu')
@localized()
export class MainMenu extends LitElement {
  static override readonly styles = menuStyles;

  private readonly controller = new WorkbenchController(this);

  override render(): TemplateResult {
    const { workbench } = this.controller;
    if (!workbench) return html``;
    const groups = GROUPS.map((group) =>
      commands.filter((c) => c.group === group && !HIDDEN.has(c.id) && available(c, workbench)),
    ).filter((group) => group.length > 0);
    return html`<wa-dropdown placement="bottom-end" @wa-select=${(event: Event) => this.choose(event, workbench)}>
      <wa-button slot="trigger" size="s" appearance="plain" title=${msg('Menu')}>
        <wa-icon name="more" label=${msg('Menu')}></wa-icon>
      </wa-button>
      ${groups.map((group, i) => html`${i > 0 ? html`<wa-divider></wa-divider>` : nothing}${group.map(item)}`)}
    </wa-dropdown>`;
  }

  private choose(event: Event, workbench: Workbench): void {
    void perform(command(chosen(event)), workbench);
  }
}

const item = (command: Command): TemplateResult => {
  const shortcut = command.shortcuts?.[0];
  return html`<wa-dropdown-item value=${command.id}>
    ${command.icon ? html`<wa-icon slot="icon" name=${command.icon}></wa-icon>` : nothing}${command.label()}
    ${shortcut ? html`<span slot="details">${shortcutLabel(shortcut)}</span>` : nothing}
  </wa-dropdown-item>`;
};
