/**
 * How much of a change each of several single changes accounts for: the Shapley value (Shapley, Contributions to the Theory of Games II,
 * 1953). It is the average, over all orders in which the changes could be made, of what the change adds when its turn comes; the
 * shares add up to the whole. Used for simulation models by Song, Nelson & Staum, SIAM/ASA J. Uncertainty Quantification 4, 2016.
 */

/** A set of the first n changes as bits: bit i = change i is made. At most 30 changes. */
export type ChangeSet = number;

/**
 * Exact Shapley values of `count` changes from the values of all 2^count sets; `valueOf` is asked for sets of bits. `count` at most
 * 20. Answers one share per change.
 */
export function shapley(count: number, valueOf: (set: ChangeSet) => number): Float64Array {
  if (count > 20) throw new RangeError(`too many changes for all their sets <${count}>`);
  const shares = new Float64Array(count);
  // Weight of a set of s others: s! (n − s − 1)! / n! = 1 / (n · C(n − 1, s)).
  const weights = new Float64Array(count);
  let binomial = 1;
  for (let s = 0; s < count; s++) {
    weights[s] = 1 / (count * binomial);
    binomial = (binomial * (count - 1 - s)) / (s + 1);
  }
  const values = Float64Array.from({ length: 1 << count }, (_, set) => valueOf(set));
  values.forEach((before, set) => {
    const weight = weights[bitsOf(set)]!;
    // Gain by gain, so that a change that does nothing gets exactly nothing.
    for (let i = 0; i < count; i++)
      if ((set & (1 << i)) === 0) shares[i] = shares[i]! + (values[set | (1 << i)]! - before) * weight;
  });
  return shares;
}

/**
 * What each change adds when they are made in this order: unbiased for the Shapley value when the order is random (Castro, Gómez &
 * Tejada, Computers & OR 36, 2009). `order` holds each change once; the shares add up to the whole.
 */
export function sharesInOrder(order: readonly number[], valueOf: (set: ChangeSet) => number): Float64Array {
  const shares = new Float64Array(order.length);
  let set = 0;
  let before = valueOf(0);
  for (const change of order) {
    set |= 1 << change;
    const after = valueOf(set);
    shares[change] = after - before;
    before = after;
  }
  return shares;
}

/** The sets that come up when the changes are made in this order, from none to all. */
export function setsInOrder(order: readonly number[]): readonly ChangeSet[] {
  const sets = [0];
  let set = 0;
  for (const change of order) sets.push((set |= 1 << change));
  return sets;
}

function bitsOf(set: ChangeSet): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
