/**
 * Random graphs: steps, gateways, waits, boundary timers and ends joined by whatever flows come, sound or not. Cases may be stuck,
 * run for ever, or multiply until a cap ends the replication; the engine has to survive all of it and its books have to balance.
 */
import fc from 'fast-check';
import type { ElementParameters, Study } from '#simulation';
import { by, constant, event, exponential, pool, sketch, timer, type NodeSketch } from './model.ts';

const KINDS = ['Task', 'ExclusiveGateway', 'ParallelGateway', 'InclusiveGateway', 'Wait', 'End', 'Terminate'] as const;

interface Step {
  readonly kind: (typeof KINDS)[number];
  readonly minutes: number;
  /** 0, 1 = pool; 2 = nobody. */
  readonly pool: number;
  readonly priority: number;
  /** A timer on the border leads to this step; by number, modulo the steps; undefined = none. */
  readonly alarm: { readonly minutes: number; readonly to: number; readonly interrupting: boolean } | undefined;
}

export interface Graph {
  readonly steps: readonly Step[];
  /** Flows by numbers, modulo the steps. */
  readonly flows: readonly (readonly [from: number, to: number])[];
  readonly discipline: 'fifo' | 'priority' | 'lifo' | 'shortest-job';
  readonly officeHours: boolean;
}

const number = fc.nat({ max: 63 });

export const graph: fc.Arbitrary<Graph> = fc.record({
  steps: fc.array(
    fc.record({
      kind: fc.oneof({ weight: 3, arbitrary: fc.constant('Task' as const) }, fc.constantFrom(...KINDS)),
      minutes: fc.integer({ min: 1, max: 90 }),
      pool: fc.integer({ min: 0, max: 2 }),
      priority: fc.integer({ min: 0, max: 3 }),
      alarm: fc.option(
        fc.record({ minutes: fc.integer({ min: 1, max: 120 }), to: number, interrupting: fc.boolean() }),
        { nil: undefined, freq: 4 },
      ),
    }),
    { minLength: 2, maxLength: 12 },
  ),
  flows: fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 20 }),
  discipline: fc.constantFrom('fifo' as const, 'priority' as const, 'lifo' as const, 'shortest-job' as const),
  officeHours: fc.boolean(),
});

/** The model of the graph, observed for ten hours, before what multiplies is too much to wait for. */
export function unstructured({ steps, flows, discipline, officeHours }: Graph, cases: number): Study {
  const nodes: Record<string, NodeSketch> = { S: { type: 'StartEvent' } };
  const elements: Record<string, ElementParameters> = { S: { arrivals: { interval: exponential(10), count: cases } } };
  const id = (n: number): string => `n${String(n % steps.length)}`;
  const chains = new Set([`S > ${id(0)}`]);
  steps.forEach((step, n) => {
    nodes[id(n)] = nodeOf(step);
    if (step.kind !== 'Task') return;
    elements[id(n)] = {
      work: n % 2 === 0 ? constant(step.minutes) : exponential(step.minutes),
      priority: step.priority,
      ...(step.pool < 2 ? { resources: by(`P${String(step.pool)}`) } : {}),
    };
    if (!step.alarm) return;
    const alarm = `alarm${String(n)}`;
    nodes[alarm] = {
      type: 'BoundaryEvent',
      attachedTo: id(n),
      interrupting: step.alarm.interrupting,
      eventDefinitions: timer(`PT${String(step.alarm.minutes)}M`),
    };
    chains.add(`${alarm} > ${id(step.alarm.to)}`);
  });
  for (const [from, to] of flows) if (!isEnd(steps[from % steps.length])) chains.add(`${id(from)} > ${id(to)}`);
  const staffing = officeHours ? { staffing: [{ capacity: 2, calendar: 'office' }] } : {};
  return sketch({
    nodes,
    flows: [...chains],
    elements,
    pools: [pool('P0', 2, { discipline }), pool('P1', 1, staffing)],
    scenario: {
      calendars: [{ id: 'office', name: 'Office', rules: [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }] }],
    },
    run: { replications: 1, horizon: { value: 10, unit: 'h' } },
  });
}

const isEnd = (step: Step | undefined): boolean => step?.kind === 'End' || step?.kind === 'Terminate';

function nodeOf({ kind, minutes }: Step): NodeSketch {
  if (kind === 'Wait') return { type: 'IntermediateCatchEvent', eventDefinitions: timer(`PT${String(minutes)}M`) };
  if (kind === 'End') return { type: 'EndEvent' };
  if (kind === 'Terminate') return { type: 'EndEvent', eventDefinitions: event('Terminate') };
  return { type: kind };
}
