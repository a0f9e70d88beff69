/** A fixed loop of plain JavaScript: how fast this machine is at this moment, so that figures can be told from its moods. */

const table = new Float64Array(1024);

/** CPU time of one step in ns: a generator step, a random read and write, and an addition. */
export function calibrate(steps = 4_000_000): number {
  const begin = process.cpuUsage();
  let x = 0x9e3779b9;
  let sum = 0;
  for (let i = 0; i < steps; i++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    const slot = x & 1023;
    sum += table[slot]!;
    table[slot] = sum * 1e-9 + i;
  }
  const { user, system } = process.cpuUsage(begin);
  if (sum === Math.PI) throw new Error('never');
  return ((user + system) * 1000) / steps;
}
