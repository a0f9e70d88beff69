/** How often each sequence flow was taken and each event occurred in the window, per replication. */
import { network } from '../kernel/loaded.ts';
import { counted } from '../kernel/moves.ts';
import type { Observer } from './observer.ts';

export const flowObserver: Observer = {
  paths: (n) => [...n.flowIds.map((id) => ['flows', id]), ...[...n.eventNodes].map((i) => ['events', n.nodeIds[i]!])],
  reset: () => undefined,
  collect(write) {
    for (let f = 0; f < network.flowIds.length; f++) write(counted.flows[f]!);
    for (const n of network.eventNodes) write(counted.nodes[n]!);
  },
};
