/** Rows of an arrangement sorted into lanes, so that each lane is one band across the pool. */
import { many, type ModdleElement } from '../moddle.ts';
import { CELL, type Arrangement } from './arrange.ts';
import { middle, moved, type Bounds } from './geometry.ts';

/** Space for the name of a pool or a lane. */
export const HEADER = 30;

/** The lanes of a process that have no lanes inside of them. */
export function lanesOf(process: ModdleElement): readonly ModdleElement[] {
  const inSet = (set: ModdleElement): readonly ModdleElement[] =>
    many(set, 'lanes').flatMap((lane) => {
      const inner = lane.get('childLaneSet');
      const lanes = isElementWithLanes(inner) ? inSet(inner) : [];
      return lanes.length > 0 ? lanes : [lane];
    });
  return many(process, 'laneSets').flatMap(inSet);
}

const isElementWithLanes = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value && value.$type === 'bpmn:LaneSet';

export interface Banded {
  readonly shapes: ReadonlyMap<ModdleElement, Bounds>;
  /** Top and height of each lane. */
  readonly bands: ReadonlyMap<ModdleElement, { readonly y: number; readonly height: number }>;
}

/** Moves rows so that each lane has its own ones, in the order of the lanes; steps without a lane go to the last. */
export function banded({ shapes }: Arrangement, lanes: readonly ModdleElement[]): Banded {
  const last = lanes.at(-1);
  const home = new Map(lanes.flatMap((lane) => many(lane, 'flowNodeRef').map((node) => [node, lane] as const)));
  const rowOf = (bounds: Bounds): number => Math.floor(middle(bounds).y / CELL.height);
  const laneOf = (step: ModdleElement): ModdleElement | undefined => {
    const host = step.get('attachedToRef');
    const hosted = [...home].find(([node]) => node === host)?.[1];
    return hosted ?? home.get(step) ?? last;
  };
  const bands = new Map<ModdleElement, { y: number; height: number }>();
  const placed = new Map<ModdleElement, Bounds>();
  let top = 0;
  for (const lane of lanes) {
    const own = [...shapes].filter(([step]) => laneOf(step) === lane);
    const rows = [...new Set(own.map(([, bounds]) => rowOf(bounds)))].sort((a, b) => a - b);
    for (const [step, bounds] of own)
      placed.set(step, moved(bounds, { x: 0, y: top + (rows.indexOf(rowOf(bounds)) - rowOf(bounds)) * CELL.height }));
    const height = Math.max(1, rows.length) * CELL.height;
    bands.set(lane, { y: top, height });
    top += height;
  }
  return { shapes: placed, bands };
}
