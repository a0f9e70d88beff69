/** How gateways and conditional activities choose among their outgoing flows: by conditions or by shares (rules 2, 4, 5). */
import type { BoundExpression } from '../kernel/network.ts';
import { issue } from '../model/issue.ts';
import type { FlowNode } from '../model/process.ts';
import { bind, parametersOf, type Context } from './context.ts';
import type { Graph } from './graph.ts';

/** Shares that add up to 1 within this are taken as they are: 1/3 three times is meant to be all. */
const TOLERANCE = 1e-3;
/** Sums above this mean percent or weights. */
const WEIGHTS_ABOVE = 1.5;

export interface Choices {
  readonly flowProbability: Float64Array;
  readonly flowCondition: (BoundExpression | undefined)[];
  readonly nodeByCondition: Uint8Array;
  readonly nodeConditional: Uint8Array;
  readonly defaultFlow: Int32Array;
}

/** Settles the choices of all nodes. */
export function compileChoices(context: Context): Choices {
  const { nodes, flows, flowIndex } = context.graph;
  const choices: Choices = {
    flowProbability: new Float64Array(flows.length).fill(NaN),
    flowCondition: flows.map(() => undefined),
    nodeByCondition: new Uint8Array(nodes.length),
    nodeConditional: new Uint8Array(nodes.length),
    defaultFlow: Int32Array.from(nodes, (node) =>
      node.default === undefined ? -1 : (flowIndex.get(node.default) ?? -1),
    ),
  };
  nodes.forEach((node, n) => {
    compileChoice(context, node, n, choices);
  });
  return choices;
}

/** Outgoing flows of every node in the order of their keys, which neither the file nor another design changes. */
export function flowsByKey({ nodes, flows, outStart, outFlows }: Graph, keyOf: (id: string) => string): Int32Array {
  const sorted = outFlows.slice();
  const keys = flows.map((flow) => keyOf(flow.id));
  nodes.forEach((_, n) => {
    sorted.subarray(outStart[n], outStart[n + 1]).sort((a, b) => (keys[a]! < keys[b]! ? -1 : 1));
  });
  return sorted;
}

function compileChoice(context: Context, node: FlowNode, n: number, choices: Choices): void {
  const { graph } = context;
  const out = [...graph.outFlows.subarray(graph.outStart[n], graph.outStart[n + 1])];
  const parameters = out.map((f) => parametersOf(context, graph.flows[f]!.id));
  const isActivity = graph.hasRole(n, 'activity');
  if (isActivity) {
    // Flows of an activity are a choice only when some of them say so.
    const conditional = out.some((f, i) => graph.flows[f]!.condition || parameters[i]!.condition);
    if (!conditional || out.length === 0) return;
    choices.nodeConditional[n] = 1;
  } else if (!graph.hasRole(n, 'choice') || out.length < 2) return;

  const shared = parameters.some((p) => p.probability !== undefined);
  const declared = parameters.some((p) => p.condition !== undefined);
  const drawn = !declared && !shared && out.some((f) => graph.flows[f]!.condition);
  if (declared || drawn) {
    // A condition that only the file has may use variables of its engine: then the shares are guessed and the finding says so.
    const bound = out.map((f, i) => {
      const formula = parameters[i]!.condition ?? graph.flows[f]!.condition;
      return formula && f !== choices.defaultFlow[n]
        ? { f, expression: bind(context, graph.flows[f]!, formula, 'boolean', declared ? 'error' : 'warning') }
        : { f, expression: undefined, free: f !== choices.defaultFlow[n] };
    });
    const usable = bound.every((b) => b.expression !== undefined || 'free' in b);
    if (usable || declared) {
      choices.nodeByCondition[n] = 1;
      for (const { f, expression } of bound) choices.flowCondition[f] = expression;
      const free = bound.filter((b) => 'free' in b && b.free);
      for (const { f } of isExclusive(node) ? free : [])
        context.issues.push(
          issue('warning', 'flow-without-condition', graph.flows[f], { gateway: node.name || node.id }),
        );
      return;
    }
  }
  if (isExclusive(node)) shareOut(context, node, out, choices);
  else independent(context, node, out, choices);
}

/** Of several flows one is taken; at a gateway that begins cases by the event that has occurred. */
const isExclusive = ({ type }: FlowNode): boolean =>
  type === 'bpmn:ExclusiveGateway' || type === 'bpmn:EventBasedGateway';

/** Shares of an exclusive gateway: they add up to 1; what is not given shares the rest. */
function shareOut(context: Context, node: FlowNode, out: readonly number[], choices: Choices): void {
  const { issues } = context;
  const given = out.map((f) => probabilityOf(context, f));
  const missing = given.filter((p) => p === undefined).length;
  const sum = given.reduce((total: number, p) => total + (p ?? 0), 0);
  if (missing === out.length) issues.push(issue('warning', 'shares-missing', node, { flows: out.length }));
  const rest = Math.max(0, 1 - sum);
  const shares = given.map((p) => p ?? rest / missing);
  const total = shares.reduce((a, b) => a + b, 0);
  if (total <= 0) issues.push(issue('error', 'shares-all-zero', node));
  else if (total > WEIGHTS_ABOVE)
    issues.push(issue('warning', 'shares-read-as-weights', node, { sum: rounded(total) }));
  else if (Math.abs(total - 1) > TOLERANCE)
    issues.push(issue('warning', 'shares-normalised', node, { sum: rounded(total) }));
  out.forEach((f, i) => {
    choices.flowProbability[f] = total > 0 ? shares[i]! / total : 1 / out.length;
  });
}

/** Chances of an inclusive choice: each on its own; without any the flows are taken one half of the time. */
function independent(context: Context, node: FlowNode, out: readonly number[], choices: Choices): void {
  const given = out.map((f) => probabilityOf(context, f));
  if (given.every((p) => p === undefined))
    context.issues.push(issue('warning', 'chances-missing', node, { flows: out.length }));
  // Above 1 they can only be percent.
  const scale = given.some((p) => (p ?? 0) > 1) ? 0.01 : 1;
  if (scale !== 1) context.issues.push(issue('warning', 'chances-read-as-percent', node));
  const chances = given.map((p) => Math.min(1, (p ?? 0.5 / scale) * scale));
  if (chances.every((p) => p === 0)) context.issues.push(issue('error', 'shares-all-zero', node));
  out.forEach((f, i) => {
    choices.flowProbability[f] = chances[i]!;
  });
}

function probabilityOf(context: Context, f: number): number | undefined {
  const flow = context.graph.flows[f]!;
  const { probability } = parametersOf(context, flow.id);
  if (probability === undefined) return undefined;
  if (Number.isFinite(probability) && probability >= 0) return probability;
  context.issues.push(issue('error', 'share-out-of-range', flow, { value: String(probability) }));
  return 0;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
