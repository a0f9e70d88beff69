/** Timelines made of others: open when both are, when one is and the other is not, or when at least one is. */
import { Timeline } from './timeline.ts';

/** Open when both are: for work that needs people of two calendars. */
export function intersect(a: Timeline, b: Timeline): Timeline {
  if (a.alwaysOpen || a === b) return b;
  if (b.alwaysOpen) return a;
  return new Timeline((from, to, visit) => {
    if (a.nextOpen(from) === Infinity || b.nextOpen(from) === Infinity) return Infinity;
    if (a.openUntil(from) === Infinity && b.openUntil(from) === Infinity) {
      visit(from, Infinity);
      return Infinity;
    }
    a.eachOpen(from, to, (start, end) => b.eachOpen(start, end, visit));
    return to;
  });
}

/** Open when `a` is and `b` is not: for shifts less absences. */
export function subtract(a: Timeline, b: Timeline): Timeline {
  return new Timeline((from, to, visit) => {
    if (a.nextOpen(from) === Infinity) return Infinity;
    a.eachOpen(from, to, (start, end) => {
      for (let t = start; t < end;) {
        const until = b.isOpen(t) ? b.openUntil(t) : Math.min(end, b.nextOpen(t));
        if (!b.isOpen(t)) visit(t, until);
        t = until;
      }
    });
    return to;
  });
}

/** Open when at least one is: for a pool with several shifts. */
export function union(a: Timeline, b: Timeline): Timeline {
  if (a.alwaysOpen || a === b) return a;
  if (b.alwaysOpen) return b;
  return new Timeline((from, to, visit) => {
    // Overlapping intervals are told apart; the timeline joins them, given in order of their starts.
    const nextStart = (t: number): number => Math.min(a.nextOpen(t), b.nextOpen(t));
    for (let start = nextStart(from); start < to;) {
      const end = Math.max(a.openUntil(start), b.openUntil(start));
      if (end === Infinity) {
        visit(start, Infinity);
        return Infinity;
      }
      visit(start, Math.min(end, to));
      start = nextStart(end);
    }
    return to;
  });
}
