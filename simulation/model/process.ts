/** What a BPMN document says about the flow of work, as plain structured-cloneable data: the engine's view of the diagram. */
import type { Formula } from './expression.ts';
import type { Named } from './issue.ts';

/** One BPMN document. */
export interface ProcessModel {
  /** Id of `bpmn:definitions`. */
  readonly id: string;
  readonly name?: string;
  /** Every `bpmn:process` with flow nodes, in document order. */
  readonly processes: readonly Process[];
  /** Pools of the collaboration; empty without one. */
  readonly participants: readonly Participant[];
  readonly messageFlows: readonly MessageFlow[];
  /** Every flow node of every process and sub-process, flat, in document order; `scope` says where it lives. */
  readonly nodes: readonly FlowNode[];
  /** Every sequence flow, flat, in document order. */
  readonly flows: readonly SequenceFlow[];
  /** `bpmn:resource` roots, which carry resource pools in files. */
  readonly resources: readonly Named[];
}

export interface Process extends Named {
  readonly name?: string;
  readonly lanes: readonly Lane[];
}

export interface Lane extends Named {
  readonly name?: string;
  /** Ids of the flow nodes in the lane (nested lanes: in the innermost). */
  readonly nodes: readonly string[];
}

export interface Participant extends Named {
  readonly name?: string;
  /** Process drawn in this pool; absent for a black box. */
  readonly process?: string;
}

export interface MessageFlow extends Named {
  readonly name?: string;
  /** Id of a flow node or of a participant. */
  readonly source: string;
  readonly target: string;
}

export interface SequenceFlow extends Named {
  readonly name?: string;
  /** Id of the process or sub-process that contains it. */
  readonly scope: string;
  readonly source: string;
  readonly target: string;
  /** `bpmn:conditionExpression` of the file. */
  readonly condition?: Formula;
}

/**
 * A flow node with everything a behavior may ask for. `type` is the BPMN type with prefix (`bpmn:UserTask`); absent optional
 * fields have their BPMN default.
 */
export interface FlowNode extends Named {
  readonly name?: string;
  readonly type: string;
  /** Id of the process or sub-process that contains it. */
  readonly scope: string;
  /** Ids of sequence flows in document order. */
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  /** Default flow of a gateway or activity. */
  readonly default?: string;
  /** Boundary event: the activity it is attached to. */
  readonly attachedTo?: string;
  /** Boundary event: `cancelActivity` (default true). Event sub-process start: `isInterrupting` (default true). */
  readonly interrupting?: boolean;
  readonly eventDefinitions?: readonly EventDefinition[];
  readonly parallelMultiple?: boolean;
  readonly loop?: Loop;
  /** Sub-process: `triggeredByEvent`. */
  readonly triggeredByEvent?: boolean;
  /** Event-based gateway and receive task: `instantiate`. */
  readonly instantiate?: boolean;
  /** Event-based gateway: `eventGatewayType`. */
  readonly eventGatewayType?: 'Exclusive' | 'Parallel';
  /** Send and receive task: id of the message. */
  readonly messageRef?: string;
  /** Call activity: id of the called process. */
  readonly calledElement?: string;
  readonly isForCompensation?: boolean;
  /** Compensation boundary event: the activity that an association links to it. */
  readonly handler?: string;
  /** Data objects whose state it sets when it is done, as its data outputs say. */
  readonly writes?: readonly DataState[];
  /** Complex gateway: `activationCondition`. Ad-hoc sub-process: `completionCondition`. */
  readonly condition?: Formula;
  /** Ad-hoc sub-process: `ordering`. */
  readonly ordering?: 'Parallel' | 'Sequential';
  /** Ad-hoc sub-process: whether what still runs is cancelled when the completion condition holds; default true. */
  readonly cancelsRemaining?: boolean;
}

/** A data object with the state in which it leaves an activity. */
export interface DataState {
  readonly object: string;
  readonly state: string;
}

export interface EventDefinition {
  /** BPMN type with prefix: `bpmn:TimerEventDefinition`. */
  readonly type: string;
  /** Id of the referenced message, signal, error or escalation; `activityRef` of a compensation. */
  readonly ref?: string;
  /** Name of the referenced item. */
  readonly refName?: string;
  /** Error or escalation code. */
  readonly refCode?: string;
  /** Timer: which of the three, and its ISO 8601 text as written. */
  readonly timer?: { readonly kind: 'date' | 'duration' | 'cycle'; readonly text: string };
  /** Conditional event: its condition. */
  readonly condition?: Formula;
  /** Link event: its name. */
  readonly linkName?: string;
  /** Thrown compensation: whether the thrower waits until it is done; default true. */
  readonly waits?: boolean;
}

export type Loop =
  | { readonly type: 'standard'; readonly testBefore: boolean; readonly maximum?: number; readonly condition?: Formula }
  | {
      readonly type: 'multi-instance';
      readonly sequential: boolean;
      readonly cardinality?: Formula;
      readonly completion?: Formula;
    };

/** A single run of a looped activity: the same without its marker, in nobody's flow. */
export function withoutLoop(node: FlowNode): FlowNode {
  const run: { -readonly [K in keyof FlowNode]: FlowNode[K] } = { ...node, incoming: [], outgoing: [] };
  delete run.loop;
  delete run.default;
  return run;
}

/** Whether the event throws what its definitions say. */
export const isThrowing = (node: FlowNode): boolean =>
  node.type === 'bpmn:EndEvent' || node.type === 'bpmn:IntermediateThrowEvent';
