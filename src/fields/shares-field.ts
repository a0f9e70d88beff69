/**
 * How cases split over branches. At an exclusive gateway the shares stay at 100 %: moving one takes from the others in
 * proportion, a lock keeps one still. With `independent` each branch has its own chance.
 */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import WaSlider from '@awesome.me/webawesome/dist/components/slider/slider.js';
import { localized, msg, str } from '@lit/localize';
import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { dataChanged, FieldElement, sameData, type FieldChange } from './field-element.ts';
import { fieldStyles } from './field-styles.ts';
import './number-field.ts';
import { writeNumber } from './numbers.ts';
import { equalShares, moveShare, normalised } from './shares.ts';

/** One branch with its share, 0..1. */
export interface BranchShare {
  readonly id: string;
  readonly label: string;
  readonly share: number;
}

@localized()
@customElement('pf-shares-field')
export class SharesField extends FieldElement<readonly BranchShare[]> {
  static override readonly styles = [
    fieldStyles,
    css`
      .branch {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 5.5em auto;
        align-items: center;
        column-gap: var(--wa-space-2xs);
      }
      .name {
        grid-column: 1 / -1;
        overflow-wrap: anywhere;
      }
      wa-slider::part(label) {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      wa-slider {
        padding-inline: var(--wa-space-xs);
        --track-size: var(--wa-space-2xs);
        --thumb-width: var(--wa-space-m);
        --thumb-height: var(--wa-space-m);
      }
      .foot {
        display: flex;
        justify-content: space-between;
        align-items: center;
      }
      .total {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ attribute: false, hasChanged: dataChanged }) value: readonly BranchShare[] = [];
  /** Each branch has its own chance; no sum to keep. */
  @property({ type: Boolean }) independent = false;

  @state() private draft: readonly number[] = [];
  @state() private locked: ReadonlySet<string> = new Set();
  private keyHeld = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('value') || changed.has('independent')) this.draft = this.given();
  }

  override render(): TemplateResult {
    const total = writeNumber(Math.round(this.draft.reduce((a, b) => a + b, 0) * 10_000) / 100);
    return html`<div class="tight" role="group" aria-label=${this.label}>
      ${this.value.map((branch, index) => this.renderBranch(branch, index))}
      <div class="foot">
        <button class="plain" type="button" @click=${this.splitEqually}>${msg('Split equally')}</button>
        ${
          this.independent
            ? html`<span class="hint">${msg('Each on its own')}</span>`
            : html`<span class="hint total">${msg(str`Total ${total} %`)}</span>`
        }
      </div>
    </div>`;
  }

  private renderBranch(branch: BranchShare, index: number): TemplateResult {
    const share = this.draft[index] ?? 0;
    const locked = this.locked.has(branch.id);
    return html`<div class="branch">
      <span class="name">${branch.label}</span>
      <wa-slider
        size="xs"
        label=${msg(str`Share of ${branch.label}`)}
        .min=${0}
        .max=${100}
        .step=${1}
        .value=${Math.round(share * 100)}
        .valueFormatter=${(value: number) => msg(str`${value} percent`)}
        ?disabled=${locked}
        @input=${(event: Event) => this.slid(event, index)}
        @change=${() => this.keyHeld || this.settle()}
        @keydown=${() => (this.keyHeld = true)}
        @keyup=${this.released}
        @focusout=${this.released}
      ></wa-slider>
      <pf-percent-field
        label=${msg(str`Share of ${branch.label}`)}
        label-hidden
        required
        ?disabled=${locked}
        .value=${Math.round(share * 10_000) / 10_000}
        @change=${(event: FieldChange<number>) => this.typed(index, event.detail)}
      ></pf-percent-field>
      ${
        this.independent
          ? html`<span></span>`
          : html`<button
              class="icon-button"
              type="button"
              aria-pressed=${locked ? 'true' : 'false'}
              aria-label=${msg(str`Keep ${branch.label} at its share`)}
              title=${locked ? msg('Locked: stays when others move') : msg('Lock: keep this share when others move')}
              @click=${() => this.toggleLock(branch.id)}
            >
              <wa-icon name=${locked ? 'lock' : 'unlock'}></wa-icon>
            </button>`
      }
    </div>`;
  }

  private given(): readonly number[] {
    const shares = this.value.map((branch) => branch.share);
    return this.independent ? shares : normalised(shares);
  }

  private moved(index: number, share: number): readonly number[] {
    if (this.independent) return this.draft.map((old, i) => (i === index ? share : old));
    const locked = this.value.map((branch) => this.locked.has(branch.id));
    return moveShare(this.given(), locked, index, share);
  }

  private slid(event: Event, index: number): void {
    if (event.target instanceof WaSlider) this.draft = this.moved(index, event.target.value / 100);
  }

  private typed(index: number, share: number): void {
    this.draft = this.moved(index, share);
    this.settle();
    // What was typed may not be reachable past the locks: show what holds.
    this.requestUpdate();
  }

  private readonly released = (): void => {
    if (!this.keyHeld) return;
    this.keyHeld = false;
    this.settle();
  };

  private readonly splitEqually = (): void => {
    const count = this.value.length;
    this.draft = this.independent ? Array<number>(count).fill(1 / Math.max(1, count)) : equalShares(count);
    this.locked = new Set();
    this.settle();
  };

  private toggleLock(id: string): void {
    const next = new Set(this.locked);
    if (!next.delete(id)) next.add(id);
    this.locked = next;
  }

  /** One drag, one held key, one typed number: one change. */
  private settle(): void {
    const value = this.value.map((branch, i) => ({ ...branch, share: this.draft[i] ?? branch.share }));
    if (sameData(value, this.value)) return;
    this.value = value;
    this.commit(value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-shares-field': SharesField;
  }
}
