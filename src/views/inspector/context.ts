/** What a section of the inspector works with. */
import type { FlowNode, Lane, MessageFlow, Participant, ProcessModel, Scenario, SequenceFlow } from '#simulation';
import type { TemplateResult } from 'lit';
import type { Session } from '../../app/session.ts';

export interface InspectorContext {
  readonly session: Session;
  readonly model: ProcessModel;
  /** With inheritance resolved and gaps filled: what a run would use. */
  readonly scenario: Scenario;
  /** As written: what an inheriting scenario states itself. */
  readonly written: Scenario;
  /** One undoable step on the scenario as written. */
  edit(label: string, change: (scenario: Scenario) => Scenario): void;
}

/** What is selected. `other` is drawn but does not take part in a run: notes, groups, data. */
export type Target =
  | { readonly kind: 'node'; readonly node: FlowNode }
  | { readonly kind: 'flow'; readonly flow: SequenceFlow }
  | { readonly kind: 'message-flow'; readonly flow: MessageFlow }
  | { readonly kind: 'participant'; readonly participant: Participant }
  | { readonly kind: 'lane'; readonly lane: Lane }
  | { readonly kind: 'other'; readonly id: string };

/** One block of the Element tab: one file, one line in `sections-of.ts`. */
export interface Section {
  readonly id: string;
  title(): string;
  /** Whether it has something to say about the target. */
  applies(target: Target, context: InspectorContext): boolean;
  render(target: Target, context: InspectorContext): TemplateResult;
}

/** The context of a session; the active scenario must exist. */
export function contextOf(session: Session): InspectorContext {
  const written = session.scenarios.find(({ id }) => id === session.activeScenario);
  return {
    session,
    model: session.model,
    scenario: session.scenario,
    written: written ?? session.scenario,
    edit: (label, change) => session.editScenario(label, change),
  };
}

/** What the id stands for in the model. */
export function targetOf(model: ProcessModel, id: string): Target {
  const node = model.nodes.find((n) => n.id === id);
  if (node) return { kind: 'node', node };
  const flow = model.flows.find((f) => f.id === id);
  if (flow) return { kind: 'flow', flow };
  const messageFlow = model.messageFlows.find((f) => f.id === id);
  if (messageFlow) return { kind: 'message-flow', flow: messageFlow };
  const participant = model.participants.find((p) => p.id === id);
  if (participant) return { kind: 'participant', participant };
  const lane = model.processes.flatMap((process) => process.lanes).find((l) => l.id === id);
  if (lane) return { kind: 'lane', lane };
  return { kind: 'other', id };
}
