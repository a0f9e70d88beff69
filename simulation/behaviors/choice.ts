/** Choosing among outgoing flows by conditions or shares: exclusive (rule 4) and inclusive (rule 2). */
import { caseLayout, cases } from '../kernel/cases.ts';
import { failCase } from '../kernel/cancel.ts';
import { graph } from '../kernel/graph.ts';
import { noteFault } from '../kernel/faults.ts';
import { drawBranch, network } from '../kernel/loaded.ts';
import { countVisit, pass, spawn, take } from '../kernel/moves.ts';
import { flowByShare } from '../kernel/shares.ts';
import { tokens } from '../kernel/tokens.ts';

/** Sends the token along the one flow that is chosen; without any the case fails. */
export function leaveByOne(t: number, n: number): void {
  const flow = chooseFlow(n, tokens.case[t]!);
  if (flow < 0) {
    noteFault('warning', 'no-true-condition', n);
    failCase(tokens.case[t]!);
    return;
  }
  pass(t, n);
  take(t, flow);
}

/** Sends the token along every flow that is chosen; without any the case fails. */
export function leaveByChoice(t: number, n: number): void {
  const chosen = chooseSome(n, tokens.case[t]!);
  const [first, ...others] = chosen;
  if (first === undefined) {
    noteFault('warning', 'no-true-condition', n);
    failCase(tokens.case[t]!);
    return;
  }
  pass(t, n);
  take(t, first);
  for (const flow of others) spawn(t, flow);
}

/** The one flow that is chosen; −1 = none. */
export function chooseFlow(n: number, c: number): number {
  const first = graph.outStart[n]!;
  const end = graph.outStart[n + 1]!;
  if (graph.byCondition[n] === 1) return firstTrue(n, c);
  if (end - first === 1) return graph.outFlows[first]!;
  return flowByShare(n, c);
}

function firstTrue(n: number, c: number): number {
  const { outStart, outFlows, defaultFlow, flowCondition } = network;
  for (let i = outStart[n]!; i < outStart[n + 1]!; i++) {
    const flow = outFlows[i]!;
    if (flow !== defaultFlow[n] && flowCondition[flow]?.(cases.attributes, c * caseLayout.attributes) === 1)
      return flow;
  }
  return defaultFlow[n]!;
}

function chooseSome(n: number, c: number): number[] {
  const { outStart, outFlows, drawnFlows, defaultFlow, flowProbability, flowCondition, nodeByCondition } = network;
  const flows = outFlows.subarray(outStart[n], outStart[n + 1]);
  const fallback = defaultFlow[n]!;
  if (nodeByCondition[n] === 1) {
    const base = c * caseLayout.attributes;
    const chosen: number[] = [];
    for (const flow of flows) {
      const condition = flowCondition[flow];
      // A flow without a condition is always taken, unless it is the default.
      if (flow !== fallback && (!condition || condition(cases.attributes, base) === 1)) chosen.push(flow);
    }
    return chosen.length > 0 || fallback < 0 ? chosen : [fallback];
  }
  const drawn = drawSome(n, c, drawnFlows.subarray(outStart[n], outStart[n + 1]), flowProbability);
  return [...flows].filter((flow) => drawn.includes(flow));
}

/** Each flow on its own with its probability, given that at least one is taken: drawn one by one, without rejection. */
function drawSome(n: number, c: number, flows: Int32Array, probability: Float64Array): number[] {
  const visit = countVisit(c, n);
  const chosen: number[] = [];
  flows.forEach((flow, i) => {
    let p = probability[flow]!;
    if (chosen.length === 0) {
      let noneLater = 1;
      for (let k = i; k < flows.length; k++) noneLater *= 1 - probability[flows[k]!]!;
      p = noneLater < 1 ? p / (1 - noneLater) : 0;
    }
    if (drawBranch(n, c, visit, i & 15) < p) chosen.push(flow);
  });
  return chosen;
}
