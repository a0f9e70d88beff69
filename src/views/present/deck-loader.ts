/** Keeps a deck for the designs that are to be shown: records them, says how far that is, and keeps the time across reloads. */
import { msg } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { StudySession } from '../../app/study-session.ts';
import { issueText } from '../../i18n/issues.ts';
import { RecordingRefused } from '../../app/replay-desk.ts';
import { ReplayDeck } from '../replay/replay-deck.ts';

export class DeckLoader implements ReactiveController {
  deck: ReplayDeck | undefined;
  /** Why there is nothing to show. */
  fault = '';
  loading = false;
  replication = 0;
  private abort: AbortController | undefined;
  private wanted = '';
  private loaded: Promise<void> = Promise.resolve();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.abort?.abort();
    this.deck?.dispose();
    this.deck = undefined;
  }

  /**
   * Sees that the deck shows these designs as they are now: records them anew when others are asked for or what they simulate has
   * changed. Resolves when that is done.
   */
  keep(session: StudySession, designs: readonly string[]): Promise<void> {
    const wanted = JSON.stringify([designs, session.replays.version(designs)]);
    if (wanted !== this.wanted) {
      this.wanted = wanted;
      this.loaded = this.load(session, designs);
    }
    return this.loaded;
  }

  /** Shows the designs at the time the last deck had. */
  private async load(session: StudySession, designs: readonly string[]): Promise<void> {
    this.abort?.abort();
    const abort = new AbortController();
    this.abort = abort;
    this.loading = true;
    this.fault = '';
    this.host.requestUpdate();
    try {
      this.replace(new ReplayDeck(await session.replays.record(designs, this.replication, abort.signal)));
    } catch (error) {
      if (abort.signal.aborted) return;
      this.fault = faultText(error);
    } finally {
      if (this.abort === abort) {
        this.loading = false;
        this.host.requestUpdate();
      }
    }
  }

  private replace(next: ReplayDeck): void {
    const last = this.deck;
    this.deck = next;
    if (!last) return;
    next.clock.speed = last.clock.speed;
    next.skips = last.skips;
    next.colouring = last.colouring;
    next.followed = last.followed;
    next.seek(last.time);
    if (last.clock.playing) next.play();
    last.dispose();
  }
}

function faultText(error: unknown): string {
  if (error instanceof RecordingRefused) {
    const found = error.issues.find(({ severity }) => severity === 'error');
    if (found) return issueText(found);
  }
  return `${msg('The replay cannot be recorded.')} ${error instanceof Error ? error.message : ''}`;
}
