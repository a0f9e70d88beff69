/** `<pf-beamer>`: what the room sees in a window of its own while the editor stays on the laptop. Follows; never leads. */
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/spinner/spinner.js';
import type { Box } from '../../replay/geometry.ts';
import { controlStyles } from '../replay/control-styles.ts';
import { DeckController } from '../replay/deck-controller.ts';
import { ReplayDeck } from '../replay/replay-deck.ts';
import '../replay/replay-stages.ts';
import type { ReplayStages } from '../replay/replay-stages.ts';
import { channelOf, type FromBeamer, type Projection, type ToBeamer } from './beamer-protocol.ts';
import './big-figures.ts';
import './present-foot.ts';
import { follow } from './follow.ts';
import { presentStyles } from './present-styles.ts';
import { ScreenLock } from './screen-lock.ts';

type Figures = Extract<ToBeamer, { readonly type: 'figures' }>;

/** Keys that act on this window alone. */
const OWN: Readonly<Record<string, (beamer: BeamerView) => void>> = {
  f: (beamer) => {
    beamer.toggleFullScreen();
  },
  '+': (beamer) => {
    beamer.zoom(1);
  },
  '=': (beamer) => {
    beamer.zoom(1);
  },
  '-': (beamer) => {
    beamer.zoom(-1);
  },
  '0': (beamer) => {
    beamer.zoom(0);
  },
};

@customElement('pf-beamer')
@localized()
export class BeamerView extends LitElement {
  static override readonly styles = [controlStyles, presentStyles];

  /** Large enough for a room, always. */
  @property({ type: Boolean, reflect: true }) presenting = true;
  @property() channel = '';
  @state() private projection: Projection | undefined;
  @state() private figures: Figures | undefined;
  @state() private deck: ReplayDeck | undefined;
  @state() private ended = false;
  @query('pf-replay-stages') private readonly stages!: ReplayStages | null;
  @query('.laser') private readonly laser!: HTMLElement | null;

  private wire: BroadcastChannel | undefined;
  private view: Box | undefined;
  private readonly lock = new ScreenLock();

  constructor() {
    super();
    new DeckController(this, () => this.deck);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.wire = channelOf(this.channel);
    this.wire.addEventListener('message', ({ data }: MessageEvent<ToBeamer>) => {
      void this.hear(data);
    });
    window.addEventListener('keydown', this.key, true);
    window.addEventListener('pagehide', this.leave);
    window.addEventListener('pointermove', this.point);
    this.lock.hold();
    this.say({ type: 'hello' });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave();
    this.wire?.close();
    window.removeEventListener('keydown', this.key, true);
    window.removeEventListener('pagehide', this.leave);
    window.removeEventListener('pointermove', this.point);
    this.lock.release();
    this.deck?.dispose();
  }

  override render(): TemplateResult {
    const { projection, deck, figures } = this;
    this.toggleAttribute('pointing', projection?.laser ?? false);
    const secret = projection?.guessing === 'asking';
    document.title = projection ? `${projection.studyName} – Preflight` : 'Preflight';
    if (this.ended || !projection || !deck) return html`<div class="empty" role="status">${this.waiting()}</div>`;
    return html`<header>
        <h1>${projection.studyName}</h1>
        <pf-big-figures
          .run=${figures?.run}
          .scenario=${figures?.scenario}
          .guesses=${projection.guessing === 'off' ? [] : projection.guesses}
          ?secret=${secret}
        ></pf-big-figures>
        <span class="spring"></span>
        <button
          @click=${() => {
            this.toggleFullScreen();
          }}
        >
          ${msg('Full screen')} (F)
        </button>
      </header>
      <pf-replay-stages .deck=${deck}></pf-replay-stages>
      <footer inert><pf-present-foot brief .deck=${deck} .caption=${projection.caption}></pf-present-foot></footer>
      ${projection.laser ? html`<div class="laser"></div>` : nothing}
      ${projection.blank ? html`<div class="blank" role="img" aria-label=${msg('Blank screen')}></div>` : nothing}`;
  }

  zoom(by: 1 | -1 | 0): void {
    this.stages?.zoom(by);
  }

  toggleFullScreen(): void {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void document.documentElement.requestFullscreen().catch(() => undefined);
  }

  private waiting(): TemplateResult | string {
    if (this.ended) return msg('The editor does not project any more. This window can be closed.');
    if (this.projection?.fault) return this.projection.fault;
    return html`<wa-spinner></wa-spinner>${msg('Waiting for the editor…')}`;
  }

  private async hear(message: ToBeamer): Promise<void> {
    if (message.type === 'end') this.ended = true;
    else if (message.type === 'figures') this.figures = message;
    else if (message.type === 'sides') {
      this.ended = false;
      this.deck?.dispose();
      this.deck = new ReplayDeck(message.sides);
      if (this.projection) follow(this.deck, this.projection);
    } else if (message.type === 'projection') {
      this.projection = message.projection;
      if (this.deck) follow(this.deck, this.projection);
    } else if (message.type === 'zoom') this.zoom(message.by);
    else if (message.type === 'point') this.pointTo(message);
    else {
      this.view = message.view;
      await this.updateComplete;
      this.stages?.show(this.view);
    }
  }

  private say(message: FromBeamer): void {
    this.wire?.postMessage(message);
  }

  /** Points at the same place of the diagram as the editor does; at nothing while that is not on it, or not seen here. */
  private pointTo({ design, place }: Extract<ToBeamer, { type: 'point' }>): void {
    const at = this.deck?.sides.findIndex((side) => side.design === design) ?? -1;
    const spot = place && this.stages?.stages[at]?.spotOf(place);
    if (spot) this.pointAt(spot.x, spot.y);
    else if (this.laser) this.laser.hidden = true;
  }

  private pointAt(x: number, y: number): void {
    if (!this.laser) return;
    this.laser.hidden = false;
    this.laser.style.transform = `translate(${x}px, ${y}px)`;
  }

  private readonly point = ({ clientX, clientY }: PointerEvent): void => {
    this.pointAt(clientX, clientY);
  };

  private readonly leave = (): void => {
    this.say({ type: 'gone' });
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab') return;
    const own = OWN[event.key.toLowerCase()];
    const pressed = event.composedPath().some((target) => target instanceof HTMLButtonElement);
    if (pressed && (event.key === ' ' || event.key === 'Enter')) return;
    if (own) own(this);
    else this.say({ type: 'key', key: event.key });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-beamer': BeamerView;
  }
}
