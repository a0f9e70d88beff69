/** What BPSim parameters may refer to: the elements of the document, by id, with what a parameter means on each. */
import type { FlowNode, ProcessModel } from '#simulation';

/**
 * How the parameters of an element are read. `start` brings cases; `catch` waits; `trigger` occurs while something else runs, on a
 * border or at the start of an event sub-process; `receive` waits and may be worked on.
 */
export type ElementKind =
  'start' | 'catch' | 'trigger' | 'receive' | 'activity' | 'flow' | 'message-flow' | 'resource' | 'other';

export interface Site {
  kind(id: string): ElementKind | undefined;
  name(id: string): string | undefined;
  /** `elementRef` as an id of the document: written with a prefix or white space, too. */
  resolve(reference: string): string;
  /** Id of the resource with that id or, failing that, name. */
  resource(idOrName: string): string | undefined;
  /** Sequence flows that leave together, by the id of their source. */
  readonly choices: readonly Choice[];
  /** Start events at which cases arrive. */
  readonly starts: readonly string[];
}

/** The flows that leave a node, and how it chooses among them: one, some, or (neither) all. */
export interface Choice {
  readonly id: string;
  readonly exclusive: boolean;
  readonly inclusive: boolean;
  readonly flows: readonly string[];
}

export function siteOf(model: ProcessModel): Site {
  const processes = new Set(model.processes.map((process) => process.id));
  const called = new Set(model.nodes.flatMap((node) => node.calledElement ?? []));
  const kinds = new Map<string, ElementKind>();
  const names = new Map<string, string>();
  for (const { id } of model.processes) kinds.set(id, 'other');
  for (const node of model.nodes) kinds.set(node.id, kindOf(node, processes));
  for (const { id } of model.flows) kinds.set(id, 'flow');
  for (const { id } of model.messageFlows) kinds.set(id, 'message-flow');
  for (const { id } of model.participants) kinds.set(id, 'other');
  for (const { id } of model.resources) kinds.set(id, 'resource');
  for (const { id, name } of [
    ...model.processes,
    ...model.nodes,
    ...model.flows,
    ...model.messageFlows,
    ...model.resources,
  ])
    if (name !== undefined) names.set(id, name);
  const byName = new Map(model.resources.map(({ id, name }) => [name ?? id, id]));
  return {
    kind: (id) => kinds.get(id),
    name: (id) => names.get(id),
    resolve(reference) {
      const id = reference.trim();
      return kinds.has(id) ? id : kinds.has(id.slice(id.indexOf(':') + 1)) ? id.slice(id.indexOf(':') + 1) : id;
    },
    resource: (idOrName) => (kinds.get(idOrName) === 'resource' ? idOrName : byName.get(idOrName)),
    choices: model.nodes.map((node) => ({
      id: node.id,
      exclusive: node.type === 'bpmn:ExclusiveGateway' && node.outgoing.length > 1,
      inclusive: ['bpmn:InclusiveGateway', 'bpmn:ComplexGateway'].includes(node.type) && node.outgoing.length > 1,
      flows: node.outgoing,
    })),
    starts: model.nodes
      .filter((node) => kinds.get(node.id) === 'start' && node.type === 'bpmn:StartEvent' && !called.has(node.scope))
      .map((node) => node.id),
  };
}

function kindOf(node: FlowNode, processes: ReadonlySet<string>): ElementKind {
  if (node.type === 'bpmn:StartEvent') return processes.has(node.scope) ? 'start' : 'trigger';
  if (node.type === 'bpmn:EventBasedGateway' && node.instantiate && node.incoming.length === 0) return 'start';
  if (node.type === 'bpmn:BoundaryEvent') return 'trigger';
  if (node.type === 'bpmn:IntermediateCatchEvent') return 'catch';
  if (node.type === 'bpmn:ReceiveTask') return 'receive';
  return /(Task|SubProcess|Transaction|CallActivity)$/.test(node.type) ? 'activity' : 'other';
}
