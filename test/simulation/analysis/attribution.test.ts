import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setsInOrder, shapley, sharesInOrder } from '#simulation';

/** Any value for each set of three changes. */
const game = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 8, maxLength: 8 });
const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

describe('shares of several changes', () => {
  it('are those of a game worked out by hand', () => {
    // A alone 10, B alone 20, both 50: each gets its own and half of the 20 they make together.
    expect([...shapley(2, (set) => [0, 10, 20, 50][set]!)]).toEqual([20, 30]);
    expect([...shapley(1, (set) => [5, 7][set]!)]).toEqual([2]);
    expect([...shapley(0, () => 3)]).toEqual([]);
  });

  it('add up to the whole and are the average over all orders', () => {
    fc.assert(
      fc.property(game, (values) => {
        const valueOf = (set: number) => values[set]!;
        const shares = shapley(3, valueOf);
        expect(shares[0]! + shares[1]! + shares[2]!).toBeCloseTo(values[7]! - values[0]!, 9);
        for (const i of [0, 1, 2]) {
          const inOrders = ORDERS.map((order) => sharesInOrder(order, valueOf)[i]!);
          expect(shares[i]).toBeCloseTo(inOrders.reduce((a, b) => a + b) / 6, 9);
        }
      }),
    );
  });

  it('come from the sets that a growing design passes', () => {
    expect(setsInOrder([1, 0, 2])).toEqual([0, 2, 3, 7]);
  });
});
