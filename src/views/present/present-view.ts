/** `<pf-present>`: the replay over the whole window; with F9 large enough for a room, with the figures and without the tools. */
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import '@awesome.me/webawesome/dist/components/spinner/spinner.js';
import { WorkbenchController } from '../../app/workbench-controller.ts';
import type { StudySession } from '../../app/study-session.ts';
import { spanAt } from '../../replay/timeline.ts';
import { controlStyles } from '../replay/control-styles.ts';
import '../replay/case-panel.ts';
import '../replay/colour-legend.ts';
import '../replay/pool-board.ts';
import '../replay/replay-stage.ts';
import type { ReplayStage } from '../replay/replay-stage.ts';
import '../replay/replay-timeline.ts';
import '../replay/side-counters.ts';
import '../replay/transport-bar.ts';
import type { DeckSide, ReplayDeck } from '../replay/replay-deck.ts';
import { DeckController } from '../replay/deck-controller.ts';
import './big-figures.ts';
import './cue-card.ts';
import './guess-panel.ts';
import type { GuessEvent } from './guess-panel.ts';
import './staffing-panel.ts';
import { DeckLoader } from './deck-loader.ts';
import { handleKey, type Presenter } from './presenter-keys.ts';
import { presentStyles } from './present-styles.ts';
import { ScreenLock } from './screen-lock.ts';

const COLOURS = ['--pf-as-is', '--pf-to-be'];

/** About what is left for diagrams: a share of the height, less px for the head of each. */
const ROOM = 0.65;
const HEAD = 70;

@customElement('pf-present')
@localized()
export class PresentView extends LitElement implements Presenter {
  static override readonly styles = [controlStyles, presentStyles];

  @property({ type: Boolean, reflect: true }) presenting = false;
  @property({ type: Boolean, reflect: true }) pointing = false;
  @state() private both = false;
  @state() private blank = false;
  @state() private card = false;
  @state() private staffing = false;
  /** `asking`: guesses are taken and figures kept back; `told`: they are compared. */
  @state() private guessing: 'off' | 'asking' | 'told' = 'off';
  @state() private guesses: readonly number[] = [];

  private readonly workbenches = new WorkbenchController(this);
  private readonly loader = new DeckLoader(this);
  private readonly lock = new ScreenLock();
  private shown = '';

