/**
 * `<pf-beamer-console>`: the presenter’s strip beside the editor while the room looks at a second window: what is shown there, and
 * all that moves it. Edits are simulated and recorded anew when the hands rest.
 */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { StudySession } from '../../app/study-session.ts';
import { WorkbenchController } from '../../app/workbench-controller.ts';
import { controlStyles } from '../replay/control-styles.ts';
import { DeckController } from '../replay/deck-controller.ts';
import type { ReplayDeck } from '../replay/replay-deck.ts';
import { BeamerLink } from './beamer-link.ts';
import type { FromBeamer } from './beamer-protocol.ts';
import './cue-card.ts';
import type { GuessEvent } from './guess-panel.ts';
import './present-foot.ts';
import { handleKey, presenterKeyOf, type Presenter } from './presenter-keys.ts';
import { Room } from './room.ts';
import './replication-choice.ts';
import { Showing } from './showing.ts';
import { captionOf } from './story-steps.ts';

/** ms without an edit after which it is simulated and recorded. */
const REST = 700;

@customElement('pf-beamer-console')
@localized()
export class BeamerConsole extends LitElement implements Presenter {
  static override readonly styles = [
    controlStyles,
    css`
      :host {
        display: grid;
        gap: 4px;
        padding: 6px 12px;
        border-block-end: 1px solid var(--wa-color-surface-border);
        background: var(--wa-color-surface-raised);
        --pf-timeline-size: 28px;
      }
      .state {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
      }
      .spring {
        flex: 1;
      }
      p {
        margin: 0;
      }
    `,
  ];

  readonly presenting = true;
  readonly room = new Room(this);
  /** Whether a window answers. */
  @state() private answered = false;
  @state() private blocked = false;
  private readonly workbenches = new WorkbenchController(this);
  readonly showing = new Showing(
    this,
    () => this.session,
    ({ view }) => this.link?.send({ type: 'view', ...(view ? { view } : {}) }),
  );
  private link: BeamerLink | undefined;
  private sent: { readonly deck?: ReplayDeck | undefined; readonly run?: unknown; readonly scenario?: unknown } = {};
  private rest: ReturnType<typeof setTimeout> | undefined;
  private version = '';

