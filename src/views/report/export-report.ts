/** `<pf-export-report>`: what the file for another tool lacks or says differently, as it was last written. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import type { ExportReport } from '../../app/import-reports.ts';
import { WorkbenchController } from '../../app/workbench-controller.ts';
import type { Workbench } from '../../app/workbench.ts';
import { issueList, parameterRows } from './issue-list.ts';
import { reportStyles } from './report-styles.ts';

@customElement('pf-export-report')
@localized()
export class ExportReportDialog extends LitElement {
  static override readonly styles = reportStyles;

  @property({ type: Boolean }) open = false;
  private readonly controller = new WorkbenchController(this);

  override render(): TemplateResult {
    const { workbench } = this.controller;
    const report = workbench?.exported;
    return html`<wa-dialog
      label=${report === undefined ? msg('Export report') : msg(str`Export report: ${report.file}`)}
      light-dismiss
      ?open=${this.open}
      @wa-after-hide=${this.closed}
    >
      ${this.open && report ? this.content(report, workbench) : nothing}
      <wa-button slot="footer" size="s" variant="brand" data-dialog="close">${msg('Close')}</wa-button>
    </wa-dialog>`;
  }

  private content({ format, issues }: ExportReport, workbench: Workbench): TemplateResult {
    const label = msg(str`What ${format} has no place for, or says differently`);
    return html`<p class="lead">
        ${msg(str`What ${format} has no place for, or says differently. Here everything stays as it is.`)}
      </p>
      ${issueList(label, parameterRows(issues), (id) => {
        this.dispatchEvent(new Event('pf-close'));
        workbench.session?.reveal(id);
      })}`;
  }

  private closed(event: Event): void {
    if (event.target === event.currentTarget) this.dispatchEvent(new Event('pf-close'));
  }
}
