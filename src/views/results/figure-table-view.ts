/** `<pf-figure-table>`: a table of figures that sorts by any column and can be copied into a spreadsheet. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import {
  sortRows,
  toClipboard,
  type Cell,
  type Column,
  type FigureTable,
  type Row,
} from '../../charts/figure-table.ts';
import { locale } from '../../i18n/locale.ts';

/** Fired when a row's subject is to be shown. */
export type RevealEvent = CustomEvent<{ readonly id: string }>;

@customElement('pf-figure-table')
@localized()
export class FigureTableView extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      overflow: auto;
      font-size: var(--wa-font-size-s);
    }
    .head {
      display: flex;
      align-items: center;
      gap: 8px;
      padding-block: 4px;
      position: sticky;
      inset-inline-start: 0;
    }
    h3 {
      margin: 0;
      font-size: var(--wa-font-size-s);
      font-weight: var(--wa-font-weight-semibold);
    }
    table {
      border-collapse: collapse;
      font-variant-numeric: tabular-nums;
    }
    th {
      padding: 0;
      text-align: start;
      vertical-align: bottom;
      font-weight: var(--wa-font-weight-semibold);
      border-block-end: 1px solid var(--wa-color-surface-border);
    }
    td {
      padding: 4px 10px;
      border-block-end: 1px solid var(--wa-color-surface-border);
      white-space: nowrap;
    }
    th .name {
      padding: 4px 10px;
    }
    tbody th {
      font-weight: normal;
    }
    tbody tr:hover {
      background: var(--wa-color-neutral-fill-quiet);
    }
    .numeric {
      text-align: end;
    }
    .interval {
      color: var(--wa-color-text-quiet);
      display: inline-block;
      box-sizing: content-box;
      padding-inline-start: 4px;
      text-align: start;
    }
    button {
      all: unset;
      box-sizing: border-box;
      cursor: pointer;
      border-radius: var(--wa-border-radius-s);
      min-block-size: 24px;
    }
    th button {
      inline-size: 100%;
      padding: 4px 10px;
    }
    button:focus-visible {
      outline: 2px solid var(--wa-color-focus);
      outline-offset: -2px;
    }
    .copy {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      padding-inline: 6px;
      color: var(--wa-color-text-quiet);
    }
    .copy:hover,
    .subject:hover {
      text-decoration: underline;
    }
    .arrow {
      display: inline-block;
      inline-size: 1em;
    }
  `;

  @property({ attribute: false }) table: FigureTable | undefined;
  @state() private column: number | undefined;
  @state() private descending = false;
  @state() private copied = false;

  override render(): TemplateResult | typeof nothing {
    const { table } = this;
    if (!table) return nothing;
    const rows = this.column === undefined ? table.rows : sortRows(table.rows, this.column, this.descending, locale());
    const rooms = table.columns.map((_, i) =>
      Math.max(...table.rows.map(({ cells }) => cells[i]?.interval?.length ?? 0)),
    );
    return html`<div class="head">
        <h3 id="caption">${table.caption}</h3>
        <button class="copy" type="button" @click=${this.copy}>
          <wa-icon name=${this.copied ? 'check' : 'copy'}></wa-icon>${this.copied ? msg('Copied') : msg('Copy')}
        </button>
      </div>
      <table aria-labelledby="caption">
        <thead>
          <tr>
            ${table.columns.map((column, i) => this.heading(column, i))}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => this.row(row, table.columns, rooms))}
        </tbody>
      </table>`;
  }

  private heading(column: Column, index: number): TemplateResult {
    const sorted = this.column === index;
    const direction = !sorted ? 'none' : this.descending ? 'descending' : 'ascending';
    const arrow = html`<span class="arrow" aria-hidden="true">${!sorted ? '' : this.descending ? '↓' : '↑'}</span>`;
    return html`<th scope="col" aria-sort=${direction} class=${column.numeric ? 'numeric' : ''}>
      <button type="button" class=${column.numeric ? 'numeric' : ''} @click=${() => this.sortBy(index, column.numeric)}>
        ${column.numeric ? html`${arrow}${column.label}` : html`${column.label}${arrow}`}
      </button>
    </th>`;
  }

  private row({ id, cells }: Row, columns: readonly Column[], rooms: readonly number[]): TemplateResult {
    const [first, ...rest] = cells;
    return html`<tr>
      <th scope="row">${first ? this.subject(first, id) : nothing}</th>
      ${rest.map((cell, i) => html`<td class=${columns[i + 1]?.numeric ? 'numeric' : ''}>${figure(cell, rooms[i + 1])}</td>`)}
    </tr>`;
  }

  private subject(cell: Cell, id: string | undefined): TemplateResult {
    if (id === undefined) return html`<div class="name">${cell.text}</div>`;
    return html`<button
      class="subject"
      type="button"
      title=${msg(str`Show ‘${cell.text}’`)}
      @click=${() => this.dispatchEvent(new CustomEvent('pf-reveal', { detail: { id }, bubbles: true, composed: true }))}
    >
      ${cell.text}
    </button>`;
  }

  /** A first click on numbers puts the largest on top. */
  private sortBy(index: number, numeric: boolean): void {
    this.descending = this.column === index ? !this.descending : numeric;
    this.column = index;
  }

  private readonly copy = async (): Promise<void> => {
    if (!this.table) return;
    await navigator.clipboard.writeText(toClipboard(this.table));
    this.copied = true;
    setTimeout(() => (this.copied = false), 2000);
  };
}

/** `room`: characters that the longest interval of the column takes, so that the numbers before them stay in line. */
const figure = ({ text, interval = '' }: Cell, room = 0): TemplateResult =>
  html`${text}${room > 0 ? html`<span class="interval" style=${styleMap({ 'min-inline-size': `${room}ch` })}>${interval}</span>` : nothing}`;

declare global {
  interface HTMLElementTagNameMap {
    'pf-figure-table': FigureTableView;
  }
}
