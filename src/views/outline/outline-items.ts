/** The process as a list one can walk: steps in the order of the flow, with what they contain and where they lead. Pure. */
import type { FlowNode, ProcessModel, SequenceFlow } from '#simulation';

/** A line of the outline. */
export interface OutlineItem {
  /** Unique in the outline. */
  readonly key: string;
  readonly kind: 'process' | 'node' | 'flow';
  /** BPMN id of what the line is about. */
  readonly id: string;
  readonly name: string;
  readonly children: readonly OutlineItem[];
  /** Where the flow goes on from here: the step it leads to, or the first of those. */
  readonly next?: string;
  /** The step one comes from. */
  readonly previous?: string;
  /** Of a flow: the share of cases that take it, 0..1. */
  readonly share?: number;
}

/** The outline of a model. `share` gives the chance of a flow where one is set. */
export function outline(model: ProcessModel, share: (flow: string) => number | undefined): readonly OutlineItem[] {
  const flows = new Map(model.flows.map((flow) => [flow.id, flow]));
  const nodes = new Map(model.nodes.map((node) => [node.id, node]));

  const nodeItem = (node: FlowNode): OutlineItem => {
    const out = node.outgoing.flatMap((id) => flows.get(id) ?? []);
    const back = node.incoming.flatMap((id) => flows.get(id) ?? [])[0]?.source ?? node.attachedTo;
    const next = out[0]?.target;
    return {
      key: node.id,
      kind: 'node',
      id: node.id,
      name: node.name ?? '',
      children: [
        ...(out.length > 1 ? out.map(flowItem) : []),
        ...model.nodes.filter(({ attachedTo }) => attachedTo === node.id).map(nodeItem),
        ...inOrder(node.id).map(nodeItem),
      ],
      ...(next === undefined ? {} : { next }),
      ...(back === undefined ? {} : { previous: back }),
    };
  };
  const flowItem = (flow: SequenceFlow): OutlineItem => {
    const chance = share(flow.id);
    return {
      key: flow.id,
      kind: 'flow',
      id: flow.id,
      name: flow.name ?? '',
      children: [],
      next: flow.target,
      previous: flow.source,
      ...(chance === undefined ? {} : { share: chance }),
    };
  };
  /** Steps of a process or sub-process: along the flow from where it begins, then what nothing leads to. */
  const inOrder = (scope: string): readonly FlowNode[] => {
    const inside = model.nodes.filter((node) => node.scope === scope && node.attachedTo === undefined);
    const seen = new Set<FlowNode>();
    const walk = (node: FlowNode): void => {
      if (seen.has(node) || !inside.includes(node)) return;
      seen.add(node);
      const leaving = [node, ...model.nodes.filter(({ attachedTo }) => attachedTo === node.id)];
      for (const id of leaving.flatMap(({ outgoing }) => outgoing)) {
        const target = nodes.get(flows.get(id)?.target ?? '');
        if (target) walk(target);
      }
    };
    for (const node of inside) if (node.incoming.length === 0) walk(node);
    for (const node of inside) walk(node);
    return [...seen];
  };

  const whole = model.processes.map((process): OutlineItem => {
    const pool = model.participants.find((participant) => participant.process === process.id);
    return {
      key: process.id,
      kind: 'process',
      id: pool?.id ?? process.id,
      name: pool?.name ?? process.name ?? '',
      children: inOrder(process.id).map(nodeItem),
    };
  });
  const [only] = whole;
  return whole.length === 1 && only ? only.children : whole;
}

/** A line with its place, for drawing and for walking. */
export interface OutlineLine extends OutlineItem {
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly parent?: string;
}

/** The lines that show, from top to bottom; `isOpen` says whose children do. */
export function shownLines(
  items: readonly OutlineItem[],
  isOpen: (key: string) => boolean,
  level = 1,
  parent?: string,
): readonly OutlineLine[] {
  return items.flatMap((item, i): readonly OutlineLine[] => [
    { ...item, level, position: i + 1, siblings: items.length, ...(parent === undefined ? {} : { parent }) },
    ...(isOpen(item.key) ? shownLines(item.children, isOpen, level + 1, item.key) : []),
  ]);
}

/** Keys of the lines that must be open so that the line of a BPMN id shows, outermost first; nothing when there is none. */
export function pathTo(items: readonly OutlineItem[], id: string): readonly string[] | undefined {
  for (const item of items) {
    if (item.id === id) return [];
    const path = pathTo(item.children, id);
    if (path) return [item.key, ...path];
  }
  return undefined;
}
