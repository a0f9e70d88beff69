/** `<pf-dialogs>`: the dialogs that any command can open, one at a time. */
import { localized } from '@lit/localize';
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../views/about/about-dialog.ts';
import '../views/help/help-dialog.ts';
import '../views/history/history-dialog.ts';
import '../views/inspector/log/log-dialog.ts';
import '../views/report/export-report.ts';
import '../views/report/import-report.ts';
import '../views/share/share-dialog.ts';
import '../views/shortcuts/shortcuts-dialog.ts';
import type { DialogName } from './shell.ts';

@customElement('pf-dialogs')
@localized()
export class Dialogs extends LitElement {
  @state() private shown: DialogName | undefined;

  /** Light DOM: the page finds them where it always did. */
  protected override createRenderRoot(): this {
    return this;
  }

  open(name: DialogName): void {
    this.shown = name;
  }

  override render(): TemplateResult {
    const { shown, close } = this;
    return html`
      <pf-shortcuts ?open=${shown === 'shortcuts'} @pf-close=${close}></pf-shortcuts>
      <pf-import-report ?open=${shown === 'import-report'} @pf-close=${close}></pf-import-report>
      <pf-export-report ?open=${shown === 'export-report'} @pf-close=${close}></pf-export-report>
      <pf-event-log ?open=${shown === 'event-log'} @pf-close=${close}></pf-event-log>
      <pf-history ?open=${shown === 'history'} @pf-close=${close}></pf-history>
      <pf-help ?open=${shown === 'help'} @pf-close=${close}></pf-help>
      <pf-share ?open=${shown === 'share'} @pf-close=${close}></pf-share>
      <pf-about ?open=${shown === 'about'} @pf-close=${close}></pf-about>
    `;
  }

  private readonly close = (): void => {
    this.shown = undefined;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-dialogs': Dialogs;
  }
}
