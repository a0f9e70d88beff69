/** Promises, judged from the logs (semantics, KPIs 2 and 9). */
import { groupBy, total, mean, percentile, type Log } from './log.ts';
import { advance, openIntervals, overlapOf, type Figures } from './time.ts';

const WEEK = 7 * 86_400_000;

interface Judged {
  readonly case: number;
  readonly from: number;
  /** Infinity = never. */
  readonly to: number;
  /** A step that was cancelled then: only if it was late already does it count. */
  readonly cancelledAt?: number;
}

export function promiseFigures(log: Log): Figures {
  const { network, plan, trace, start, end } = log;
  const far = end + 60 * WEEK;
  return Object.assign(
    {},
    ...network.slas.map((sla, k): Figures => {
      const open = sla.timeline && openIntervals(sla.timeline, far);
      const due = (from: number): number => (open ? advance(open, from, sla.limit) : from + sla.limit);
      const length = (from: number, to: number): number => (open ? overlapOf(open, from, to) : to - from);
      const offset = (c: number): number => c * trace.attributeCount;
      const asked = judgedBy(log, k)?.filter(
        (one) => one.from >= start && (!sla.when || sla.when(trace.cases.attributes, offset(one.case)) === 1),
      );
      if (!asked) return {};
      const reached = asked.filter(({ to }) => to < Infinity);
      const judged = asked.filter(({ from, to, cancelledAt }) => {
        if (due(from) > plan.horizon) return false;
        if (cancelledAt !== undefined) return due(from) < cancelledAt;
        return to < Infinity || plan.horizon === Infinity || due(from) <= end;
      });
      const isKept = ({ from, to }: Judged): boolean => to <= due(from);
      const late = judged.filter((one) => !isKept(one) && one.to < Infinity);
      const lateness = late.map(({ from, to }) => length(due(from), to) / 1000);
      const weeks = [...groupBy(judged, ({ from }) => Math.floor(from / WEEK)).values()];
      const mine: Record<string, number> = {
        measured: judged.length,
        hitRate: judged.filter(isKept).length / judged.length,
        'lateness.mean': mean(lateness, (x) => x),
        'lateness.p90': percentile(lateness, 0.9),
        weeksMet: mean(weeks, (week) => (week.filter(isKept).length / week.length >= sla.target ? 1 : 0)),
      };
      if (sla.scope === 'segment') {
        const times = reached.map(({ from, to }) => length(from, to) / 1000);
        mine['leadTime.mean'] = total(times, (x) => x) / times.length;
        for (const p of [50, 80, 90, 95]) mine[`leadTime.p${String(p)}`] = percentile(times, p / 100);
        mine.notReached = asked.length - reached.length;
      }
      return Object.fromEntries(Object.entries(mine).map(([key, value]) => [`slas.${sla.id}.${key}`, value]));
    }),
  ) as Figures;
}

/** What the promise is about; undefined where the logs do not tell. */
function judgedBy(log: Log, k: number): Judged[] | undefined {
  const { network, trace } = log;
  const { scope, activity } = network.slas[k]!;
  const { arrival, ended, failed } = trace.cases;
  if (scope === 'case')
    return Array.from(arrival, (from, c) => ({
      case: c,
      from,
      to: failed[c] === 1 || Number.isNaN(ended[c]!) ? Infinity : ended[c]!,
    }));
  if (scope === 'activity') {
    const over = log.executions.filter((execution) => execution.activity === activity);
    const seen = new Set(over.map(({ stay }) => stay));
    return [
      ...over.map(({ case: c, offered: from, ended: to, cancelled }) =>
        cancelled ? { case: c, from, to: Infinity, cancelledAt: to } : { case: c, from, to },
      ),
      ...log.stays
        .filter((stay) => network.nodeActivity[stay.node] === activity && stay.to === Infinity && !seen.has(stay))
        .map(({ case: c, from }) => ({ case: c, from, to: Infinity })),
    ];
  }
  return segments(log, k);
}

/** Segments between nodes that are entered, of cases that began them; those that failed on the way were never to reach the end. */
function segments({ network, trace, stays }: Log, k: number): Judged[] | undefined {
  if (network.milestonesLeft.some((hooks) => hooks?.some(({ sla }) => sla === k))) return undefined;
  const node = (end: boolean): number =>
    network.milestonesEntered.findIndex((hooks) => hooks?.some((hook) => hook.sla === k && hook.end === end));
  const [first, last] = [node(false), node(true)];
  return [...groupBy(stays, (stay) => stay.case)].flatMap(([c, visited]): Judged[] => {
    const begun = visited.findIndex((stay) => stay.node === first);
    if (begun < 0) return [];
    const from = visited[begun]!.from;
    const to = visited.slice(begun).find((stay) => stay.node === last)?.from;
    // Without its end the segment of a case that is over was not measured: neither kept nor missed.
    if (to === undefined && !Number.isNaN(trace.cases.ended[c]!))
      return [{ case: c, from, to: Infinity, cancelledAt: from }];
    return [{ case: c, from, to: to ?? Infinity }];
  });
}
