/** How timers, dates, cycles and declared delays run (rules 17 and 18). */
import { parseLocalDateTime } from '../calendars/civil-time.ts';
import { wallClock } from '../calendars/wall-clock.ts';
import { toUtc } from '../calendars/zone.ts';
import type { Timeline } from '../calendars/index.ts';
import { createTime } from '../distributions/index.ts';
import type { WaitTime } from '../kernel/network.ts';
import { issue } from '../model/issue.ts';
import type { EventDefinition, FlowNode } from '../model/process.ts';
import { parametersOf, timeOf, type Context } from './context.ts';
import { parseCycle, parseDuration } from './iso8601.ts';

/** A timer as declared: its wait and, for a cycle, how often it occurs again. */
export interface Timing {
  readonly time: WaitTime;
  readonly repeats: number;
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

/** The time the scenario declares for the event; undefined = none. */
export function delayOf(context: Context, node: FlowNode): WaitTime | undefined {
  const { delay } = parametersOf(context, node.id);
  return delay && after(context, node, timeOf(context, node, delay) ?? constant(0));
}

/** No time at all. */
export const atOnce = (context: Context, node: FlowNode): WaitTime => after(context, node, constant(0));

/** A black-box pool that sends to the node answers after its latency; the message flow says which pool and how long. */
export function latencyOf(context: Context, node: FlowNode): { time: WaitTime; pool: string } | undefined {
  const { model } = context;
  const blackBoxes = new Set(model.participants.filter((p) => p.process === undefined).map((p) => p.id));
  const flow = model.messageFlows.find((f) => f.target === node.id && blackBoxes.has(f.source));
  const latency = flow && parametersOf(context, flow.id).latency;
  if (!latency) return undefined;
  return { time: after(context, node, timeOf(context, flow, latency) ?? constant(0)), pool: flow.source };
}

/** The timer of the event: the time the scenario declares instead, else the file's. */
export function timerOf(context: Context, node: FlowNode, { timer }: EventDefinition): Timing | undefined {
  const { delay } = parametersOf(context, node.id);
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
