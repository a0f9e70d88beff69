/** Rules about persons: who must or must not do a step, who is quicker at it, what getting ready takes. */
import { createTimeline } from '../calendars/index.ts';
import type { Distribution } from '../distributions/distribution.ts';
import type { Activity, Group, Pool, TeamRules } from '../kernel/network.ts';
import { issue } from '../model/issue.ts';
import type { FlowNode } from '../model/process.ts';
import { parametersOf, timeOf, type Context } from './context.ts';

/** What activities are asked for beside their own parameters. */
export interface Teams {
  readonly pools: readonly Pool[];
  readonly groups: readonly Group[];
  /** Slots of the steps whose people are remembered, by element. */
  readonly slots: ReadonlyMap<string, number>;
  /** Whether it matters somewhere what people did last. */
  readonly anySetup: boolean;
}

/** Finds what the rules of all elements need to be remembered. Steps that do not exist are reported where they are named. */
export function prepareTeams(context: Context, pools: readonly Pool[], groups: readonly Group[]): Teams {
  const { graph } = context;
  const all = graph.nodes.map((node) => parametersOf(context, node.id));
  const named = all.flatMap((p) => [...(p.samePersonAs ? [p.samePersonAs.element] : []), ...(p.otherPersonThan ?? [])]);
  const slots = new Map<string, number>();
  for (const id of named) {
    const n = graph.nodeIndex.get(id);
    if (n !== undefined && graph.hasRole(n, 'activity') && !slots.has(id)) slots.set(id, slots.size);
  }
  return { pools, groups, slots, anySetup: all.some((p) => p.setup !== undefined) };
}

/** The rules of one activity; undefined when whoever is free may do it and nothing more is known of him. */
export function compileTeam(
  context: Context,
  node: FlowNode,
  needs: Activity['needs'],
  teams: Teams,
): TeamRules | undefined {
  const { pools, groups, slots } = teams;
  const parameters = parametersOf(context, node.id);
  const slotOf = (element: string): number => {
    const slot = slots.get(element);
    if (slot === undefined) context.issues.push(issue('error', 'team-step-unknown', node, { step: element }));
    return slot ?? -1;
  };
  const asked = new Set(needs.flatMap((together) => together.map((need) => need.pool)));
  const same = parameters.samePersonAs ? slotOf(parameters.samePersonAs.element) : -1;
  const others = (parameters.otherPersonThan ?? []).map(slotOf).filter((slot) => slot >= 0);
  if (same >= 0 && others.includes(same)) context.issues.push(issue('error', 'same-and-other-person', node));
  const workBy = new Map<number, Distribution>();
  for (const { pool, person, distribution } of parameters.workBy ?? []) {
    const work = timeOf(context, node, distribution);
    const p = context.poolIndex.get(pool);
    const rows =
      p === undefined ? [] : pools[p]!.members.filter((g) => person === undefined || groups[g]!.name === person);
    if (rows.length === 0) context.issues.push(issue('warning', 'work-by-nobody', node, { person: person ?? pool }));
    for (const g of rows) if (work && !workBy.has(g)) workBy.set(g, work);
  }
  const setup = timeOf(context, node, parameters.setup);
  const workAt = compileHours(context, node);
  const isVaried = [...asked].some((p) => pools[p]!.members.some((g) => groups[g]!.speed !== 1));
  const memory = slots.get(node.id) ?? -1;
  const fastest = parameters.choose === 'fastest';
  const plain = same < 0 && others.length === 0 && workBy.size === 0 && workAt.length === 0 && memory < 0;
  if (plain && !isVaried && !fastest && (!teams.anySetup || asked.size === 0)) return undefined;
  return {
    fastest,
    memory,
    same,
    waits: parameters.samePersonAs?.otherwise !== 'anyone',
    others,
    setup,
    workBy,
    workAt,
  };
}

function compileHours(context: Context, node: FlowNode): TeamRules['workAt'] {
  return (parametersOf(context, node.id).workAt ?? []).flatMap(({ days, from, to, factor }) => {
    if (!(factor > 0 && factor <= 100)) {
      context.issues.push(issue('error', 'work-factor-out-of-range', node, { value: String(factor) }));
      return [];
    }
    const rule = { id: node.id, name: '', rules: [{ days, from, to }] };
    return [{ timeline: createTimeline(rule, context.clock), factor }];
  });
}

/** Reports four-eyes rules that leave nobody, and steps for the same person that this person's pool does not do. */
export function checkTeams(context: Context, activities: readonly Activity[], { pools, groups }: Teams): void {
  const bySlot = new Map(
    activities.flatMap((a) => (a.team && a.team.memory >= 0 ? [[a.team.memory, a] as const] : [])),
  );
  const membersOf = ({ needs }: Activity): Set<number> =>
    new Set(needs.flat().flatMap((need) => pools[need.pool]!.members));
  for (const activity of activities) {
    const { team, needs } = activity;
    if (!team || needs.length === 0) continue;
    const earlier = bySlot.get(team.same);
    const own = membersOf(activity);
    if (earlier && ![...membersOf(earlier)].some((g) => own.has(g)))
      context.issues.push(issue('warning', 'same-person-elsewhere', activity, { step: earlier.name }));
    for (const slot of team.others) {
      const step = bySlot.get(slot);
      if (!step) continue;
      const isPossible = needs.some((together) =>
        together.every(({ pool, units }) => {
          const { members } = pools[pool]!;
          const size = members.reduce((sum, g) => sum + groups[g]!.capacity, 0);
          return size - leastTaken(step, members, pools) >= units;
        }),
      );
      if (!isPossible) context.issues.push(issue('error', 'nobody-else', activity, { step: step.name }));
    }
  }
}

/** How many of these groups' people the step takes at least, whichever of its alternatives is taken. */
function leastTaken({ needs }: Activity, members: readonly number[], pools: readonly Pool[]): number {
  const taken = needs.map((together) =>
    together
      .filter((need) => pools[need.pool]!.members.every((g) => members.includes(g)))
      .reduce((sum, need) => sum + need.units, 0),
  );
  return taken.length > 0 ? Math.min(...taken) : 0;
}
