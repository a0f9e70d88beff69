/** `<pf-replay-stages>`: one design, or two beside or above each other on one clock, each with its counters and its people. */
import { localized } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Box } from '../../replay/geometry.ts';
import { spanAt } from '../../replay/timeline.ts';
import { DeckController } from './deck-controller.ts';
import './pool-board.ts';
import type { DeckSide, ReplayDeck } from './replay-deck.ts';
import './replay-stage.ts';
import type { ReplayStage } from './replay-stage.ts';
import { replicationName, sideName } from './replay-texts.ts';
import './side-counters.ts';

const COLOURS = ['--pf-as-is', '--pf-to-be'];

/** About what is left for diagrams: a share of the height, less px for the head of each. */
const ROOM = 0.65;
const HEAD = 70;

@customElement('pf-replay-stages')
@localized()
export class ReplayStages extends LitElement {
  static override readonly styles = css`
    :host {
      display: grid;
      grid-auto-rows: minmax(0, 1fr);
      grid-auto-columns: minmax(0, 1fr);
      min-inline-size: 0;
      min-block-size: 0;
    }
    section {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      min-inline-size: 0;
      min-block-size: 0;
    }
    section > div {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0.1em 1.6em;
      padding: 0.3em 1em;
      border-block-start: 3px solid var(--colour);
      background: var(--wa-color-surface-default);
    }
    h2 {
      margin: 0;
      font-size: 1em;
      font-weight: var(--wa-font-weight-semibold);
    }
  `;

  @property({ attribute: false }) deck: ReplayDeck | undefined;

  constructor() {
    super();
    new DeckController(this, () => this.deck);
  }

  override render(): TemplateResult | typeof nothing {
    const { deck } = this;
    if (!deck) return nothing;
    this.style.gridAutoFlow = flow(deck);
    return html`${deck.sides.map((side, i) => this.side(deck, side, i))}`;
  }

  /** Larger (1) or smaller (-1) around the middle, or all of it (0). */
  zoom(by: 1 | -1 | 0): void {
    for (const stage of this.stages) stage.zoom(by);
  }

  /** Shows a part of the first diagram, or all of it, and all of the second. */
  show(view: Box | undefined): void {
    this.stages.forEach((stage, i) => {
      stage.view = i === 0 ? view : undefined;
    });
  }

  get stages(): readonly ReplayStage[] {
    return [...this.renderRoot.querySelectorAll<ReplayStage>('pf-replay-stage')];
  }

  /** What the stages are painted on. */
  get canvases(): readonly HTMLCanvasElement[] {
    return this.stages.flatMap((stage) => stage.canvas ?? []);
  }

  /** The part of the first diagram that is seen; undefined = all of it. */
  get shownPart(): Box | undefined {
    const [first] = this.stages;
    return first?.view && first.shown;
  }

  /** What every stage shows, as PNGs in data URLs. */
  async pictures(): Promise<readonly string[]> {
    await this.updateComplete;
    const canvases = await Promise.all(this.stages.map((stage) => stage.picture()));
    return canvases.flatMap((canvas) => canvas?.toDataURL() ?? []);
  }

  private side(deck: ReplayDeck, side: DeckSide, i: number): TemplateResult {
    const resting = spanAt(side.offHours, deck.time) !== undefined;
    return html`<section style="--colour:var(${COLOURS[i % 2] ?? ''})" aria-label=${sideName(side, deck.sides)}>
      <div>
        <h2>${[side.name, side.scenario.name, ...(i === 0 ? [replicationName(deck.replication)] : [])].join(' · ')}</h2>
        <pf-side-counters .deck=${deck} .side=${side}></pf-side-counters>
        <pf-pool-board ?brief=${deck.sides.length > 1} .deck=${deck} .side=${side}></pf-pool-board>
      </div>
      <pf-replay-stage ?resting=${resting} .deck=${deck} .side=${side}></pf-replay-stage>
    </section>`;
  }
}

/** Two designs stand beside or above each other, whichever shows them larger. */
function flow({ sides }: ReplayDeck): 'row' | 'column' {
  const scale = (across: number, down: number): number =>
    Math.min(...sides.map(({ picture: { view } }) => Math.min(across / view.width, down / view.height)));
  const [width, height] = [innerWidth, innerHeight * ROOM];
  return scale(width / 2, height - HEAD) > scale(width, height / 2 - HEAD) ? 'column' : 'row';
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-replay-stages': ReplayStages;
  }
}
