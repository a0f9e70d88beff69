import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../../src/views/results/verdict.ts';

describe('the verdict on a target', () => {
  it('is decided by the interval, not by the estimate', () => {
    expect(verdictOf({ value: 0.97, ci95: [0.955, 0.985] }, 0.95)).toBe('meets');
    expect(verdictOf({ value: 0.97, ci95: [0.94, 1] }, 0.95)).toBe('undecided');
    expect(verdictOf({ value: 0.9, ci95: [0.86, 0.94] }, 0.95)).toBe('misses');
    expect(verdictOf({ value: 0.93, ci95: [0.9, 0.96] }, 0.95)).toBe('undecided');
  });

  it('counts an interval that ends at the target as meeting it from above only', () => {
    expect(verdictOf({ value: 0.96, ci95: [0.95, 0.97] }, 0.95)).toBe('meets');
    expect(verdictOf({ value: 0.94, ci95: [0.93, 0.95] }, 0.95)).toBe('undecided');
  });

  it('cannot be told from one replication, nor from nothing', () => {
    expect(verdictOf({ value: 1, ci95: null }, 0.95)).toBe('undecided');
    expect(verdictOf({ value: null, ci95: null }, 0.95)).toBeUndefined();
  });
});
