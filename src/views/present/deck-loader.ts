/** Keeps a deck for the designs that are to be shown: records them, says how far that is, and keeps the time across reloads. */
import { msg } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { StudySession } from '../../app/study-session.ts';
import { issueText } from '../../i18n/issues.ts';
import { RecordingRefused, type Shown } from '../../app/replay-desk.ts';
import type { Ranking } from '../../replay/ranking.ts';
import { ReplayDeck } from '../replay/replay-deck.ts';

export class DeckLoader implements ReactiveController {
  deck: ReplayDeck | undefined;
  /** Why there is nothing to show. */
  fault = '';
  loading = false;
  /** The replication that is wanted, from 0. */
  replication = 0;
  /** How the replications of a design rank, as last worked out. */
  private ranked: { readonly of: string; readonly ranking: Promise<Ranking | undefined> } | undefined;
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
  keep(session: StudySession, sides: readonly Shown[]): Promise<void> {
    const wanted = JSON.stringify([sides, this.replication, session.replays.version(sides)]);
    if (wanted !== this.wanted) {
      this.wanted = wanted;
      this.loaded = this.load(session, sides);
    }
    return this.loaded;
  }

  /** How the replications of a design rank as it is now, worked out once; undefined when that failed. */
  rank(session: StudySession, shown: Shown): Promise<Ranking | undefined> {
    const of = `${shown.design} ${session.replays.version([shown])}`;
    if (this.ranked?.of !== of)
      this.ranked = { of, ranking: this.work((signal) => session.replays.rank(shown, signal)) };
    return this.ranked.ranking;
  }

  /** Shows the designs at the time the last deck had. */
  private async load(session: StudySession, sides: readonly Shown[]): Promise<void> {
    const recorded = await this.work((signal) => session.replays.record(sides, this.replication, signal));
    if (recorded) this.replace(new ReplayDeck(recorded));
    this.host.requestUpdate();
  }

  /** Does one thing in place of the one under way; undefined when it failed or another took its place. */
  private async work<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    this.abort?.abort();
    const abort = new AbortController();
    this.abort = abort;
    this.loading = true;
    this.fault = '';
    this.host.requestUpdate();
    try {
      return await task(abort.signal);
    } catch (error) {
      if (!abort.signal.aborted) this.fault = faultText(error);
      return undefined;
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
    next.heat = last.heat;
    if (next.replication === last.replication) next.followed = last.followed; // others have other customers
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
