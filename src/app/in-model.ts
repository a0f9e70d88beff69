/** Looks for elements in a process model. */
import type { ProcessModel } from '#simulation';

/** Whether the model has a node, flow, pool or lane with this id. */
export function isInModel({ nodes, flows, messageFlows, participants, processes }: ProcessModel, id: string): boolean {
  const lanes = processes.flatMap((process) => process.lanes);
  return [nodes, flows, messageFlows, participants, lanes].some((all) => all.some((e) => e.id === id));
}
