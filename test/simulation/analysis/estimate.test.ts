import { describe, expect, it } from 'vitest';
import { summarise, toEstimate } from '../../../simulation/analysis/estimate.ts';

const SAMPLE = [3.2, 1.5, 9.75, 4, 4, 7.1, 0.25];

describe('an estimate over replications', () => {
  it('is the mean with its t-interval', () => {
    // numpy.mean, numpy.std(ddof=1) and scipy.stats.t.interval(.95, 6, mean, sem) of the sample
    const summary = summarise(SAMPLE);
    expect(summary.mean).toBeCloseTo(4.257142857142857, 14);
    expect(summary.sd).toBeCloseTo(3.2445375339983062, 14);
    const { value, ci95 } = toEstimate(summary);
    expect(value).toBe(summary.mean);
    expect(ci95?.[0]).toBeCloseTo(1.256446113566211, 12);
    expect(ci95?.[1]).toBeCloseTo(7.257839600719503, 12);
  });

  it('has no interval for one replication', () => {
    expect(toEstimate(summarise([5]))).toEqual({ value: 5, ci95: null });
  });

  it('is empty when nothing was measured', () => {
    expect(toEstimate(summarise([]))).toEqual({ value: null, ci95: null });
    expect(toEstimate(summarise([NaN, NaN]))).toEqual({ value: null, ci95: null });
  });

  it('leaves out replications that measured nothing, and counts them', () => {
    const summary = summarise([NaN, ...SAMPLE, NaN]);
    expect(summary).toEqual({ ...summarise(SAMPLE), missing: 2 });
  });

  it('keeps its digits when the mean is large against the spread', () => {
    const far = summarise(SAMPLE.map((x) => x + 1e9));
    expect(far.sd).toBeCloseTo(3.2445375339983062, 6);
  });

  it('of equal values has an interval without width', () => {
    expect(toEstimate(summarise([0.3, 0.3, 0.3]))).toEqual({ value: 0.3, ci95: [0.3, 0.3] });
  });

  it('of counts is exact', () => {
    expect(summarise([560, 571, 566, 570, 568, 569, 565, 572, 561, 572]).mean).toBe(567.4);
  });

  it('of a share stays between 0 and 1', () => {
    const { value, ci95 } = toEstimate(summarise([0, 1, 1, 1]), [0, 1]);
    expect(value).toBe(0.75);
    expect(ci95).toEqual([0, 1]);
  });
});
