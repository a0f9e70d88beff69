/** Networks of queues: stations in a row, routes that part and return, and repeated work. */
import { describe, expect, it } from 'vitest';
import type { ElementParameters, Study } from '#simulation';
import { by, exponential, pool, sketch } from '../support/model.ts';
import { run } from '../support/run.ts';
import { expectInvariants, expectTheory, MINUTE } from './against-theory.ts';
import { length } from './stations.ts';

const arrivals = (rate: number): ElementParameters => ({ arrivals: { interval: exponential(1 / rate) } });
const service = (mean: number, p: string): ElementParameters => ({ work: exponential(mean), resources: by(p) });

/** What leaves an M/M/1 queue is a Poisson stream again (Burke, Operations Research 4, 1956), so the stations add up. */
const tandem = (cases: number, warmUp: number): Study =>
  sketch({
    nodes: { Start: 'StartEvent', First: 'Task', Second: 'Task', End: 'EndEvent' },
    flows: ['Start > First > Second > End'],
    elements: { Start: arrivals(0.8), First: service(1, 'P'), Second: service(1, 'Q') },
    pools: [pool('P'), pool('Q')],
    run: length(cases, warmUp),
  });

/**
 * Arrivals 0.5 at station 1; 1 → 2 in 0.6, 1 → 3 in 0.4 of the cases, 2 → 1 in 0.2; service rates 1, 0.5, 0.4. Throughputs solve
 * λ = γ + λP; each station is then M/M/1 by itself (Jackson, Operations Research 5, 1957).
 */
const jackson = (cases: number, warmUp: number): Study =>
  sketch({
    nodes: {
      Start: 'StartEvent',
      Merge: 'ExclusiveGateway',
      One: 'Task',
      Route: 'ExclusiveGateway',
      Two: 'Task',
      Back: 'ExclusiveGateway',
      Three: 'Task',
      Done: 'ExclusiveGateway',
      End: 'EndEvent',
    },
    flows: ['Start > Merge > One > Route > Two > Back > Done > End', 'Route > Three > Done', 'Back > Merge'],
    elements: {
      Start: arrivals(0.5),
      One: service(1, 'P1'),
      Two: service(2, 'P2'),
      Three: service(2.5, 'P3'),
      Route_Two: { probability: 0.6 },
      Route_Three: { probability: 0.4 },
      Back_Merge: { probability: 0.2 },
      Back_Done: { probability: 0.8 },
    },
    pools: [pool('P1'), pool('P2'), pool('P3')],
    run: length(cases, warmUp),
  });

/** Work that is done again with probability r behaves as a queue with λ' = λ/(1 − r), visited 1/(1 − r) times (Jackson 1957). */
const rework = (cases: number, warmUp: number): Study =>
  sketch({
    nodes: {
      Start: 'StartEvent',
      Merge: 'ExclusiveGateway',
      Task: 'Task',
      Check: 'ExclusiveGateway',
      End: 'EndEvent',
    },
    flows: ['Start > Merge > Task > Check > End', 'Check > Merge'],
    elements: {
      Start: arrivals(0.4),
      Task: service(1, 'P'),
      Check_Merge: { probability: 0.1 },
      Check_End: { probability: 0.9 },
    },
    pools: [pool('P')],
    run: length(cases, warmUp),
  });

describe('tandem queue, ρ 0.8', () => {
  it('W is the sum of the stations: 10', () => {
    const r = run(tandem(60_000, 1500));
    expectTheory(r, 'cycleTime.mean', 10 * MINUTE);
    expectTheory(r, 'activities.First.elapsed.mean', 5 * MINUTE);
    expectTheory(r, 'activities.Second.elapsed.mean', 5 * MINUTE);
    expectTheory(r, 'resources.Q.utilisation', 0.8);
    expectTheory(r, 'wip.mean', 8);
  });
});

describe('Jackson network', () => {
  it('each station is M/M/1 by itself: L 1.315789, 2.142857, 1.315789; W 9.548872', () => {
    const r = run(jackson(35_000, 1500));
    expectTheory(r, 'cycleTime.mean', 9.548872 * MINUTE);
    expectTheory(r, 'wip.mean', 1.315789 + 2.142857 + 1.315789);
    const loads = { One: 0.5681818, Two: 0.6818182, Three: 0.5681818 };
    const means = { One: 1, Two: 2, Three: 2.5 };
    for (const station of ['One', 'Two', 'Three'] as const) {
      // W of M/M/1: mean service / (1 − ρ).
      expectTheory(r, `activities.${station}.elapsed.mean`, (means[station] / (1 - loads[station])) * MINUTE);
    }
    expectTheory(r, 'resources.P1.utilisation', loads.One);
    expectTheory(r, 'resources.P2.utilisation', loads.Two);
    expectTheory(r, 'resources.P3.utilisation', loads.Three);
  });
});

describe('rework', () => {
  it('λ 0.4, r 0.1: W 2, and one execution in ten is a repetition', () => {
    const r = run(rework(14_000, 300));
    expectTheory(r, 'cycleTime.mean', 2 * MINUTE);
    expectTheory(r, 'activities.Task.rework', 0.1);
    expectTheory(r, 'firstPassYield', 0.9);
    expectTheory(r, 'resources.P.utilisation', 0.4 / 0.9);
  });
});

describe('networks', () => {
  it('keep the invariants', () => {
    for (const model of [tandem, jackson, rework]) expectInvariants(model(2000, 0));
  });

  it('count as many flows as tokens went by', () => {
    const r = run(jackson(2000, 0), { replications: 1 });
    const flow = (id: string): number => r.kpi(`flows.${id}`);
    expect(flow('Start_Merge') + flow('Back_Merge')).toBe(flow('Merge_One'));
    expect(flow('Route_Two') + flow('Route_Three')).toBe(flow('One_Route'));
    expect(flow('Done_End')).toBe(2000);
    expect(r.kpi('activities.One.executions')).toBe(flow('One_Route'));
  });
});
