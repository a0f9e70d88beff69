import { describe, expect, it } from 'vitest';
import { niceBins } from '../../../src/charts/nice-bins.ts';

const DAY = 24 * 3600;

describe('nice bins', () => {
  it('have a round width in the unit of the axis and cover the range', () => {
    const { width, edges } = niceBins(11.6 * DAY, 'day', 44);
    expect(width).toBe(0.5 * DAY);
    expect(edges[0]).toBe(0);
    expect(edges.at(-1)).toBe(12 * DAY);
    expect(edges).toHaveLength(25);
  });

  it('are never more than asked for', () => {
    for (const end of [1, 59, 3_601, 90_000, 5e6, 3e9]) {
      expect(niceBins(end, 's', 40).edges.length - 1).toBeLessThanOrEqual(40);
    }
  });

  it('end at a multiple of the width without an empty bin behind it', () => {
    expect(niceBins(8 * 3600, 'h', 8).edges).toHaveLength(9);
  });
});
