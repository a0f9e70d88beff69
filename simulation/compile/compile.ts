/** The compiler: a model with one complete scenario becomes a network the kernel can run, and findings about what it cannot. */
import { checkClock } from '../calendars/index.ts';
import { kpiPathsOf } from '../observers/index.ts';
import type { Activity, Catcher, CounterSlots, Network, ScopeDefinition } from '../kernel/network.ts';
import { blocks, issue, type Issue } from '../model/issue.ts';
import type { KpiPath, RunOverrides, RunPlan, Study } from '../model/run.ts';
import { compileActivities } from './activities.ts';
import { compileAssigns, compileAttributes } from './attributes.ts';
import { compileBoundaries, compileHandlers, compileWaits } from './catchers.ts';
import { compileChoices, flowsByKey } from './choices.ts';
import { compileCompensations } from './compensations.ts';
import { compileComplexGateways } from './complex-gateways.ts';
import type { Context } from './context.ts';
import { AttributeScope } from './expressions.ts';
import { compileGraph, type Graph } from './graph.ts';
import { compileAdHoc, compileLoops } from './loops.ts';
import { compileMessages } from './messages.ts';
import { compileInitial } from './impatience.ts';
import { planOf } from './plan.ts';
import { checkPreemption } from './preemption.ts';
import { compileInclusiveJoins, linkName } from './reach.ts';
import { Calendars, compilePools } from './resources.ts';
import { checkShifts } from './shifts.ts';
import { Signals } from './signals.ts';
import { compileSlas } from './slas.ts';
import { compileStarts, instantiation } from './starts.ts';
import { compileStreams } from './streams.ts';
import { compileThrows } from './throws.ts';
import { checkTeams, prepareTeams } from './teams.ts';
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
  const attributeScope = new AttributeScope(model.nodes.flatMap((n) => (n.writes ?? []).map((w) => w.object)));
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

  const teams = prepareTeams(context, pools, groups);
  const activities = compileActivities(context, teams);
  checkTeams(context, activities, teams);
  checkPreemption(context, activities, pools, groups);
  checkShifts(context, activities, pools, groups);
  const choices = compileChoices(context);
  const partners = { messages: compileMessages(context), signals: new Signals(graph.nodes) };
  const starts = compileStarts(context, partners);
  const waits = compileWaits(context, partners);
  const boundaries = compileBoundaries(context, partners);
  const handlers = compileHandlers(context, partners);
  const initial = compileInitial(context, activities);
  const streams = compileStreams(context, (n) => starts.begun.has(n));
  const throws = compileThrows(context, partners.signals);
  const compensations = compileCompensations(context);
  const loops = compileLoops(context);
  const adHoc = compileAdHoc(context);
  const complexGateways = compileComplexGateways(context);
  const inclusiveJoins = compileInclusiveJoins(graph);
  const nodeActivity = indexByNode(graph, activities);
  graph.body.forEach((run, n) => {
    if (run >= 0) nodeActivity[n] = nodeActivity[run]!;
  });
  const assigns = compileAssigns(context);
  const slas = compileSlas(context, nodeActivity);
  findZeroTimeCycles(context, activities);
  const visits = numberWhere(graph.nodes.length, (n) => countsVisits(graph, n, choices.nodeConditional));
  const [nodeLink, linkIssues] = compileLinks(graph);
  issues.push(...linkIssues);
  const sorted = bySeverity(issues);
  if (blocks(issues)) return { plan, issues: sorted };

  const keyOf = (id: string): string => elementKeys[id] ?? id;
  // Completed in place: a copy of so large an object gets another layout some runs later, and everything compiled for the old one is lost.
  const network: Network & { kpiPaths: readonly KpiPath[] } = {
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
    scopes: [
      ...graph.scopes.map((scope, s) => ({
        ...scope,
        inclusiveJoins: scope.inclusiveJoins.map((n) => inclusiveJoins.findIndex((j) => j.node === n)),
        handlers: handlers[s]!,
      })),
      LOOSE,
    ],
    looseScope: graph.scopes.length,
    nodeInnerScope: Int32Array.from(graph.nodes, (n, i) => graph.calls.get(i) ?? graph.scopeIndex.get(n.id) ?? -1),
    eventNodes: Int32Array.from([...graph.nodes.keys()].filter((n) => n < graph.drawn && graph.hasRole(n, 'event'))),
    nodeBody: graph.body,
    drawnNodes: graph.drawn,
    nodeVisit: visits.slots,
    visitCount: visits.count,
    memory: { steps: teams.slots.size, people: mostPeople(activities) },
    inclusiveJoins,
    nodeInclusiveJoin: indexByNode(graph, inclusiveJoins),
    activities,
    nodeActivity,
    waits,
    nodeWait: indexByNode(graph, waits),
    boundaries,
    nodeLink,
    throws,
    signalStarts: starts.bySignal,
    assigns,
    compensations,
    nodeIsHandler: Uint8Array.from(graph.nodes, (n) => (n.triggeredByEvent ? 1 : 0)),
    nodeIsTransaction: Uint8Array.from(graph.nodes, (n) => (n.type === 'bpmn:Transaction' ? 1 : 0)),
    loops,
    adHoc,
    complexGateways,
    nodeInstantiates: Uint8Array.from(graph.nodes, instantiation),
    messageFlowIds: partners.messages.messageFlowIds,
    sends: partners.messages.sends,
    receives: partners.messages.receives,
    asks: partners.messages.asks,
    streams,
    initial,
    attributes,
    attributeSlots: attributeScope.count + partners.messages.askedCount,
    counterSlots: counterSlots(attributeScope),
    hasConditions: hasConditions([...boundaries, ...handlers, waits.flatMap((w) => w.catcher ?? [])].flat()),
    texts: attributeScope.texts,
    pools,
    groups,
    businessTimeline,
    ...slas,
    kpiPaths: [],
  };
  network.kpiPaths = kpiPathsOf(network);
  const { precision, ...fixed } = plan;
  if (!precision || network.kpiPaths.some((path) => samePath(path, precision.figure)))
    return { network, plan, issues: sorted };
  const unknown = issue('warning', 'precision-figure-unknown', undefined, { figure: precision.figure.join('/') });
  return { network, plan: fixed, issues: bySeverity([...sorted, unknown]) };
}

