/** `<pf-present>`: the replay over the whole window; with F9 large enough for a room, with the figures and without the tools. */
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import '@awesome.me/webawesome/dist/components/spinner/spinner.js';
import { WorkbenchController } from '../../app/workbench-controller.ts';
import type { StudySession } from '../../app/study-session.ts';
import { controlStyles } from '../replay/control-styles.ts';
import '../replay/case-panel.ts';
import '../replay/replay-stages.ts';
import type { ReplayStages } from '../replay/replay-stages.ts';
import { DeckController } from '../replay/deck-controller.ts';
import type { ReplayDeck } from '../replay/replay-deck.ts';
import './big-figures.ts';
import { Camera } from './camera.ts';
import './cue-card.ts';
import './present-foot.ts';
import type { GuessEvent } from './guess-panel.ts';
import { handleKey, type Presenter } from './presenter-keys.ts';
import { presentStyles } from './present-styles.ts';
import { printStory } from './print-story.ts';
import { Room } from './room.ts';
import { ScreenLock } from './screen-lock.ts';
import './shown-choice.ts';
import { Showing } from './showing.ts';
import { captionOf, pageOf, stepOf } from './story-steps.ts';
import './story-panel.ts';
import type { ShowStepEvent, StoryEvent } from './story-panel.ts';

@customElement('pf-present')
@localized()
export class PresentView extends LitElement implements Presenter {
  static override readonly styles = [controlStyles, presentStyles];

  @property({ type: Boolean, reflect: true }) presenting = false;
  @query('pf-replay-stages') private readonly stages!: ReplayStages | null;
  @query('header') private readonly head!: HTMLElement | null;
  @query('.laser') private readonly laser!: HTMLElement | null;

  readonly room = new Room(this);
  readonly camera = new Camera(this, () => {
    const { stages, deck, session } = this;
    return stages && deck && session ? { stages, deck, session } : undefined;
  });
  private readonly workbenches = new WorkbenchController(this);
  readonly showing = new Showing(
    this,
    () => this.session,
    ({ view }) => this.stages?.show(view),
  );
  private readonly lock = new ScreenLock();

  constructor() {
    super();
    new DeckController(this, () => this.deck);
  }

