/** Where a document draws its elements. */
import { idOf, many, one, type ModdleElement } from './moddle.ts';

/** A box in diagram units. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The box of every drawn shape by BPMN id; flows have none. The first drawing of an element counts. */
export function readPlaces(definitions: ModdleElement): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const diagram of many(definitions, 'diagrams')) {
    const plane = one(diagram, 'plane');
    for (const di of plane ? many(plane, 'planeElement') : []) {
      const element = one(di, 'bpmnElement');
      const bounds = one(di, 'bounds');
      if (!element || !bounds || places.has(idOf(element))) continue;
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(bounds.get(name)));
      if ([x, y, width, height].every(Number.isFinite))
        places.set(idOf(element), { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 });
    }
  }
  return places;
}
