/** `<pf-theme-menu>`: light, dark, or as the system says. The canvas stays paper. */
import { localized, msg } from '@lit/localize';
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { setTheme, theme, THEMES, type Theme } from '../../app/theme.ts';
import { chosen } from './chosen.ts';
import { menuStyles } from './menu-styles.ts';

const ICONS: Readonly<Record<Theme, string>> = { system: 'contrast', light: 'sun', dark: 'moon' };

@customElement('pf-theme-menu')
@localized()
export class ThemeMenu extends LitElement {
  static override readonly styles = menuStyles;

  override render(): TemplateResult {
    return html`<wa-dropdown placement="bottom-end" @wa-select=${this.choose}>
      <wa-button slot="trigger" size="s" appearance="plain" title=${msg('Colours')}>
        <wa-icon name=${ICONS[theme()]} label=${msg('Colours')}></wa-icon>
      </wa-button>
      ${THEMES.map(
        (t) =>
          html`<wa-dropdown-item type="checkbox" value=${t} ?checked=${t === theme()}>
            <wa-icon slot="icon" name=${ICONS[t]}></wa-icon>${nameOf(t)}
          </wa-dropdown-item>`,
      )}
    </wa-dropdown>`;
  }

  private choose(event: Event): void {
    const choice = THEMES.find((t) => t === chosen(event));
    if (choice) setTheme(choice);
    this.requestUpdate();
  }
}

function nameOf(theme: Theme): string {
  switch (theme) {
    case 'system':
      return msg('As the system');
    case 'light':
      return msg('Light');
    case 'dark':
      return msg('Dark');
  }
}
