/** Records every execution of a replication as columns, for event logs; off unless asked for. */
import { growTable } from '../kernel/arrays.ts';
import { cases } from '../kernel/cases.ts';
import { clock } from '../kernel/clock.ts';
import { units } from '../kernel/pools.ts';
import { tokens } from '../kernel/tokens.ts';
import { offeredAt, startedAt } from './interruptions.ts';
import type { TraceColumns } from '../model/run.ts';
import { bytes, doubles, integers } from '../math/memory.ts';

export let tracing = false;
let length = 0;
const columns = {
  case: doubles(1024),
  node: integers(1024),
  offered: doubles(1024),
  started: doubles(1024),
  ended: doubles(1024),
  pool: integers(1024),
  unit: integers(1024),
  cancelled: bytes(1024),
};

export function resetTrace(on: boolean): void {
  tracing = on;
  length = 0;
}

export function record(t: number, cancelled: boolean): void {
  if (length === columns.case.length) growTable(columns);
  columns.case[length] = cases.number[tokens.case[t]!]!;
  columns.node[length] = tokens.node[t]!;
  columns.offered[length] = offeredAt(t);
  columns.started[length] = startedAt(t);
  columns.ended[length] = clock.now;
  const unit = tokens.unit[t]!;
  columns.pool[length] = unit === -1 ? -1 : units.pool[unit]!;
  columns.unit[length] = unit === -1 ? -1 : units.number[unit]!;
  columns.cancelled[length++] = cancelled ? 1 : 0;
}

/** What was recorded, as copies. */
export const traceColumns = (): TraceColumns => ({
  length,
  case: columns.case.slice(0, length),
  node: columns.node.slice(0, length),
  offered: columns.offered.slice(0, length),
  started: columns.started.slice(0, length),
  ended: columns.ended.slice(0, length),
  pool: columns.pool.slice(0, length),
  unit: columns.unit.slice(0, length),
  cancelled: columns.cancelled.slice(0, length),
});
