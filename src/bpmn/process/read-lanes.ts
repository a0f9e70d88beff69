/** Reads the lanes of a process, nested ones included. */
import type { Lane } from '#simulation';
import type { ModdleElement } from '../moddle.ts';
import { idOf, many, named, one } from '../moddle.ts';

/** All lanes in document order; a node that outer lanes list too belongs to the innermost. */
export function readLanes(process: ModdleElement): readonly Lane[] {
  const lanes = many(process, 'laneSets').flatMap((set) => [...nested(set, 0)]);
  const innermost = new Map<string, number>();
  for (const [index, { nodes, depth }] of lanes.entries())
    for (const node of nodes) {
      const known = innermost.get(node);
      if (known === undefined || depth > (lanes[known]?.depth ?? 0)) innermost.set(node, index);
    }
  return lanes.map(({ lane, nodes }, index) => ({
    ...named(lane),
    nodes: nodes.filter((node) => innermost.get(node) === index),
  }));
}

interface NestedLane {
  readonly lane: ModdleElement;
  readonly depth: number;
  readonly nodes: readonly string[];
}

function* nested(set: ModdleElement, depth: number): Generator<NestedLane> {
  for (const lane of many(set, 'lanes')) {
    yield { lane, depth, nodes: [...new Set(many(lane, 'flowNodeRef').map(idOf))] };
    const inner = one(lane, 'childLaneSet');
    if (inner) yield* nested(inner, depth + 1);
  }
}
