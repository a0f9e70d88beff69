/** Which of many alternatives are worth a look when two things count: the cheaper the better, and the higher the better. */

export interface Costed {
  /** Known exactly. */
  readonly cost: number;
  /** Estimate of what one gets for it. */
  readonly gain: number;
}

/**
 * For each point the index of one that dominates it: costs no more, brings no less, and is better in one of the two; undefined for
 * points on the front. Of several the best is named. NaN gains are dominated by any other no dearer point.
 */
export function dominators(points: readonly Costed[]): readonly (number | undefined)[] {
  return points.map((point, i) => {
    let best: number | undefined;
    points.forEach((other, j) => {
      if (i === j || !dominates(other, point)) return;
      if (best === undefined || other.gain > (points[best]?.gain ?? NaN)) best = j;
    });
    return best;
  });
}

function dominates(a: Costed, b: Costed): boolean {
  if (Number.isNaN(a.gain) || a.cost > b.cost) return false;
  if (Number.isNaN(b.gain)) return true;
  return a.gain >= b.gain && (a.cost < b.cost || a.gain > b.gain);
}
