import { describe, expect, it } from 'vitest';
import { inheritingScenario, resolveScenario, type Study } from '#simulation';
import {
  applyStaffing,
  findStaffing,
  type StaffingQuestion,
  type StaffingResult,
} from '../../../src/experiments/index.ts';
import { Direct } from '../../support/direct-backend.ts';
import { by, erlang, exponential, pool, sketch } from '../../support/model.ts';
import { run } from '../../support/run.ts';
import { within } from '../../analytic/stations.ts';

/** Two steps with a pool each; the second pool is dear. */
const study: Study = sketch({
  nodes: { S: 'StartEvent', A: 'Task', B: 'Task', E: 'EndEvent' },
  flows: ['S > A > B > E'],
  elements: {
    S: { arrivals: { interval: exponential(1) } },
    A: { work: erlang(1.6, 3), resources: by('Cheap') },
    B: { work: erlang(1.2, 3), resources: by('Dear') },
  },
  pools: [pool('Cheap', 2, { costPerHour: 20 }), pool('Dear', 2, { costPerHour: 50 })],
  slas: [within(8)],
  run: { seed: 'staffing', replications: 20, horizon: { value: 60, unit: 'min' } },
});

const question: StaffingQuestion = {
  choices: [
    { pool: 'Cheap', min: 1, max: 4 },
    { pool: 'Dear', min: 1, max: 3 },
  ],
  goals: [{ sla: 'within-8', target: 0.9 }],
};

