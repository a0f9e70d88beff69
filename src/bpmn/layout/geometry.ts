/** Rectangles and lines of a diagram, in diagram units. */

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const right = ({ x, width }: Bounds): number => x + width;
export const bottom = ({ y, height }: Bounds): number => y + height;
export const middle = ({ x, y, width, height }: Bounds): Point => ({ x: x + width / 2, y: y + height / 2 });
export const moved = (bounds: Bounds, by: Point): Bounds => ({ ...bounds, x: bounds.x + by.x, y: bounds.y + by.y });

/** The smallest rectangle around all; nothing around nothing. */
export function around(all: readonly Bounds[]): Bounds | undefined {
  if (all.length === 0) return undefined;
  const x = least(all.map((b) => b.x));
  const y = least(all.map((b) => b.y));
  return { x, y, width: -least(all.map((b) => -right(b))) - x, height: -least(all.map((b) => -bottom(b))) - y };
}

const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b), Infinity);

export const overlap = (a: Bounds, b: Bounds): boolean =>
  a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);

/** A line with right angles from one shape to another: forwards from side to side, backwards below both. */
export function route(from: Bounds, to: Bounds): readonly Point[] {
  const [a, b] = [middle(from), middle(to)];
  if (right(from) + 10 <= to.x) {
    const x = (right(from) + to.x) / 2;
    const ends = [
      { x: right(from), y: a.y },
      { x: to.x, y: b.y },
    ] as const;
    return a.y === b.y ? ends : [ends[0], { x, y: a.y }, { x, y: b.y }, ends[1]];
  }
  if (bottom(from) + 10 <= to.y) return vertical({ x: a.x, y: bottom(from) }, { x: b.x, y: to.y });
  if (bottom(to) + 10 <= from.y) return vertical({ x: a.x, y: from.y }, { x: b.x, y: bottom(to) });
  const below = Math.max(bottom(from), bottom(to)) + 30;
  return [
    { x: a.x, y: bottom(from) },
    { x: a.x, y: below },
    { x: b.x, y: below },
    { x: b.x, y: bottom(to) },
  ];
}

function vertical(from: Point, to: Point): readonly Point[] {
  const y = (from.y + to.y) / 2;
  return from.x === to.x ? [from, to] : [from, { x: from.x, y }, { x: to.x, y }, to];
}
