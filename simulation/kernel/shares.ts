/** Choosing one outgoing flow by shares (semantics rule 4). */
import { graph } from './graph.ts';
import { drawBranchBits } from './loaded.ts';
import { countVisit } from './moves.ts';
import { uniformOfBits } from '../random/keyed.ts';

/** The outgoing flow of node `n`, which has several, that this visit of the case draws; −1 = all shares are 0. */
export function flowByShare(n: number, c: number): number {
  drawBranchBits(n, c, countVisit(c, n), 0);
  const end = graph.outStart[n + 1]!;
  let u = uniformOfBits();
  let last = -1;
  for (let i = graph.outStart[n]!; i < end; i++) {
    const flow = graph.drawnFlows[i]!;
    const share = graph.flowShare[flow]!;
    if (share <= 0) continue;
    if (u < share) return flow;
    u -= share;
    last = flow;
  }
  return last;
}
