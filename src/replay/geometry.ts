/** Where things are drawn, by number of node and flow instead of id: what a scene is laid out on. Diagram units throughout. */
import type { Recording } from './recording.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Boxes of elements and lines of flows in a picture, by BPMN id. */
export interface Drawn {
  readonly shapes: Readonly<Record<string, Box>>;
  readonly lines: Readonly<Record<string, readonly Point[]>>;
}

export interface Geometry {
  /** Box of each node, or of the drawn sub-process around it; undefined when nothing of it is drawn. */
  readonly boxes: readonly (Box | undefined)[];
  /** Whether the node itself is drawn. */
  readonly isDrawn: readonly boolean[];
  readonly paths: readonly (Path | undefined)[];
}

/** A line with its length up to each corner. */
export interface Path {
  readonly points: readonly Point[];
  readonly lengths: readonly number[];
  readonly length: number;
}

export function geometryOf({ nodes, flows }: Recording, drawn: Drawn): Geometry {
  const own = nodes.map(({ id }) => drawn.shapes[id]);
  const boxOf = (n: number): Box | undefined => {
    for (let at = n, up = 0; at >= 0 && up < nodes.length; at = nodes[at]?.inside ?? -1, up++)
      if (own[at]) return own[at];
    return undefined;
  };
  return {
    boxes: nodes.map((_, n) => boxOf(n)),
    isDrawn: own.map((box) => box !== undefined),
    paths: flows.map(({ id }) => {
      const points = drawn.lines[id];
      return points && points.length > 1 ? pathOf(points) : undefined;
    }),
  };
}

export function pathOf(points: readonly Point[]): Path {
  const lengths = [0];
  let length = 0;
  points.slice(1).forEach((point, i) => {
    const from = points[i] ?? point;
    length += Math.hypot(point.x - from.x, point.y - from.y);
    lengths.push(length);
  });
  return { points, lengths, length };
}

/** The point `distance` along the path; its ends beyond them. */
export function alongPath({ points, lengths, length }: Path, distance: number): Point {
  const at = Math.min(Math.max(distance, 0), length);
  let i = 1;
  while (i < points.length - 1 && (lengths[i] ?? 0) < at) i++;
  const from = points[i - 1] ?? { x: 0, y: 0 };
  const to = points[i] ?? from;
  const start = lengths[i - 1] ?? 0;
  const step = (lengths[i] ?? start) - start;
  const share = step === 0 ? 0 : (at - start) / step;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
