/** How catching events wait and boundary events are armed: timers, dates, cycles, messages, errors (rules 9, 12, 17, 18). */
import { eventType } from '../behaviors/behavior.ts';
import { parseLocalDateTime } from '../calendars/civil-time.ts';
import { wallClock } from '../calendars/wall-clock.ts';
import { toUtc } from '../calendars/zone.ts';
import type { Timeline } from '../calendars/index.ts';
import { createTime } from '../distributions/index.ts';
import type { Boundary, Wait, WaitTime } from '../kernel/network.ts';
import { issue } from '../model/issue.ts';
import type { FlowNode } from '../model/process.ts';
import { parametersOf, timeOf, type Context } from './context.ts';
import { parseCycle, parseDuration } from './iso8601.ts';

/** A timer as declared: its wait and, for a cycle, how often it occurs again. */
interface Timing {
  readonly time: WaitTime;
  readonly repeats: number;
}

/** How every catching node waits; `hasPartner` = a message of the model's own processes ends the wait. */
export function compileWaits(context: Context, hasPartner: (n: number) => boolean): Wait[] {
  const { graph } = context;
  return [...graph.nodes.keys()]
    .filter((n) => graph.hasRole(n, 'wait'))
    .map((n) => ({ node: n, time: waitTime(context, graph.nodes[n]!, hasPartner(n)) }));
}

/** Boundary events by host. */
export function compileBoundaries(context: Context): Boundary[][] {
  const { nodes, nodeIndex } = context.graph;
  const byHost = nodes.map((): Boundary[] => []);
  nodes.forEach((node, n) => {
    const host = node.attachedTo === undefined ? undefined : nodeIndex.get(node.attachedTo);
    if (node.type !== 'bpmn:BoundaryEvent') return;
    if (host === undefined) {
      context.issues.push(issue('error', 'boundary-without-host', node));
      return;
    }
    byHost[host]!.push(compileBoundary(context, node, n));
  });
  return byHost;
}

/** The repeating interval or date of a timer start event as arrivals: first time, interval, count. */
export function startTimer(
  context: Context,
  node: FlowNode,
): { first: number; every: number; times: number } | undefined {
  const timer = node.eventDefinitions?.[0]?.timer;
  if (!timer) return undefined;
  if (timer.kind === 'cycle') {
    const cycle = parseCycle(timer.text);
    return cycle && { first: 0, every: cycle.every, times: cycle.times };
  }
  const time = timer.kind === 'date' ? dateOf(context, timer.text) : parseDuration(timer.text);
  return time === undefined ? undefined : { first: Math.max(0, time), every: 0, times: 1 };
}

function compileBoundary(context: Context, node: FlowNode, n: number): Boundary {
  const interrupting = node.interrupting ?? true;
  if (eventType(node) === 'Error') {
    const { refCode = '' } = node.eventDefinitions![0]!;
    return { node: n, interrupting: true, time: undefined, errorCode: refCode, repeats: 0 };
  }
  const timing = timerOf(context, node);
  return {
    node: n,
    interrupting,
    time: timing?.time,
    errorCode: undefined,
    repeats: interrupting ? 0 : (timing?.repeats ?? 0),
  };
}

function waitTime(context: Context, node: FlowNode, hasPartner: boolean): WaitTime | undefined {
  if (eventType(node) === 'Timer') return timerOf(context, node)?.time;
  if (hasPartner) return undefined;
  const partner = latencyOf(context, node);
  if (partner) return partner;
  const { delay } = parametersOf(context, node.id);
  if (!delay) context.issues.push(issue('warning', 'no-delay', node));
  return after(context, node, timeOf(context, node, delay) ?? constant(0));
}

/** A black-box pool that sends to the node answers after its latency. */
function latencyOf(context: Context, node: FlowNode): WaitTime | undefined {
  const { model } = context;
  const blackBoxes = new Set(model.participants.filter((p) => p.process === undefined).map((p) => p.id));
  const flow = model.messageFlows.find((f) => f.target === node.id && blackBoxes.has(f.source));
  const latency = flow && parametersOf(context, flow.id).latency;
  return latency && after(context, node, timeOf(context, flow, latency) ?? constant(0));
}

function timerOf(context: Context, node: FlowNode): Timing | undefined {
  const { delay } = parametersOf(context, node.id);
  const timer = node.eventDefinitions?.find((d) => d.timer)?.timer;
  const cycle = timer?.kind === 'cycle' ? parseCycle(timer.text) : undefined;
  const repeats = cycle ? cycle.times - 1 : 0;
  const declared = timeOf(context, node, delay);
  if (delay) return declared && { time: after(context, node, declared), repeats };
  if (!timer) {
    context.issues.push(issue('error', 'timer-without-time', node));
    return undefined;
  }
  if (timer.kind === 'date') {
    const time = dateOf(context, timer.text);
    if (time !== undefined) return { time: { type: 'at', time }, repeats: 0 };
  } else {
    const length = cycle ? cycle.every : parseDuration(timer.text);
    if (length === 0 && repeats > 0) {
      context.issues.push(issue('error', 'timer-repeats-at-once', node, { text: timer.text }));
      return undefined;
    }
    if (length !== undefined && repeats >= 0) return { time: after(context, node, constant(length)), repeats };
  }
  context.issues.push(issue('error', 'timer-unreadable', node, { text: timer.text }));
  return undefined;
}

function after(context: Context, node: FlowNode, distribution: ReturnType<typeof createTime>): WaitTime {
  return { type: 'after', distribution, timeline: timelineOf(context, node) };
}

function timelineOf(context: Context, node: FlowNode): Timeline | undefined {
  const { clock, calendar } = parametersOf(context, node.id);
  if (clock !== 'business') return undefined;
  return calendar === undefined ? context.businessTimeline : context.calendars.get(calendar, node, context.issues);
}

const constant = (value: number) => createTime({ type: 'constant', params: { value }, unit: 'ms' });

/** A date in ms since the start; with `Z` or an offset it is that instant, otherwise local. */
function dateOf({ clock }: Context, text: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(
    text.trim(),
  );
  if (!match) return undefined;
  const [, date, time = '00:00', seconds = '00', offset] = match;
  const local = parseLocalDateTime(`${date!}T${time}:${seconds}`);
  if (local === undefined) return undefined;
  const { epoch, zone } = wallClock(clock);
  return (offset === undefined ? toUtc(local, zone) : local - offsetMs(offset)) - epoch;
}

function offsetMs(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}
