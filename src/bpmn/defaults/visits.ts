/** How often a case is expected to visit each node, roughly: for proposing arrival rates that people can cope with. */
import type { FlowNode, ProcessModel, Scenario } from '#simulation';

/** Passes over the graph; loops that are left with any sensible chance have settled by then. */
const PASSES = 60;
/** More visits than this come from loops without an exit. */
const MOST = 20;
/** Share of executions that a boundary event interrupts or joins. */
const BOUNDARY = 0.05;

/** Expected visits per case by node id, from the probabilities of `scenario` where there are any, else equal shares. */
export function expectedVisits(model: ProcessModel, scenario: Scenario): ReadonlyMap<string, number> {
  const nodes = new Map(model.nodes.map((node) => [node.id, node]));
  const entries = entryNodes(model);
  const ways = model.flows.map(({ id, source, target }) => {
    const to = nodes.get(target);
    const joined = to?.type === 'bpmn:ParallelGateway' ? Math.max(1, to.incoming.length) : 1;
    return { source, target, share: shareOf(id, nodes.get(source), scenario) / joined };
  });
  let visits = new Map<string, number>();
  for (let pass = 0; pass < PASSES; pass++) {
    const next = new Map<string, number>();
    const add = (id: string, amount: number): void => {
      next.set(id, Math.min(MOST, (next.get(id) ?? 0) + amount));
    };
    for (const [id, host] of entries) add(id, host === '' ? 1 : (visits.get(host) ?? 0));
    for (const { source, target, share } of ways) add(target, share * (visits.get(source) ?? 0));
    for (const { id, attachedTo } of model.nodes)
      if (attachedTo !== undefined) add(id, BOUNDARY * (visits.get(attachedTo) ?? 0));
    visits = next;
  }
  return visits;
}

function shareOf(flow: string, source: FlowNode | undefined, scenario: Scenario): number {
  if (!source || source.outgoing.length < 2 || !/(Exclusive|Inclusive|EventBased|Complex)Gateway$/.test(source.type))
    return 1;
  const given = (id: string): number | undefined => scenario.elements?.[id]?.probability;
  const own = given(flow);
  if (own !== undefined) return own;
  const open = source.outgoing.filter((id) => given(id) === undefined);
  const said = source.outgoing.reduce((sum, id) => sum + (given(id) ?? 0), 0);
  return Math.max(0, 1 - said) / open.length;
}

/** Nodes where a scope begins, with the activity that opens it ('' = the case itself). */
function entryNodes(model: ProcessModel): ReadonlyMap<string, string> {
  const callers = new Map(model.nodes.flatMap((node) => (node.calledElement ? [[node.calledElement, node.id]] : [])));
  const processes = new Set(model.processes.map((process) => process.id));
  const started = new Set(model.nodes.filter((node) => node.type === 'bpmn:StartEvent').map((node) => node.scope));
  const events = new Set(model.nodes.filter((node) => node.triggeredByEvent).map((node) => node.id));
  const entries = new Map<string, string>();
  for (const node of model.nodes) {
    const begins = node.type === 'bpmn:StartEvent' || (!started.has(node.scope) && node.incoming.length === 0);
    if (!begins || node.attachedTo !== undefined || events.has(node.scope) || events.has(node.id)) continue;
    entries.set(node.id, processes.has(node.scope) ? (callers.get(node.scope) ?? '') : node.scope);
  }
  return entries;
}
