/** Records every execution of a replication as columns, for event logs and replay; off unless asked for. */
import { growBytes, growFloat, growInt } from '../kernel/arrays.ts';
import { caseNumber } from '../kernel/cases.ts';
import { now } from '../kernel/clock.ts';
import { unitNumber, unitPool } from '../kernel/pools.ts';
import { tokenCase, tokenNode, tokenOffered, tokenStarted, tokenUnit } from '../kernel/tokens.ts';
import type { TraceColumns } from '../model/run.ts';

export let tracing = false;
let length = 0;
let cases = new Float64Array(0);
let nodes = new Int32Array(0);
let offered = new Float64Array(0);
let started = new Float64Array(0);
let ended = new Float64Array(0);
let pools = new Int32Array(0);
let units = new Int32Array(0);
let cancellations = new Uint8Array(0);

export function resetTrace(on: boolean): void {
  tracing = on;
  length = 0;
}

export function record(t: number, cancelled: boolean): void {
  if (length === cases.length) grow();
  cases[length] = caseNumber[tokenCase[t]!]!;
  nodes[length] = tokenNode[t]!;
  offered[length] = tokenOffered[t]!;
  started[length] = tokenStarted[t]!;
  ended[length] = now;
  const unit = tokenUnit[t]!;
  pools[length] = unit === -1 ? -1 : unitPool[unit]!;
  units[length] = unit === -1 ? -1 : unitNumber[unit]!;
  cancellations[length++] = cancelled ? 1 : 0;
}

/** What was recorded, as copies. */
export const traceColumns = (): TraceColumns => ({
  length,
  case: cases.slice(0, length),
  node: nodes.slice(0, length),
  offered: offered.slice(0, length),
  started: started.slice(0, length),
  ended: ended.slice(0, length),
  pool: pools.slice(0, length),
  unit: units.slice(0, length),
  cancelled: cancellations.slice(0, length),
});

function grow(): void {
  const capacity = Math.max(1024, 2 * length);
  cases = growFloat(cases, capacity);
  nodes = growInt(nodes, capacity);
  offered = growFloat(offered, capacity);
  started = growFloat(started, capacity);
  ended = growFloat(ended, capacity);
  pools = growInt(pools, capacity);
  units = growInt(units, capacity);
  cancellations = growBytes(cancellations, capacity);
}
