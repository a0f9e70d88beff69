/** `<pf-version-comparison>`: two states of the open study and what changed from one to the other, in words. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DesignDifferences } from '../../app/version-differences.ts';
import { WorkbenchController } from '../../app/workbench-controller.ts';
import { locale } from '../../i18n/locale.ts';
import type { RestorePoint } from '../../study/history.ts';
import type { Study } from '../../study/study.ts';
import { pointName } from './point-name.ts';

const NOW = 'now';

@customElement('pf-version-comparison')
@localized()
export class VersionComparison extends LitElement {
  static override readonly styles = css`
    .choice {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 12px;
      font-size: var(--wa-font-size-s);
    }
    label {
      display: flex;
      align-items: center;
      gap: 6px;
    }
    select {
      font: inherit;
      min-block-size: 28px;
      max-inline-size: 250px;
      color: inherit;
      background: var(--wa-color-surface-default);
      border: 1px solid var(--wa-color-neutral-border-loud);
      border-radius: var(--wa-border-radius-m);
    }
    select:focus-visible {
      outline: 2px solid var(--wa-color-focus);
    }
    h4 {
      margin: 10px 0 2px;
      font-size: var(--wa-font-size-s);
    }
    ul {
      margin: 0;
      padding-inline-start: 18px;
      font-size: var(--wa-font-size-s);
      line-height: 1.5;
    }
    p {
      margin: 4px 0;
      font-size: var(--wa-font-size-s);
      color: var(--wa-color-text-quiet);
    }
  `;

  @property({ attribute: false }) points: readonly RestorePoint[] = [];
  @state() private from: string | undefined;
  @state() private to = NOW;
  @state() private found: readonly DesignDifferences[] | undefined;
  private readonly controller = new WorkbenchController(this);
  private turn = 0;

  protected override willUpdate(changed: Map<string, unknown>): void {
    const numbers = this.points.map(({ number }) => String(number));
    if (this.from === undefined || !numbers.includes(this.from))
      this.from = String((this.points.find(({ version }) => version) ?? this.points.at(-1))?.number ?? '');
    if (this.to !== NOW && !numbers.includes(this.to)) this.to = NOW;
    if (changed.has('points') || changed.has('from') || changed.has('to')) void this.compare();
  }

  override render(): TemplateResult | typeof nothing {
    if (this.points.length === 0) return nothing;
    return html`
      <div class="choice">
        <label>${msg('From')} ${this.select(this.from ?? '', (value) => (this.from = value), false)}</label>
        <label>${msg('to')} ${this.select(this.to, (value) => (this.to = value), true)}</label>
      </div>
      <div aria-live="polite">${this.result()}</div>
    `;
  }

  private result(): TemplateResult | readonly TemplateResult[] {
    const { found } = this;
    if (!found) return html`<p>${msg('Comparing…')}</p>`;
    const changed = found.filter(({ lines }) => lines.length > 0);
    if (changed.length === 0) return html`<p>${msg('Both say the same.')}</p>`;
    return changed.map(
      ({ design, lines }) =>
        html`<h4>${design}</h4>
          <ul>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`,
    );
  }

  private select(value: string, choose: (value: string) => void, withNow: boolean): TemplateResult {
    return html`<select
      @change=${(event: Event & { currentTarget: HTMLSelectElement }) => {
        choose(event.currentTarget.value);
      }}
    >
      ${withNow ? html`<option value=${NOW} ?selected=${value === NOW}>${msg('Now')}</option>` : nothing}
      ${this.points.map(
        (point) =>
          html`<option value=${point.number} ?selected=${value === String(point.number)}>${pointName(point)}</option>`,
      )}
    </select>`;
  }

  private async compare(): Promise<void> {
    const turn = ++this.turn;
    this.found = undefined;
    const [from, to] = [await this.studyOf(this.from ?? ''), await this.studyOf(this.to)];
    const { differencesOf } = await import('../../app/version-differences.ts');
    const found = from && to ? await differencesOf(from, to, locale()) : [];
    if (turn === this.turn) this.found = found;
  }

  private async studyOf(value: string): Promise<Study | undefined> {
    const { workbench } = this.controller;
    if (value === NOW) return workbench?.session?.snapshot();
    return value === '' ? undefined : workbench?.store?.restore(Number(value));
  }
}