  constructor() {
    super();
    new DeckController(this, () => this.loader.deck);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.tabIndex = -1;
    window.addEventListener('keydown', this.key, true);
    window.addEventListener('pointermove', this.point);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.key, true);
    window.removeEventListener('pointermove', this.point);
    this.lock.release();
  }

  override firstUpdated(): void {
    this.focus();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { session } = this;
    if (session) this.keepUp(session);
    if (!changed.has('presenting')) return;
    if (!this.presenting) {
      this.pointing = false;
      this.blank = false;
      this.staffing = false;
      this.guessing = 'off';
    }
    if (this.presenting) this.lock.hold();
    else this.lock.release();
    if (this.presenting && session?.run.status === 'idle')
      queueMicrotask(() => {
        session.startRun();
      });
  }

  override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session) return nothing;
    return html`${this.header(session)} ${this.stages()} ${this.deck ? this.panel(this.deck) : nothing} ${this.footer()}
    ${this.card ? html`<pf-cue-card ?presenting=${this.presenting}></pf-cue-card>` : nothing}
    ${this.pointing ? html`<div class="laser"></div>` : nothing}
    ${this.blank ? html`<div class="blank" role="img" aria-label=${msg('Blank screen')}></div>` : nothing}`;
  }

  private header(session: StudySession): TemplateResult {
    return html`<header>
      <h1>${session.studyName}</h1>
      ${
        this.presenting
          ? html`<pf-big-figures
              .guesses=${this.guessing === 'off' ? [] : this.guesses}
              ?secret=${this.guessing === 'asking'}
            ></pf-big-figures>`
          : nothing
      }
      <span class="spring"></span>
      ${
        session.designs.length > 1
          ? html`<button
              class="icon"
              title=${msg('Two designs side by side')}
              aria-label=${msg('Two designs side by side')}
              aria-pressed=${this.both}
              @click=${this.toggleBoth}
            >
              <wa-icon name="columns"></wa-icon>
            </button>`
          : nothing
      }
      ${this.presenting ? nothing : html`<button @click=${this.togglePresenting}>${msg('Present')} (F9)</button>`}
      <button
        class="icon"
        title=${msg('Keys')}
        aria-label=${msg('Keys')}
        aria-pressed=${this.card}
        @click=${this.toggleCard}
      >
        <wa-icon name="keyboard"></wa-icon>
      </button>
      <button
        class="icon"
        title=${msg('Back to the study')}
        aria-label=${msg('Back to the study')}
        @click=${this.leave}
      >
        <wa-icon name="close"></wa-icon>
      </button>
    </header>`;
  }

  private stages(): TemplateResult {
    const { deck } = this;
    const { fault } = this.loader;
    if (fault) return html`<div class="empty" role="alert">${fault}</div>`;
    if (!deck)
      return html`<div class="empty" role="status"><wa-spinner></wa-spinner>${msg('Recording the replay…')}</div>`;
    return html`<div class="stages" style="grid-auto-flow:${this.flow(deck)}">
      ${deck.sides.map((side, i) => this.side(deck, side, i))}
    </div>`;
  }

  private side(deck: ReplayDeck, side: DeckSide, i: number): TemplateResult {
    const resting = spanAt(side.offHours, deck.time) !== undefined;
    return html`<section class="side" style="--colour:var(${COLOURS[i % 2] ?? ''})" aria-label=${side.name}>
      <div>
        <h2>${side.name} · ${side.scenario.name}</h2>
        <pf-side-counters .deck=${deck} .side=${side}></pf-side-counters>
        <pf-pool-board ?brief=${deck.sides.length > 1} .deck=${deck} .side=${side}></pf-pool-board>
      </div>
      <pf-replay-stage ?resting=${resting} .deck=${deck} .side=${side}></pf-replay-stage>
    </section>`;
  }

  /** Two designs stand beside or above each other, whichever shows them larger. */
  private flow({ sides }: ReplayDeck): 'row' | 'column' {
    const scale = (across: number, down: number): number =>
      Math.min(...sides.map(({ picture: { view } }) => Math.min(across / view.width, down / view.height)));
    const [width, height] = [innerWidth, innerHeight * ROOM];
    return scale(width / 2, height - HEAD) > scale(width, height / 2 - HEAD) ? 'column' : 'row';
  }

  private panel(deck: ReplayDeck): TemplateResult | typeof nothing {
    if (this.presenting && deck.followed === undefined) return nothing;
    return html`<aside aria-label=${msg('One case')}><pf-case-panel .deck=${deck}></pf-case-panel></aside>`;
  }

  private footer(): TemplateResult | typeof nothing {
    const { deck } = this;
    if (!deck) return nothing;
    return html`<footer>
      ${this.staffing ? html`<pf-staffing-panel></pf-staffing-panel>` : nothing}
      ${this.guessing === 'off' ? nothing : this.guess()}
      <pf-replay-timeline .deck=${deck}></pf-replay-timeline>
      <div class="bar">
        <pf-transport ?brief=${this.presenting} .deck=${deck}></pf-transport>
        <pf-colour-legend ?brief=${this.presenting} .deck=${deck}></pf-colour-legend>
      </div>
    </footer>`;
  }

  private guess(): TemplateResult {
    const run = this.session?.run;
    const truth = run && 'result' in run ? run.result.document.slas[0]?.hitRate.value : undefined;
    return html`<pf-guess-panel
      .guesses=${this.guesses}
      .truth=${this.guessing === 'told' ? (truth ?? undefined) : undefined}
      @pf-guess=${(event: GuessEvent) => {
        this.guesses = [...this.guesses, event.guess];
      }}
      @pf-reveal-truth=${() => {
        this.reveal();
      }}
    ></pf-guess-panel>`;
  }

  readonly togglePresenting = (): void => {
    this.presenting = !this.presenting;
  };

  /** Closes what lies over the diagram first, then itself. */
  readonly leave = (): void => {
    if (this.blank || this.card || this.staffing || this.guessing !== 'off') {
      this.blank = false;
      this.card = false;
      this.staffing = false;
      this.guessing = 'off';
      this.focus();
      return;
    }
    if (document.fullscreenElement) void document.exitFullscreen();
    this.dispatchEvent(new Event('pf-close'));
  };

  togglePlaying(): void {
    this.deck?.toggle();
  }

  step(by: 1 | -1): void {
    this.deck?.step(by);
  }

  speed(by: 1 | -1): void {
    this.deck?.changeSpeed(by);
  }

  toEnd(end: 'first' | 'last'): void {
    this.deck?.pause();
    this.deck?.seek(end === 'first' ? 0 : Infinity);
  }

  toNextMiss(): void {
    this.deck?.toNextMiss();
  }

  follow(which: 'median' | 'p95' | 'nobody'): void {
    if (which === 'nobody') this.deck?.follow(undefined);
    else this.deck?.followQuantile(which === 'median' ? 0.5 : 0.95);
  }

  toggleOffHours(): void {
    this.deck?.skipOffHours(!this.deck.skips);
  }

  nextColouring(): void {
    this.deck?.nextColouring();
  }

  readonly toggleBoth = (): void => {
    if ((this.session?.designs.length ?? 0) > 1) this.both = !this.both;
  };

  zoom(by: 1 | -1 | 0): void {
    for (const stage of this.renderRoot.querySelectorAll<ReplayStage>('pf-replay-stage')) stage.zoom(by);
  }

  toggleStaffing(): void {
    this.staffing = !this.staffing;
    if (this.staffing) void this.updateComplete.then(() => this.renderRoot.querySelector('pf-staffing-panel')?.begin());
    else this.focus();
  }

  toggleGuessing(): void {
    this.guessing = this.guessing === 'off' ? 'asking' : 'off';
    this.guesses = [];
    if (this.guessing === 'off') this.focus();
  }

  reveal(): void {
    if (this.guessing === 'asking') this.guessing = 'told';
    this.focus();
  }

  toggleLaser(): void {
    this.pointing = !this.pointing;
  }

  toggleBlank(): void {
    this.blank = !this.blank;
  }

  readonly toggleCard = (): void => {
    this.card = !this.card;
  };

  toggleFullScreen(): void {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void document.documentElement.requestFullscreen().catch(() => undefined);
  }

  private get session(): StudySession | undefined {
    return this.workbenches.workbench?.session;
  }

  private get deck(): ReplayDeck | undefined {
    return this.loader.deck;
  }

  /** Records anew when other designs are to be shown, or what they simulate has changed. */
  private keepUp(session: StudySession): void {
    const others = session.designs.filter(({ id }) => id !== session.activeDesign);
    const designs =
      this.both && others[0] ? inOrder(session, [session.activeDesign, others[0].id]) : [session.activeDesign];
    const wanted = JSON.stringify([designs, session.replays.version(designs)]);
    if (wanted === this.shown) return;
    this.shown = wanted;
    void this.loader.load(session, designs);
  }

  private readonly key = (event: KeyboardEvent): void => {
    if (!handleKey(event, this)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  private readonly point = (event: PointerEvent): void => {
    const laser = this.renderRoot.querySelector<HTMLElement>('.laser');
    if (laser) laser.style.transform = `translate(${event.clientX}px, ${event.clientY}px)`;
  };
}

/** As the tabs stand. */
const inOrder = (session: StudySession, ids: readonly string[]): readonly string[] =>
  session.designs.flatMap(({ id }) => (ids.includes(id) ? [id] : []));
