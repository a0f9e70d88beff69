/** `<pf-side-counters>`: what has become of one design’s cases so far: done, late, waiting, and the running hit rate. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatNumber, formatPercent, NO_FIGURE } from '../../format/index.ts';
import { locale } from '../../i18n/locale.ts';
import { isQueued } from '../../replay/scene.ts';
import { DeckController } from './deck-controller.ts';
import type { DeckSide, ReplayDeck } from './replay-deck.ts';

@customElement('pf-side-counters')
@localized()
export class SideCounters extends LitElement {
  static override readonly styles = css`
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 2px 1.4em;
      font-variant-numeric: tabular-nums;
    }
    b {
      display: inline-block;
      min-inline-size: 2.5em;
      font-size: 1.25em;
      font-weight: var(--wa-font-weight-semibold);
    }
    .late b {
      color: var(--pf-late-loud);
    }
  `;

  @property({ attribute: false }) deck: ReplayDeck | undefined;
  @property({ attribute: false }) side: DeckSide | undefined;

  constructor() {
    super();
    new DeckController(this, () => this.deck);
  }

  override render(): TemplateResult | typeof nothing {
    const { side } = this;
    if (!side) return nothing;
    const done = side.player.state.counts.completed - side.completedBefore;
    const number = (value: number): string => formatNumber(value, locale(), 0);
    const { hits, judged } = tallied(side);
    const figure = (name: string, value: string, kind = ''): TemplateResult =>
      html`<span class=${kind}>${name} <b>${value}</b></span>`;
    return html`${figure(msg('done'), number(Math.max(0, done)))} ${figure(msg('waiting'), number(waitingCases(side)))}
    ${figure(msg('late'), number(judged - hits), 'late')}
    ${figure(msg('hit rate so far'), judged === 0 ? NO_FIGURE : formatPercent(hits / judged, locale()))}`;
  }
}

/** Promises on whole cases kept and judged so far; of the first promise of any kind where none is on cases. */
function tallied({ player, recording: { promises } }: DeckSide): { readonly hits: number; readonly judged: number } {
  const { met, missed } = player.tally();
  const onCases = promises.flatMap((promise, k) => (promise.onCases ? [k] : []));
  const counted = onCases.length > 0 ? onCases : promises.slice(0, 1).map(() => 0);
  const hits = counted.reduce((sum, k) => sum + (met[k] ?? 0), 0);
  return { hits, judged: hits + counted.reduce((sum, k) => sum + (missed[k] ?? 0), 0) };
}

/** Cases any of whose tokens waits for people. */
function waitingCases({ player: { state } }: DeckSide): number {
  const waiting = new Set<number>();
  for (let i = 0; i < state.liveCount; i++) {
    const t = state.live[i] ?? 0;
    if (isQueued(state.state[t] ?? -1)) waiting.add(state.caseOf(t));
  }
  return waiting.size;
}
