/**
 * Pools in which waiting work takes people away from work under way that ranks lower (rules 25, 26). All work there needs one unit of
 * the pool and nothing else (`compile/preemption.ts` sees to it), and who does it makes no difference.
 */
import { cancelEvent } from './cancel.ts';
import { clock } from './clock.ts';
import { graph } from './graph.ts';
import { workInterrupted, workQueued } from './hooks.ts';
import { groups, poolGroupsOf, releaseUnits, units, unitsOfGroup } from './pools.ts';
import { enqueueFirst, queues, requests } from './queues.ts';
import { rankIn } from './ranks.ts';
import { workedSoFar } from './shifts.ts';
import { setState, tokens } from './tokens.ts';
import { waitingState } from './work.ts';

/** Makes a unit of the pool, of which none is idle, free for the head of its queue; false when nothing ranks lower. */
export function freeForHead(p: number): boolean {
  const head = queues.first[p]!;
  if (head === -1) return false;
  const t = lowestUnderWay(p);
  if (t === -1 || rankOf(t, p) >= requests.rank[head]!) return false;
  interrupt(t, p);
  return true;
}

/** The token whose work on shift ranks lowest; of equals, that begun last. −1 = none is under way. */
function lowestUnderWay(p: number): number {
  let lowest = -1;
  let least = Infinity;
  for (const g of poolGroupsOf(p)) {
    if (groups.on[g] === 0) continue;
    for (const unit of unitsOfGroup(g)) {
      const t = units.token[unit]!;
      if (t === -1) continue;
      const rank = rankOf(t, p);
      if (lowest === -1 || rank < least || (rank === least && beganAfter(t, lowest))) {
        lowest = t;
        least = rank;
      }
    }
  }
  return lowest;
}

function beganAfter(t: number, other: number): boolean {
  const [a, b] = [tokens.started[t]!, tokens.started[other]!];
  return a > b || (a === b && tokens.stamp[t]! > tokens.stamp[other]!);
}

const rankOf = (t: number, p: number): number => rankIn(p, t, graph.activity[tokens.node[t]!]!);

/** The token's work stops here; what is left of it waits at the head of its class. */
function interrupt(t: number, p: number): void {
  tokens.work[t]! -= workedSoFar(t);
  workInterrupted(t);
  cancelEvent(t);
  releaseUnits(t);
  tokens.offered[t] = clock.now;
  tokens.started[t] = NaN;
  tokens.overtime[t] = 0;
  enqueueFirst(t, p, rankOf(t, p));
  setState(t, waitingState(t));
  workQueued(t);
}
