/** Part of the time: people who also work elsewhere. */
import { HOUR } from './civil-time.ts';
import { Timeline, type Visit } from './timeline.ts';

/** Places in the hour that never come together: multiples of the golden section. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * `share` (0..1) of every hour of the timeline (undefined = always open), in one piece; of an hour that is open in part, the share of
 * each open part. The piece lies elsewhere for every `place` (0, 1, 2 …), so that people who share their time are not all away at once.
 */
export function part(timeline: Timeline | undefined, share: number, place: number): Timeline {
  const turn = place * GOLDEN;
  const offset = turn - Math.floor(turn);
  return new Timeline((from, to, visit) => {
    if (timeline?.nextOpen(from) === Infinity) return Infinity;
    const pieces: Visit = (start, end) => {
      for (let opens = start; opens < end;) {
        const closes = Math.min(end, (Math.floor(opens / HOUR) + 1) * HOUR);
        const length = Math.round(share * (closes - opens));
        const begins = opens + Math.round(offset * (closes - opens - length));
        if (begins < to && begins + length > from) visit(Math.max(from, begins), Math.min(begins + length, to));
        opens = closes;
      }
    };
    // Whole hours, so that a piece is the same from wherever it is asked for.
    const [first, last] = [Math.floor(from / HOUR) * HOUR, Math.ceil(to / HOUR) * HOUR];
    if (timeline) timeline.eachOpen(first, last, pieces);
    else pieces(first, last);
    return to;
  });
}
