/** The compiler: a model with one complete scenario becomes a network the kernel can run, and findings about what it cannot. */
import { checkClock } from '../calendars/index.ts';
import { kpiPathsOf } from '../observers/index.ts';
import type { Network } from '../kernel/network.ts';
import { blocks, issue, type Issue } from '../model/issue.ts';
import type { RunOverrides, RunPlan, Study } from '../model/run.ts';
import { compileActivities } from './activities.ts';
import { compileAttributes } from './attributes.ts';
import { compileChoices, flowsByKey } from './choices.ts';
import type { Context } from './context.ts';
import { compileBoundaries, compileWaits } from './events.ts';
import { AttributeScope } from './expressions.ts';
import { compileGraph, type Graph } from './graph.ts';
import { compileMessages } from './messages.ts';
import { planOf } from './plan.ts';
import { compileInclusiveJoins, linkName } from './reach.ts';
import { Calendars, compilePools } from './resources.ts';
import { compileSlas } from './slas.ts';
import { compileStreams } from './streams.ts';
import { findZeroTimeCycles } from './zero-time-cycles.ts';

export interface Compiled {
  /** Absent when an error blocks the run. */
  readonly network?: Network;
  readonly plan: RunPlan;
  readonly issues: readonly Issue[];
}

/** Compiles the study. Never throws for users' faults: everything wrong is in `issues`, as much as can be found at once. */
export function compile(study: Study, overrides?: RunOverrides): Compiled {
  const { model, scenario, elementKeys = {} } = study;
  const { plan, issues } = planOf(scenario, overrides);
  const clock = { start: scenario.run?.start, timeZone: scenario.run?.timeZone };
  const clockIssues = checkClock(clock);
  issues.push(...clockIssues);
  const calendars = new Calendars(scenario, blocks(clockIssues) ? {} : clock, issues);
  const businessTimeline = calendars.get(scenario.run?.businessCalendar, scenario, issues);
  const { pools, groups, index: poolIndex } = compilePools(scenario, calendars, issues);
  const attributeScope = new AttributeScope();
  const attributes = compileAttributes(scenario, attributeScope, issues);
  const graph = compileGraph(model, issues);
  const context: Context = {
    model,
    scenario,
    clock: blocks(clockIssues) ? {} : clock,
    graph,
    calendars,
    businessTimeline,
    attributes: attributeScope,
    poolIndex,
    issues,
  };

  const activities = compileActivities(context, pools, groups);
  const choices = compileChoices(context);
  const messages = compileMessages(context);
  const startedByMessage = new Set(messages.sends.flat().flatMap((m) => (m.type === 'start' ? [m.node] : [])));
  const waits = compileWaits(context, (n) => messages.receives[n]!.length > 0);
  const boundaries = compileBoundaries(context);
  const streams = compileStreams(context, (n) => startedByMessage.has(n));
  const inclusiveJoins = compileInclusiveJoins(graph);
  const nodeActivity = indexByNode(graph, activities);
  const slas = compileSlas(context, nodeActivity);
  findZeroTimeCycles(context, activities);
  const visits = numberWhere(graph.nodes.length, (n) => countsVisits(graph, n, choices.nodeConditional));
  const [nodeLink, linkIssues] = compileLinks(graph);
  issues.push(...linkIssues);
  const sorted = bySeverity(issues);
  if (blocks(issues)) return { plan, issues: sorted };

  const keyOf = (id: string): string => elementKeys[id] ?? id;
  const withoutPaths: Network = {
    keyOf,
    clock,
    nodeIds: graph.nodes.map((n) => n.id),
    nodeNames: graph.nodes.map((n) => n.name || n.id),
    nodeBehavior: graph.nodeBehavior,
    nodeScope: graph.nodeScope,
    outStart: graph.outStart,
    outFlows: graph.outFlows,
    drawnFlows: flowsByKey(graph, keyOf),
    inStart: graph.inStart,
    inFlows: graph.inFlows,
    flowIds: graph.flows.map((f) => f.id),
    flowSource: graph.flowSource,
    flowTarget: graph.flowTarget,
    flowMark: graph.flowMark,
    markCount: graph.markCount,
    ...choices,
    scopes: graph.scopes.map((scope) => ({
      ...scope,
      inclusiveJoins: scope.inclusiveJoins.map((n) => inclusiveJoins.findIndex((j) => j.node === n)),
    })),
    nodeInnerScope: Int32Array.from(graph.nodes, (n) => graph.scopeIndex.get(n.id) ?? -1),
    eventNodes: Int32Array.from([...graph.nodes.keys()].filter((n) => graph.hasRole(n, 'event'))),
    nodeVisit: visits.slots,
    visitCount: visits.count,
    inclusiveJoins,
    nodeInclusiveJoin: indexByNode(graph, inclusiveJoins),
    activities,
    nodeActivity,
    waits,
    nodeWait: indexByNode(graph, waits),
    boundaries,
    nodeLink,
    nodeErrorCode: graph.nodes.map((n) => n.eventDefinitions?.[0]?.refCode ?? ''),
    ...messages,
    streams,
    attributes,
    texts: attributeScope.texts,
    pools,
    groups,
    businessTimeline,
    ...slas,
    kpiPaths: [],
  };
  return { network: { ...withoutPaths, kpiPaths: kpiPathsOf(withoutPaths) }, plan, issues: sorted };
}

const VISITED = ['activity', 'wait', 'choice'] as const;

/** Visits matter where something is drawn or measured per visit. */
function countsVisits(graph: Graph, n: number, conditional: Uint8Array): boolean {
  const type = graph.nodes[n]!.type;
  const armed = type === 'bpmn:BoundaryEvent';
  return armed || conditional[n] === 1 || VISITED.some((role) => graph.hasRole(n, role));
}

function numberWhere(count: number, test: (n: number) => boolean): { slots: Int32Array; count: number } {
  const slots = new Int32Array(count).fill(-1);
  let next = 0;
  for (let n = 0; n < count; n++) if (test(n)) slots[n] = next++;
  return { slots, count: next };
}

function indexByNode(graph: Graph, items: readonly { readonly node: number }[]): Int32Array {
  const index = new Int32Array(graph.nodes.length).fill(-1);
  items.forEach((item, i) => {
    index[item.node] = i;
  });
  return index;
}

/** Link throw → the catch of the same name in the same scope. */
function compileLinks(graph: Graph): [Int32Array, Issue[]] {
  const issues: Issue[] = [];
  const links = Int32Array.from(graph.nodes, (node) => {
    const name = node.type === 'bpmn:IntermediateThrowEvent' ? linkName(node) : undefined;
    if (name === undefined) return -1;
    const target = graph.nodes.findIndex(
      (other) => other.type === 'bpmn:IntermediateCatchEvent' && other.scope === node.scope && linkName(other) === name,
    );
    if (target < 0) issues.push(issue('error', 'link-without-catch', node, { link: name }));
    return target;
  });
  return [links, issues];
}

const RANK = { error: 0, warning: 1, info: 2 } as const;

const bySeverity = (issues: readonly Issue[]): Issue[] =>
  [...issues].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
