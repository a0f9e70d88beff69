/** Pairs of elements that count as one in two designs, and how far apart they are drawn. */
import type { Place } from '../bpmn/index.ts';

/** An element of the earlier design and its twin in the later one. */
export interface Twins {
  readonly from: string;
  readonly to: string;
}

export interface Shift {
  readonly x: number;
  readonly y: number;
}

type Places = ReadonlyMap<string, Place>;

/** How far the later design is drawn from the earlier one: the median over twins, in diagram units. */
export function shiftOf(twins: readonly Twins[], from: Places, to: Places): Shift {
  const shifts = twins.flatMap((pair) => {
    const a = from.get(pair.from);
    const b = to.get(pair.to);
    return a && b ? [{ x: middle(b).x - middle(a).x, y: middle(b).y - middle(a).y }] : [];
  });
  return { x: median(shifts.map(({ x }) => x)), y: median(shifts.map(({ y }) => y)) };
}

const middle = ({ x, y, width, height }: Place): Shift => ({ x: x + width / 2, y: y + height / 2 });

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
