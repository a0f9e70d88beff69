/** Heat maps of a recorded replication: one figure for each step, over all that was recorded. */
import { Movement } from '#simulation';
import { TokenActivity } from './replay-state.ts';
import type { Recording } from './recording.ts';

/** Mean wait for people per execution, or number of executions. */
export const STEP_HEATS = ['waiting', 'executions'] as const;
export type StepHeat = (typeof STEP_HEATS)[number];

interface Stay {
  readonly node: number;
  state: number;
  since: number;
  worked: boolean;
}

/** By node: ms waited per execution, or executions; NaN where nobody works or nothing was done. */
export function readStepHeat({ trace, nodes, flows }: Recording, heat: StepHeat): Float64Array {
  const { time, kind, subject, value } = trace;
  const waited = new Float64Array(nodes.length);
  const executions = new Float64Array(nodes.length);
  const stays = new Map<number, Stay>();
  const settle = (stay: Stay, now: number): void => {
    if (isWaiting(stay.state)) waited[stay.node] = (waited[stay.node] ?? 0) + now - stay.since;
    stay.since = now;
  };
  const close = (token: number, now: number): void => {
    const stay = stays.get(token);
    if (!stay) return;
    settle(stay, now);
    if (stay.worked) executions[stay.node] = (executions[stay.node] ?? 0) + 1;
    stays.delete(token);
  };
  for (let i = 0; i < time.length; i++) {
    const token = subject[i] ?? 0;
    const now = time[i] ?? 0;
    const v = value[i] ?? 0;
    if (kind[i] === Movement.entered) {
      close(token, now);
      const node = v < 0 ? -1 - v : (flows[v]?.target ?? -1);
      if ((nodes[node]?.pools.length ?? 0) > 0)
        stays.set(token, { node, state: TokenActivity.none, since: now, worked: false });
    } else if (kind[i] === Movement.gone) close(token, now);
    else if (kind[i] === Movement.state) {
      const stay = stays.get(token);
      if (!stay) continue;
      settle(stay, now);
      stay.state = v;
      if (v === TokenActivity.working) stay.worked = true;
    }
  }
  for (const token of [...stays.keys()]) close(token, trace.end);
  return executions.map((count, n) => (count === 0 ? NaN : heat === 'executions' ? count : (waited[n] ?? 0) / count));
}

const isWaiting = (state: number): boolean => state === TokenActivity.contention || state === TokenActivity.offShift;
