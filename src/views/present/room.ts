/** What lies over the diagram while a room looks at it: card, blank screen, laser, staffing, and the bets on the hit rate. */
import type { ReactiveControllerHost } from 'lit';

export class Room {
  card = false;
  blank = false;
  laser = false;
  staffing = false;
  /** `asking`: guesses are taken and figures kept back; `told`: they are compared. */
  guessing: 'off' | 'asking' | 'told' = 'off';
  /** Guesses of the hit rate, 0..1. */
  guesses: readonly number[] = [];

  constructor(private readonly host: ReactiveControllerHost) {}

  toggle(what: 'card' | 'blank' | 'laser' | 'staffing'): void {
    this[what] = !this[what];
    this.host.requestUpdate();
  }

  /** Begins to take guesses, or gives up on them. */
  toggleGuessing(): void {
    this.guessing = this.guessing === 'off' ? 'asking' : 'off';
    this.guesses = [];
    this.host.requestUpdate();
  }

  guess(share: number): void {
    this.guesses = [...this.guesses, share];
    this.host.requestUpdate();
  }

  reveal(): void {
    if (this.guessing === 'asking') this.guessing = 'told';
    this.host.requestUpdate();
  }

  /** Puts everything away; false when nothing was there (the laser does not count). */
  clear(): boolean {
    const had = this.card || this.blank || this.staffing || this.guessing !== 'off';
    this.card = false;
    this.blank = false;
    this.staffing = false;
    this.guessing = 'off';
    this.host.requestUpdate();
    return had;
  }
}
