/** Finds cycles in which no time passes, before the run (semantics: every run ends). */
import type { Activity } from '../kernel/network.ts';
import { issue } from '../model/issue.ts';
import { parametersOf, type Context } from './context.ts';
import { isSubProcess } from './graph.ts';

/** Reports each strongly connected group of nodes that take no time; without a way out it blocks the run. */
export function findZeroTimeCycles(context: Context, activities: readonly Activity[]): void {
  const { graph, issues } = context;
  const instant = graph.nodes.map((node, n) => {
    if (graph.hasRole(n, 'instant')) return true;
    const activity = activities.find((a) => a.node === n);
    return (
      activity !== undefined &&
      !isSubProcess(node) &&
      !graph.calls.has(n) &&
      (activity.work?.mean ?? 0) === 0 &&
      activity.workWhen.length === 0
    );
  });
  for (const component of components(context, instant)) {
    const members = new Set(component);
    const exits = component.flatMap((n) => [...graph.outFlows.subarray(graph.outStart[n], graph.outStart[n + 1])]);
    const leaves = exits.some(
      (f) => !members.has(graph.flowTarget[f]!) && parametersOf(context, graph.flows[f]!.id).probability !== 0,
    );
    const names = component.map((n) => graph.nodes[n]!.name || graph.nodes[n]!.id).join(', ');
    issues.push(
      issue(leaves ? 'warning' : 'error', leaves ? 'zero-time-cycle' : 'endless-cycle', graph.nodes[component[0]!], {
        elements: names,
      }),
    );
  }
}

/** Groups of instant nodes that reach each other (Tarjan 1972, iterative by depth-first order on small graphs). */
function components({ graph }: Context, instant: readonly boolean[]): number[][] {
  const next = (n: number): number[] =>
    [...graph.outFlows.subarray(graph.outStart[n], graph.outStart[n + 1])]
      .map((f) => graph.flowTarget[f]!)
      .filter((m) => instant[m]);
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const found: number[][] = [];
  const visit = (root: number): void => {
    const work: { n: number; rest: number[] }[] = [open(root)];
    for (let frame = work.at(-1); frame; frame = work.at(-1)) {
      const { n, rest } = frame;
      const m = rest.pop();
      if (m === undefined) {
        work.pop();
        const parent = work.at(-1);
        if (parent) low.set(parent.n, Math.min(low.get(parent.n)!, low.get(n)!));
        if (low.get(n) === index.get(n)) close(n);
      } else if (!index.has(m)) work.push(open(m));
      else if (stack.includes(m)) low.set(n, Math.min(low.get(n)!, index.get(m)!));
    }
  };
  const open = (n: number): { n: number; rest: number[] } => {
    index.set(n, index.size);
    low.set(n, index.get(n)!);
    stack.push(n);
    return { n, rest: next(n) };
  };
  const close = (n: number): void => {
    const component = stack.splice(stack.indexOf(n));
    if (component.length > 1 || next(n).includes(n)) found.push(component);
  };
  graph.nodes.forEach((_, n) => {
    if (instant[n] && !index.has(n)) visit(n);
  });
  return found;
}
