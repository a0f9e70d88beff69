/** One row of the table of BPMN elements: where an element stands, what a run does with it, and the trace that shows it. */
import type { FlowNode } from '#simulation';

export interface ConformanceRow {
  readonly element: () => string;
  /** Where it stands. */
  readonly position: () => string;
  /** What happens there in a run. */
  readonly happens: () => string;
  /** Nodes the row speaks of, in words of the engine; the first is the plainest. */
  readonly nodes: readonly SampleNode[];
  /** Name of the trace file in `test/fixtures/traces` that shows it event by event. */
  readonly trace: string;
}

/** A flow node without the connections that every node has. */
export type SampleNode = Partial<Omit<FlowNode, 'id' | 'incoming' | 'outgoing' | 'scope'>> & { readonly type: string };
