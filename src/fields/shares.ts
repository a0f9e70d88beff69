/** Shares that always add up to 100 %: moving one redistributes the others in proportion. */

/** Shares are kept to a hundredth of a percent, so that their sum is exact. */
const PARTS = 10_000;

/**
 * Moves the share at `index` to `value` (0..1). The others that are not locked share what is left in proportion to what they
 * had, or equally when they had nothing; locked ones stay, which limits how far the moved one can go.
 */
export function moveShare(
  shares: readonly number[],
  locked: readonly boolean[],
  index: number,
  value: number,
): readonly number[] {
  const whole = inParts(shares);
  const free = whole.flatMap((_, i) => (i !== index && !locked[i] ? [i] : []));
  const fixed = whole.reduce((sum, part, i) => (i !== index && locked[i] ? sum + part : sum), 0);
  const room = PARTS - fixed;
  const moved = free.length === 0 ? room : Math.min(room, Math.max(0, Math.round(value * PARTS)));
  const rest = split(
    room - moved,
    free.map((i) => whole[i] ?? 0),
  );
  return whole.map((part, i) => {
    if (i === index) return moved / PARTS;
    const place = free.indexOf(i);
    return (place < 0 ? part : (rest[place] ?? 0)) / PARTS;
  });
}

/** The same share for each of `count` branches; the first ones carry the odd hundredths. */
export const equalShares = (count: number): readonly number[] =>
  split(PARTS, Array<number>(count).fill(1)).map((part) => part / PARTS);

/** The shares in proportion, with a sum of exactly 1; equal ones when all are 0. */
export const normalised = (shares: readonly number[]): readonly number[] => inParts(shares).map((part) => part / PARTS);

const inParts = (shares: readonly number[]): readonly number[] => split(PARTS, shares);

/** Splits `total` into whole numbers in proportion to `weights`, by largest remainder, ties by position. */
function split(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * (sum > 0 ? weight : 1)) / (sum > 0 ? sum : weights.length));
  // A sum of 0.1s is not quite 1: snap before rounding down, or a whole part is lost and given to the first branch.
  const parts = exact.map((x) => Math.floor(x + 1e-6));
  const left = total - parts.reduce((a, b) => a + b, 0);
  const order = exact
    .map((x, i) => ({ i, remainder: x - (parts[i] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of order.slice(0, Math.max(0, left))) parts[i] = (parts[i] ?? 0) + 1;
  return parts;
}
