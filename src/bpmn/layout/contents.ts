/** What a process or sub-process contains for drawing, and how large each kind is drawn. */
import { many, one, text, type ModdleElement } from '../moddle.ts';
import type { Bounds } from './geometry.ts';

export interface Contents {
  /** Steps and events without those on borders. */
  readonly nodes: readonly ModdleElement[];
  readonly boundaryEvents: readonly ModdleElement[];
  /** Data, stores and annotations: drawn beside the flow. */
  readonly artifacts: readonly ModdleElement[];
  /** Sequence flows and associations, with their ends. */
  readonly connections: readonly Connection[];
}

export interface Connection {
  readonly element: ModdleElement;
  readonly source: ModdleElement;
  readonly target: ModdleElement;
}

const ARTIFACTS = ['bpmn:DataObjectReference', 'bpmn:DataStoreReference', 'bpmn:TextAnnotation'];

/** The contents of a process or sub-process; those of inner sub-processes are their own. */
export function contentsOf(container: ModdleElement): Contents {
  const inside = [...many(container, 'flowElements'), ...many(container, 'artifacts')];
  const steps = inside.filter((element) => element.$instanceOf('bpmn:FlowNode'));
  return {
    nodes: steps.filter(({ $type }) => $type !== 'bpmn:BoundaryEvent'),
    boundaryEvents: steps.filter(({ $type }) => $type === 'bpmn:BoundaryEvent'),
    artifacts: inside.filter(({ $type }) => ARTIFACTS.includes($type)),
    connections: [...inside.flatMap(connection), ...steps.flatMap(dataConnections)],
  };
}

/** The connection an element is; nothing when an end is missing. */
export function connection(element: ModdleElement): readonly Connection[] {
  if (!CONNECTIONS.includes(element.$type)) return [];
  const source = one(element, 'sourceRef');
  const target = one(element, 'targetRef');
  return source && target ? [{ element, source, target }] : [];
}

const CONNECTIONS = ['bpmn:SequenceFlow', 'bpmn:MessageFlow', 'bpmn:Association'];

function dataConnections(step: ModdleElement): readonly Connection[] {
  if (!step.$instanceOf('bpmn:Activity') && !step.$instanceOf('bpmn:Event')) return [];
  const inputs = many(step, 'dataInputAssociations').flatMap((element) => {
    const [source] = many(element, 'sourceRef');
    return source && ARTIFACTS.includes(source.$type) ? [{ element, source, target: step }] : [];
  });
  const outputs = many(step, 'dataOutputAssociations').flatMap((element) => {
    const target = one(element, 'targetRef');
    return target && ARTIFACTS.includes(target.$type) ? [{ element, source: step, target }] : [];
  });
  return [...inputs, ...outputs];
}

/** The usual size of an element, at the origin. */
export function usualSize(element: ModdleElement | undefined): Bounds {
  const [width, height] = sizeOf(element);
  return { x: 0, y: 0, width, height };
}

function sizeOf(element: ModdleElement | undefined): readonly [width: number, height: number] {
  const type = element?.$type;
  if (type === 'bpmn:DataObjectReference') return [36, 50];
  if (type === 'bpmn:DataStoreReference') return [50, 50];
  if (element && type === 'bpmn:TextAnnotation')
    return [120, Math.min(200, 30 + 15 * Math.floor((text(element, 'text') ?? '').length / 18))];
  if (element && type === 'bpmn:Participant') return [600, one(element, 'processRef') ? 250 : 60];
  if (element?.$instanceOf('bpmn:Event')) return [36, 36];
  if (element?.$instanceOf('bpmn:Gateway')) return [50, 50];
  return [100, 80];
}
