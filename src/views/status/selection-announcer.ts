/** `<pf-selection-announcer>`: says what was selected on the diagram by keyboard, for those who do not see it. Invisible. */
import { localized } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { SessionController } from '../../app/session-controller.ts';

@localized()
@customElement('pf-selection-announcer')
export class SelectionAnnouncer extends LitElement {
  static override readonly styles = css`
    :host {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `;

  private readonly controller = new SessionController(this);

  override render(): TemplateResult {
    const editor = this.controller.session?.editor;
    const onCanvas = document.activeElement?.closest('.pf-canvas') !== null;
    const text = editor?.selected !== undefined && onCanvas ? editor.describe(editor.selected) : '';
    return html`<div role="status">${text}</div>`;
  }
}
