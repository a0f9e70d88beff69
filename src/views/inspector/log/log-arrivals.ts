/** `<pf-log-arrivals>`: an event log from its file to the times at which its cases came – look, map the columns, read, use. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/spinner/spinner.js';
import type { Issue } from '#simulation';
import { arrivalsIn } from '../../../event-logs/arrivals.ts';
import { isReadable } from '../../../event-logs/columns.ts';
import { ROW_FAULTS, type DateOrder, type Mapping, type ReadLog, type Role } from '../../../event-logs/event-log.ts';
import { LogReader } from '../../../event-logs/log-reader.ts';
import type { LogPreview } from '../../../event-logs/open-log.ts';
import type { TablePreview } from '../../../event-logs/read-csv.ts';
import { datesOf, usualOrder } from '../../../event-logs/timestamps.ts';
import { choice } from '../../../fields/choice.ts';
import { formatNumber } from '../../../format/index.ts';
import { issueText } from '../../../i18n/issues.ts';
import { locale } from '../../../i18n/locale.ts';
import { pickLog, type OpenedFile } from '../../../study/files.ts';
import { omit } from '../edits/omit.ts';
import { logStyles } from './log-styles.ts';
import { faultText, roleTexts } from './log-texts.ts';

/** `detail`: times of arrival in ms since 1970, ascending. */
export type LogArrivals = CustomEvent<readonly number[]>;

type LogFile = Pick<OpenedFile, 'name' | 'bytes' | 'whole'>;

const SHOWN_ROWS = 20;
const SHOWN_FAULTS = 5;
const NONE = 'none';

@customElement('pf-log-arrivals')
@localized()
export class LogArrivalsElement extends LitElement {
  static override readonly styles = logStyles;

