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

export const REPORT_FORMS = ['html', 'word', 'print'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

export function reportFormName(form: ReportForm): string {
  switch (form) {
    case 'html':
      return msg('Web page (one HTML file)');
    case 'word':
      return msg('Word document (.docx)');
    case 'print':
      return msg('Print or save as PDF');
  }
}

@customElement('pf-report-menu')
@localized()
export class ReportMenu extends LitElement {
  static override readonly styles = css`
    :host {
      display: inline-flex;
      align-items: center;
      gap: 8px;
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

  /** Without a menu of its own: another menu calls `make`. */
  @property({ type: Boolean }) bare = false;
  /** Makes the report of what shows. */
  @property({ attribute: false }) report: (() => Promise<Report>) | undefined;
  @state() private busy = false;
  /** The file that is on its way to the printer. */
  @state() private paper = '';

  override render(): TemplateResult {
    return html`${this.bare ? nothing : this.menu()}
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

  private menu(): TemplateResult {
    return html`<wa-dropdown size="s" @wa-select=${this.choose}>
      <wa-button slot="trigger" size="s" appearance="outlined" with-caret ?loading=${this.busy}>
        <wa-icon slot="start" name="download"></wa-icon>${msg('Report')}
      </wa-button>
      ${REPORT_FORMS.map((form) => html`<wa-dropdown-item value=${form}>${reportFormName(form)}</wa-dropdown-item>`)}
    </wa-dropdown>`;
  }

  private choose(event: CustomEvent<{ item: { value?: string } }>): void {
    const form = REPORT_FORMS.find((one) => one === event.detail.item.value);
    if (form) void this.make(form);
  }

  /** Writes the report in this form; nothing while one is being written. */
  async make(form: ReportForm): Promise<void> {
    if (!this.report || this.busy) return;
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
