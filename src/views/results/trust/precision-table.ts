/** `<pf-precision-table>`: how well each headline figure is known, how many replications a wanted precision takes, and a run until then. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { halfWidthAt, replicationsNeeded, type KpiPath, type Precision } from '#simulation';
import type { ChartInput } from '../../../charts/chart.ts';
import { figuresOfResults } from '../../../comparison/figure-list.ts';
import { inWords, type WordedFigure } from '../../../comparison/figure-words.ts';
import { estimateAt } from '../../../comparison/kpis.ts';
import { halfWidthWords, wantedWords } from '../../../comparison/precision-words.ts';
import { formatNumber, formatPercent, NO_FIGURE } from '../../../format/index.ts';
import { locale } from '../../../i18n/locale.ts';
import { setRun } from '../../inspector/edits/settings.ts';
import { scenarioEdit } from './edit-event.ts';

/** Wanted half-widths to choose from. */
const WIDTHS = [0.01, 0.02, 0.05, 0.1];

/** More than anybody waits for. */
const MOST_SAID = 1_000_000;
/** A run that may need more is allowed a half more than it looks like now. */
const SLACK = 1.5;
const USUAL_MOST = 1000;

interface Line {
  readonly path: KpiPath;
  readonly figure: WordedFigure;
  readonly mean: number;
  /** NaN with one replication. */
  readonly halfWidth: number;
  readonly wanted: Precision;
  readonly needed: number;
}

@customElement('pf-precision-table')
@localized()
export class PrecisionTable extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      overflow: auto;
      font-size: var(--wa-font-size-s);
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 16px;
    }
    h3 {
      margin: 0;
      font-size: var(--wa-font-size-s);
      font-weight: var(--wa-font-weight-semibold);
    }
    label {
      font-size: var(--wa-font-size-xs);
    }
    select {
      min-block-size: 28px;
      padding-inline: 6px;
      border: 1px solid var(--wa-color-surface-border);
      border-radius: var(--wa-border-radius-m);
      background: var(--wa-color-surface-default);
      color: inherit;
      font: inherit;
    }
    table {
      border-collapse: collapse;
      font-variant-numeric: tabular-nums;
    }
    th,
    td {
      padding: 3px 10px;
      border-block-end: 1px solid var(--wa-color-surface-border);
      text-align: end;
      font-weight: normal;
      white-space: nowrap;
    }
    th:first-child {
      text-align: start;
    }
    thead th {
      font-weight: var(--wa-font-weight-semibold);
    }
    button {
      all: unset;
      min-block-size: 24px;
      padding-inline: 6px;
      color: var(--wa-color-text-link);
      cursor: pointer;
    }
    button:hover {
      text-decoration: underline;
    }
    button:focus-visible {
      outline: 2px solid var(--wa-color-focus);
    }
    p {
      margin: 4px 0 0;
      font-size: var(--wa-font-size-xs);
      color: var(--wa-color-text-quiet);
      text-wrap: pretty;
    }
  `;

  @property({ attribute: false }) input: ChartInput | undefined;
  @state() private width = 0.05;

  override render(): TemplateResult | typeof nothing {
    const { input } = this;
    if (!input) return nothing;
    return html`<div class="head">
        <h3 id="caption">${msg('How many replications are needed')}</h3>
        <label>
          ${msg('Wanted half-width')}
          <select
            data-test="wanted-width"
            @change=${(event: Event & { currentTarget: HTMLSelectElement }) => (this.width = Number(event.currentTarget.value))}
          >
            ${WIDTHS.map(
              (width) =>
                html`<option value=${width} ?selected=${width === this.width}>
                  ± ${formatPercent(width, locale(), 0)}
                </option>`,
            )}
          </select>
        </label>
      </div>
      <table aria-labelledby="caption">
        <thead>
          <tr>
            <th scope="col">${msg('Figure')}</th>
            <th scope="col">${msg('Mean')}</th>
            <th scope="col">${msg('Known to')}</th>
            <th scope="col">${msg('of the mean')}</th>
            <th scope="col">${msg('Wanted')}</th>
            <th scope="col">${msg('Replications for that')}</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${this.lines(input).map((line) => this.row(line, input.result.done))}
        </tbody>
      </table>
      <p>
        ${msg('Shares in percentage points, everything else relative to the mean; judged by the spread so far. Four times as many replications halve an interval.')}
      </p>`;
  }

  private row(line: Line, done: number): TemplateResult {
    const { figure, mean, halfWidth, wanted, needed } = line;
    const words = Number.isNaN(halfWidth) ? NO_FIGURE : `± ${halfWidthWords(halfWidth, figure, locale())}`;
    const share =
      Number.isNaN(halfWidth) || mean === 0 ? NO_FIGURE : formatPercent(halfWidth / Math.abs(mean), locale());
    const count = (value: number): string => formatNumber(value, locale(), 0);
    const enough = needed <= done;
    return html`<tr>
      <th scope="row">${figure.name}</th>
      <td>${figure.format(mean)}</td>
      <td>${words}</td>
      <td>${share}</td>
      <td>${wantedWords(wanted, figure, locale())}</td>
      <td>
        ${
          Number.isNaN(needed)
            ? NO_FIGURE
            : enough
              ? msg('enough')
              : needed > MOST_SAID
                ? msg(str`over ${count(MOST_SAID)}`)
                : count(needed)
        }
      </td>
      <td>
        ${
          enough || Number.isNaN(needed) || needed > MOST_SAID
            ? nothing
            : html`<button
                type="button"
                aria-label=${msg(str`Run until known so well: ${figure.name}`)}
                @click=${() => this.apply(line)}
              >
                ${msg('Run until known so well')}
              </button>`
        }
      </td>
    </tr>`;
  }

  private lines({ result, scenario }: ChartInput): readonly Line[] {
    return figuresOfResults([result.document]).flatMap((listed) => {
      const { path } = listed;
      const estimate = estimateAt(result.document, path);
      if (!estimate || estimate.value === null) return [];
      const { value: mean, ci95 } = estimate;
      const figure = inWords(listed, scenario, locale());
      const width = this.width;
      const wanted = figure.kind === 'share' ? { absolute: width } : { relative: width };
      // An interval that was cut at 0 or 1 tells its width on the other side.
      const halfWidth = ci95 ? Math.max(ci95[1] - mean, mean - ci95[0]) : NaN;
      const unit = { count: result.done, missing: 0, mean, sd: 1, halfWidth };
      const sd = halfWidth / halfWidthAt(unit, 0.95);
      return [
        { path, figure, mean, halfWidth, wanted, needed: ci95 ? replicationsNeeded({ ...unit, sd }, wanted) : NaN },
      ];
    });
  }

  private apply({ path, wanted, needed }: Line): void {
    const most = Math.max(USUAL_MOST, 10 * Math.ceil((SLACK * needed) / 10));
    const goal = { figure: path, wanted, ...(most === USUAL_MOST ? {} : { most }) };
    this.dispatchEvent(
      scenarioEdit({ label: msg('Set when the run ends'), change: (scenario) => setRun(scenario, 'precision', goal) }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-precision-table': PrecisionTable;
  }
}
