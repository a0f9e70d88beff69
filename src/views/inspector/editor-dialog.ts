/** A button that opens its content in a wide dialog, for editors that need more room than the panel. */
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { localized } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fieldStyles } from '../../fields/field-styles.ts';

@localized()
@customElement('pf-editor-dialog')
export class EditorDialog extends LitElement {
  static override readonly styles = [
    fieldStyles,
    css`
      wa-dialog {
        --width: min(60rem, 94vw);
      }
    `,
  ];

  /** Title of the dialog. */
  @property() label = '';
  /** Text of the button. */
  @property() button = '';
  @property({ type: Boolean }) open = false;

  override render(): TemplateResult {
    return html`
      <button class="plain" type="button" aria-haspopup="dialog" @click=${() => (this.open = true)}>
        ${this.button}
      </button>
      <wa-dialog label=${this.label} ?open=${this.open} @wa-after-hide=${this.closed}>
        ${this.open ? html`<slot></slot>` : nothing}
      </wa-dialog>
    `;
  }

  private readonly closed = (event: Event): void => {
    if (event.target === event.currentTarget) this.open = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-editor-dialog': EditorDialog;
  }
}