async function search(asked: StaffingQuestion = question, of: Study = study): Promise<StaffingResult> {
  const outcome = await findStaffing(new Direct(), of, asked);
  if (outcome.status !== 'complete') throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

/** How often each plan meets the goal, all of them simulated often under luck of their own. */
function everyPlan(): { readonly plan: readonly [number, number]; readonly cost: number; readonly chance: number }[] {
  const plans = [1, 2, 3, 4].flatMap((cheap) => [1, 2, 3].map((dear) => [cheap, dear] as const));
  return plans.map((plan) => {
    const staffed = applyStaffing(
      study,
      question.choices,
      plan.map((count) => [count]),
    );
    const { results, kpi } = run(staffed, { seed: `truth ${plan.join()}`, replications: 400 });
    const met = results.filter((_, r) => kpi('slas.within-8.hitRate', r) >= 0.9).length;
    return { plan, cost: 20 * plan[0] + 50 * plan[1], chance: met / results.length };
  });
}

describe('the cheapest staffing', () => {
  it('is the true one, with all combinations simulated at high precision', async () => {
    const truth = everyPlan().sort((a, b) => a.cost - b.cost);
    const optimum = truth.find(({ chance }) => chance >= 0.95)!;
    // The case decides: nothing lies in or near the zone in which either answer is right.
    for (const { cost, chance } of truth) if (cost <= optimum.cost) expect(chance < 0.94 || chance > 0.985).toBe(true);
    const result = await search();
    const best = result.plans[result.best!]!;
    expect(best.plan.flat()).toEqual(optimum.plan);
    expect(best.cost).toBeCloseTo(optimum.cost, 9);
    expect(best.verdict).toBe('meets');
    expect(best.chance!.ci95[0]).toBeGreaterThan(0.95);
    expect(result.guarantee).toMatchObject({ confidence: 0.95, assurance: 0.95, possible: 12, allDecided: true });
    expect(result.guarantee.indifferentUpTo).toBeCloseTo(0.98, 12);
    // Every verdict agrees with the truth where that is clear.
    for (const { plan, verdict } of result.plans) {
      const { chance } = truth.find((t) => t.plan.join() === plan.flat().join())!;
      if (verdict === 'meets') expect(chance).toBeGreaterThan(0.94);
      if (verdict === 'fails') expect(chance).toBeLessThan(0.985);
    }
  });

  it('spends a verdict on no plan that can only serve to leave out smaller ones', async () => {
    const { plans, best } = await search();
    const judged = plans.filter(({ verdict }) => verdict === 'meets');
    const whole = plans.find(({ plan }) => plan.flat().join() === '4,3')!;
    expect(judged.map(({ plan }) => plan)).toEqual([plans[best!]!.plan, whole.plan]);
    for (const { verdict, replications } of plans) if (verdict === 'open') expect(replications).toBeLessThan(200);
  });

  it('shows what else could be had: every plan under the same replications, the dominated marked', async () => {
    const { plans, today, best } = await search();
    const shown = plans.filter(({ isWithin, hitRates }) => isWithin && hitRates[0]!.count === 20);
    expect(shown.length).toBeGreaterThan(5);
    expect(plans[today!]!.plan).toEqual([[2], [2]]);
    expect(plans.map(({ cost }) => cost)).toEqual(plans.map(({ cost }) => cost).sort((a, b) => a - b));
    const front = shown.filter(({ dominatedBy }) => dominatedBy === undefined);
    for (const [i, { hitRates }] of front.entries())
      if (i > 0) expect(hitRates[0]!.mean).toBeGreaterThanOrEqual(front[i - 1]!.hitRates[0]!.mean);
    for (const { cost, dominatedBy } of plans)
      if (dominatedBy !== undefined) expect(plans[dominatedBy]!.cost).toBeLessThanOrEqual(cost);
    const { mean } = plans[best!]!.hitRates[0]!;
    const staffed = applyStaffing(study, question.choices, plans[best!]!.plan);
    expect(run(staffed, { replications: 20 }).estimate('slas.within-8.hitRate').mean).toBeCloseTo(mean, 12);
  });

  it('is none where even the most people do not meet the goal', async () => {
    const { best, plans } = await search({
      ...question,
      choices: [{ pool: 'Cheap', min: 1, max: 2 }, question.choices[1]!],
    });
    expect(best).toBeUndefined();
    expect(plans.find(({ plan }) => plan.flat().join() === '2,3')!.verdict).toBe('fails');
  });

  it('takes the target of the service level, and wants somebody between the bounds', async () => {
    const { best, plans } = await search({
      choices: [{ pool: 'Cheap', min: 0, max: 5 }],
      goals: [{ sla: 'within-8' }],
    });
    expect(best === undefined || plans[best]!.plan[0]![0]! >= 2).toBe(true);
    expect(plans.every(({ verdict }) => verdict !== 'unusable')).toBe(true);
    const nobody = await findStaffing(new Direct(), study, {
      choices: [{ pool: 'Cheap', min: 0, max: 0 }],
      goals: [{ sla: 'within-8' }],
    });
    expect(nobody).toMatchObject({ status: 'blocked', issues: [{ code: 'staffing-bounds' }] });
  });

  it('puts people on shifts', async () => {
    const office = { id: 'Day', name: 'Day', rules: [{ days: [1, 2, 3, 4, 5], from: 480, to: 1080 }] };
    const served: Study = sketch({
      nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' },
      flows: ['S > A > E'],
      elements: {
        // Twice as many in the morning.
        S: {
          arrivals: {
            profile: [
              { days: [1, 2, 3, 4, 5], from: 480, to: 780, perHour: 12 },
              { days: [1, 2, 3, 4, 5], from: 780, to: 1080, perHour: 3 },
            ],
          },
        },
        A: { work: exponential(8), resources: by('P') },
      },
      pools: [pool('P', 3, { staffing: [{ capacity: 3, calendar: 'Day' }], costPerHour: 30 })],
      slas: [within(40)],
      run: { seed: 'shifts', replications: 20, horizon: { value: 4, unit: 'day' } },
      scenario: { calendars: [office] },
    });
    const shifts = [
      { start: 480, length: 300 },
      { start: 780, length: 300 },
    ];
    const goals = [{ sla: 'within-40', target: 0.9 }];
    const choices = [{ pool: 'P', min: 1, max: 5, shifts }];
    const { best, plans, prices } = await search({ choices, goals }, served);
    const [early, late] = plans[best!]!.plan[0]!;
    expect(early!).toBeGreaterThan(late!);
    expect(prices).toMatchObject({ unit: 'money', each: [[600, 600]] });
    const staffed = applyStaffing(served, choices, plans[best!]!.plan);
    const child = inheritingScenario(served.scenario, staffed.scenario, { id: 'Staffed', name: 'Staffed' });
    expect(Object.keys(child)).toEqual(['id', 'name', 'inherits', 'pools', 'calendars']);
    const { scenario } = resolveScenario([served.scenario, child], 'Staffed');
    expect(scenario.pools).toEqual(staffed.scenario.pools);
    const paid = run({ ...served, scenario: staffed.scenario }).estimate('resources.P.paid').mean;
    expect(paid).toBeCloseTo(plans[best!]!.cost, 6);
  });

  it('says what is wrong with the question', async () => {
    const codes = async (asked: Partial<StaffingQuestion>): Promise<string[]> => {
      const outcome = await findStaffing(new Direct(), study, { ...question, ...asked });
      return outcome.status === 'blocked' ? outcome.issues.map(({ code }) => code) : [outcome.status];
    };
    expect(await codes({ choices: [] })).toEqual(['staffing-without-pools']);
    expect(await codes({ goals: [] })).toEqual(['staffing-without-goals']);
    expect(await codes({ choices: [{ pool: 'Gone', min: 1, max: 2 }] })).toEqual(['staffing-pool-unknown']);
    expect(await codes({ choices: [{ pool: 'Dear', min: 3, max: 2 }] })).toEqual(['staffing-bounds']);
    expect(await codes({ choices: [{ pool: 'Dear', min: 0, max: 2, shifts: [{ start: 1500, length: 60 }] }] })).toEqual(
      ['staffing-shift'],
    );
    expect(await codes({ goals: [{ sla: 'gone' }] })).toEqual(['staffing-sla-unknown']);
    expect(await codes({ goals: [{ sla: 'within-8', target: 2 }] })).toEqual(['staffing-target']);
    const many = [0, 1, 2].map(() => ({ pool: 'Dear', min: 0, max: 200 }));
    expect(await codes({ choices: many })).toEqual(['staffing-too-many-plans']);
  });

  it('tells what is known when it is cancelled', async () => {
    const abort = new AbortController();
    const outcome = await findStaffing(new Direct(), study, question, {
      signal: abort.signal,
      onUpdate: () => {
        abort.abort();
      },
    });
    expect(outcome).toMatchObject({ status: 'partial', result: { plans: [{ verdict: 'open' }] } });
  });
});
