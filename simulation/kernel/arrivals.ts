/** When cases come: one stream per start event, its next arrival kept outside the event list (rule 23). */
import { caseLayout, cases, createCase } from './cases.ts';
import { clearTable, PLACES } from './arrays.ts';
import { stop } from './faults.ts';
import { caseStarted, recorder } from './hooks.ts';
import {
  attributeRow,
  attributeUniform,
  drawInterval,
  intervalUniform,
  network,
  nodeOffset,
  streamOffset,
} from './loaded.ts';
import { plainStart, startAlong, startScope } from './moves.ts';
import { drawn, sampleExact } from './samplers.ts';
import { bytes, doubles, integers } from '../math/memory.ts';

/** So small an amount of expected cases is reached as soon as any can come. */
const HARDLY_ANY = 1e-9;

/** Arrival of a case that was there before the run. */
const BEFORE = -1;

/** Streams by number. */
const streams = {
  /** Next arrival. */
  time: doubles(PLACES),
  /** Clock of the stream where arrivals outside open hours are moved or dropped: it does not stop. */
  clock: doubles(PLACES),
  /** Intervals drawn so far. */
  drawn: integers(PLACES),
  started: integers(PLACES),
  /** Cases it has in all. */
  count: doubles(PLACES),
  /** Where its cases begin: scope, and node or −1. */
  scope: integers(PLACES),
  node: integers(PLACES),
  /** The flow by which its cases leave the node at once; −1 = more is to be done there. */
  flow: integers(PLACES),
  /** What its cases' running numbers begin with in random draws. */
  offset: integers(PLACES),
  /** 1 = nothing but its intervals tells when its cases come. */
  plain: bytes(PLACES),
};

/** Time of the next arrival of any stream; Infinity = no more. */
export const nextArrivalTime = doubles(1);
/** Its stream, the cases `started` so far, of at most `limit`, and `others`: those that signals began besides or that were there before. */
export const arrivals = {
  stream: 0,
  streams: 0,
  started: 0,
  limit: Infinity,
  bySignal: 0,
  others: 0,
  initialLeft: false,
};

/** Draws the first arrivals. At most `limit` cases come in all. */
export function resetArrivals(limit: number): void {
  arrivals.limit = limit;
  arrivals.started = 0;
  arrivals.bySignal = 0;
  arrivals.others = 0;
  arrivals.initialLeft = network.initial.length > 0;
  arrivals.streams = network.streams.length;
  clearTable(streams, arrivals.streams);
  network.streams.forEach((stream, s) => {
    const { count, scope, node, interval, profile, timeline, replay } = stream;
    streams.count[s] = count;
    streams.scope[s] = scope;
    streams.node[s] = node;
    streams.flow[s] = node >= 0 ? plainStart(node) : -1;
    streams.offset[s] = streamOffset(s);
    streams.plain[s] = interval && !profile && !timeline && !replay ? 1 : 0;
    if (stream.count <= 0) streams.time[s] = Infinity;
    else if (stream.replay) streams.time[s] = stream.replay[0] ?? Infinity;
    else if (stream.firstAtStart) {
      const open = stream.profile ? stream.profile.advance(0, HARDLY_ANY) : (stream.timeline?.nextOpen(0) ?? 0);
      streams.time[s] = open;
      streams.clock[s] = open;
    } else drawNext(s);
  });
  findNext();
}

/** Starts the case that is due now. */
export function arrive(): void {
  const s = arrivals.stream;
  const index = streams.started[s]!;
  streams.started[s] = index + 1;
  const key = (streams.offset[s]! + index) | 0;
  const number = arrivals.started++ + arrivals.others;
  if (arrivals.started >= arrivals.limit) nextArrivalTime[0] = Infinity;
  else {
    if (index + 1 >= streams.count[s]!) streams.time[s] = Infinity;
    else if (streams.plain[s] === 1) {
      drawInterval(s, (streams.drawn[s]! += 1));
      streams.time[s]! += drawn[0]!;
    } else drawNext(s);
    if (arrivals.streams === 1) nextArrivalTime[0] = streams.time[0]!;
    else findNext();
  }
  const c = admitCase(number, key, false);
  const flow = streams.flow[s]!;
  if (flow >= 0 && recorder === undefined) startAlong(streams.scope[s]!, c, streams.node[s]!, flow);
  else startScope(streams.scope[s]!, c, -1, streams.node[s]!);
}

