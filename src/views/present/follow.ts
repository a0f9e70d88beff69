/** Makes a deck on the beamer show what the one of the editor shows. */
import type { ReplayDeck } from '../replay/replay-deck.ts';
import type { Projection } from './beamer-protocol.ts';

/** Real ms that two running clocks may be apart before one is put right: less cannot be seen, and putting right can. */
const APART = 400;

export function follow(
  deck: ReplayDeck,
  {
    time,
    speed,
    playing,
    skips,
    colouring,
    heat,
    followed,
  }: Pick<Projection, 'time' | 'speed' | 'playing' | 'skips' | 'colouring' | 'heat' | 'followed'>,
): void {
  deck.clock.speed = speed;
  if (deck.skips !== skips) deck.skipOffHours(skips);
  if (deck.followed !== followed || deck.colouring !== colouring) {
    deck.followed = followed;
    deck.colourBy(colouring);
  }
  if (deck.heat !== heat) deck.showHeat(heat);
  const { playing: plays } = deck.clock;
  if (plays && !playing) deck.pause();
  if (!playing || !plays || Math.abs(deck.time - time) > APART * deck.clock.rate) deck.seek(time);
  if (playing && !plays) deck.play();
}
