/** What event logs in all formats share: who wrote what when, one replication at a time so that memory stays bounded. */
import { formatIsoLocal, type ClockSettings, type TraceColumns } from '#simulation';

/** What the numbers of a trace stand for. */
export interface EventLogContext {
  /** Name of the log, e.g. that of the process. */
  readonly name: string;
  readonly nodeIds: readonly string[];
  readonly nodeNames: readonly string[];
  readonly poolNames: readonly string[];
  /** Start and zone of simulated time. Keep one object for a whole log. */
  readonly clock: ClockSettings;
  /** Replications the log will hold; case ids are numbered within each when there are several. */
  readonly replications: number;
}

/** A log in one format, as pieces of text to be written one after the other. */
export interface EventLogWriter {
  /** Before the first replication. */
  begin(): string;
  replication(index: number, trace: TraceColumns): Iterable<string>;
  /** After the last one. */
  end(): string;
}

/** One execution of an activity with everything in words. */
export interface Execution {
  readonly caseId: string;
  readonly activity: string;
  readonly elementId: string;
  /** Local time with offset; absent when it never happened. */
  readonly enabled: string | undefined;
  readonly started: string | undefined;
  readonly ended: string | undefined;
  /** Name of the person, e.g. `Clerks 2`; absent when nobody was needed. */
  readonly resource: string | undefined;
  readonly pool: string | undefined;
  readonly cancelled: boolean;
}

/** Row `row` of the trace of replication `index`. */
export function executionAt(context: EventLogContext, index: number, trace: TraceColumns, row: number): Execution {
  const node = trace.node[row] ?? -1;
  const pool = context.poolNames[trace.pool[row] ?? -1];
  const unit = trace.unit[row] ?? -1;
  const elementId = context.nodeIds[node] ?? '';
  return {
    caseId: caseIdOf(context, index, trace.case[row] ?? 0),
    activity: context.nodeNames[node] || elementId,
    elementId,
    enabled: timeText(trace.offered[row], context.clock),
    started: timeText(trace.started[row], context.clock),
    ended: timeText(trace.ended[row], context.clock),
    resource: pool !== undefined && unit >= 0 ? `${pool} ${unit + 1}` : pool,
    pool,
    cancelled: trace.cancelled[row] === 1,
  };
}

/** Cases count from 1; with several replications the number of the replication comes first, as in `3-17`. */
export const caseIdOf = (context: EventLogContext, index: number, number: number): string =>
  context.replications > 1 ? `${index + 1}-${number + 1}` : `${number + 1}`;

/** Traces hold NaN (or a negative number) for what never happened. */
const timeText = (time: number | undefined, clock: ClockSettings): string | undefined =>
  time !== undefined && time >= 0 ? formatIsoLocal(time, clock) : undefined;
