import { describe, expect, it } from 'vitest';
import type { Study } from '#simulation';
import {
  changesBetween,
  correspondenceOf,
  elementKeysOf,
  runBridge,
  type Bridge,
} from '../../../src/experiments/index.ts';
import { Mixer } from '../../../src/experiments/changes/mixed-study.ts';
import { Direct } from '../../support/direct-backend.ts';
import { by, constant, exponential, pool, sketch, type Sketch } from '../../support/model.ts';
import { run } from '../../support/run.ts';
import { within } from '../../analytic/stations.ts';

const base: Sketch = {
  nodes: { S: 'StartEvent', A: 'Task', G: 'ExclusiveGateway', B: 'Task', E: 'EndEvent' },
  flows: ['S > A > G > B > E', 'G > E'],
  elements: {
    S: { arrivals: { interval: exponential(10) } },
    A: { work: exponential(8), resources: by('P') },
    B: { work: constant(30), resources: by('Q') },
    G_B: { probability: 0.5 },
    G_E: { probability: 0.5 },
  },
  pools: [pool('P', 1, { costPerHour: 30 }), pool('Q', 2), pool('Idle', 1, { costPerHour: 10 })],
  slas: [within(60)],
  run: { seed: 'bridge', replications: 10, cases: 150 },
};
const asIs = sketch(base);

/** Automatic checks after A by a new pool; A faster; fewer cases take the long way; one more in P; Idle is gone. */
const toBe = sketch({
  ...base,
  nodes: { ...base.nodes, C: 'Task' },
  flows: ['S > A > C > G > B > E', 'G > E'],
  elements: {
    ...base.elements,
    A: { work: exponential(6), resources: by('P') },
    C: { work: constant(2), resources: by('New') },
    G_B: { probability: 0.4 },
    G_E: { probability: 0.6 },
  },
  pools: [pool('P', 2, { costPerHour: 30 }), pool('Q', 2), pool('New', 1)],
});

const pairsOf = (from: Study, to: Study) => correspondenceOf(from.model, to.model);

async function bridge(from: Study, to: Study): Promise<Bridge> {
  const outcome = await runBridge(new Direct(), from, to, pairsOf(from, to));
  if (outcome.status !== 'complete') throw new Error(JSON.stringify(outcome));
  return outcome.bridge;
}

describe('changes between two designs', () => {
  it('are the diagram’s, then those of elements, gateways, pools', () => {
    const groups = changesBetween(asIs, toBe, pairsOf(asIs, toBe));
    expect(groups.map(({ key }) => key)).toEqual([
      'structure',
      'element A',
      'choice G',
      'pool P',
      'pool Idle',
      'pool New',
    ]);
    expect(groups[0]!.structure).toMatchObject({ added: ['C', 'A_C', 'C_G'], removed: ['A_G'] });
    expect(groups[1]!.fields).toEqual([{ field: 'work', before: exponential(8), after: exponential(6) }]);
    expect(groups[2]!.fields.map(({ field }) => field)).toEqual(['G_B', 'G_E']);
    expect(groups[4]).toMatchObject({ from: 'Idle' });
    expect(groups[4]!.to).toBeUndefined();
  });

  it('are none between equal designs, whatever their elements are called', () => {
    const renamed = JSON.parse(JSON.stringify(asIs).replaceAll('"A', '"Aa').replaceAll('_A"', '_Aa"')) as Study;
    expect(changesBetween(asIs, renamed, pairsOf(asIs, renamed))).toEqual([]);
  });

  it('all made lead from one design to the other, none made leave it', () => {
    const pairs = pairsOf(asIs, toBe);
    const mixer = new Mixer(asIs, toBe, pairs);
    const keys = changesBetween(asIs, toBe, pairs).map(({ key }) => key);
    const figures = (study: Study) => run(study).results.map(({ kpis }) => [...kpis]);
    expect(figures(mixer.mix(new Set()))).toEqual(figures(asIs));
    const twin = { ...toBe, elementKeys: elementKeysOf(asIs.model, toBe.model, pairs) };
    expect(figures(mixer.mix(new Set(keys)))).toEqual(figures(twin));
  });
});

describe('a bridge', () => {
  it('shares the difference out exactly, in every replication', async () => {
    const to = sketch({
      ...base,
      elements: { ...base.elements, A: toBe.scenario.elements!.A! },
      pools: toBe.scenario.pools!,
    });
    const { steps, method, effects } = await bridge(asIs, to);
    expect(method).toBe('every-order');
    for (const path of [
      ['cycleTime', 'mean'],
      ['cycleTime', 'p90'],
      ['slas', 'within-60', 'hitRate'],
      ['cost', 'paid'],
    ]) {
      const { whole, steps: shares } = effects(path)!;
      expect(shares.reduce((sum, { share }) => sum + share.mean, 0)).toBeCloseTo(whole.mean, 8);
    }
    const time = effects(['cycleTime', 'mean'])!;
    expect(time.steps.map(({ step }) => step.groups[0]!.key)).toEqual(['element A', 'pool P', 'pool Idle', 'pool New']);
    expect(steps).toHaveLength(4);
    const faster = sketch({ ...base, elements: { ...base.elements, A: toBe.scenario.elements!.A! } });
    const alone = run(faster).estimate('cycleTime.mean').mean - run(asIs).estimate('cycleTime.mean').mean;
    expect(time.steps[0]!.alone.mean).toBeCloseTo(alone, 8);
    expect(time.steps[0]!.share.mean).toBeLessThan(0);
    // Nobody waits for the pool that went, but it was paid.
    expect(time.steps[2]!.share.mean).toBe(0);
    expect(effects(['cost', 'paid'])!.steps[2]!.share.mean).toBeLessThan(0);
  });

  it('of many changes does so over random orders, with intervals that mean something', async () => {
    const { steps, method, effects } = await bridge(asIs, toBe);
    expect(steps).toHaveLength(6);
    expect(method).toBe('random-orders');
    const { whole, steps: shares } = effects(['cycleTime', 'mean'])!;
    expect(shares.reduce((sum, { share }) => sum + share.mean, 0)).toBeCloseTo(whole.mean, 8);
    const faster = shares.find(({ step }) => step.groups[0]!.key === 'element A')!;
    expect(faster.share.count).toBe(10);
    expect(faster.share.mean + faster.share.halfWidth).toBeLessThan(0);
    expect(effects(['activities', 'A', 'queue', 'gone'])).toBeUndefined();
  });

  it('tells which design between the two cannot be run, and can be cancelled', async () => {
    const broken = sketch({ ...base, pools: [pool('P', 0), pool('Q', 2)] });
    const outcome = await runBridge(new Direct(), asIs, broken, pairsOf(asIs, broken));
    expect(outcome).toMatchObject({ status: 'blocked', issues: [{ code: 'pool-empty' }] });
    const signal = AbortSignal.abort();
    expect(await runBridge(new Direct(), asIs, toBe, pairsOf(asIs, toBe), { signal })).toEqual({ status: 'cancelled' });
  });
});
