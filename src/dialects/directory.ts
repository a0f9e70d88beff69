/** What parameters of other tools refer to: elements of the process by their ids, and free ids for what is new. */
import type { FlowNode, ProcessModel, SequenceFlow } from '#simulation';

export interface Directory {
  readonly model: ProcessModel;
  node(reference: string): FlowNode | undefined;
  flow(reference: string): SequenceFlow | undefined;
  /** Where cases come from, in document order. */
  readonly starts: readonly FlowNode[];
  /** A legal id near `wanted` that nothing in the file has; the same `wanted` gives another one each time. */
  newId(wanted: string): string;
}

/** `taken`: every id of the file. */
export function directoryOf(model: ProcessModel, taken: ReadonlySet<string>): Directory {
  const nodes = new Map(model.nodes.map((node) => [node.id, node]));
  const flows = new Map(model.flows.map((flow) => [flow.id, flow]));
  const processes = new Set(model.processes.map((process) => process.id));
  const used = new Set(taken);
  return {
    model,
    node: (reference) => found(nodes, reference),
    flow: (reference) => found(flows, reference),
    starts: model.nodes.filter((node) => node.type === 'bpmn:StartEvent' && processes.has(node.scope)),
    newId(wanted) {
      const legal = legalId(wanted);
      let id = legal;
      for (let n = 2; used.has(id); n++) id = `${legal}_${n}`;
      used.add(id);
      return id;
    },
  };
}

/** As written, without white space or prefix, or as an id that was not legal reads after its repair. */
function found<T>(elements: ReadonlyMap<string, T>, reference: string): T | undefined {
  const trimmed = reference.trim();
  return [reference, trimmed, trimmed.slice(trimmed.indexOf(':') + 1), legalId(trimmed)]
    .map((id) => elements.get(id))
    .find((element) => element !== undefined);
}

/** The id as XML allows it: letters beyond ASCII by their number, other characters as underscores. */
export function legalId(id: string): string {
  const ascii = id
    .trim()
    .replace(/[^\w.-]/gu, (character) =>
      character.charCodeAt(0) < 128 ? '_' : `_u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
    );
  return /^[a-z_]/i.test(ascii) ? ascii : `_${ascii}`;
}

/** Nodes that people or machines work on. */
export const isActivity = ({ type }: FlowNode): boolean => /(Task|SubProcess|Transaction|CallActivity)$/.test(type);

/** Nodes that wait for something. */
export const isCatching = ({ type }: FlowNode): boolean =>
  type === 'bpmn:IntermediateCatchEvent' || type === 'bpmn:BoundaryEvent' || type === 'bpmn:ReceiveTask';
