import { describe, expect, it } from 'vitest';
import { readCycleTime } from '../../../src/charts/cycle-time-data.ts';
import { cutBars } from '../../../src/charts/cycle-time-distribution.ts';
import { charts } from '../../../src/charts/index.ts';
import { casePromises } from '../../../src/charts/promises.ts';
import { readDecomposition } from '../../../src/charts/time-decomposition.ts';
import { readWorkInProgress } from '../../../src/charts/work-in-progress.ts';
import { fakeResult, fakeScenario } from '../../support/fake-result.ts';

const input = { result: fakeResult({ everything: true }), scenario: fakeScenario() };

describe('bars of the cycle time', () => {
  const bins = { width: 2, edges: [0, 2, 4, 6] };

  it('are cut where the promise ends, both parts as high as the bin', () => {
    expect(cutBars(bins, [0.2, 0.5, 0.3], 3)).toEqual([
      { from: 0, to: 2, share: 0.2, late: false },
      { from: 2, to: 3, share: 0.5, late: false },
      { from: 3, to: 4, share: 0.5, late: true },
      { from: 4, to: 6, share: 0.3, late: true },
    ]);
  });

  it('are on time where no promise was made', () => {
    expect(cutBars(bins, [0.2, 0, 0.3], undefined).map(({ late }) => late)).toEqual([false, false]);
  });
});

describe('the axis of cycle times', () => {
  it('reaches beyond the promise and the slow cases, in the unit of the promise', () => {
    const data = readCycleTime(input);
    expect(data?.unit).toBe('day');
    expect(data?.end).toBeGreaterThan(5 * 24 * 3600);
    expect(data?.cases).toBe(30 * 114);
  });

  it('is not stretched to a promise far beyond every case', () => {
    const [sla] = input.result.document.slas;
    if (!sla) throw new Error('no SLA in the made-up run');
    const generous = fakeResult({ slas: [{ ...sla, limit: 1000 * 24 * 3600 }] });
    expect(readCycleTime({ ...input, result: generous })?.end).toBeLessThan(30 * 24 * 3600);
  });
});

describe('promises on whole cases', () => {
  it('leave out those on steps and those on another clock', () => {
    expect(casePromises(input, 'calendar').map(({ sla }) => sla.id)).toEqual(['Sla_case']);
    expect(casePromises(input, 'business')).toEqual([]);
  });
});

describe('the parts of the cycle time', () => {
  it('lie end to end and add up to the mean cycle time', () => {
    const data = readDecomposition(input);
    const parts = data?.parts ?? [];
    expect(parts[0]?.from).toBe(0);
    parts.slice(1).forEach((part, i) => expect(part.from).toBe(parts[i]?.to));
    expect(parts.at(-1)?.to).toBeCloseTo(input.result.document.cycleTime.mean.value ?? NaN, 6);
  });
});

describe('cases in progress', () => {
  it('span the horizon and keep the warm-up apart', () => {
    const data = readWorkInProgress(input);
    expect(data?.end).toBe(30 * 24 * 3600);
    expect(data?.warmUp).toBe(3 * 24 * 3600);
    expect(data?.points).toHaveLength(120);
  });
});

describe('every chart', () => {
  it.each(charts.map((chart) => [chart.id, chart] as const))(
    '%s tells its figures in words and as a table',
    (_, chart) => {
      const reading = chart.read(input);
      expect(reading?.summary('en')).toMatch(/\d/);
      expect(reading?.caption('en')).not.toBe('');
      const table = reading?.table('en');
      expect(table?.rows.length).toBeGreaterThan(0);
      for (const row of table?.rows ?? []) expect(row.cells).toHaveLength(table?.columns.length ?? 0);
    },
  );

  it.each(charts.map((chart) => [chart.id, chart] as const))(
    '%s has nothing to show when nothing was measured',
    (_, chart) => {
      const none = { value: null, ci95: null };
      const { document } = input.result;
      const spread = { mean: none, sd: none, p50: none, p80: none, p90: none, p95: none, min: none, max: none };
      const empty = {
        ...input.result,
        cycleTimes: new Float64Array(input.result.cycleTimes.length),
        businessCycleTimes: new Float64Array(input.result.cycleTimes.length),
        wip: { width: 1, values: new Float64Array(), low: new Float64Array(), high: new Float64Array() },
        document: {
          ...document,
          cycleTime: spread,
          businessCycleTime: spread,
          decomposition: {
            working: none,
            paused: none,
            queuedContention: none,
            queuedOffShift: none,
            batching: none,
            external: none,
            synchronising: none,
          },
          activities: {},
          resources: {},
        },
      };
      expect(chart.read({ ...input, result: empty })).toBeUndefined();
    },
  );
});
