/** How a gateway or an activity chooses among its outgoing flows, as the inspector shows it. */
import type { FlowNode, Formula } from '#simulation';
import type { InspectorContext } from '../context.ts';
import { branchName } from '../../../i18n/element-names.ts';

export interface Branch {
  readonly id: string;
  readonly label: string;
  readonly isDefault: boolean;
  /** What the scenario says, where it does. */
  readonly share?: number;
  /** What the scenario or, without that, the file says. */
  readonly condition?: Formula;
}

export interface Choosing {
  readonly by: 'shares' | 'conditions';
  readonly branches: readonly Branch[];
}

/** Whether the node sends cases along some of its flows only. */
export function chooses(node: FlowNode, context: InspectorContext): boolean {
  if (node.outgoing.length < 2) return false;
  if (node.type === 'bpmn:ExclusiveGateway' || node.type === 'bpmn:InclusiveGateway') return true;
  const isGateway = node.type.endsWith('Gateway');
  return !isGateway && choosing(node, context).branches.some((branch) => branch.condition !== undefined);
}

/** The branches of a node, and what decides between them. */
export function choosing(node: FlowNode, { model, scenario }: InspectorContext): Choosing {
  const branches = node.outgoing.map((id): Branch => {
    const { probability, condition } = scenario.elements?.[id] ?? {};
    const own = condition ?? model.flows.find((flow) => flow.id === id)?.condition;
    return {
      id,
      label: branchName(model, id),
      isDefault: node.default === id,
      ...(probability === undefined ? {} : { share: probability }),
      ...(own === undefined ? {} : { condition: own }),
    };
  });
  // As in a run: conditions of the scenario, else shares, else conditions of the file.
  const declared = node.outgoing.some((id) => scenario.elements?.[id]?.condition !== undefined);
  const shared = branches.some((branch) => branch.share !== undefined);
  const conditional = branches.some((branch) => branch.condition !== undefined);
  return { by: declared || (conditional && !shared) ? 'conditions' : 'shares', branches };
}
