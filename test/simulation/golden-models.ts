/** Models whose figures are pinned to the last bit: between them every element, distribution, clock and policy. */
import type { DistributionSpec, Study } from '#simulation';
import { B } from '../bench/models.ts';
import { by, exponential, pool, sketch } from '../support/model.ts';
import { everything } from './golden-everything.ts';

/** Name → model. */
export const goldenModels = (): Readonly<Record<string, Study>> => ({
  'credit with office hours': credit(),
  'every element and distribution': everything(),
  'inclusive joins': inclusive(),
});

function credit(): Study {
  const study = B(2000, true);
  return { ...study, scenario: { ...study.scenario, run: { ...study.scenario.run, seed: 'golden', replications: 3 } } };
}

const minutes = (type: string, params: DistributionSpec['params']): DistributionSpec => ({ type, params, unit: 'min' });

/** Some of three branches, one of them with a loop, one that may end early; arrivals follow the hours of the week. */
function inclusive(): Study {
  return sketch({
    nodes: {
      Start: 'StartEvent',
      Split: 'InclusiveGateway',
      A: 'Task',
      B: 'Task',
      Merge: 'ExclusiveGateway',
      C: 'Task',
      Again: 'ExclusiveGateway',
      Enough: 'ExclusiveGateway',
      First: 'InclusiveGateway',
      Second: 'InclusiveGateway',
      D: 'Task',
      Early: 'EndEvent',
      End: 'EndEvent',
    },
    flows: [
      'Start > Split > A > First > D > Second > End',
      'Split > B > Enough > First',
      'Enough > Early',
      'Split > Merge > C > Again > Second',
      'Again > Merge',
    ],
    elements: {
      Start: {
        arrivals: {
          profile: [
            { days: [1, 2, 3, 4, 5], from: 540, to: 720, perHour: 12 },
            { days: [1, 2, 3, 4, 5], from: 720, to: 1020, perHour: 6 },
            { days: [6], from: 540, to: 720, perHour: 3 },
          ],
          interval: minutes('erlang', { mean: 1, k: 2 }),
        },
      },
      A: { work: exponential(4), resources: by('P') },
      B: { work: exponential(6), resources: by('P') },
      C: { work: minutes('beta', { alpha: 0.5, beta: 0.8, min: 1, max: 9 }), resources: by('P') },
      D: { work: minutes('gamma', { shape: 3, scale: 1 }), resources: by('Q') },
      Split_A: { probability: 0.6 },
      Split_B: { probability: 0.5 },
      Split_Merge: { probability: 0.3 },
      Enough_First: { probability: 0.7 },
      Enough_Early: { probability: 0.3 },
      Again_Second: { probability: 0.75 },
      Again_Merge: { probability: 0.25 },
    },
    pools: [pool('P', 2), pool('Q', 1)],
    run: { seed: 'golden', replications: 3, cases: 1500 },
  });
}
