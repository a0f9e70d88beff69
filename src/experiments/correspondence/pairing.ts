/** Pairs under construction: who is still alone on either side, and who may be the twin of whom. */
import type { FlowNode, MessageFlow, ProcessModel, SequenceFlow } from '#simulation';
import type { ElementPair, PairDecisions, PairOrigin } from './correspondence.ts';

export class Pairing {
  private readonly byTo = new Map<string, { readonly from: string; readonly origin: PairOrigin }>();
  private readonly byFrom = new Map<string, string>();
  private readonly kindsFrom: ReadonlyMap<string, string>;
  private readonly kindsTo: ReadonlyMap<string, string>;

  constructor(
    readonly from: ProcessModel,
    readonly to: ProcessModel,
    private readonly decisions: PairDecisions,
  ) {
    this.kindsFrom = kindsOf(from);
    this.kindsTo = kindsOf(to);
  }

  pairChosen(): void {
    for (const [to, from] of Object.entries(this.decisions)) if (from !== null) this.pair(from, to, 'chosen');
  }

  pairSameIds(): void {
    for (const id of this.kindsTo.keys()) if (this.kindsFrom.has(id)) this.pair(id, id, 'id');
  }

  /** Makes two elements twins, if both are free and of one kind; false when they cannot be. */
  pair(from: string, to: string, origin: PairOrigin): boolean {
    const kind = this.kindsTo.get(to);
    if (kind === undefined || kind !== this.kindsFrom.get(from)) return false;
    if (this.byTo.has(to) || this.byFrom.has(from)) return false;
    if (origin !== 'chosen' && this.isLeftAlone(to)) return false;
    this.byTo.set(to, { from, origin });
    this.byFrom.set(from, to);
    return true;
  }

  /** Twin in the other design of an element of the baseline. */
  twinOf(from: string): string | undefined {
    return this.byFrom.get(from);
  }

  freeNodesFrom(): readonly FlowNode[] {
    return this.from.nodes.filter(({ id }) => !this.byFrom.has(id));
  }

  freeNodesTo(): readonly FlowNode[] {
    return this.to.nodes.filter(({ id }) => !this.byTo.has(id) && !this.isLeftAlone(id));
  }

  isFreeTo(id: string): boolean {
    return !this.byTo.has(id) && !this.isLeftAlone(id);
  }

  sameKind(from: string, to: string): boolean {
    return this.kindsFrom.get(from) === this.kindsTo.get(to);
  }

  pairs(): readonly ElementPair[] {
    return [...this.kindsTo.keys()].flatMap((to) => {
      const twin = this.byTo.get(to);
      return twin ? [{ ...twin, to }] : [];
    });
  }

  private isLeftAlone(to: string): boolean {
    return Object.hasOwn(this.decisions, to) && this.decisions[to] === null;
  }
}

/** A kind per element: only elements of one kind can be twins. Kinds of tasks may differ, as a manual task becomes a service task. */
function kindsOf({ processes, nodes, flows, messageFlows }: ProcessModel): ReadonlyMap<string, string> {
  const other = (kind: string, items: readonly (SequenceFlow | MessageFlow | { readonly id: string })[]) =>
    items.map(({ id }) => [id, kind] as const);
  return new Map([
    ...other('process', processes),
    ...nodes.map((node) => [node.id, kindOf(node)] as const),
    ...other('flow', flows),
    ...other('message flow', messageFlows),
  ]);
}

const kindOf = ({ type }: FlowNode): string =>
  /(Task|SubProcess|CallActivity|Transaction)$/.test(type) && type !== 'bpmn:ReceiveTask' ? 'activity' : waiting(type);

/** A receive task waits like a catching event, and draws like one. */
const waiting = (type: string): string =>
  type === 'bpmn:ReceiveTask' || type === 'bpmn:IntermediateCatchEvent' ? 'waiting' : type;
