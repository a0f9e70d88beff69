/** Builds small process models for tests from a few words, so that a test reads like the diagram it is about. */
import type {
  DistributionSpec,
  ElementParameters,
  EventDefinition,
  FlowNode,
  ProcessModel,
  ResourceNeed,
  ResourcePool,
  RunSettings,
  Scenario,
  SequenceFlow,
  Sla,
  Study,
} from '#simulation';

/** A node: its BPMN type without prefix and whatever else it needs; ids of scopes default to `Process`. */
export type NodeSketch = Partial<Omit<FlowNode, 'id' | 'incoming' | 'outgoing'>> & { readonly type: string };

export interface Sketch {
  /** `{ Start: 'StartEvent', Task: { type: 'UserTask' } }`. */
  readonly nodes: Readonly<Record<string, string | NodeSketch>>;
  /** `'Start > Task > End'`; several chains; flows are named `From_To`. */
  readonly flows: readonly string[];
  readonly elements?: Readonly<Record<string, ElementParameters>>;
  readonly pools?: readonly ResourcePool[];
  readonly slas?: readonly Sla[];
  readonly run?: RunSettings;
  readonly scenario?: Partial<Scenario>;
  readonly model?: Partial<ProcessModel>;
}

/** The study of a sketch. */
export function sketch(s: Sketch): Study {
  const flows: SequenceFlow[] = [];
  const scopeOf = (id: string): string => {
    const node = s.nodes[id];
    return typeof node === 'object' ? (node.scope ?? 'Process') : 'Process';
  };
  for (const chain of s.flows) {
    const ids = chain.split('>').map((part) => part.trim());
    for (let i = 1; i < ids.length; i++)
      flows.push({ id: `${ids[i - 1]!}_${ids[i]!}`, source: ids[i - 1]!, target: ids[i]!, scope: scopeOf(ids[i]!) });
  }
  const nodes = Object.entries(s.nodes).map(([id, node]): FlowNode => {
    const rest = typeof node === 'string' ? { type: node } : node;
    return {
      scope: 'Process',
      ...rest,
      id,
      type: `bpmn:${rest.type}`,
      incoming: flows.filter((f) => f.target === id).map((f) => f.id),
      outgoing: flows.filter((f) => f.source === id).map((f) => f.id),
    };
  });
  return {
    model: {
      id: 'Definitions',
      processes: [{ id: 'Process', lanes: [] }],
      participants: [],
      messageFlows: [],
      resources: [],
      nodes,
      flows,
      ...s.model,
    },
    scenario: {
      id: 'S',
      name: 'Scenario',
      run: { seed: 'test', replications: 30, ...s.run },
      elements: s.elements ?? {},
      pools: s.pools ?? [],
      slas: s.slas ?? [],
      ...s.scenario,
    },
  };
}

/** Distributions in minutes, the unit of the known answers. */
export const constant = (value: number): DistributionSpec => ({ type: 'constant', params: { value }, unit: 'min' });
export const exponential = (mean: number): DistributionSpec => ({ type: 'exponential', params: { mean }, unit: 'min' });
export const uniform = (min: number, max: number): DistributionSpec => ({
  type: 'uniform',
  params: { min, max },
  unit: 'min',
});
export const erlang = (mean: number, k: number): DistributionSpec => ({
  type: 'erlang',
  params: { mean, k },
  unit: 'min',
});

/** A pool around the clock. */
export const pool = (
  id: string,
  capacity: number | 'unlimited' = 1,
  more: Partial<ResourcePool> = {},
): ResourcePool => ({
  id,
  name: id,
  staffing: [{ capacity }],
  ...more,
});

/** One unit of the pool. */
export const by = (id: string, units = 1): readonly (readonly ResourceNeed[])[] => [[{ pool: id, units }]];

export const timer = (text: string, kind: 'duration' | 'cycle' | 'date' = 'duration'): EventDefinition[] => [
  { type: 'bpmn:TimerEventDefinition', timer: { kind, text } },
];
export const event = (type: string, more: Partial<EventDefinition> = {}): EventDefinition[] => [
  { type: `bpmn:${type}EventDefinition`, ...more },
];
