/** From a BPMN document to the flow of work as the engine sees it. Nothing is dropped silently: what does not fit is an issue. */
import {
  issue,
  type Issue,
  type MessageFlow,
  type Participant,
  type Process,
  type ProcessModel,
  type SequenceFlow,
} from '#simulation';
import type { ModdleElement } from '../moddle.ts';
import { idOf, many, named, one } from '../moddle.ts';
import { readFlow } from './read-flow.ts';
import { readLanes } from './read-lanes.ts';
import { readNode, type Associations } from './read-node.ts';

/** What the document says, and what of it cannot be used. */
export interface ReadProcess {
  readonly model: ProcessModel;
  readonly issues: Issue[];
}

/** Reads every process, pool, message flow, flow node and sequence flow of `definitions`. */
export function readProcess(definitions: ModdleElement): ReadProcess {
  const issues: Issue[] = [];
  const roots = many(definitions, 'rootElements');
  const processes = roots.filter((root) => root.$type === 'bpmn:Process');
  const elements = processes.flatMap((process) => [...flowElements(process, issues)]);
  const flows = elements
    .filter(({ element }) => element.$type === 'bpmn:SequenceFlow')
    .flatMap(({ element, scope }) => readFlow(element, scope, issues));
  const incoming = idsBy(flows, (flow) => flow.target);
  const outgoing = idsBy(flows, (flow) => flow.source);
  const associations = readAssociations(processes);
  const nodes = elements
    .filter(({ element }) => element.$instanceOf('bpmn:FlowNode'))
    .map(({ element, scope }) => {
      const connections = { incoming: incoming.get(idOf(element)) ?? [], outgoing: outgoing.get(idOf(element)) ?? [] };
      return readNode(element, scope, connections, associations, issues);
    });
  return {
    model: {
      ...named(definitions),
      processes: processes.filter((p) => many(p, 'flowElements').length > 0).map(readProcessHead),
      participants: roots.flatMap((root) => many(root, 'participants')).map(readParticipant),
      messageFlows: roots
        .flatMap((root) => many(root, 'messageFlows'))
        .flatMap((flow) => readMessageFlow(flow, issues)),
      nodes,
      flows,
      resources: roots.filter((root) => root.$type === 'bpmn:Resource').map(named),
    },
    issues,
  };
}

interface Scoped {
  readonly element: ModdleElement;
  readonly scope: string;
}

/** Flow elements of a process or sub-process and of everything inside, in document order. */
function* flowElements(root: ModdleElement, issues: Issue[]): Generator<Scoped> {
  const stack: Scoped[] = children(root);
  for (let scoped = stack.pop(); scoped; scoped = stack.pop()) {
    const { element } = scoped;
    if (idOf(element) === '') {
      issues.push(issue('warning', 'element-without-id', { id: scoped.scope }, { type: element.$type }));
      continue;
    }
    yield scoped;
    stack.push(...children(element));
  }
}

const children = (scope: ModdleElement): Scoped[] =>
  many(scope, 'flowElements')
    .map((element) => ({ element, scope: idOf(scope) }))
    .reverse();

/** Associations of every process and sub-process, in both directions: whichever end is the event, it is linked. */
function readAssociations(roots: readonly ModdleElement[]): Associations {
  const linked = new Map<string, ModdleElement[]>();
  const scopes = [...roots];
  for (let scope = scopes.pop(); scope; scope = scopes.pop()) {
    scopes.push(...many(scope, 'flowElements').filter((element) => element.$instanceOf('bpmn:SubProcess')));
    for (const association of many(scope, 'artifacts')) {
      const source = one(association, 'sourceRef');
      const target = one(association, 'targetRef');
      if (!source || !target) continue;
      linked.set(idOf(source), [...(linked.get(idOf(source)) ?? []), target]);
      linked.set(idOf(target), [...(linked.get(idOf(target)) ?? []), source]);
    }
  }
  return linked;
}

function idsBy(flows: readonly SequenceFlow[], end: (flow: SequenceFlow) => string): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const flow of flows) {
    const known = ids.get(end(flow));
    if (known) known.push(flow.id);
    else ids.set(end(flow), [flow.id]);
  }
  return ids;
}

const readProcessHead = (process: ModdleElement): Process => ({ ...named(process), lanes: readLanes(process) });

function readParticipant(participant: ModdleElement): Participant {
  const process = one(participant, 'processRef');
  return { ...named(participant), ...(process ? { process: idOf(process) } : {}) };
}

function readMessageFlow(flow: ModdleElement, issues: Issue[]): readonly MessageFlow[] {
  const source = one(flow, 'sourceRef');
  const target = one(flow, 'targetRef');
  if (source && target) return [{ ...named(flow), source: idOf(source), target: idOf(target) }];
  issues.push(issue('warning', 'flow-without-end', named(flow)));
  return [];
}
