/** `<pf-export-menu>`: saves results, charts and the diagram as files. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { exportName } from '../../app/export-name.ts';
import type { Session } from '../../app/session.ts';
import type { ChartInput } from '../../charts/chart.ts';
import { exporters, type Exporter, type ExportSource } from '../../exporters/index.ts';
import { locale } from '../../i18n/locale.ts';
import type { Report } from '../../reports/report.ts';
import { writeFile } from '../../study/files.ts';
import { REPORT_FORMS, reportFormName, type ReportMenu } from '../experiments/report-menu.ts';

@customElement('pf-export-menu')
@localized()
export class ExportMenu extends LitElement {
  static override readonly styles = css`
    :host {
      display: inline-block;
      flex: none;
    }
  `;

  @property({ attribute: false }) session: Session | undefined;
  @property({ attribute: false }) input: ChartInput | undefined;
  /** Makes the report of the shown run; absent where that would be of figures before a change. */
  @property({ attribute: false }) report: (() => Promise<Report>) | undefined;
  /** Id of the chart that the picture entries save. */
  @property() chart = '';
  @query('pf-report-menu') private readonly reports!: ReportMenu | null;

  override render(): TemplateResult {
    const source = this.source;
    return html`<wa-dropdown size="xs" placement="top-end" @wa-select=${this.choose}>
        <wa-button slot="trigger" size="xs" appearance="outlined" with-caret>
          <wa-icon slot="start" name="download"></wa-icon>${msg('Export')}
        </wa-button>
        ${exporters
          .filter((exporter) => source && exporter.accepts(source))
          .map((exporter) => html`<wa-dropdown-item value=${exporter.id}>${exporter.label()}</wa-dropdown-item>`)}
        ${
          this.report
            ? REPORT_FORMS.map(
                (form) =>
                  html`<wa-dropdown-item value=${form}>${msg('Report')}: ${reportFormName(form)}</wa-dropdown-item>`,
              )
            : nothing
        }
      </wa-dropdown>
      <pf-report-menu bare .report=${this.report}></pf-report-menu>`;
  }

  private get source(): ExportSource | undefined {
    const { session, input } = this;
    if (!session) return undefined;
    return {
      locale: locale(),
      diagram: () => session.editor.toSvg(),
      ...(input ? { run: input } : {}),
      ...(this.chart ? { chart: this.chart } : {}),
    };
  }

  private readonly choose = (event: CustomEvent<{ item: { value?: string } }>): void => {
    const form = REPORT_FORMS.find((one) => one === event.detail.item.value);
    if (form) void this.reports?.make(form);
    const exporter = exporters.find(({ id }) => id === event.detail.item.value);
    if (exporter) void this.save(exporter);
  };

  private async save(exporter: Exporter): Promise<void> {
    const { session, source } = this;
    if (!session || !source) return;
    try {
      const content = await exporter.write(source);
      const chart = exporter.id.startsWith('chart') ? this.chart : undefined;
      const saved = await writeFile(content, exportName(session, exporter.extension, chart));
      if (saved) session.announce(msg(str`Exported ‘${saved.name}’`));
    } catch (error) {
      session.announce(msg(str`The export failed: ${error instanceof Error ? error.message : String(error)}`));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-export-menu': ExportMenu;
  }
}
