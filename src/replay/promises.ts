/** Promises along the time of a replay: when each was kept or missed, and when each case becomes late. */
import type { Recording } from './recording.ts';

/** Kept and missed promises in order of time. */
export interface Verdicts {
  readonly at: Float64Array;
  readonly promise: Int32Array;
  readonly case: Int32Array;
  readonly met: Uint8Array;
}

/** Judgements of the recording sorted by when they are known: a promise kept at that moment, one missed when it was due. */
export function verdictsOf({ trace: { judgements } }: Recording): Verdicts {
  const order = Array.from(judgements.at, (_, i) => i).sort(
    (a, b) => (judgements.at[a] ?? 0) - (judgements.at[b] ?? 0) || a - b,
  );
  const n = order.length;
  const verdicts = {
    at: new Float64Array(n),
    promise: new Int32Array(n),
    case: new Int32Array(n),
    met: new Uint8Array(n),
  };
  order.forEach((from, to) => {
    verdicts.at[to] = judgements.at[from] ?? 0;
    verdicts.promise[to] = judgements.sla[from] ?? 0;
    verdicts.case[to] = judgements.case[from] ?? 0;
    verdicts.met[to] = judgements.met[from] ?? 0;
  });
  return verdicts;
}

/** When each case is due by the first promise on whole cases that applies to it; Infinity = nothing was promised (or judged). */
export function dueTimes({ trace, promises }: Recording): Float64Array {
  const due = new Float64Array(trace.cases.arrival.length).fill(Infinity);
  const { judgements } = trace;
  judgements.sla.forEach((sla, i) => {
    const c = judgements.case[i] ?? -1;
    if (promises[sla]?.onCases) due[c] = Math.min(due[c] ?? Infinity, judgements.due[i] ?? Infinity);
  });
  return due;
}

/** How a case stands to its promise. `none`: nothing was promised. */
export const Standing = { none: 0, onTime: 1, atRisk: 2, late: 3 } as const;

/** Share of the promised time after which an open case counts as at risk. */
const RISK = 0.75;

/** Standing at `time` of a case that arrived at `arrival` and is due at `due`. */
export function standing(time: number, arrival: number, due: number): number {
  if (due === Infinity) return Standing.none;
  if (time > due) return Standing.late;
  return time > arrival + RISK * (due - arrival) ? Standing.atRisk : Standing.onTime;
}

/** First index whose value is greater than `x`; values ascend. */
export function after(values: Float64Array, x: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Infinity) <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}
