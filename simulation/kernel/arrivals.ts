/** When cases come: one stream per start event, its next arrival kept outside the event list (rule 23). */
import { setNow } from './clock.ts';
import { attributeStride, attributeValues, createCase } from './cases.ts';
import { stop } from './faults.ts';
import { caseStarted } from './hooks.ts';
import { attributeRow, attributeUniform, drawInterval, intervalUniform, network, streamOffset } from './loaded.ts';
import { startScope } from './moves.ts';
import { sampleExact } from './samplers.ts';

let streamTime = new Float64Array(0);
/** Clock of the stream where arrivals outside open hours are moved or dropped: it does not stop. */
let streamClock = new Float64Array(0);
/** Intervals drawn so far. */
let streamDrawn = new Float64Array(0);
let streamStarted = new Float64Array(0);
let started = 0;
let caseLimit = Infinity;

/** Time of the next arrival of any stream; Infinity = no more. */
export let nextArrivalTime = Infinity;
let nextStream = -1;

/** Cases started so far in all streams. */
export const startedCases = (): number => started;

/** Draws the first arrivals. At most `limit` cases come in all. */
export function resetArrivals(limit: number): void {
  const { streams } = network;
  caseLimit = limit;
  started = 0;
  streamTime = new Float64Array(streams.length);
  streamClock = new Float64Array(streams.length);
  streamDrawn = new Float64Array(streams.length);
  streamStarted = new Float64Array(streams.length);
  streams.forEach((stream, s) => {
    if (stream.count <= 0) streamTime[s] = Infinity;
    else if (stream.firstAtStart) {
      const open = stream.profile ? stream.profile.advance(0, 0) : (stream.timeline?.nextOpen(0) ?? 0);
      streamTime[s] = open;
      streamClock[s] = open;
    } else drawNext(s);
  });
  findNext();
}

/** Starts the case that is due now. */
export function arrive(): void {
  const s = nextStream;
  const time = nextArrivalTime;
  setNow(time);
  const index = streamStarted[s]!;
  streamStarted[s] = index + 1;
  const key = (streamOffset(s) + index) | 0;
  const c = createCase(started++, key, time);
  for (let a = 0; a < attributeStride; a++) attributeValues[c * attributeStride + a] = drawAttribute(a, key);
  caseStarted(c);
  const { scope, node } = network.streams[s]!;
  startScope(scope, c, -1, node);
  if (started >= caseLimit) {
    nextArrivalTime = Infinity;
    return;
  }
  if (index + 1 >= network.streams[s]!.count) streamTime[s] = Infinity;
  else drawNext(s);
  findNext();
}

function drawNext(s: number): void {
  const stream = network.streams[s]!;
  const { profile, timeline, outside } = stream;
  const i = (streamDrawn[s] = streamDrawn[s]! + 1);
  if (profile) {
    streamTime[s] = profile.advance(streamTime[s]!, relativeInterval(s, i));
    return;
  }
  // Without an interval all cases of the stream come at once.
  const interval = stream.interval ? drawInterval(s, i) : 0;
  if (!timeline) streamTime[s] = streamTime[s]! + interval;
  else if (outside === 'clock-stops') streamTime[s] = timeline.advance(streamTime[s]!, interval);
  else {
    let clock = streamClock[s]! + interval;
    if (outside === 'move-to-opening') streamTime[s] = timeline.nextOpen(clock);
    else {
      for (let tries = 0; !timeline.isOpen(clock); tries++) {
        if (tries > 1_000_000 || timeline.nextOpen(clock) === Infinity) {
          stop('arrivals-never-open', stream.node);
          clock = Infinity;
          break;
        }
        clock += drawInterval(s, (streamDrawn[s] = streamDrawn[s]! + 1));
      }
      streamTime[s] = clock;
    }
    streamClock[s] = clock;
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
  if (!codes || !cumulative) return sampleExact(attributeRow(a), u);
  let i = 0;
  while (i < codes.length - 1 && u >= cumulative[i]!) i++;
  return codes[i]!;
}

function findNext(): void {
  nextArrivalTime = Infinity;
  nextStream = -1;
  for (let s = 0; s < streamTime.length; s++)
    if (streamTime[s]! < nextArrivalTime) {
      nextArrivalTime = streamTime[s]!;
      nextStream = s;
    }
}
