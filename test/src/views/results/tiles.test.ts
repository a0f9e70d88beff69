import { describe, expect, it } from 'vitest';
import { mainFigure, tilesOf } from '../../../../src/views/results/tiles.ts';
import { fakeResult, fakeScenario } from '../../../support/fake-result.ts';

const scenario = fakeScenario();

describe('the tiles of a run', () => {
  it('are at most five, the hit rate of the first SLA first', () => {
    const tiles = tilesOf({ result: fakeResult(), scenario }, 'en');
    expect(tiles.map(({ kpi }) => kpi)).toEqual(['hit-rate', 'cycle-time', 'waiting', 'utilisation', 'cost-per-case']);
    expect(tiles[0]).toMatchObject({
      name: 'Ordinary complaint',
      value: '91.4 %',
      interval: '88.9–93.9 %',
      verdict: 'misses',
      note: 'within 5 d, target 95 %',
    });
  });

  it('show the busiest people', () => {
    const tile = tilesOf({ result: fakeResult(), scenario }, 'en').find(({ kpi }) => kpi === 'utilisation');
    expect(tile).toMatchObject({ value: '91.0 %', note: 'Quality engineers', subject: 'Engineer' });
  });

  it('fill up with other figures where there is no SLA', () => {
    const tiles = tilesOf({ result: fakeResult({ slas: [] }), scenario }, 'en');
    expect(tiles.map(({ kpi }) => kpi)).toEqual([
      'cycle-time',
      'waiting',
      'utilisation',
      'cost-per-case',
      'throughput',
    ]);
  });

  it('have no interval with one replication', () => {
    const tiles = tilesOf({ result: fakeResult({ done: 1 }), scenario }, 'en');
    expect(tiles.every(({ interval }) => interval === undefined)).toBe(true);
  });
});

describe('the main figure of a run under way', () => {
  it('is the hit rate with its half-width, which shrinks as replications come in', () => {
    expect(mainFigure(fakeResult(), 'en')?.text).toBe('91.4 % ± 2.5 %');
    expect(mainFigure(fakeResult({ done: 8 }), 'en')?.text).toBe('91.4 % ± 4.8 %');
  });

  it('is the mean cycle time where there is no SLA', () => {
    expect(mainFigure(fakeResult({ slas: [] }), 'en')?.name).toBe('cycle time');
  });
});
