/** Shares of the branches of a gateway. At an exclusive one the others give way in proportion, so that they still add up to 1. */
import type { FlowNode, Study } from '#simulation';
import { sourceOf, type Parameter, type ParameterDescriptor } from './parameter.ts';
import { elementOf, withElement } from './scenario-parts.ts';

export const share: ParameterDescriptor = {
  kind: 'share',
  quantity: 'share',
  list: (study) =>
    study.model.flows.flatMap(({ id }): Parameter[] =>
      share.read(study, { kind: 'share', id }) === undefined ? [] : [{ kind: 'share', id }],
    ),
  read(study, { id }) {
    const branches = branchesOf(study, id);
    const own = branches?.shares.get(id);
    if (!branches || own === undefined) return undefined;
    return branches.exclusive ? own / sum([...branches.shares.values()]) : own;
  },
  write(study, { id }, value, pinned) {
    const branches = branchesOf(study, id);
    if (!branches) return study.scenario;
    const shares = branches.exclusive ? normalised(branches.shares) : branches.shares;
    const isFree = (flow: string): boolean => flow !== id && !pinned.some((parameter) => parameter.id === flow);
    const free = branches.exclusive ? [...shares.keys()].filter(isFree) : [];
    const rest = sum([...shares].flatMap(([flow, own]) => (flow === id || isFree(flow) ? [] : own)));
    const left = Math.max(0, 1 - value - rest);
    const before = sum(free.map((flow) => shares.get(flow) ?? 0));
    return [...shares].reduce((scenario, [flow, own]) => {
      const others = before > 0 ? (own / before) * left : left / free.length;
      const probability = flow === id ? value : free.includes(flow) ? others : own;
      return withElement(scenario, flow, (element) => ({ ...element, probability }));
    }, study.scenario);
  },
  source: ({ scenario }, { id }) => sourceOf(elementOf(scenario, id), 'probability'),
};

interface Branches {
  readonly exclusive: boolean;
  readonly shares: ReadonlyMap<string, number>;
}

/** The branches the flow is one of, when they are chosen by shares that are all known. */
function branchesOf({ model, scenario }: Study, id: string): Branches | undefined {
  const source = model.flows.find((flow) => flow.id === id)?.source;
  const node = model.nodes.find((candidate) => candidate.id === source);
  if (!node || node.outgoing.length < 2 || !isChoice(node)) return undefined;
  const shares = new Map<string, number>();
  for (const flow of node.outgoing) {
    const { condition, probability } = elementOf(scenario, flow) ?? {};
    if (condition || probability === undefined || !(probability >= 0)) return undefined;
    shares.set(flow, probability);
  }
  const total = sum([...shares.values()]);
  const exclusive = node.type === 'bpmn:ExclusiveGateway';
  return exclusive && !(total > 0) ? undefined : { exclusive, shares };
}

const isChoice = ({ type }: FlowNode): boolean => /(Exclusive|Inclusive)Gateway$/.test(type);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function normalised(shares: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const total = sum([...shares.values()]);
  return new Map([...shares].map(([flow, own]) => [flow, own / total]));
}
