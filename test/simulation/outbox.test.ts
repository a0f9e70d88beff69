/** Results on their way out of a thread: what arrives is what was handed in, whatever the thread does afterwards. */
import { describe, expect, it } from 'vitest';
import type { ReplicationResult } from '#simulation';
import { Outbox } from '../../simulation/outbox.ts';

/** A result whose arrays have lengths that leave doubles at odd places. */
const result = (index: number): ReplicationResult => ({
  index,
  kpis: Float64Array.from({ length: 3 + index }, (_, i) => index + i / 7),
  wip: { width: 60_000, values: Float64Array.from({ length: 1 + 2 * index }, (_, i) => i * index) },
  cycleTimes: Int32Array.from({ length: 5 * (index + 1) }, (_, i) => i - index),
  businessCycleTimes: new Int32Array(index % 2),
  issues: [],
  events: 10 * index,
});

/** Posts what is in the outbox as a thread would: a copy arrives. */
function posted(outbox: Outbox): ReplicationResult[] {
  const arrived: ReplicationResult[] = [];
  outbox.post((results) => arrived.push(...structuredClone(results)));
  return arrived;
}

describe('the outbox', () => {
  it('hands over what was added since the last post, in few buffers', () => {
    const outbox = new Outbox();
    for (const size of [1, 5, 400, 2, 0, 3]) {
      const results = Array.from({ length: size }, (_, index) => result(index));
      for (const one of results) outbox.add(one);
      const arrived = posted(outbox);
      expect(arrived).toEqual(results);
      const buffers = new Set(arrived.flatMap((r) => [r.kpis.buffer, r.wip.values.buffer, r.cycleTimes.buffer]));
      expect(buffers.size).toBeLessThanOrEqual(Math.max(1, Math.ceil(Math.log2(size + 1))) + 1);
    }
  });

  it('keeps what the thread writes over', () => {
    const outbox = new Outbox();
    const first = result(4);
    const expected = structuredClone(first);
    outbox.add(first);
    first.kpis.fill(NaN);
    outbox.add(first);
    expect(posted(outbox)[0]).toEqual(expected);
  });

  it('says nothing when there is nothing', () => {
    let posts = 0;
    new Outbox().post(() => posts++);
    expect(posts).toBe(0);
  });
});