const samePath = (a: KpiPath, b: KpiPath): boolean => a.length === b.length && a.every((key, i) => key === b[i]);

/** Holds tokens for somebody outside. */
const LOOSE: ScopeDefinition = {
  id: '',
  node: -1,
  isProcess: false,
  startNodes: new Int32Array(0),
  calledNodes: new Int32Array(0),
  joinFlows: new Int32Array(0),
  inclusiveJoins: new Int32Array(0),
  handlers: [],
  complexGateways: [],
};

const counterSlots = (scope: AttributeScope): CounterSlots => ({
  loopCounter: scope.usedSlotOf('loopCounter') ?? -1,
  numberOfInstances: scope.usedSlotOf('numberOfInstances') ?? -1,
  numberOfActiveInstances: scope.usedSlotOf('numberOfActiveInstances') ?? -1,
  numberOfCompletedInstances: scope.usedSlotOf('numberOfCompletedInstances') ?? -1,
  numberOfTerminatedInstances: scope.usedSlotOf('numberOfTerminatedInstances') ?? -1,
  activationCount: scope.usedSlotOf('activationCount') ?? -1,
});

const hasConditions = (catchers: readonly Catcher[]): boolean =>
  catchers.some(({ triggers }) => triggers.some(({ type }) => type === 'condition'));
/** The largest team of a step whose people are remembered. */
const mostPeople = (activities: readonly Activity[]): number =>
  Math.max(
    0,
    ...activities
      .filter((a) => a.team && a.team.memory >= 0)
      .flatMap((a) => a.needs.map((together) => together.reduce((sum, need) => sum + need.units, 0))),
  );

const VISITED = ['activity', 'wait', 'choice'] as const;

/** Visits matter where something is drawn or measured per visit. */
function countsVisits(graph: Graph, n: number, conditional: Uint8Array): boolean {
  const { type, scope } = graph.nodes[n]!;
  const around = graph.nodeIndex.get(scope);
  const starts = type === 'bpmn:StartEvent' && around !== undefined && graph.nodes[around]!.triggeredByEvent === true;
  const armed = type === 'bpmn:BoundaryEvent' || starts;
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
