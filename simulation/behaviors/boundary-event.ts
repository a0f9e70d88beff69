/** Boundary events: timers and errors at activities; armed and fired with their host, never entered by a flow (rules 9, 12). */
import { defineBehavior, eventType, neverResumed } from './behavior.ts';

const neverEntered = (_token: number, node: number): void => {
  throw new Error(`boundary event <${node}> entered by a flow`);
};

export const boundaryTimer = defineBehavior({
  name: 'boundary-timer',
  handles: (node) => node.type === 'bpmn:BoundaryEvent' && eventType(node) === 'Timer',
  roles: ['event'],
  parameters: ['delay', 'clock', 'calendar'],
  enter: neverEntered,
  resume: neverResumed,
});

export const boundaryError = defineBehavior({
  name: 'boundary-error',
  handles: (node) => node.type === 'bpmn:BoundaryEvent' && eventType(node) === 'Error',
  roles: ['event'],
  parameters: [],
  enter: neverEntered,
  resume: neverResumed,
});
