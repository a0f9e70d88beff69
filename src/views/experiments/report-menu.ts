/** `<pf-report-menu>`: passes a result on as a report: one HTML file, a Word document, or on paper. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import type { Report } from '../../reports/report.ts';
import { fileNameOf, writeFile } from '../../study/files.ts';

type Form = 'html' | 'word' | 'print';

@customElement('pf-report-menu')
@localized()
export class ReportMenu extends LitElement {
  static override readonly styles = css`
    :host {
      display: inline-flex;
      align-items: center;
      gap: 8px;
    }
    :host([hidden]) {
      display: none;
    }
    iframe {
      position: absolute;
      inline-size: 0;
      block-size: 0;
      border: 0;
    }
    [role='status'] {
      color: var(--wa-color-text-quiet);
      font-size: var(--wa-font-size-s);
    }
  `;

  /** Smaller beside other small buttons. */
  @property() size: 'xs' | 's' = 's';
  /** Makes the report of what shows. */
  @property({ attribute: false }) report: (() => Promise<Report>) | undefined;
  @state() private busy = false;
  /** The file that is on its way to the printer. */
  @state() private paper = '';

  override render(): TemplateResult {
    return html`<wa-dropdown size=${this.size} @wa-select=${this.choose}>
        <wa-button slot="trigger" size=${this.size} appearance="outlined" with-caret ?loading=${this.busy}>
          <wa-icon slot="start" name="download"></wa-icon>${msg('Report')}
        </wa-button>
        <wa-dropdown-item value="html">${msg('Web page (one HTML file)')}</wa-dropdown-item>
        <wa-dropdown-item value="word">${msg('Word document (.docx)')}</wa-dropdown-item>
        <wa-dropdown-item value="print">${msg('Print or save as PDF')}</wa-dropdown-item>
      </wa-dropdown>
      <span role="status">${this.busy ? msg('Writing the report …') : nothing}</span>
      ${
        this.paper === ''
          ? nothing
          : html`<iframe
              title=${msg('Report')}
              aria-hidden="true"
              tabindex="-1"
              .srcdoc=${this.paper}
              @load=${(event: Event & { currentTarget: HTMLIFrameElement }) => event.currentTarget.contentWindow?.print()}
            ></iframe>`
      }`;
  }

  private choose(event: CustomEvent<{ item: { value?: string } }>): void {
    const form = (['html', 'word', 'print'] as const).find((one) => one === event.detail.item.value);
    if (form && !this.busy) void this.make(form);
  }

  private async make(form: Form): Promise<void> {
    if (!this.report) return;
    this.busy = true;
    try {
      const report = await this.report();
      if (form === 'word') {
        const { wordReport } = await import('../../reports/word-report.ts');
        await writeFile(await wordReport(report), fileNameOf(report.title, '.docx'));
        return;
      }
      const { htmlReport } = await import('../../reports/html-report.ts');
      const text = await htmlReport(report);
      if (form === 'print') this.paper = text;
      else await writeFile(new Blob([text], { type: 'text/html' }), fileNameOf(report.title, '.html'));
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-report-menu': ReportMenu;
  }
}