  /** A log that was opened elsewhere; it is looked at without being asked for. */
  @property({ attribute: false }) given: LogFile | undefined;
  @state() private file: { readonly name: string; readonly bytes: Uint8Array } | undefined;
  @state() private preview: LogPreview | undefined;
  @state() private mapping: Mapping = {};
  /** How the user says unclear dates are to be read. */
  @state() private dateOrder: DateOrder | undefined;
  @state() private answer: ReadLog | { readonly issue: Issue } | undefined;
  @state() private busy = false;
  private reader: LogReader | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reader?.dispose();
    this.reader = undefined;
  }

  override render(): TemplateResult {
    return html`
      <div class="file">
        <wa-button size="s" appearance="outlined" @click=${() => void this.choose()}
          >${msg('Choose a log (CSV or XES)…')}</wa-button
        >
        ${this.file ? html`<bdi>${this.file.name}</bdi>` : nothing}
        ${this.busy ? html`<wa-spinner aria-label=${msg('Reading')}></wa-spinner>` : nothing}
      </div>
      ${this.preview ? this.looked(this.preview) : nothing} ${this.answer ? this.found(this.answer) : nothing}
    `;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('given') && this.given) void this.look(this.given);
  }

  private async choose(): Promise<void> {
    const file = await pickLog();
    if (file) await this.look(file);
  }

  private async look({ name, bytes, whole }: LogFile): Promise<void> {
    this.busy = true;
    this.preview = this.answer = undefined;
    const file = { name, bytes: whole ? await whole() : bytes };
    this.file = file;
    this.reader ??= new LogReader();
    const preview = await this.reader.preview(file.bytes, file.name).finally(() => (this.busy = false));
    this.preview = preview;
    if (preview.kind === 'table') {
      this.mapping = preview.table.mapping;
      this.dateOrder = undefined;
    } else if (preview.kind === 'xes') await this.read();
  }

  private async read(): Promise<void> {
    const { reader, file, mapping, dateOrder } = this;
    if (!reader || !file) return;
    this.busy = true;
    const choice = { mapping, ...(dateOrder ? { dateOrder } : {}) };
    this.answer = await reader.read(file.bytes, file.name, choice).finally(() => (this.busy = false));
  }

  private looked(preview: LogPreview): TemplateResult | typeof nothing {
    if (preview.kind === 'refused') return html`<p class="fault" role="alert">${issueText(preview.issue)}</p>`;
    return preview.kind === 'xes' ? nothing : this.table(preview.table);
  }

  private table({ header, rows, dates }: TablePreview): TemplateResult {
    const { order, example } = datesOf(dates, this.mapping);
    const columns = header.map((name, i) => ({ value: String(i), label: name || msg(str`Column ${i + 1}`) }));
    const map = (role: Role, value: string): void => {
      this.mapping = value === NONE ? omit(this.mapping, role) : { ...this.mapping, [role]: Number(value) };
      this.dateOrder = undefined;
      this.answer = undefined;
    };
    return html`
      <div class="mapping">
        ${roleTexts().map(([role, label]) =>
          choice({
            label,
            value: String(this.mapping[role] ?? NONE),
            choices: [{ value: NONE, label: msg('– none –') }, ...columns],
            chosen: (value) => map(role, value),
          }),
        )}
        ${
          order === 'unclear' && example !== undefined
            ? choice<DateOrder>({
                label: msg(str`Dates such as ${example} are`),
                value: this.dateOrder ?? usualOrder(example),
                choices: [
                  { value: 'day-first', label: msg('day first') },
                  { value: 'month-first', label: msg('month first') },
                ],
                chosen: (value) => {
                  this.dateOrder = value;
                  this.answer = undefined;
                },
              })
            : nothing
        }
      </div>
      <div class="rows" tabindex="0" role="region" aria-label=${msg('First rows of the file')}>
        <table>
          <thead>
            <tr>
              ${header.map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.slice(0, SHOWN_ROWS).map(
              (row) =>
                html`<tr>
                  ${header.map((_, i) => html`<td>${row[i] ?? ''}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <div class="file">
        <wa-button
          size="s"
          variant="brand"
          ?disabled=${this.busy || !isReadable(this.mapping)}
          @click=${() => void this.read()}
          >${msg('Read')}</wa-button
        >
        ${
          isReadable(this.mapping)
            ? nothing
            : html`<p class="quiet">${msg('Say which columns hold the case, the activity and a time.')}</p>`
        }
      </div>
    `;
  }

  private found(answer: ReadLog | { readonly issue: Issue }): TemplateResult {
    if ('issue' in answer) return html`<p class="fault" role="alert">${issueText(answer.issue)}</p>`;
    const { log, errors, duplicates, pseudo } = answer;
    const arrivals = arrivalsIn(log);
    const faults = ROW_FAULTS.filter((fault) => errors.counts[fault] !== undefined);
    return html`
      <p role="status">
        ${msg(str`${whole(log.cases.length)} cases, ${whole(log.activities.length)} activities, ${whole(log.resources.length)} people, ${whole(log.length)} executions.`)}
        ${span(arrivals)}
      </p>
      ${
        faults.length + duplicates + pseudo === 0
          ? nothing
          : html`<ul aria-label=${msg('Rows that were not used as they are')}>
              ${faults.map((fault) => {
                const rows = errors.listed.filter(({ code }) => code === fault).slice(0, SHOWN_FAULTS);
                const examples = rows.map(({ row }) => whole(row)).join(', ');
                const count = whole(errors.counts[fault] ?? 0);
                return html`<li>${msg(str`${count} × ${faultText(fault)} (row ${examples})`)}</li>`;
              })}
              ${duplicates > 0 ? html`<li>${msg(str`${whole(duplicates)} × the same as an earlier row, counted`)}</li>` : nothing}
              ${pseudo > 0 ? html`<li>${msg(str`${whole(pseudo)} × a mere mark of start or end, left out`)}</li>` : nothing}
            </ul>`
      }
      <p class="quiet">${msg('A case came when it is first heard of. Times with a zone are taken in UTC.')}</p>
      <div class="file">
        <wa-button
          size="s"
          variant="brand"
          ?disabled=${arrivals.length === 0}
          @click=${() => this.dispatchEvent(new CustomEvent('pf-arrivals', { detail: arrivals }))}
          >${msg(str`Use these ${whole(arrivals.length)} arrivals`)}</wa-button
        >
      </div>
    `;
  }
}

/** From when to when cases came. */
function span(arrivals: readonly number[]): string {
  const [first] = arrivals;
  const last = arrivals.at(-1);
  if (first === undefined || last === undefined) return '';
  const format = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return msg(str`Cases came from ${format.format(first)} to ${format.format(last)}.`);
}

const whole = (count: number): string => formatNumber(count, locale(), 0);

declare global {
  interface HTMLElementTagNameMap {
    'pf-log-arrivals': LogArrivalsElement;
  }
}
