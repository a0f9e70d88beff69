/** What a file says about its drawing, made safe to show: plain colours, places and sizes that can be drawn, a sheet to draw on. */
import { issue, type Issue } from '#simulation';
import { many, named, one, type ModdleElement } from '../moddle.ts';
import type { ReportLog } from '../report.ts';

/** Every place where a diagram carries a colour, in both common notations. */
const COLORS = ['bioc:fill', 'bioc:stroke', 'color:background-color', 'color:border-color', 'color:color'] as const;

/** Farther out or larger than this, in diagram units, nothing can be seen or moved any more. */
const FARTHEST = 1_000_000;
const LARGEST = 100_000;

/** `#rgb` to `#rrggbbaa`, or a name. A URL in its place would be fetched as soon as the diagram is drawn. */
export const isPlainColor = (value: string): boolean => /^#[0-9a-f]{3,8}$/i.test(value) || /^[a-z]{3,24}$/i.test(value);

/** Takes colours that are none out of the diagrams of `definitions`, and puts shapes that are nowhere somewhere. */
export function makeDrawingSafe(definitions: ModdleElement, log: ReportLog): void {
  for (const diagram of many(definitions, 'diagrams')) {
    const plane = one(diagram, 'plane');
    for (const [i, di] of (plane ? many(plane, 'planeElement') : []).entries()) {
      for (const found of safeColors(di)) log.add('dropped', found);
      for (const found of safePlaces(di, i)) log.add('repaired', found);
    }
  }
}

function safeColors(di: ModdleElement): readonly Issue[] {
  const label = one(di, 'label');
  const removed = [...removeColors(di), ...(label ? removeColors(label) : [])];
  return removed.length === 0
    ? []
    : [issue('info', 'color-removed', drawnBy(di), { color: removed.join(', ').slice(0, 80) })];
}

function removeColors(di: ModdleElement): readonly string[] {
  return COLORS.flatMap((name) => {
    const value = di.get(name);
    if (value === undefined || (typeof value === 'string' && isPlainColor(value))) return [];
    di.set(name, undefined);
    return [typeof value === 'string' ? value : ''];
  });
}

function safePlaces(di: ModdleElement, index: number): readonly Issue[] {
  const label = one(di, 'label');
  const labelBounds = label && one(label, 'bounds');
  if (label && labelBounds && !isDrawable(labelBounds)) label.set('bounds', undefined); // drawn at its usual place instead
  const bounds = one(di, 'bounds');
  const moved = (bounds && placeBounds(bounds, di, index)) || many(di, 'waypoint').filter(placePoint).length > 0;
  return moved ? [issue('warning', 'shape-moved', drawnBy(di))] : [];
}

/** Shapes without a place stand in a row above the diagram, where they can be seen and moved. */
function placeBounds(bounds: ModdleElement, di: ModdleElement, index: number): boolean {
  if (isDrawable(bounds)) return false;
  const usual = usualSize(one(di, 'bpmnElement'));
  if (!isPlace(bounds.get('x'))) bounds.set('x', (index % 20) * 130);
  if (!isPlace(bounds.get('y'))) bounds.set('y', -130 * (1 + Math.floor(index / 20)));
  if (!isSize(bounds.get('width'))) bounds.set('width', usual.width);
  if (!isSize(bounds.get('height'))) bounds.set('height', usual.height);
  return true;
}

function placePoint(point: ModdleElement): boolean {
  const bad = ['x', 'y'].filter((axis) => !isPlace(point.get(axis)));
  for (const axis of bad) point.set(axis, 0);
  return bad.length > 0;
}

const isDrawable = (bounds: ModdleElement): boolean =>
  isPlace(bounds.get('x')) && isPlace(bounds.get('y')) && isSize(bounds.get('width')) && isSize(bounds.get('height'));

const isPlace = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= FARTHEST;

const isSize = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= LARGEST;

function usualSize(element: ModdleElement | undefined): { readonly width: number; readonly height: number } {
  if (element?.$instanceOf('bpmn:Event')) return { width: 36, height: 36 };
  if (element?.$instanceOf('bpmn:Gateway')) return { width: 50, height: 50 };
  if (element?.$instanceOf('bpmn:Participant')) return { width: 600, height: 250 };
  return { width: 100, height: 80 };
}

function drawnBy(di: ModdleElement): ReturnType<typeof named> | undefined {
  const element = one(di, 'bpmnElement');
  return element && named(element);
}
