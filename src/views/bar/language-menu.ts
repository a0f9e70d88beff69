/** `<pf-language-menu>`: each language by its own name. */
import { localized, msg } from '@lit/localize';
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { allLocales } from '../../i18n/generated/locale-codes.ts';
import { locale, LOCALE_NAMES, switchLocale } from '../../i18n/locale.ts';
import { chosen } from './chosen.ts';
import { menuStyles } from './menu-styles.ts';

@customElement('pf-language-menu')
@localized()
export class LanguageMenu extends LitElement {
  static override readonly styles = menuStyles;

  override render(): TemplateResult {
    return html`<wa-dropdown placement="bottom-end" @wa-select=${this.choose}>
      <wa-button slot="trigger" size="s" appearance="plain" title=${msg('Language')}>
        <wa-icon name="language" label=${msg('Language')}></wa-icon>
      </wa-button>
      ${allLocales.map(
        (l) =>
          html`<wa-dropdown-item type="checkbox" value=${l} lang=${l} ?checked=${l === locale()}
            >${LOCALE_NAMES[l]}</wa-dropdown-item
          >`,
      )}
    </wa-dropdown>`;
  }

  private choose(event: Event): void {
    const choice = allLocales.find((l) => l === chosen(event));
    if (choice) void switchLocale(choice);
    this.requestUpdate();
  }
}
