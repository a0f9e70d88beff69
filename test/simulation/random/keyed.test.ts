/** Keyed uniforms: the same key gives the same luck, different keys have nothing to do with each other. */
import { describe, expect, it } from 'vitest';
import { hashKey, keyedUniform, streamKey, type Key } from '../../../simulation/random/keyed.ts';
import { Purpose } from '../../../simulation/random/purpose.ts';
import { seedWords } from '../../../simulation/random/seed.ts';
import { hashDoubles } from '../math/hash-doubles.ts';

const seed = seedWords('preflight');
const stream = (replication: number, element: string, purpose: Purpose): Key =>
  streamKey(seed, replication, hashKey(element), purpose);
const draws = ([k0, k1]: Key, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => keyedUniform(k0, k1, i >>> 3, i & 7));

/** |correlation| × √n: standard normal for independent streams. */
function correlation(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - 0.5) * (b[i]! - 0.5);
  return Math.abs((sum * 12) / Math.sqrt(a.length));
}

describe('keyedUniform', () => {
  it('gives the same bits for ever', () => {
    expect(hashDoubles(draws(stream(0, 'Task_1', Purpose.work), 100_000))).toBe('5d940db0');
  });

  it('takes int32 and uint32 of the same bits alike', () => {
    expect(keyedUniform(-5, -6, -7, -8)).toBe(keyedUniform(-5 >>> 0, -6 >>> 0, -7 >>> 0, -8 >>> 0));
  });

  it('stays inside the open interval with 52 bits, symmetric around the middle', () => {
    for (const u of draws(stream(0, 'Task_1', Purpose.work), 100_000)) {
      expect(u > 0 && u < 1).toBe(true);
      const n = u * 2 ** 52 - 0.5;
      if (n !== Math.floor(n) || 1 - (1 - u) !== u) expect.unreachable(`not on the grid: ${u}`);
    }
  });

  it('is uniform: chi-square over 1024 bins lies between its 0.0001 and 0.9999 quantiles', () => {
    const counts = new Int32Array(1024);
    const n = 1 << 20;
    for (const u of draws(stream(1, 'Task_1', Purpose.work), n)) counts[Math.floor(u * 1024)]!++;
    const chi2 = counts.reduce((sum, count) => sum + (count - n / 1024) ** 2 / (n / 1024), 0);
    expect(chi2).toBeGreaterThan(861);
    expect(chi2).toBeLessThan(1199);
  });

  it('flips every output bit half of the time when one input bit flips', () => {
    const rounds = 4000;
    const bits = (input: readonly number[]): readonly [number, number] => {
      const n = keyedUniform(input[0]!, input[1]!, input[2]!, input[3]!) * 2 ** 52 - 0.5;
      return [Math.floor(n / 2 ** 26), n % 2 ** 26];
    };
    let worst = 0;
    for (let lane = 0; lane < 4; lane++) {
      for (let bit = 0; bit < 32; bit++) {
        const flips = new Int32Array(52);
        for (let i = 0; i < rounds; i++) {
          const input = [0x12345678, 0x0badcafe, i >>> 4, i & 15];
          const flipped = input.map((word, at) => (at === lane ? word ^ (1 << bit) : word));
          const [a, b] = [bits(input), bits(flipped)];
          for (let j = 0; j < 52; j++) flips[j]! += ((a[j < 26 ? 0 : 1] ^ b[j < 26 ? 0 : 1]) >>> (j % 26)) & 1;
        }
        for (const count of flips) worst = Math.max(worst, Math.abs(count / rounds - 0.5));
      }
    }
    // 6656 counts of standard deviation 0.0079 (0.011 where pairs occur twice)
    expect(worst).toBeGreaterThan(0.02);
    expect(worst).toBeLessThan(0.06);
  });

  it('has no two equal draws among ten million of one stream, as 52 bits should (expected 0.01)', () => {
    const all = new Float64Array(10_000_000);
    const [k0, k1] = stream(0, 'Task_1', Purpose.work);
    for (let i = 0; i < all.length; i++) all[i] = keyedUniform(k0, k1, i >>> 4, i & 15);
    all.sort();
    let equal = 0;
    for (let i = 1; i < all.length; i++) if (all[i] === all[i - 1]) equal++;
    expect(equal).toBe(0);
  });

  it('gives neighbouring streams that do not correlate, at any small lag', () => {
    const n = 20_000;
    const streams = [
      ...[0, 1, 2, 3].map((replication) => stream(replication, 'Task_1', Purpose.work)),
      ...['Task_2', 'Task_3', 'task_1', ''].map((element) => stream(0, element, Purpose.work)),
      ...[Purpose.arrival, Purpose.branch, Purpose.delay].map((purpose) => stream(0, 'Task_1', purpose)),
      streamKey(seedWords('preflight '), 0, hashKey('Task_1'), Purpose.work),
    ].map((key) => draws(key, n + 8));
    let worst = 0;
    let pairs = 0;
    for (let i = 0; i < streams.length; i++) {
      for (let j = i; j < streams.length; j++) {
        for (let lag = i === j ? 1 : 0; lag <= 8; lag++, pairs++) {
          worst = Math.max(worst, correlation(streams[i]!.subarray(0, n), streams[j]!.subarray(lag, lag + n)));
        }
      }
    }
    expect(pairs).toBeGreaterThan(600);
    // the greatest of 690 standard normals lies between these with probability 0.998
    expect(worst).toBeGreaterThan(2.5);
    expect(worst).toBeLessThan(5);
  });
});

describe('streamKey and hashKey', () => {
  it('tell apart every replication, element and purpose', () => {
    const keys = new Set<string>();
    for (let replication = 0; replication < 100; replication++) {
      for (let element = 0; element < 100; element++) {
        for (const purpose of Object.values(Purpose)) keys.add(stream(replication, `Task_${element}`, purpose).join());
      }
    }
    expect(keys.size).toBe(100 * 100 * Object.values(Purpose).length);
  });

  it('hash texts of any length and script without collision', () => {
    const texts = ['', '\u0000', '\u0000\u0000', 'a', 'a\u0000', '审批', '審批', '😀'];
    for (let i = 0; i < 20_000; i++) texts.push(`Activity_${i.toString(36)}`);
    expect(new Set(texts.map((text) => hashKey(text).join())).size).toBe(texts.length);
  });

  it('give words of 32 bits that stay the same', () => {
    for (const word of stream(0, 'Task_1', Purpose.work)) expect(word).toBe(word >>> 0);
    expect(hashKey('Task_1')).toEqual([2109313965, 1743978505]);
  });
});
