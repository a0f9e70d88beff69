/** The models every speed figure is about: queues with published rivals' figures, times in seconds. */
import type { DistributionSpec, ElementParameters, Study } from '#simulation';
import { by, pool, sketch } from '../support/model.ts';

const s = (type: string, params: Record<string, number>): DistributionSpec => ({ type, params, unit: 's' });
const exp = (mean: number): DistributionSpec => s('exponential', { mean });
const normal = (mean: number, sd: number): DistributionSpec => s('normal', { mean, sd });
const task = (work: DistributionSpec, p: string): ElementParameters => ({ work, resources: by(p) });
const every = (mean: number): ElementParameters => ({ arrivals: { interval: exp(mean) } });

/** M/M/10 with load 0.85. */
export const A = (cases: number): Study =>
  sketch({
    nodes: { Start: 'StartEvent', Task: 'Task', End: 'EndEvent' },
    flows: ['Start > Task > End'],
    elements: { Start: every(70.588), Task: task(exp(600), 'P') },
    pools: [pool('P', 10)],
    run: { cases },
  });

const OFFICE = { id: 'Office', name: 'Office', rules: [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }] };

/** Credit application with rework: 4.29 executions per case; `calendar` gives everybody office hours. */
export const B = (cases: number, calendar = false): Study => {
  const staff = (id: string) => pool(id, 1, calendar ? { staffing: [{ capacity: 1, calendar: 'Office' }] } : {});
  return sketch({
    nodes: {
      Start: 'StartEvent',
      Split: 'ParallelGateway',
      History: 'Task',
      Income: 'Task',
      Join: 'ParallelGateway',
      Merge: 'ExclusiveGateway',
      Assess: 'Task',
      Decide: 'ExclusiveGateway',
      Reject: 'Task',
      Feedback: 'Task',
      Again: 'ExclusiveGateway',
      Offer: 'Task',
      Done: 'ExclusiveGateway',
      End: 'EndEvent',
    },
    flows: [
      'Start > Split > History > Join > Merge > Assess > Decide > Reject > Feedback > Again > Merge',
      'Split > Income > Join',
      'Decide > Offer > Done > End',
      'Again > Done',
    ],
    elements: {
      Start: { arrivals: { interval: exp(180), ...(calendar ? { calendar: 'Office' } : {}) } },
      History: task(normal(60, 12), 'Clerk_1'),
      Income: task(normal(120, 24), 'Clerk_2'),
      Assess: task(exp(120), 'Officer_1'),
      Reject: task(normal(60, 12), 'Officer_2'),
      Feedback: task(s('constant', { value: 6 }), 'System'),
      Offer: task(normal(60, 12), 'Officer_2'),
      Decide_Reject: { probability: 0.2 },
      Decide_Offer: { probability: 0.8 },
      Again_Merge: { probability: 0.2 },
      Again_Done: { probability: 0.8 },
    },
    pools: ['Clerk_1', 'Clerk_2', 'Officer_1', 'Officer_2', 'System'].map(staff),
    run: { cases },
    scenario: calendar ? { calendars: [OFFICE] } : {},
  });
};

/** Ten executions per case over four pools, with a split and a choice. */
export const C = (cases: number): Study =>
  sketch({
    nodes: {
      Start: 'StartEvent',
      T1: 'Task',
      T2: 'Task',
      Split: 'ParallelGateway',
      T3: 'Task',
      T4: 'Task',
      Join: 'ParallelGateway',
      T5: 'Task',
      Choice: 'ExclusiveGateway',
      T6a: 'Task',
      T6b: 'Task',
      Merge: 'ExclusiveGateway',
      T7: 'Task',
      T8: 'Task',
      T9: 'Task',
      T10: 'Task',
      End: 'EndEvent',
    },
    flows: [
      'Start > T1 > T2 > Split > T3 > Join > T5 > Choice > T6a > Merge > T7 > T8 > T9 > T10 > End',
      'Split > T4 > Join',
      'Choice > T6b > Merge',
    ],
    elements: {
      Start: every(300),
      T1: task(s('triangular', { min: 60, mode: 300, max: 600 }), 'P1'),
      T2: task(s('lognormal', { mean: 600, sd: 300 }), 'P2'),
      T3: task(exp(900), 'P3'),
      T4: task(normal(600, 100), 'P2'),
      T5: task(s('lognormal', { mean: 1200, sd: 600 }), 'P4'),
      T6a: task(s('triangular', { min: 300, mode: 600, max: 1500 }), 'P3'),
      T6b: task(s('uniform', { min: 300, max: 900 }), 'P2'),
      T7: task(s('lognormal', { mean: 300, sd: 150 }), 'P1'),
      T8: task(exp(1200), 'P4'),
      T9: task(normal(600, 120), 'P3'),
      T10: task(s('triangular', { min: 60, mode: 120, max: 300 }), 'P1'),
      Choice_T6a: { probability: 0.35 },
      Choice_T6b: { probability: 0.65 },
    },
    pools: [pool('P1', 4), pool('P2', 7), pool('P3', 8), pool('P4', 10)],
    run: { cases },
  });
