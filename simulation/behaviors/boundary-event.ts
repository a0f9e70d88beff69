/** Boundary events of every kind: armed and fired with their host, never entered by a flow (rules 9, 12, 13, 19). */
import { CHANCE, defineBehavior, eventType, neverResumed } from './behavior.ts';

export const neverEntered = (_token: number, node: number): void => {
  throw new Error(`node <${node}> entered by a flow`);
};

const boundary = (
  name: string,
  kinds: readonly string[],
  parameters: Parameters<typeof defineBehavior>[0]['parameters'],
) =>
  defineBehavior({
    name,
    handles: (node) => node.type === 'bpmn:BoundaryEvent' && kinds.includes(eventType(node)),
    roles: ['event'],
    parameters,
    enter: neverEntered,
    resume: neverResumed,
  });

export const boundaryTimer = boundary('boundary-timer', ['Timer'], ['delay', 'clock', 'calendar', 'probability']);
export const boundaryError = boundary('boundary-error', ['Error'], ['delay', 'clock', 'calendar', 'probability']);
export const boundaryTrigger = boundary(
  'boundary-trigger',
  ['Message', 'Signal', 'Conditional', 'Escalation', 'several'],
  CHANCE,
);
/** These happen by what the model does alone. */
export const boundaryUndo = boundary('boundary-undo', ['Cancel', 'Compensate'], []);
