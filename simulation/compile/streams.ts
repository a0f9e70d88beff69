/** Arrivals: one stream for each start event that cases come to by themselves (rules 7, 17, 23). */
import { createRateProfile } from '../calendars/index.ts';
import { createTime } from '../distributions/index.ts';
import type { Stream } from '../kernel/network.ts';
import { issue, type Named } from '../model/issue.ts';
import type { FlowNode } from '../model/process.ts';
import type { Arrivals } from '../model/scenario.ts';
import { parametersOf, timeOf, type Context } from './context.ts';
import { startTimer } from './events.ts';
import { instantiates } from './graph.ts';

const EXPONENTIAL = { type: 'exponential', params: { mean: 1 }, unit: 'h' } as const;

/** Streams in node order; `startedByMessage` = a partner's message or a signal starts it. */
export function compileStreams(context: Context, startedByMessage: (n: number) => boolean): Stream[] {
  const { graph, model, issues } = context;
  const streams: Stream[] = [];
  model.processes.forEach((process, scope) => {
    const starts = [...graph.nodes.keys()].filter(
      (n) => graph.nodes[n]!.scope === process.id && beginsCases(graph.nodes[n]!),
    );
    const isCalled = [...graph.calls.values()].includes(scope);
    for (const n of starts) {
      const stream = compileStream(context, graph.nodes[n]!, n, scope);
      if (stream) streams.push(stream);
      else if (!startedByMessage(n) && !isCalled) issues.push(issue('warning', 'no-arrivals', graph.nodes[n]));
    }
    if (starts.length === 0 && graph.scopes[scope]!.startNodes.length > 0) {
      if (!isCalled) issues.push(issue('info', 'implicit-start', process));
      const stream = compileStream(context, process, -1, scope);
      if (stream) streams.push(stream);
      else if (!isCalled) issues.push(issue('warning', 'no-arrivals', process));
    }
  });
  if (streams.length === 0)
    issues.push(issue('error', model.nodes.length === 0 ? 'nothing-to-simulate' : 'no-cases-arrive'));
  return streams;
}

const beginsCases = (node: FlowNode): boolean => node.type === 'bpmn:StartEvent' || instantiates(node);

function compileStream(context: Context, owner: Named, node: number, scope: number): Stream | undefined {
  const { arrivals } = parametersOf(context, owner.id);
  if (arrivals) return declared(context, owner, node, scope, arrivals);
  const timer = node < 0 ? undefined : startTimer(context, context.graph.nodes[node]!);
  if (!timer) return undefined;
  const lead = timer.first > 0 ? timer.first : timer.every;
  if (timer.times === Infinity && timer.every === 0) {
    context.issues.push(issue('error', 'arrivals-without-end', owner));
    return undefined;
  }
  return {
    node,
    scope,
    id: owner.id,
    interval: createTime({ type: 'constant', params: { value: lead }, unit: 'ms' }),
    count: timer.times,
    timeline: undefined,
    outside: 'clock-stops',
    profile: undefined,
    firstAtStart: timer.first === 0,
    replay: undefined,
  };
}

function declared(context: Context, owner: Named, node: number, scope: number, arrivals: Arrivals): Stream {
  const { issues } = context;
  const { profile, replay, count = Infinity } = arrivals;
  const interval = timeOf(context, owner, arrivals.interval ?? (profile ? EXPONENTIAL : undefined));
  if (replay && (replay.length === 0 || !replay.every((s) => Number.isFinite(s) && s >= 0)))
    issues.push(issue('error', 'replay-times', owner));
  const endless = !replay && !profile && (!interval || interval.mean === 0) && count === Infinity;
  if (count !== Infinity && (!Number.isInteger(count) || count < 0))
    issues.push(issue('error', 'count-out-of-range', owner, { value: String(count) }));
  else if (endless) issues.push(issue('error', 'arrivals-without-end', owner));
  const rates = profile?.every(
    (slot) => Number.isFinite(slot.perHour) && slot.perHour >= 0 && slot.from >= 0 && slot.to <= 1440,
  );
  if (profile && (!rates || !profile.some((slot) => slot.perHour > 0 && slot.days.length > 0)))
    issues.push(issue('error', 'profile-without-rates', owner));
  return {
    node,
    scope,
    id: owner.id,
    interval,
    count,
    timeline: context.calendars.get(profile ? undefined : arrivals.calendar, owner, issues),
    outside: arrivals.outside ?? 'clock-stops',
    profile: profile && createRateProfile(profile, context.clock),
    replay: replay && Float64Array.from(replay, (s) => Math.round(s * 1000)).sort(),
    firstAtStart: (arrivals.first ?? (profile ? 'after-interval' : 'at-start')) === 'at-start',
  };
}
