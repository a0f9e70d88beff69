/**
 * Rework: which executions repeat an earlier one of the case. The runs of a multi-instance activity do not repeat each other, so what
 * happens inside of one is compared with what happened in the same run.
 */
import { visitsBefore } from './instances.ts';
import { network } from './loaded.ts';
import { scopes } from './scopes.ts';
import { tokens } from './tokens.ts';

/** A run, known by its token, and the visit with which each node was seen in it first. */
interface Run {
  readonly stamp: number;
  readonly first: Map<number, number>;
}

/** By slot of the run's token. */
const bySlot: (Run | undefined)[] = [];
/** Whether the network has any runs; without, the visits of the case tell all. */
export const runs = { any: false };

export function resetRepeats(): void {
  bySlot.length = 0;
  runs.any = network.loops.some((loop) => loop?.type === 'multi-instance');
}

/** Whether the execution that ends now repeats an earlier one. */
export const isRepeated = (t: number): boolean =>
  runs.any ? repeats(t, tokens.node[t]!, tokens.visit[t]!) : tokens.visit[t]! > 0;

/** Whether visit number `visit` of node `n`, which token `t` made, repeats another. */
function repeats(t: number, n: number, visit: number): boolean {
  // The run is the token in whose scope all this happens, directly below the token of the looped activity.
  let run = t;
  let host = scopes.host[tokens.scope[t]!]!;
  while (host !== -1 && network.loops[tokens.node[host]!]?.type !== 'multi-instance') {
    run = host;
    host = scopes.host[tokens.scope[host]!]!;
  }
  if (host === -1) return visit > 0;
  const { first } = runOf(run);
  const seen = first.get(n);
  if (seen === undefined) first.set(n, visit);
  else if (seen !== visit) return true;
  // All of the run is a repetition when its activity is.
  return repeats(host, tokens.node[host]!, visitsBefore(host));
}

function runOf(t: number): Run {
  const known = bySlot[t];
  const stamp = tokens.stamp[t]!;
  if (known?.stamp === stamp) return known;
  return (bySlot[t] = { stamp, first: new Map() });
}
