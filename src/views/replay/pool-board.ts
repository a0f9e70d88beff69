/** `<pf-pool-board>`: every pool with its people: at work, free, in overtime, or off shift. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { UnitActivity } from '#simulation';
import { DeckController } from './deck-controller.ts';
import type { DeckSide, ReplayDeck } from './replay-deck.ts';

/** More people than this are told by number. */
const MOST_DRAWN = 24;

@customElement('pf-pool-board')
@localized()
export class PoolBoard extends LitElement {
  static override readonly styles = css`
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.3em 1.4em;
    }
    .pool {
      display: flex;
      align-items: center;
      gap: 0.5em;
    }
    .people {
      display: flex;
      flex-wrap: wrap;
      gap: 3px;
    }
    i {
      box-sizing: border-box;
      inline-size: 0.8em;
      block-size: 0.8em;
      border: 2px solid var(--pf-working);
      border-radius: 3px;
    }
    .busy {
      background: var(--pf-working);
    }
    .overtime {
      border-color: var(--pf-queued);
      background: var(--pf-queued);
    }
    .off {
      border-color: var(--pf-off-shift);
      border-style: dotted;
    }
  `;

  @property({ attribute: false }) deck: ReplayDeck | undefined;
  @property({ attribute: false }) side: DeckSide | undefined;
  /** Names without numbers, where room is scarce. */
  @property({ type: Boolean }) brief = false;

  constructor() {
    super();
    new DeckController(this, () => this.deck);
  }

  override render(): TemplateResult | typeof nothing {
    const { side } = this;
    if (!side) return nothing;
    const counts = countsOf(side);
    return html`${side.recording.pools.map(({ name }, p) => {
      const count = counts[p];
      return count ? pool(name, count, this.brief) : nothing;
    })}`;
  }
}

interface Counts {
  readonly busy: number;
  readonly overtime: number;
  readonly free: number;
  readonly off: number;
}

function countsOf({ player: { state }, recording }: DeckSide): readonly Counts[] {
  const { units } = recording.trace;
  return recording.pools.map((_, p) => {
    let [busy, overtime, bound] = [0, 0, 0];
    state.unitActivity.forEach((activity, u) => {
      if (units.pool[u] !== p) return;
      if (activity === UnitActivity.working) busy++;
      else if (activity === UnitActivity.overtime) overtime++;
      else if (activity === UnitActivity.bound) bound++;
    });
    const capacity = (on: boolean): number =>
      recording.groups.reduce(
        (sum, group, g) => (group.pool === p && (state.groupOn[g] === 1) === on ? sum + group.capacity : sum),
        0,
      );
    const present = capacity(true);
    const free = Number.isFinite(present) ? Math.max(0, present - busy) : 0;
    return { busy, overtime, free, off: Math.max(bound, capacity(false) - overtime) };
  });
}

function pool(name: string, { busy, overtime, free, off }: Counts, brief: boolean): TemplateResult {
  const all = busy + overtime + free + off;
  const text =
    off > 0 && busy + free === 0
      ? msg(str`${name}: off shift`)
      : msg(str`${name}: ${busy + overtime} of ${busy + overtime + free} at work`);
  const people = (kind: string, count: number): TemplateResult[] =>
    Array.from({ length: count }, () => html`<i class=${kind}></i>`);
  const drawn =
    all <= MOST_DRAWN
      ? html`<span class="people"
          >${people('busy', busy)}${people('overtime', overtime)}${people('free', free)}${people('off', off)}</span
        >`
      : nothing;
  return html`<span class="pool" title=${text}>${drawn}<span>${brief && drawn !== nothing ? name : text}</span></span>`;
}
