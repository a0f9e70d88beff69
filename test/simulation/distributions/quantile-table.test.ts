/** Tables draw what the exact quantiles draw. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createPlain,
  createTime,
  distributions,
  sampleTable,
  tabulate,
  type Distribution,
} from '../../../simulation/distributions/index.ts';
import { keyedUniform } from '../../../simulation/random/keyed.ts';
import { specsOf } from './cases.ts';

const N = 4000;
const uniform = (i: number): number => keyedUniform(3, 4, i, 0);

/** The table's answer at u, whose random bits are those `random/keyed.ts` makes it of. */
function fromTable(table: Float64Array, offset: number, u: number): number {
  const high = Math.floor(u * 2 ** 32);
  const low = Math.floor((u * 2 ** 32 - high) * 2 ** 20);
  return sampleTable(table, offset, (high - 2 ** 31) | 0, low);
}

/** What the engine draws: by table, and exactly where the table has no answer. */
function draw(d: Distribution, table: Float64Array, u: number): number {
  const x = fromTable(table, 0, u);
  return x === x ? x : d.quantile(u);
}

describe.each(distributions.map(({ type }) => type))('%s', (type) => {
  it('is drawn within a millionth by its table, or needs none', () => {
    fc.assert(
      fc.property(specsOf(type), (spec) => {
        const d = createTime(spec);
        const table = tabulate(d);
        expect(table === undefined).toBe(d.discrete);
        if (!table) return;
        let sum = 0;
        let squares = 0;
        for (let i = 0; i < N; i++) {
          const u = uniform(i);
          const [x, exact] = [draw(d, table, u), d.quantile(u)];
          if (!(Math.abs(x - exact) <= 1e-6 * exact)) expect.unreachable(`${x} for ${exact} at ${u}`);
          sum += x - exact;
          squares += (x - d.mean) ** 2 - (exact - d.mean) ** 2;
        }
        expect(Math.abs(sum / N)).toBeLessThanOrEqual(1e-6 * Math.min(d.mean, d.sd));
        expect(Math.abs(squares / N)).toBeLessThanOrEqual(1e-6 * d.sd * d.sd);
      }),
      { numRuns: 15, seed: 20_260_105 },
    );
  });
});

describe('the table', () => {
  const d = createTime({ type: 'gamma', params: { shape: 2, scale: 5 } });
  const table = tabulate(d)!;

  it('answers for all but the far tails of a smooth distribution', () => {
    let unanswered = 0;
    for (let i = 0; i < 200_000; i++) if (Number.isNaN(fromTable(table, 0, uniform(i)))) unanswered++;
    // 1 in 4096 expected
    expect(unanswered).toBeGreaterThan(20);
    expect(unanswered).toBeLessThan(90);
  });

  it('meets the exact quantile at the ends of its cells, in the middle and in the tails', () => {
    for (const u of [2 ** -13, 1 - 2 ** -13 - 2 ** -50, 0.25, 0.75, 0.5, 0.5 - 2 ** -53, 0.5 + 2 ** -52]) {
      expect(Math.abs(fromTable(table, 0, u) / d.quantile(u) - 1), `at ${u}`).toBeLessThan(1e-12);
    }
    for (const u of [2 ** -53, 2 ** -14, 1 - 2 ** -14, 1 - 2 ** -53]) expect(fromTable(table, 0, u)).toBeNaN();
  });

  it('never falls', () => {
    let before = 0;
    for (let i = 1; i < 100_000; i++) {
      const x = draw(d, table, i / 100_000);
      if (x < before) expect.unreachable(`falls at ${i}`);
      before = x;
    }
  });

  it('works from any place in a longer array', () => {
    const longer = new Float64Array(table.length + 7);
    longer.set(table, 7);
    for (let i = 0; i < 1000; i++) expect(fromTable(longer, 7, uniform(i))).toBe(fromTable(table, 0, uniform(i)));
  });

  it('is made once per distribution', () => {
    const first = tabulate(createTime({ type: 'gamma', params: { shape: 2, scale: 5 } }));
    expect(tabulate(createTime({ type: 'gamma', params: { scale: 5, shape: 2 } }))).toBe(first);
  });

  it('keeps values of both signs', () => {
    const plain = createPlain({ type: 'normal', params: { mean: 0.3, sd: 2 } });
    for (let i = 0; i < N; i++) {
      const u = uniform(i);
      expect(Math.abs(draw(plain, tabulate(plain)!, u) - plain.quantile(u))).toBeLessThan(1e-6 * 2);
    }
  });

  it('leaves kinks, gaps and points to the exact quantile', () => {
    for (const spec of [
      { type: 'triangular', params: { min: 0, mode: 1, max: 9 } },
      { type: 'histogram', params: { edges: [0, 1, 2, 3], weights: [1, 0, 3] } },
      { type: 'user-continuous', params: { values: [1, 2, 2, 5], weights: [0.3, 0.1, 0.4, 0.2] } },
    ]) {
      const kinked = createPlain(spec);
      const cells = tabulate(kinked)!;
      for (let i = 0; i < 20_000; i++) {
        const u = uniform(i);
        const exact = kinked.quantile(u);
        if (!(Math.abs(draw(kinked, cells, u) - exact) <= 1e-6 * exact)) expect.unreachable(`${spec.type} at ${u}`);
      }
    }
  });
});
