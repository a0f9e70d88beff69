/** Heat maps of a replication: what the recording says of each step is what the engine measured. */
import { describe, expect, it } from 'vitest';
import { compile, simulate } from '#simulation';
import { readStepHeat } from '../../../src/replay/step-heat.ts';
import { by, exponential, pool, sketch } from '../../support/model.ts';
import { record } from './recordings.ts';

const study = sketch({
  nodes: { S: 'StartEvent', A: 'Task', X: 'ExclusiveGateway', B: 'Task', C: 'Task', E: 'EndEvent' },
  flows: ['S > A > X > B > E', 'X > C > E'],
  elements: {
    S: { arrivals: { interval: exponential(1) } },
    A: { work: exponential(1.6), resources: by('Clerks') },
    B: { work: exponential(0.5), resources: by('Boss') },
    C: { work: exponential(3) },
  },
  pools: [pool('Clerks', 2), pool('Boss', 1)],
  run: { seed: 'heat', replications: 3, cases: 400 },
});

describe('heat maps of a replication', () => {
  const recording = record(study, 1);
  const at = (id: string): number => recording.nodes.findIndex((node) => node.id === id);

  it('agree with the figures of the engine to the millisecond', () => {
    const { network, plan } = compile(study);
    if (!network) throw new Error('does not compile');
    const { kpis } = simulate(network, plan, 1);
    const figure = (...path: string[]): number =>
      kpis[network.kpiPaths.findIndex((p) => p.join('/') === path.join('/'))] ?? NaN;
    for (const id of ['A', 'B']) {
      expect(readStepHeat(recording, 'executions')[at(id)]).toBe(figure('activities', id, 'executions'));
      expect(readStepHeat(recording, 'waiting')[at(id)]).toBeCloseTo(
        1000 * figure('activities', id, 'queue', 'mean'),
        3,
      );
    }
    expect(readStepHeat(recording, 'waiting')[at('A')]).toBeGreaterThan(0);
  });

  it('have no figure where nobody works', () => {
    for (const id of ['S', 'X', 'C', 'E']) expect(readStepHeat(recording, 'waiting')[at(id)]).toBeNaN();
  });
});
