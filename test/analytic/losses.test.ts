/**
 * Customers who go away unserved, held against their birth–death chains. Sources: Gross et al., Fundamentals of Queueing Theory,
 * 4th ed. 2008, §2.4 (M/M/1/K), §2.5 (Erlang B), §2.9.3 (finite source); Mandelbaum & Zeltyn, "Service engineering in action: the
 * Palm/Erlang-A queue" (2007) for M/M/c+M.
 */
import { describe, expect, it } from 'vitest';
import type { ElementParameters, Study } from '#simulation';
import { by, exponential, pool, sketch } from '../support/model.ts';
import { run } from '../support/run.ts';
import { expectShare, expectTheory } from './against-theory.ts';
import { length } from './stations.ts';

interface Desk {
  readonly load: number;
  readonly servers: number;
  readonly rules: Pick<ElementParameters, 'patience' | 'balkAt'>;
  readonly cases: number;
}

/** A desk with mean service 1 min; who goes away unserved leaves by the event on its border. */
const desk = ({ load, servers, rules, cases }: Desk): Study =>
  sketch({
    nodes: {
      Start: 'StartEvent',
      Task: 'Task',
      Gone: {
        type: 'BoundaryEvent',
        attachedTo: 'Task',
        eventDefinitions: [{ type: 'bpmn:ConditionalEventDefinition' }],
      },
      End: 'EndEvent',
      Lost: 'EndEvent',
    },
    flows: ['Start > Task > End', 'Gone > Lost'],
    elements: {
      Start: { arrivals: { interval: exponential(1 / load) } },
      Task: { work: exponential(1), resources: by('P'), abandonTo: 'Gone', ...rules },
      Gone: { probability: 0 },
    },
    pools: [pool('P', servers)],
    run: length(cases, 200),
  });

interface Rates {
  readonly up: (n: number) => number;
  readonly down: (n: number) => number;
  readonly top: number;
}

/** Long-run shares of time in states 0..top of a birth–death chain. */
function stationary({ up, down, top }: Rates): readonly number[] {
  const weights = [1];
  for (let n = 1; n <= top; n++) weights.push((weights[n - 1]! * up(n - 1)) / down(n));
  const total = weights.reduce((sum, w) => sum + w, 0);
  return weights.map((w) => w / total);
}

const mean = (shares: readonly number[], of: (n: number) => number): number =>
  shares.reduce((sum, p, n) => sum + p * of(n), 0);

describe('Erlang B: nobody waits', () => {
  it('c 10, λ 8: 12.166 % are lost', () => {
    const blocked = stationary({ up: () => 8, down: (n) => n, top: 10 })[10]!;
    expect(blocked).toBeCloseTo(0.121661, 6);
    const r = run(desk({ load: 8, servers: 10, rules: { balkAt: 0 }, cases: 40_000 }));
    expectShare(r, 'outcomes.Lost', blocked);
    expectTheory(r, 'resources.P.utilisation', (8 * (1 - blocked)) / 10);
    expect(r.estimate('activities.Task.queue.mean').mean).toBe(0);
  });
});

describe('M/M/1/5: a waiting room of four', () => {
  it('ρ 0.8', () => {
    const shares = stationary({ up: () => 0.8, down: () => 1, top: 5 });
    const lost = shares[5]!;
    expect(lost).toBeCloseTo((0.2 * 0.8 ** 5) / (1 - 0.8 ** 6), 12);
    const r = run(desk({ load: 0.8, servers: 1, rules: { balkAt: 4 }, cases: 60_000 }));
    expectShare(r, 'outcomes.Lost', lost);
    expectTheory(r, 'resources.P.utilisation', 0.8 * (1 - lost));
    expectTheory(
      r,
      'activities.Task.queueLength.mean',
      mean(shares, (n) => Math.max(0, n - 1)),
    );
  });
});

describe('M/M/c+M: customers hang up', () => {
  it('c 10, λ 10, mean patience 2 min', () => {
    const shares = stationary({ up: () => 10, down: (n) => Math.min(n, 10) + Math.max(0, n - 10) / 2, top: 200 });
    const waiting = mean(shares, (n) => Math.max(0, n - 10));
    const r = run(desk({ load: 10, servers: 10, rules: { patience: exponential(2) }, cases: 60_000 }));
    expectShare(r, 'outcomes.Lost', waiting / 2 / 10);
    expectTheory(r, 'activities.Task.queueLength.mean', waiting);
    expectTheory(r, 'resources.P.utilisation', mean(shares, (n) => Math.min(n, 10)) / 10);
  });
});

describe('machine repair: a finite number of customers who come back', () => {
  it('five machines that run for 5 min, two repairers', () => {
    const shares = stationary({ up: (n) => (5 - n) / 5, down: (n) => Math.min(n, 2), top: 5 });
    const study = sketch({
      nodes: { Start: 'StartEvent', Run: 'Task', Repair: 'Task', Fit: 'ExclusiveGateway', End: 'EndEvent' },
      flows: ['Start > Run > Repair > Fit > Run', 'Fit > End'],
      elements: {
        Start: { arrivals: { count: 1 } },
        Run: { work: exponential(5) },
        Repair: { work: exponential(1), resources: by('P'), initial: 4 },
        Fit_Run: { probability: 1 },
        Fit_End: { probability: 0 },
      },
      pools: [pool('P', 2)],
      run: {
        seed: 'theory',
        replications: 30,
        horizon: { value: 40_000, unit: 'min' },
        warmUp: { value: 200, unit: 'min' },
      },
    });
    const r = run(study);
    expectTheory(r, 'resources.P.utilisation', mean(shares, (n) => Math.min(n, 2)) / 2);
  });
});
