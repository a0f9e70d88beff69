import { describe, expect, it } from 'vitest';
import { dominators, proportionInterval, ProportionTest } from '#simulation';
import { keyedUniform } from '../../../simulation/random/keyed.ts';

const QUESTION = { low: 0.9, high: 0.96, error: 0.05 };

/** Share of 2,000 tests that answer `above`, and the trials they took on average. */
function answers(chance: number): { readonly above: number; readonly trials: number } {
  let above = 0;
  let trials = 0;
  for (let test = 0; test < 2000; test++) {
    const sequential = new ProportionTest(QUESTION);
    let trial = 0;
    while (!sequential.answer) sequential.add(keyedUniform(7, 11, test, trial++) < chance);
    trials += trial;
    if (sequential.answer === 'above') above++;
  }
  return { above: above / 2000, trials: trials / 2000 };
}

describe('a sequential test of a proportion', () => {
  it('errs no more often than promised, and not absurdly less', () => {
    // Each share is known to ±0.005 (one standard error).
    const atLow = answers(0.9).above;
    expect(atLow).toBeLessThan(0.05 + 0.01);
    expect(atLow).toBeGreaterThan(0.02);
    const atHigh = 1 - answers(0.96).above;
    expect(atHigh).toBeLessThan(0.05 + 0.01);
    expect(atHigh).toBeGreaterThan(0.02);
  });

  it('knows how many trials an answer takes at least, and how far the evidence reaches', () => {
    const sequential = new ProportionTest(QUESTION);
    expect([sequential.fewestLeft, sequential.inSuccesses]).toEqual([47, 0]);
    for (let trial = 0; trial < 20; trial++) sequential.add(true);
    expect(sequential.fewestLeft).toBe(27);
    expect(sequential.inSuccesses).toBeCloseTo(20, 9);
    // ln 20 / ln(0.1 / 0.04) = 3.27, of which two failures and 20 successes have been used.
    for (let trial = 0; trial < 2; trial++) sequential.add(false);
    expect(sequential.inSuccesses).toBeLessThan(0);
    const left = sequential.fewestLeft;
    for (let trial = 1; trial < left; trial++) expect(sequential.add(false)).toBe(undefined);
    expect(sequential.add(false)).toBe('below');
  });

  it('tells clear cases soon', () => {
    const few = answers(0.3);
    expect(few.above).toBe(0);
    expect(few.trials).toBeLessThan(6);
    const all = answers(1);
    // ln 20 / ln(0.96 / 0.9)
    expect(all).toEqual({ above: 1, trials: 47 });
  });

  it('keeps its answer and refuses questions without sense', () => {
    const test = new ProportionTest(QUESTION);
    for (let i = 0; i < 10; i++) test.add(false);
    expect(test.answer).toBe('below');
    for (let i = 0; i < 500; i++) test.add(true);
    expect(test.answer).toBe('below');
    expect(() => new ProportionTest({ low: 0.9, high: 0.9, error: 0.05 })).toThrow('<0.9>');
    expect(() => new ProportionTest({ low: 0.9, high: 0.95, error: 0 })).toThrow('<0>');
  });
});

describe('the interval of a proportion', () => {
  it('is Wilson’s', () => {
    // statsmodels.stats.proportion.proportion_confint(28, 30, method='wilson')
    const [low, high] = proportionInterval(28, 30)!;
    expect(low).toBeCloseTo(0.7867654163738308, 12);
    expect(high).toBeCloseTo(0.9815229762087295, 12);
    expect(proportionInterval(0, 10)![0]).toBe(0);
    expect(proportionInterval(10, 10)![1]).toBeCloseTo(1, 15);
    expect(proportionInterval(0, 0)).toBeUndefined();
  });
});

describe('points that others dominate', () => {
  it('are those for which one that costs no more brings no less', () => {
    const points = [
      { cost: 1, gain: 0.2 },
      { cost: 2, gain: 0.1 },
      { cost: 2, gain: 0.5 },
      { cost: 2, gain: 0.5 },
      { cost: 3, gain: NaN },
      { cost: 4, gain: 0.4 },
    ];
    expect(dominators(points)).toEqual([undefined, 2, undefined, undefined, 2, 2]);
  });
});
