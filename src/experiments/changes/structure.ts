/** Whether two diagrams say the same, apart from ids of twins, names and the order of things. */
import { sameValue, type FlowNode, type ProcessModel } from '#simulation';
import type { Twins } from './twins.ts';

/** Ids in the design that has them; of changed elements in the other design. */
export interface StructureChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Twins of another type, behaviour or place in the flow. */
  readonly changed: readonly string[];
}

/** Nothing when the diagrams mean the same. */
export function structureOf(from: ProcessModel, to: ProcessModel, twins: Twins): StructureChange | undefined {
  const before = meaningsOf(from, (id) => twins.toOf(id) ?? id);
  const after = meaningsOf(to, (id) => id);
  const removed = [...before.keys()].filter((id) => twins.toOf(id) === undefined);
  const added = [...after.keys()].filter((id) => twins.fromOf(id) === undefined);
  const changed = [...before].flatMap(([id, meaning]) => {
    const twin = twins.toOf(id);
    return twin === undefined || sameValue(meaning, after.get(twin)) ? [] : [twin];
  });
  return added.length + removed.length + changed.length > 0 ? { added, removed, changed } : undefined;
}

/** What each element means to a run, with the ids of others as the second design calls them. */
function meaningsOf(model: ProcessModel, rename: (id: string) => string): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ...model.nodes.map((node) => [node.id, meaningOf(node, rename)] as const),
    ...model.flows.map(
      ({ id, source, target, condition }) =>
        [id, { source: rename(source), target: rename(target), condition: condition?.text }] as const,
    ),
    ...model.messageFlows.map(
      ({ id, source, target }) => [id, { source: rename(source), target: rename(target) }] as const,
    ),
  ]);
}

function meaningOf(node: FlowNode, rename: (id: string) => string): unknown {
  const { incoming, outgoing, scope, attachedTo } = node;
  const rest = Object.fromEntries(Object.entries(node).filter(([field]) => field !== 'id' && field !== 'name'));
  return {
    ...rest,
    // A manual task and a user task differ for readers only.
    type: /^bpmn:(\w*)Task$/.test(node.type) && node.type !== 'bpmn:ReceiveTask' ? 'task' : node.type,
    default: node.default === undefined ? undefined : rename(node.default),
    attachedTo: attachedTo === undefined ? undefined : rename(attachedTo),
    scope: rename(scope),
    incoming: incoming.map(rename).sort(),
    outgoing: outgoing.map(rename).sort(),
  };
}
