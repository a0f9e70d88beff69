/** What a BPMN element is to the engine: one descriptor per file, one line in the registry. */
import type { Enter, Quick, Resume } from '../kernel/behavior-table.ts';
import type { FlowNode } from '../model/process.ts';
import type { ElementParameters } from '../model/scenario.ts';

/** Roles the compiler fills tables by. */
export type NodeRole =
  /** Has executions in the statistics. */
  | 'activity'
  /** Waits for a time or a message. */
  | 'wait'
  /** Incoming flows hold marks. */
  | 'join'
  /** Draws one of its outgoing flows. */
  | 'choice'
  /** Counted under `events` in results. */
  | 'event'
  /** Takes no time and cannot hold a token (for the search of zero-time cycles). */
  | 'instant';

export interface Behavior {
  /** Name in the conformance table, kebab-case. */
  readonly name: string;
  /** Whether this behavior runs the node; the first in the registry that does is used. */
  handles(node: FlowNode): boolean;
  readonly roles: readonly NodeRole[];
  /** Parameters of the scenario that mean something here; `parametersFor` adds those of what a loop repeats. */
  readonly parameters: readonly (keyof ElementParameters)[];
  /** What `enter` comes to at a plain node, done without a call; absent = nothing simple. */
  readonly quick?: Quick;
  /** A token enters the node. */
  readonly enter: Enter;
  /** What the token waited for at the node has happened. */
  readonly resume: Resume;
}

/** Types a descriptor; says nothing more than it is given. */
export const defineBehavior = (behavior: Behavior): Behavior => behavior;

/** Parameters of events that may occur without anything in the model that triggers them. */
export const CHANCE = ['delay', 'clock', 'calendar', 'probability', 'occurrences'] as const;

/** For nodes at which a token never waits. */
export const neverResumed: Resume = (_token, node) => {
  throw new Error(`nothing to resume at node <${node}>`);
};

/** The only event definition's type without prefix, '' for none, 'several' for more. */
export function eventType(node: FlowNode): string {
  const definitions = node.eventDefinitions ?? [];
  if (definitions.length > 1) return 'several';
  return definitions[0]?.type.replace(/^bpmn:|EventDefinition$/g, '') ?? '';
}