  override connectedCallback(): void {
    super.connectedCallback();
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

  /** The host itself must not take the focus: what is inside it could then not be reached with Tab. */
  override focus(): void {
    this.head?.focus();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { session } = this;
    if (session) void this.showing.loader.keep(session, this.showing.sides);
    this.toggleAttribute('pointing', this.room.laser);
    if (!changed.has('presenting')) return;
    if (this.presenting) this.lock.hold();
    else {
      this.lock.release();
      this.room.clear();
      this.room.laser = false;
    }
    if (this.presenting && session?.run.status === 'idle') queueMicrotask(session.startRun.bind(session));
  }

  override render(): TemplateResult | typeof nothing {
    const { session, room, deck } = this;
    if (!session) return nothing;
    return html`${this.header(session)} ${this.main()} ${deck ? this.aside(session, deck) : nothing}
    ${deck ? this.footer(session, deck) : nothing}
    ${room.card ? html`<pf-cue-card ?presenting=${this.presenting}></pf-cue-card>` : nothing}
    ${room.laser ? html`<div class="laser"></div>` : nothing}
    ${room.blank ? html`<div class="blank" role="img" aria-label=${msg('Blank screen')}></div>` : nothing}`;
  }

  private header(session: StudySession): TemplateResult {
    const { room } = this;
    return html`<header tabindex="-1">
      <h1>${session.studyName}</h1>
      ${
        this.presenting
          ? html`<pf-big-figures
              .run=${session.run}
              .scenario=${session.ranScenario ?? session.scenario}
              .guesses=${room.guessing === 'off' ? [] : room.guesses}
              ?secret=${room.guessing === 'asking'}
            ></pf-big-figures>`
          : nothing
      }
      <span class="spring"></span>
      ${this.camera.filming ? html`<span class="filming" role="status">● ${msg('Filming – V ends it')}</span>` : nothing}
      ${
        this.showing.hasMore
          ? icon(
              'columns',
              msg('Two designs side by side'),
              () => {
                this.showing.toggleBoth();
              },
              this.showing.sides.length > 1,
            )
          : nothing
      }
      ${
        this.presenting
          ? nothing
          : html`<button
              @click=${() => {
                this.togglePresenting();
              }}
            >
              ${msg('Present')} (F9)
            </button>`
      }
      ${icon(
        'keyboard',
        msg('Keys'),
        () => {
          room.toggle('card');
        },
        room.card,
      )}
      ${icon('close', msg('Back to the study'), () => {
        this.leave();
      })}
    </header>`;
  }

  private main(): TemplateResult {
    const { fault } = this.showing.loader;
    if (fault) return html`<div class="empty" role="alert">${fault}</div>`;
    return this.deck
      ? html`<pf-replay-stages .deck=${this.deck}></pf-replay-stages>`
      : html`<div class="empty" role="status"><wa-spinner></wa-spinner>${msg('Recording the replay…')}</div>`;
  }

  private aside(session: StudySession, deck: ReplayDeck): TemplateResult | typeof nothing {
    if (this.presenting && deck.followed === undefined) return nothing;
    return html`<aside aria-label=${msg('Case and story')}>
      ${this.presenting ? nothing : html`<pf-shown-choice .session=${session} .showing=${this.showing}></pf-shown-choice>`}
      <pf-case-panel .deck=${deck}></pf-case-panel>
      ${
        this.presenting
          ? nothing
          : html`<pf-story-panel
              .steps=${session.replays.story.steps}
              .current=${this.showing.at}
              @pf-story=${({ steps }: StoryEvent) => {
                session.replays.story.steps = steps;
              }}
              @pf-keep-step=${() => {
                session.replays.story.steps = [
                  ...session.replays.story.steps,
                  stepOf(session, deck, this.stages?.shownPart, this.showing.beside),
                ];
                this.showing.at = session.replays.story.steps.length - 1;
                this.requestUpdate();
              }}
              @pf-show-step=${({ index }: ShowStepEvent) => this.showing.show(index)}
              @pf-print-story=${() => this.print(session)}
            ></pf-story-panel>`
      }
    </aside>`;
  }

  private footer({ run, replays }: StudySession, deck: ReplayDeck): TemplateResult {
    const { room, presenting } = this;
    return html`<footer>
      <pf-present-foot
        ?brief=${presenting}
        .deck=${deck}
        .run=${run}
        .caption=${presenting ? captionOf(replays.story.steps, this.showing.at) : undefined}
        ?staffing=${room.staffing}
        .guessing=${room.guessing}
        .guesses=${room.guesses}
        @pf-guess=${({ guess }: GuessEvent) => {
          room.guess(guess);
        }}
        @pf-reveal-truth=${() => {
          room.reveal();
        }}
      ></pf-present-foot>
    </footer>`;
  }

  get deck(): ReplayDeck | undefined {
    return this.showing.deck;
  }

  togglePresenting(): void {
    this.presenting = !this.presenting;
  }

  toggleFullScreen(): void {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void document.documentElement.requestFullscreen().catch(() => undefined);
  }

  project(): void {
    this.dispatchEvent(new Event('pf-project'));
  }

  zoom(by: 1 | -1 | 0): void {
    this.stages?.zoom(by);
  }

  /** Closes what lies over the diagram first, then itself. */
  leave(): void {
    if (this.room.clear()) {
      this.focus();
      return;
    }
    if (document.fullscreenElement) void document.exitFullscreen();
    this.dispatchEvent(new Event('pf-close'));
  }

  private get session(): StudySession | undefined {
    return this.workbenches.workbench?.session;
  }

  private async print(session: StudySession): Promise<void> {
    const { showing } = this;
    const before = showing.at;
    const pages = [];
    for (const [i, step] of session.replays.story.steps.entries()) {
      await showing.show(i);
      const pictures = (await this.stages?.pictures()) ?? [];
      if (this.deck) pages.push(pageOf(step, this.deck, pictures));
    }
    showing.at = before;
    await printStory(pages);
  }

  private readonly key = (event: KeyboardEvent): void => {
    if (!handleKey(event, this)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  private readonly point = (event: PointerEvent): void => {
    if (this.laser) this.laser.style.transform = `translate(${event.clientX}px, ${event.clientY}px)`;
  };
}

const icon = (name: string, label: string, act: () => void, pressed?: boolean): TemplateResult =>
  html`<button class="icon" title=${label} aria-label=${label} aria-pressed=${pressed ?? nothing} @click=${act}>
    <wa-icon name=${name}></wa-icon>
  </button>`;
