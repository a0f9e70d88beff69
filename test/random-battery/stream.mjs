// @ts-check
/**
 * Writes the engine's keyed uniforms to standard output as 32-bit words, without end: the generator under test for `battery.c`.
 *
 *   node test/random-battery/stream.mjs LAYOUT HALF
 *
 * LAYOUT says which argument runs fastest, as neighbours in a stream must not know of each other: case, counter, key (elements of a
 * model), replication (keys made by `streamKey` from consecutive replications), mixed (as a run draws: per case some purposes and
 * counters), zero (the weakest key). HALF is high or low: which 32 of the 52 bits.
 */
import { runnerImport } from 'vite';
import { openSync, writeSync } from 'node:fs';

const [layout = 'case', half = 'high'] = process.argv.slice(2);
const { keyedUniform, streamKey, hashKey } = (await runnerImport('./simulation/random/keyed.ts')).module;
const { seedWords } = (await runnerImport('./simulation/random/seed.ts')).module;

const seed = seedWords('preflight');
const key = (replication, element, purpose) => streamKey(seed, replication, hashKey(element), purpose);
const [k0, k1] = key(0, 'Task_1', 2);
const keys = Array.from({ length: 1 << 12 }, (_, i) => key(i >> 9, `Task_${(i >> 3) & 63}`, 1 + (i & 7)));

/** Each function gives the i-th uniform of the layout. */
const layouts = {
  case: (i) => keyedUniform(k0, k1, i % 0x100000000, Math.floor(i / 0x100000000)),
  counter: (i) => keyedUniform(k0, k1, Math.floor(i / 64), i % 64),
  zero: (i) => keyedUniform(0, 0, Math.floor(i / 64), i % 64),
  key: (i) => {
    const k = keys[i & 4095];
    return keyedUniform(k[0], k[1], Math.floor(i / 4096), 0);
  },
  replication: (i) => {
    const k = key(i % 0x100000000, 'Task_1', 2);
    return keyedUniform(k[0], k[1], 0, Math.floor(i / 0x100000000));
  },
  mixed: (i) => {
    const k = keys[(i >> 2) & 31];
    return keyedUniform(k[0], k[1], Math.floor(i / 128), i & 3);
  },
};
const draw = layouts[layout];
if (!draw || !['high', 'low'].includes(half)) throw new Error(`unknown layout <${layout} ${half}>`);

const words = new Uint32Array(1 << 14);
const bytes = new Uint8Array(words.buffer);
const high = half === 'high';
// opened anew, because Node's own standard output does not wait for a slow reader
const output = openSync('/dev/stdout', 'w');
try {
  for (let i = 0; ;) {
    for (let j = 0; j < words.length; j++, i++) {
      const u = draw(i);
      words[j] = high ? u * 4294967296 : (u * 4503599627370496) % 4294967296;
    }
    for (let sent = 0; sent < bytes.length;) sent += writeSync(output, bytes, sent);
  }
} catch (error) {
  // the reader has had enough
  if (error.code !== 'EPIPE') throw error;
}
