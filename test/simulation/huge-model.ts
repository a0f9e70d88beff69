/** A model with more of everything than the engine's tables have places at first. */
import type { Study } from '#simulation';
import { by, constant, exponential, pool, sketch } from '../support/model.ts';

/** Eleven hundred steps in a row, each with a pool of its own and a promise up to it. */
export function huge(): Study {
  const ids = Array.from({ length: 1_100 }, (_, i) => String(i));
  return sketch({
    nodes: { S: 'StartEvent', ...Object.fromEntries(ids.map((i) => [`T${i}`, 'Task'])), E: 'EndEvent' },
    flows: [`S > ${ids.map((i) => `T${i}`).join(' > ')} > E`],
    elements: {
      S: { arrivals: { interval: constant(10), count: 3 } },
      ...Object.fromEntries(ids.map((i) => [`T${i}`, { work: exponential(3), resources: by(`P${i}`) }])),
    },
    pools: ids.map((i) => pool(`P${i}`, 1, { costPerHour: 20 })),
    slas: ids.map((i) => ({
      id: i,
      name: i,
      on: { type: 'segment', from: { element: 'S', at: 'entered' }, to: { element: `T${i}`, at: 'entered' } },
      limit: { value: 1, unit: 'day' },
      clock: 'calendar',
      target: 0.5,
    })),
    run: { seed: 'huge', cases: 3 },
  });
}
