/** Activities with their work, people, priority and cost. */
import type { Activity, Group, Pool } from '../kernel/network.ts';
import { issue } from '../model/issue.ts';
import type { FlowNode } from '../model/process.ts';
import type { ElementParameters } from '../model/scenario.ts';
import { compileBatch } from './batches.ts';
import { isSubProcess } from './graph.ts';
import { bind, parametersOf, timeOf, type Context } from './context.ts';
import { compileImpatience } from './impatience.ts';
import { sizeOf } from './resources.ts';
import { compileTeam, type Teams } from './teams.ts';

/** Types of tasks done by machines: nobody is missed there. */
const AUTOMATIC = new Set(['bpmn:ServiceTask', 'bpmn:ScriptTask', 'bpmn:BusinessRuleTask', 'bpmn:SendTask']);

/** Every activity of the graph, in node order. */
export function compileActivities(context: Context, teams: Teams): Activity[] {
  const { graph } = context;
  return (
    [...graph.nodes.keys()]
      // The executions of a looped activity are its single runs.
      .filter((n) => graph.hasRole(n, 'activity') && graph.body[n]! < 0)
      .map((n) => compileActivity(context, graph.nodes[n]!, n, teams))
  );
}

function compileActivity(context: Context, node: FlowNode, n: number, teams: Teams): Activity {
  const { issues } = context;
  const parameters = parametersOf(context, node.id);
  const work = timeOf(context, node, parameters.work);
  const needs = compileNeeds(context, node, parameters, teams.pools, teams.groups);
  const isTask = !isSubProcess(node) && !context.graph.calls.has(n);
  if (isTask && !parameters.work) issues.push(issue('info', 'no-work-time', node));
  else if (isTask && needs.length === 0 && work && work.mean > 0 && !AUTOMATIC.has(node.type))
    issues.push(issue('warning', 'nobody-does-it', node));
  const team = compileTeam(context, node, needs, teams);
  const impatience = compileImpatience(context, node, needs);
  const fixedCost = parameters.fixedCost ?? 0;
  if (!Number.isFinite(fixedCost) || fixedCost < 0)
    issues.push(issue('error', 'cost-out-of-range', node, { value: String(fixedCost) }));
  return {
    node: n,
    id: node.id,
    name: node.name || node.id,
    work,
    workWhen: (parameters.workWhen ?? []).flatMap(({ when, distribution }) => {
      const bound = bind(context, node, when, 'boolean');
      const settled = timeOf(context, node, distribution);
      return bound && settled ? [{ when: bound, distribution: settled }] : [];
    }),
    needs,
    priority: parameters.priority ?? 0,
    priorityWhen: (parameters.priorityWhen ?? []).flatMap(({ when, priority }) => {
      const bound = bind(context, node, when, 'boolean');
      return bound ? [{ when: bound, priority }] : [];
    }),
    shiftEnd: parameters.shiftEnd ?? 'pause',
    fixedCost,
    team,
    impatience,
    batch: compileBatch(context, node, { team, impatience }),
  };
}

function compileNeeds(
  context: Context,
  node: FlowNode,
  { resources = [] }: ElementParameters,
  pools: readonly Pool[],
  groups: readonly Group[],
): Activity['needs'] {
  const { issues, poolIndex } = context;
  return resources.flatMap((together) => {
    const units = new Map<number, number>();
    for (const need of together) {
      const pool = poolIndex.get(need.pool);
      if (pool === undefined) issues.push(issue('error', 'unknown-pool', node, { pool: need.pool }));
      else if (!Number.isInteger(need.units) || need.units < 1)
        issues.push(issue('error', 'units-out-of-range', node, { pool: pools[pool]!.name, units: String(need.units) }));
      else units.set(pool, (units.get(pool) ?? 0) + need.units);
    }
    for (const [pool, count] of units) {
      const size = sizeOf(pools[pool]!, groups);
      const values = { pool: pools[pool]!.name, units: count, capacity: size };
      if (size === 0) issues.push(issue('error', 'pool-empty', node, values));
      else if (count > size) issues.push(issue('error', 'not-enough-units', node, values));
    }
    return units.size > 0 ? [[...units].map(([pool, count]) => ({ pool, units: count }))] : [];
  });
}
