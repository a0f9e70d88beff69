/** Cases that go away unserved, and work that is there from the start. */
import type { Activity, Impatience, InitialWork } from '../kernel/network.ts';
import { issue } from '../model/issue.ts';
import type { FlowNode } from '../model/process.ts';
import { parametersOf, timeOf, type Context } from './context.ts';

/** How cases leave the activity unserved; undefined = they never do. */
export function compileImpatience(context: Context, node: FlowNode, needs: Activity['needs']): Impatience | undefined {
  const { patience, balkAt, abandonTo } = parametersOf(context, node.id);
  if (patience === undefined && balkAt === undefined) return undefined;
  if (balkAt !== undefined && (!Number.isInteger(balkAt) || balkAt < 0))
    context.issues.push(issue('error', 'balk-out-of-range', node, { value: String(balkAt) }));
  const exit = abandonTo === undefined ? -1 : (context.graph.nodeIndex.get(abandonTo) ?? -1);
  if (abandonTo !== undefined && context.graph.nodes[exit]?.attachedTo !== node.id)
    context.issues.push(issue('error', 'abandon-exit-unknown', node, { event: abandonTo }));
  const limit = timeOf(context, node, patience);
  // Work that nobody is needed for never waits.
  return needs.length === 0 ? undefined : { patience: limit, room: balkAt ?? Infinity, exit };
}

/** The cases that wait at activities of a process when the run begins. */
export function compileInitial(context: Context, activities: readonly Activity[]): InitialWork[] {
  const { graph, issues } = context;
  return activities.flatMap(({ node: n }) => {
    const node = graph.nodes[n]!;
    const { initial } = parametersOf(context, node.id);
    if (initial === undefined || initial === 0) return [];
    const scope = graph.nodeScope[n]!;
    if (!Number.isInteger(initial) || initial < 0 || initial > MOST)
      issues.push(issue('error', 'initial-out-of-range', node, { value: String(initial), most: MOST }));
    else if (!graph.scopes[scope]!.isProcess) issues.push(issue('warning', 'initial-in-sub-process', node));
    else return [{ node: n, scope, count: initial }];
    return [];
  });
}

const MOST = 100_000;
