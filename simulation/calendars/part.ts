/** Part of the time: people who also work elsewhere. */
import { HOUR } from './civil-time.ts';
import { intersect, Timeline } from './timeline.ts';

/** Places in the hour that never come together: multiples of the golden section. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * `share` (0..1) of every hour of the timeline (undefined = always open), in one piece. The piece lies elsewhere for every
 * `place` (0, 1, 2 …), so that people who share their time are not all away at once.
 */
export function part(timeline: Timeline | undefined, share: number, place: number): Timeline {
  const length = Math.round(share * HOUR);
  const turn = place * GOLDEN;
  const offset = Math.round((turn - Math.floor(turn)) * (HOUR - length));
  const pieces = new Timeline((from, to, visit) => {
    for (let hour = Math.floor(from / HOUR) * HOUR; hour < to; hour += HOUR) {
      const [start, end] = [Math.max(from, hour + offset), Math.min(to, hour + offset + length)];
      if (start < end) visit(start, end);
    }
    return to;
  });
  return timeline ? intersect(timeline, pieces) : pieces;
}
