/** Results on their way out of the thread: those of several short replications go in one message, as each takes its receiver a while. */
import type { ReplicationResult } from './model/run.ts';

const PAGE = 4096;
const DOUBLE = 8;

/** Bytes of an array, so that doubles may follow it. */
const bytesOf = (array: Float64Array | Int32Array): number => DOUBLE * Math.ceil(array.byteLength / DOUBLE);

/** Keeps results until they are posted. Their arrays lie side by side in few buffers, because a message takes time for each. */
export class Outbox {
  private results: ReplicationResult[] = [];
  private room = new ArrayBuffer(PAGE);
  /** Bytes of the room that are taken, and of all rooms since the last post. */
  private used = 0;
  private total = 0;

  /** Keeps a copy of the result's figures; `trace` and `movement` stay where they are. */
  add(result: ReplicationResult): void {
    const { kpis, wip, cycleTimes, businessCycleTimes } = result;
    const needed = bytesOf(kpis) + bytesOf(wip.values) + bytesOf(cycleTimes) + bytesOf(businessCycleTimes);
    this.total += needed;
    if (this.used + needed > this.room.byteLength) {
      this.room = new ArrayBuffer(PAGE * Math.ceil(this.total / PAGE));
      this.used = 0;
    }
    this.results.push({
      ...result,
      kpis: this.doubles(kpis),
      wip: { ...wip, values: this.doubles(wip.values) },
      cycleTimes: this.integers(cycleTimes),
      businessCycleTimes: this.integers(businessCycleTimes),
    });
  }

  /** Hands over what was added since the last post; `post` must copy it. Nothing is posted without results. */
  post(post: (results: readonly ReplicationResult[]) => void): void {
    if (this.results.length > 0) post(this.results);
    if (this.total < this.room.byteLength / 4) this.room = new ArrayBuffer(PAGE * Math.ceil(this.total / PAGE));
    this.results = [];
    this.used = 0;
    this.total = 0;
  }

  private doubles(values: Float64Array): Float64Array {
    const copy = new Float64Array(this.room, this.used, values.length);
    copy.set(values);
    this.used += bytesOf(values);
    return copy;
  }

  private integers(values: Int32Array): Int32Array {
    const copy = new Int32Array(this.room, this.used, values.length);
    copy.set(values);
    this.used += bytesOf(values);
    return copy;
  }
}
