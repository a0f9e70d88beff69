/** `<pf-import-report>`: what became of the file a design came from – kept, repaired, dropped – element by element. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import '@awesome.me/webawesome/dist/components/spinner/spinner.js';
import { command } from '../../app/commands/index.ts';
import { perform } from '../../app/commands/command.ts';
import type { FileReport } from '../../app/import-reports.ts';
import { WorkbenchController } from '../../app/workbench-controller.ts';
import type { Workbench } from '../../app/workbench.ts';
import { OUTCOMES, type ImportReport, type Outcome } from '../../bpmn/index.ts';
import { formatNumber } from '../../format/index.ts';
import { locale } from '../../i18n/locale.ts';
import { issueList, parameterRows } from './issue-list.ts';
import { reportStyles } from './report-styles.ts';

@customElement('pf-import-report')
@localized()
export class ImportReportDialog extends LitElement {
  static override readonly styles = reportStyles;

  @property({ type: Boolean }) open = false;
  /** Undefined while it is made. */
  @state() private report: FileReport | undefined;
  /** Outcomes switched off. */
  @state() private switchedOff: ReadonlySet<Outcome> = new Set();
  private readonly controller = new WorkbenchController(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) void this.load();
  }

  private async load(): Promise<void> {
    this.report = undefined;
    this.switchedOff = new Set();
    this.report = await this.controller.workbench?.importReport();
  }

  override render(): TemplateResult {
    const { workbench } = this.controller;
    const file = workbench?.original?.fileName;
    return html`<wa-dialog
      label=${file === undefined ? msg('Import report') : msg(str`Import report: ${file}`)}
      light-dismiss
      ?open=${this.open}
      @wa-after-hide=${this.closed}
    >
      ${this.open && workbench ? this.content(workbench) : nothing}
      ${
        workbench?.original
          ? html`<wa-button
              slot="footer"
              size="s"
              appearance="outlined"
              @click=${() => void perform(command('export-original'), workbench)}
              ><wa-icon slot="start" name="download"></wa-icon>${msg('Download the file as it was opened')}</wa-button
            >`
          : nothing
      }
      <wa-button slot="footer" size="s" variant="brand" data-dialog="close">${msg('Close')}</wa-button>
    </wa-dialog>`;
  }

  private content(workbench: Workbench): TemplateResult {
    if (this.report === undefined) return html`<wa-spinner></wa-spinner>`;
    const { document, parameters } = this.report;
    const reveal = (id: string): void => {
      this.dispatchEvent(new Event('pf-close'));
      workbench.session?.reveal(id);
    };
    return html`${document ? this.body(document, reveal) : nothing}
    ${
      parameters.length === 0
        ? nothing
        : html`<h2>${msg('Parameters of other tools')}</h2>
            ${issueList(msg('Parameters of other tools'), parameterRows(parameters), reveal)}`
    }`;
  }

  private body({ elements, entries, totals }: ImportReport, reveal: (id: string) => void): TemplateResult {
    const count = elements.reduce((sum, [, n]) => sum + n, 0);
    const noted = OUTCOMES.reduce((sum, outcome) => sum + totals[outcome], 0);
    const rows = entries
      .filter(({ outcome }) => !this.switchedOff.has(outcome))
      .map((entry) => ({ ...entry, outcome: nameOf(entry.outcome), kind: entry.outcome }));
    return html`
      <p class="lead">
        ${
          noted === 0
            ? msg(str`All ${whole(count)} elements of the file are here as they were.`)
            : msg(str`${whole(count)} elements of the file are here. What did not simply pass:`)
        }
      </p>
      ${
        noted === 0
          ? nothing
          : html`<div class="filter" role="group" aria-label=${msg('Show')}>
                ${OUTCOMES.map((outcome) => this.chip(outcome, totals[outcome]))}
              </div>
              ${issueList(msg('What did not simply pass'), rows, reveal)}
              ${
                noted > entries.length
                  ? html`<p class="quiet">${msg(str`and ${whole(noted - entries.length)} more`)}</p>`
                  : nothing
              }`
      }
    `;
  }

  private chip(outcome: Outcome, count: number): TemplateResult | typeof nothing {
    if (count === 0) return nothing;
    return html`<button
      class=${outcome}
      title=${meaningOf(outcome)}
      aria-pressed=${!this.switchedOff.has(outcome)}
      @click=${() => {
        const hidden = new Set(this.switchedOff);
        if (!hidden.delete(outcome)) hidden.add(outcome);
        this.switchedOff = hidden;
      }}
    >
      ${nameOf(outcome)} <span class="count">${whole(count)}</span>
    </button>`;
  }

  private closed(event: Event): void {
    if (event.target === event.currentTarget) this.dispatchEvent(new Event('pf-close'));
  }
}

function nameOf(outcome: Outcome): string {
  switch (outcome) {
    case 'kept':
      return msg('Kept');
    case 'repaired':
      return msg('Repaired');
    case 'dropped':
      return msg('Dropped');
  }
}

function meaningOf(outcome: Outcome): string {
  switch (outcome) {
    case 'kept':
      return msg('Not shown or not used here, and saved as it was');
    case 'repaired':
      return msg('Could not be used as it was, and can now');
    case 'dropped':
      return msg('Not here any more and not saved; the file as it was opened still has it');
  }
}

const whole = (count: number): string => formatNumber(count, locale(), 0);
