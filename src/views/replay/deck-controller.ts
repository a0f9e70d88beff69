/** Redraws a Lit element a few times a second while the deck it shows plays, and at once when it is paused. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReplayDeck } from './replay-deck.ts';

/** Real ms between redraws of texts while playing: faster cannot be read. */
const PACE = 100;

export class DeckController implements ReactiveController {
  private deck: ReplayDeck | undefined;
  private stop: (() => void) | undefined;
  private last = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly current: () => ReplayDeck | undefined,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const deck = this.current();
    if (deck === this.deck) return;
    this.stop?.();
    this.deck = deck;
    this.stop = deck?.onChange(() => {
      const now = performance.now();
      if (deck.clock.playing && now - this.last < PACE) return;
      this.last = now;
      this.host.requestUpdate();
    });
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = undefined;
    this.deck = undefined;
  }
}
