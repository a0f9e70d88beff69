/** `<pf-replication-choice>`: which replication plays: by its number, or the worst, the median or the best. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { formatNumber } from '../../format/index.ts';
import { locale } from '../../i18n/locale.ts';
import type { Rank } from '../../replay/ranking.ts';
import { controlStyles } from '../replay/control-styles.ts';
import type { Showing } from './showing.ts';

const RANKS: readonly { readonly rank: Rank; readonly label: () => string }[] = [
  { rank: 'worst', label: () => msg('Worst') },
  { rank: 'median', label: () => msg('Median') },
  { rank: 'best', label: () => msg('Best') },
];

@customElement('pf-replication-choice')
@localized()
export class ReplicationChoice extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      :host,
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 6px;
      }
      input {
        inline-size: 4em;
        text-align: end;
      }
    `,
  ];

  /** Changes within; whoever holds it redraws. */
  @property({ attribute: false, hasChanged: () => true }) showing: Showing | undefined;

  override render(): TemplateResult | typeof nothing {
    const { showing } = this;
    const [first] = showing?.deck?.sides ?? [];
    if (!showing || !first) return nothing;
    const { planned, replication } = first.recording;
    const step = (name: string, label: string, by: 1 | -1, possible: boolean): TemplateResult =>
      html`<button
        class="icon"
        title=${label}
        aria-label=${label}
        ?disabled=${!possible}
        @click=${() => {
          showing.changeReplication(by);
        }}
      >
        <wa-icon name=${name}></wa-icon>
      </button>`;
    return html`<div>
        <label for="number">${msg('Replication')}</label>
        ${step('minus', msg('Last replication'), -1, replication > 0)}
        <input id="number" inputmode="numeric" .value=${String(replication + 1)} @change=${this.chosen} />
        ${step('plus', msg('Next replication'), 1, replication + 1 < planned)}
        <span>${msg(str`of ${formatNumber(planned, locale())}`)}</span>
      </div>
      <div role="group" aria-label=${msg('Replication by how well its first promise is kept')}>
        ${RANKS.map(
          ({ rank, label }) =>
            html`<button
              title=${msg('By how well the first promise is kept; without promises by the mean cycle time')}
              aria-pressed=${showing.rank === rank}
              @click=${() => void showing.chooseRank(rank)}
            >
              ${label()}
            </button>`,
        )}
      </div>`;
  }

  private chosen(event: Event & { currentTarget: HTMLInputElement }): void {
    const { currentTarget } = event;
    this.showing?.chooseReplication(Number(currentTarget.value.trim()) - 1);
    currentTarget.value = String((this.showing?.loader.replication ?? 0) + 1); // what cannot be shown is taken back
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-replication-choice': ReplicationChoice;
  }
}
