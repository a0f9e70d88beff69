/** Shares of the completed cases: through each sequence flow, and by the end events they reached (semantics, KPI 12). */
import { clearTable, growColumn, PLACES } from '../kernel/arrays.ts';
import { caseLayout, cases } from '../kernel/cases.ts';
import { network } from '../kernel/loaded.ts';
import { doubles, integers } from '../math/memory.ts';
import { integer } from '../math/scalars.ts';
import type { Network } from '../kernel/network.ts';
import type { KpiPath } from '../model/run.ts';
import { oncePer, type Observer } from './observer.ts';
import { measured } from './window.ts';

const KIND_BITS = 8;
const KINDS = 1 << KIND_BITS;
/** 2^32 over the golden ratio: multiples of it lie apart from each other (Knuth, TAOCP 3, 6.4). */
const HASH = 0x9e3779b1;
/** Completed cases not yet counted by flow, by kind: the flows they passed, a bit each as in `cases.passed`, and how many. */
const kinds = { passed: integers(KINDS), cases: doubles(KINDS) };
/** Completed cases through each flow, and to each end event (in the order of `ends`). */
const through = { flows: doubles(PLACES), ends: doubles(PLACES) };
const counts = { ends: 0 };
/** Flows into the e-th end event: `endFlows.flows[endFlows.start[e] .. endFlows.start[e + 1])`. */
const endFlows = { start: integers(PLACES), flows: integers(PLACES) };

/** Counts a completed case: among those that passed the same flows, of which there are few kinds. */
export function addCase(c: number): void {
  if (caseLayout.passed !== 1) {
    addLongCase(c);
    return;
  }
  const passed = cases.passed[c]!;
  const kind = Math.imul(passed, HASH) >>> (32 - KIND_BITS);
  if (kinds.passed[kind] !== passed) {
    settleKind(kind);
    kinds.passed[kind] = passed;
  }
  kinds.cases[kind]! += 1;
}

/** The same where a case has more flows than bits in one place. */
function addLongCase(c: number): void {
  const words = caseLayout.passed;
  const from = Math.imul(integer(c), words);
  let hash = 0;
  for (let word = 0; word < words; word++) hash = Math.imul(hash ^ cases.passed[from + word]!, HASH);
  const kind = hash >>> (32 - KIND_BITS);
  const to = Math.imul(kind, words);
  for (let word = 0; word < words; word++)
    if (kinds.passed[to + word] !== cases.passed[from + word]) {
      settleKind(kind);
      for (let w = 0; w < words; w++) kinds.passed[to + w] = cases.passed[from + w]!;
      break;
    }
  kinds.cases[kind]! += 1;
}

/** Counts the cases of a kind by flow and end event; then there are none of it. */
function settleKind(kind: number): void {
  const count = kinds.cases[kind]!;
  if (count === 0) return;
  kinds.cases[kind] = 0;
  const base = Math.imul(kind, caseLayout.passed);
  for (let word = 0; word < caseLayout.passed; word++)
    for (let bits = kinds.passed[base + word]!; bits !== 0; bits &= bits - 1) {
      const flow = word * 32 + 31 - Math.clz32(bits & -bits);
      through.flows[flow]! += count;
    }
  for (let e = 0; e < counts.ends; e++) if (reached(base, e)) through.ends[e]! += count;
}

function reached(base: number, e: number): boolean {
  for (let i = endFlows.start[e]!; i < endFlows.start[e + 1]!; i++) {
    const flow = endFlows.flows[i]!;
    if ((kinds.passed[base + (flow >> 5)]! & (1 << (flow & 31))) !== 0) return true;
  }
  return false;
}

/** Events without outgoing flow that some flow leads to: where cases end. */
const endEvents = oncePer((n: Network): number[] =>
  [...n.eventNodes].filter((e) => n.outStart[e] === n.outStart[e + 1] && n.inStart[e]! < n.inStart[e + 1]!),
);

export const caseOutcomes: Observer = {
  paths: (n) => [
    ...n.flowIds.map((id): KpiPath => ['flowShares', id]),
    ...endEvents(n).map((e): KpiPath => ['outcomes', n.nodeIds[e]!]),
  ],
  reset() {
    const ends = endEvents(network);
    const places = Math.max(network.flowIds.length, ends.length + 1);
    clearTable(through, places);
    clearTable(endFlows, places);
    growColumn(kinds, 'passed', KINDS * caseLayout.passed);
    kinds.cases.fill(0);
    counts.ends = ends.length;
    ends.forEach((e, i) => {
      const flows = network.inFlows.subarray(network.inStart[e], network.inStart[e + 1]);
      endFlows.flows.set(flows, endFlows.start[i]);
      endFlows.start[i + 1] = endFlows.start[i]! + flows.length;
    });
  },
  collect(write) {
    for (let kind = 0; kind < KINDS; kind++) settleKind(kind);
    const share = (count: number): number => (measured.completed > 0 ? count / measured.completed : NaN);
    for (let f = 0; f < network.flowIds.length; f++) write(share(through.flows[f]!));
    for (let e = 0; e < counts.ends; e++) write(share(through.ends[e]!));
  },
};
