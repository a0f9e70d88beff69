/** Models whose figures are pinned to the last bit: between them every element, distribution, clock and policy. */
import fc from 'fast-check';
import type { DistributionSpec, Study } from '#simulation';

import { A, B, C } from '../bench/models.ts';
import { by, exponential, pool, sketch } from '../support/model.ts';
import { block, structured } from '../support/structured-models.ts';
import { everything } from './golden-everything.ts';
import { disciplines, gathering, machineRepair, people, phoneDesk, urgent } from './golden-offices.ts';

/** Name → model. */
export const goldenModels = (): Readonly<Record<string, Study>> => ({
  'one queue': pinned(A(3000)),
  credit: pinned(B(2000)),
  'credit with office hours': pinned(B(2000, true)),
  'ten steps': pinned(C(2000)),
  'every element and distribution': everything(),
  'inclusive joins': inclusive(),
  'customers who hang up': phoneDesk(),
  'machine repair': machineRepair(),
  'people told apart': people(),
  'urgent work interrupts': urgent(),
  'every order of waiting': disciplines(),
  'work in batches': gathering(),
  'random blocks': randomBlocks(),
});

const pinned = (study: Study): Study => ({
  ...study,
  scenario: { ...study.scenario, run: { ...study.scenario.run, seed: 'golden', replications: 3 } },
});

/** Blocks within blocks as fast-check draws them, under the seed that makes them many. */
function randomBlocks(): Study {
  const [first, ...others] = fc.sample(block, { seed: 20261128, numRuns: 12 });
  return pinned(structured({ kind: 'sequence', blocks: first ? [first, ...others] : [] }, 300));
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