  constructor() {
    super();
    new DeckController(this, () => this.deck);
    this.addEventListener('keydown', (event) => {
      if (handleKey(event, this)) event.preventDefault();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.link = new BeamerLink((message) => {
      this.hear(message);
    });
    this.open();
    window.addEventListener('pointermove', this.point);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.rest);
    window.removeEventListener('pointermove', this.point);
    this.link?.close();
    this.link = undefined;
  }

  override willUpdate(): void {
    const { session } = this;
    if (!session) return;
    const { sides, loader } = this.showing;
    const version = JSON.stringify([sides, loader.replication, session.replays.version(sides)]);
    if (version === this.version) return;
    const first = this.version === '';
    this.version = version;
    clearTimeout(this.rest);
    this.rest = setTimeout(
      () => {
        void loader.keep(session, this.showing.sides);
        this.simulate(session);
      },
      first ? 0 : REST,
    );
  }

  override updated(): void {
    this.tell();
  }

  override render(): TemplateResult | typeof nothing {
    const { session, deck, room } = this;
    if (!session) return nothing;
    return html`<div class="state">
        <strong role="status">${this.standing()}</strong>
        ${this.answered ? nothing : button(msg('Open the second window'), () => this.open())}
        <span class="spring"></span>
        <pf-replication-choice .showing=${this.showing}></pf-replication-choice>
        ${this.showing.hasMore ? button(msg('Two designs side by side'), () => this.showing.toggleBoth(), this.showing.sides.length > 1) : nothing}
        ${session.replays.story.steps.length > 0 ? this.flips() : nothing}
        ${button(msg('Laser pointer'), () => room.toggle('laser'), room.laser)}
        ${button(msg('Blank screen'), () => room.toggle('blank'), room.blank)}
        ${button(msg('Keys'), () => room.toggle('card'), room.card)}
        ${button(msg('End the projection'), () => this.togglePresenting())}
      </div>
      ${this.showing.loader.fault ? html`<p role="alert">${this.showing.loader.fault}</p>` : nothing}
      ${
        deck
          ? html`<pf-present-foot
              .deck=${deck}
              .run=${session.run}
              .caption=${captionOf(session.replays.story.steps, this.showing.at)}
              ?staffing=${room.staffing}
              .guessing=${room.guessing}
              .guesses=${room.guesses}
              @pf-guess=${({ guess }: GuessEvent) => {
                room.guess(guess);
              }}
              @pf-reveal-truth=${() => {
                room.reveal();
              }}
            ></pf-present-foot>`
          : nothing
      }
      ${room.card ? html`<pf-cue-card presenting></pf-cue-card>` : nothing}`;
  }

  get deck(): ReplayDeck | undefined {
    return this.showing.loader.deck;
  }

  /** Ends the projection. */
  togglePresenting(): void {
    this.dispatchEvent(new Event('pf-close'));
  }

  toggleFullScreen(): void {
    this.session?.announce(msg('Press F in the second window: only there can the browser fill the screen.'));
  }

  zoom(by: 1 | -1 | 0): void {
    this.link?.send({ type: 'zoom', by });
  }

  leave(): void {
    this.room.clear();
  }

  private get session(): StudySession | undefined {
    return this.workbenches.workbench?.session;
  }

  private standing(): string {
    if (this.blocked) return msg('The browser blocked the second window. Allow it, then open it here.');
    return this.answered ? msg('Shown in the second window') : msg('Waiting for the second window…');
  }

  private flips(): TemplateResult {
    return html`${button(msg('Last step of the story'), () => {
      this.showing.flip(-1);
    })}
    ${button(msg('Next step of the story'), () => {
      this.showing.flip(1);
    })}`;
  }

  private open(): void {
    this.blocked = !(this.link?.open() ?? false);
  }

  private hear(message: FromBeamer): void {
    if (message.type === 'key') presenterKeyOf(message.key)?.act(this);
    else {
      this.answered = message.type === 'hello';
      if (this.answered) this.blocked = false;
      this.sent = {};
    }
    this.requestUpdate();
  }

  /** Runs what is shown, unless it is running, is up to date, or cannot be run. */
  private simulate(session: StudySession): void {
    const { run, issues } = session;
    const current = run.status === 'running' || ('stale' in run && !run.stale);
    if (!current && !issues.some(({ severity }) => severity === 'error')) session.startRun();
  }

  /** The pointer here moves the laser there, to the same place of the diagram. */
  private readonly point = ({ clientX, clientY }: PointerEvent): void => {
    const { session } = this;
    if (!this.room.laser || !session) return;
    const place = session.editor.placeAt(clientX, clientY);
    this.link?.send({ type: 'point', design: session.activeDesign, ...(place ? { place } : {}) });
  };

  /** Tells the window what it does not know yet. */
  private tell(): void {
    const { session, deck, link, room, sent } = this;
    if (!session || !link || !this.answered) return;
    const { run, ranScenario, scenario } = session;
    const ran = ranScenario ?? scenario;
    if (deck && sent.deck !== deck)
      link.send({
        type: 'sides',
        sides: deck.sides.map(({ design, name, scenario: played, picture, recording }) => ({
          design,
          name,
          scenario: played,
          picture,
          recording,
        })),
      });
    if (sent.run !== run || sent.scenario !== ran) link.send({ type: 'figures', run, scenario: ran });
    this.sent = { deck, run, scenario: ran };
    link.send({
      type: 'projection',
      projection: {
        studyName: session.studyName,
        time: deck?.time ?? 0,
        speed: deck?.clock.speed ?? 1,
        playing: deck?.clock.playing ?? false,
        skips: deck?.skips ?? true,
        colouring: deck?.colouring ?? 'standing',
        heat: deck?.heat,
        followed: deck?.followed,
        guessing: room.guessing,
        guesses: room.guesses,
        blank: room.blank,
        laser: room.laser,
        caption: captionOf(session.replays.story.steps, this.showing.at),
        fault: this.showing.loader.fault,
      },
    });
  }
}

const button = (label: string, act: () => void, pressed?: boolean): TemplateResult =>
  html`<button aria-pressed=${pressed ?? nothing} @click=${act}>${label}</button>`;

declare global {
  interface HTMLElementTagNameMap {
    'pf-beamer-console': BeamerConsole;
  }
}