/** A case of the process begins at `node`, −1 = at its start nodes; `key` names it in random draws; `wasThere` before the run. */
export function beginCase(number: number, key: number, scope: number, node: number, wasThere = false): void {
  startScope(scope, admitCase(number, key, wasThere), -1, node);
}

function admitCase(number: number, key: number, wasThere: boolean): number {
  const c = createCase(number, key);
  if (wasThere) cases.arrival[c] = BEFORE;
  if (caseLayout.attributes > 0) drawAttributes(c, key);
  caseStarted(c);
  return c;
}

function drawAttributes(c: number, key: number): void {
  const base = c * caseLayout.attributes;
  const drawn = network.attributes.length;
  for (let a = 0; a < drawn; a++) cases.attributes[base + a] = drawAttribute(a, key);
  for (let a = drawn; a < caseLayout.attributes; a++) cases.attributes[base + a] = NaN;
}

/** Before anything else: the cases that wait from the start. Their time before is not known, so no figure of cases has them. */
export function startInitialWork(): void {
  arrivals.initialLeft = false;
  for (const { node, scope, count } of network.initial)
    for (let i = 0; i < count; i++) beginCase(arrivals.others++, (nodeOffset(node) + i) | 0, scope, node, true);
}

function drawNext(s: number): void {
  const stream = network.streams[s]!;
  const { profile, timeline, outside, replay } = stream;
  if (replay) {
    streams.time[s] = replay[streams.started[s]!] ?? Infinity;
    return;
  }
  const i = (streams.drawn[s]! += 1);
  if (profile) {
    streams.time[s] = profile.advance(streams.time[s]!, relativeInterval(s, i));
    return;
  }
  // Without an interval all cases of the stream come at once.
  if (stream.interval) drawInterval(s, i);
  else drawn[0] = 0;
  if (!timeline) {
    streams.time[s]! += drawn[0]!;
    return;
  }
  const interval = drawn[0]!;
  if (outside === 'clock-stops') streams.time[s] = timeline.advance(streams.time[s]!, interval);
  else {
    let clock = streams.clock[s]! + interval;
    if (outside === 'move-to-opening') streams.time[s] = timeline.nextOpen(clock);
    else {
      for (let tries = 0; !timeline.isOpen(clock); tries++) {
        if (tries > 1_000_000 || timeline.nextOpen(clock) === Infinity) {
          stop('arrivals-never-open', stream.node);
          clock = Infinity;
          break;
        }
        drawInterval(s, (streams.drawn[s] = streams.drawn[s]! + 1));
        clock += drawn[0]!;
      }
      streams.time[s] = clock;
    }
    streams.clock[s] = clock;
  }
}

/** Interval of a stream with a profile in expected cases: mean 1, with the interval's shape (exponential by default). */
function relativeInterval(s: number, i: number): number {
  const distribution = network.streams[s]!.interval!;
  const u = intervalUniform(s, i);
  return distribution.mean > 0 ? distribution.quantile(u) / distribution.mean : 1;
}

function drawAttribute(a: number, key: number): number {
  const { codes, cumulative } = network.attributes[a]!;
  const u = attributeUniform(a, key);
  if (!codes || !cumulative) return sampleExact(attributeRow(a));
  let i = 0;
  while (i < codes.length - 1 && u >= cumulative[i]!) i++;
  return codes[i]!;
}

function findNext(): void {
  nextArrivalTime[0] = Infinity;
  arrivals.stream = 0;
  for (let s = 0; s < arrivals.streams; s++)
    if (streams.time[s]! < nextArrivalTime[0]) {
      nextArrivalTime[0] = streams.time[s]!;
      arrivals.stream = s;
    }
}
