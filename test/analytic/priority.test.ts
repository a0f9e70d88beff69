/**
 * M/M/1 with two classes and non-preemptive priority: Wq_k = W₀/((1 − σ_{k−1})(1 − σ_k)) with W₀ = Σ λ_i E[S_i²]/2 and σ_k the load
 * of the classes up to k. λ 0.2 and 0.6, service 1: Wq 1 and 5. Source: Cobham, Operations Research 2, 1954. Priority only passes
 * waiting on: the mean over all cases is that of first come, first served, 4 (Kleinrock's conservation law, 1965).
 *
 * Pre-emptive resume: T_k = E[S]/(1 − σ_{k−1}) + Σ_{i≤k} λ_i E[S_i²]/2 / ((1 − σ_{k−1})(1 − σ_k)): 1.25 and 6.25, so 0.25 and 5.25 of
 * them waiting; the urgent do not notice the others. Over all cases T is that of first come, first served, 5. Source: White and
 * Christie, Operations Research 6, 1958.
 */
import { describe, expect, it } from 'vitest';
import type { ElementParameters, Formula, ResourcePool, Study } from '#simulation';
import { by, exponential, pool, sketch } from '../support/model.ts';
import { run } from '../support/run.ts';
import { expectInvariants, expectTheory, MINUTE } from './against-theory.ts';
import { length } from './stations.ts';

const arrivals = (rate: number): ElementParameters => ({ arrivals: { interval: exponential(1 / rate) } });
const byDesk = { work: exponential(1), resources: by('Desk') };

/** Two streams with a task of its own each, one desk for both. */
const twoStreams = (cases: number, warmUp: number, more: Partial<ResourcePool> = {}): Study =>
  sketch({
    nodes: {
      Urgent: 'StartEvent',
      Ordinary: 'StartEvent',
      First: 'Task',
      Second: 'Task',
      Done: 'EndEvent',
      Over: 'EndEvent',
    },
    flows: ['Urgent > First > Done', 'Ordinary > Second > Over'],
    elements: {
      Urgent: arrivals(0.2),
      Ordinary: arrivals(0.6),
      First: { ...byDesk, priority: 1 },
      Second: { ...byDesk, priority: 0 },
    },
    pools: [pool('Desk', 1, { discipline: 'priority', ...more })],
    run: length(cases, warmUp),
  });

const urgent: Formula = {
  text: 'grade = "urgent"',
  tree: {
    type: 'binary',
    operator: '=',
    left: { type: 'attribute', name: 'grade' },
    right: { type: 'text', value: 'urgent' },
  },
};

/** One stream of cases, a quarter of them urgent by an attribute that decides rank and route. */
const oneStream = (cases: number, warmUp: number): Study =>
  sketch({
    nodes: {
      Start: 'StartEvent',
      Which: { type: 'ExclusiveGateway', default: 'Which_Second' },
      First: 'Task',
      Second: 'Task',
      End: 'EndEvent',
    },
    flows: ['Start > Which > First > End', 'Which > Second > End'],
    elements: {
      Start: arrivals(0.8),
      Which_First: { condition: urgent },
      First: { ...byDesk, priorityWhen: [{ when: urgent, priority: 5 }] },
      Second: { ...byDesk, priorityWhen: [{ when: urgent, priority: 5 }] },
    },
    pools: [pool('Desk', 1, { discipline: 'priority' })],
    scenario: {
      attributes: [
        {
          name: 'grade',
          type: 'category',
          values: [
            { value: 'urgent', share: 1 },
            { value: 'ordinary', share: 3 },
          ],
        },
      ],
    },
    run: length(cases, warmUp),
  });

describe('priority queue, non-preemptive', () => {
  it.each([
    { name: 'two start events', model: twoStreams },
    { name: 'one start event and an attribute', model: oneStream },
  ])('$name: Wq 1.0 and 5.0', ({ model }) => {
    const r = run(model(110_000, 1500));
    expectTheory(r, 'activities.First.queue.mean', 1 * MINUTE);
    expectTheory(r, 'activities.Second.queue.mean', 5 * MINUTE);
    expectTheory(r, 'cycleTime.mean', 5 * MINUTE);
    expectTheory(r, 'resources.Desk.utilisation', 0.8);
  });

  it('means nothing to a pool that serves first come, first served', () => {
    const study = oneStream(3000, 0);
    const fifo: Study = { ...study, scenario: { ...study.scenario, pools: [pool('Desk')] } };
    const same: Study = {
      ...fifo,
      scenario: { ...fifo.scenario, elements: { ...fifo.scenario.elements, First: byDesk, Second: byDesk } },
    };
    const once = { replications: 1 };
    expect(run(fifo, once).results[0]!.kpis).toEqual(run(same, once).results[0]!.kpis);
    expect(run(study, once).results[0]!.kpis).not.toEqual(run(same, once).results[0]!.kpis);
  });

  it('keeps the invariants', () => {
    expectInvariants(twoStreams(2000, 0));
    expectInvariants(oneStream(2000, 0));
  });
});

describe('priority queue, pre-emptive resume', () => {
  const preemptive = (cases: number, warmUp: number): Study => twoStreams(cases, warmUp, { preemption: 'resume' });

  it('T 1.25 and 6.25', () => {
    const r = run(preemptive(110_000, 1500));
    expectTheory(r, 'activities.First.queue.mean', 0.25 * MINUTE);
    expectTheory(r, 'activities.First.elapsed.mean', 1.25 * MINUTE);
    expectTheory(r, 'activities.Second.queue.mean', 5.25 * MINUTE);
    expectTheory(r, 'activities.Second.elapsed.mean', 6.25 * MINUTE);
    expectTheory(r, 'cycleTime.mean', 5 * MINUTE);
    expectTheory(r, 'resources.Desk.utilisation', 0.8);
    // Each urgent case interrupts with the chance that an ordinary one is in service: λ₁ ρ₂ of the time λ₁ + λ₂ = 0.8.
    expectTheory(r, 'activities.Second.interruptions', r.estimate('cases.started').mean * ((0.2 * 0.6) / 0.8));
  });

  it('keeps the invariants', () => {
    expectInvariants(preemptive(2000, 0));
  });
});
