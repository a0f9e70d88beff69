/** Golden models of offices as they are: people told apart, urgent work, customers who go away, all orders of waiting. */
import { QUEUE_DISCIPLINES, type ElementParameters, type RunSettings, type Study } from '#simulation';
import { by, constant, erlang, exponential, pool, sketch, timer } from '../support/model.ts';

const RUN: RunSettings = { seed: 'golden', replications: 3, cases: 1500 };
const OFFICE = { id: 'office', name: 'Office', rules: [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }] };

/** Three at a desk; customers hang up, or do not join when five wait; who leaves is counted by an end of their own. */
export const phoneDesk = (): Study =>
  sketch({
    nodes: {
      Start: 'StartEvent',
      Call: 'Task',
      Gone: {
        type: 'BoundaryEvent',
        attachedTo: 'Call',
        eventDefinitions: [{ type: 'bpmn:ConditionalEventDefinition' }],
      },
      Served: 'EndEvent',
      Lost: 'EndEvent',
    },
    flows: ['Start > Call > Served', 'Gone > Lost'],
    elements: {
      Start: { arrivals: { interval: exponential(2) } },
      Call: { work: erlang(6, 2), resources: by('P'), patience: exponential(4), balkAt: 5, abandonTo: 'Gone' },
      Gone: { probability: 0 },
    },
    pools: [pool('P', 3)],
    run: RUN,
  });

/** Eight machines and two repairers; every machine comes back until the week is over. */
export const machineRepair = (): Study =>
  sketch({
    nodes: { Start: 'StartEvent', Run: 'Task', Repair: 'Task', Again: 'ExclusiveGateway', End: 'EndEvent' },
    flows: ['Start > Run > Repair > Again > Run', 'Again > End'],
    elements: {
      Start: { arrivals: { interval: exponential(60), count: 200 } },
      Run: { work: exponential(300) },
      Repair: { work: erlang(40, 3), resources: by('P'), initial: 8 },
      Again_Run: { probability: 0.9 },
      Again_End: { probability: 0.1 },
    },
    pools: [pool('P', 2)],
    run: { seed: 'golden', replications: 3, horizon: { value: 4, unit: 'week' } },
  });

/** Persons with hours, speed and pay of their own, absences, set-up, four eyes, slow afternoons. */
export const people = (): Study =>
  sketch({
    nodes: { Start: 'StartEvent', Write: 'Task', Check: 'Task', Send: 'Task', End: 'EndEvent' },
    flows: ['Start > Write > Check > Send > End'],
    elements: {
      Start: { arrivals: { interval: exponential(25) } },
      Write: {
        work: exponential(20),
        resources: by('P'),
        workBy: [{ pool: 'P', person: 'Bo', distribution: erlang(30, 2) }],
        workAt: [{ days: [1, 2, 3, 4, 5], from: 780, to: 1020, factor: 1.25 }],
        choose: 'fastest',
      },
      Check: {
        work: exponential(10),
        resources: [[{ pool: 'P', units: 1 }], [{ pool: 'Q', units: 1 }]],
        otherPersonThan: ['Write'],
      },
      Send: {
        work: constant(5),
        resources: by('P'),
        samePersonAs: { element: 'Write', otherwise: 'anyone' },
        setup: constant(3),
      },
    },
    pools: [
      pool('P', 1, {
        staffing: [
          { capacity: 1, name: 'Anna', speed: 1.25, calendar: 'office', costPerHour: 60 },
          { capacity: 1, name: 'Bo', speed: 0.8, roles: ['Q'], costPerHour: 40 },
          { capacity: 2, share: 0.5 },
        ],
        absence: { every: exponential(5000), lasts: exponential(300) },
      }),
      pool('Q', 1),
    ],
    scenario: { calendars: [OFFICE] },
    run: RUN,
  });

/** Three streams at one counter, where the highest rank takes people away from the lowest. */
export const urgent = (): Study => {
  const stream = (mean: number): ElementParameters => ({ arrivals: { interval: exponential(mean) } });
  const work = (mean: number, priority: number): ElementParameters => ({
    work: exponential(mean),
    resources: by('P'),
    priority,
  });
  return sketch({
    nodes: {
      L: 'StartEvent',
      M: 'StartEvent',
      H: 'StartEvent',
      Low: 'Task',
      Middle: 'Task',
      High: 'Task',
      E: 'EndEvent',
    },
    flows: ['L > Low > E', 'M > Middle > E', 'H > High > E'],
    elements: { L: stream(20), M: stream(15), H: stream(30), Low: work(12, 0), Middle: work(6, 1), High: work(9, 2) },
    pools: [pool('P', 1, { staffing: [{ capacity: 2 }], discipline: 'priority', preemption: 'resume' })],
    run: RUN,
  });
};

/**
 * Parcels that gather in five ways: by number or by waiting, with a limit and less work per piece; until nobody comes; at an hour of
 * the day, each with its turn and time to get ready; from an hour on when there are enough, by two people of two pools, in overtime;
 * without people, on Fridays. Some leave a batch because they are collected in person.
 */
export const gathering = (): Study =>
  sketch({
    nodes: {
      Start: 'StartEvent',
      Pack: 'Task',
      Label: 'Task',
      Sort: 'Task',
      Collected: { type: 'BoundaryEvent', attachedTo: 'Sort', interrupting: true, eventDefinitions: timer('PT30H') },
      Load: 'Task',
      Archive: 'Task',
      End: 'EndEvent',
    },
    flows: ['Start > Pack > Label > Sort > Load > Archive > End', 'Collected > Archive'],
    elements: {
      Start: { arrivals: { interval: exponential(25) } },
      Pack: {
        work: erlang(12, 2),
        resources: by('P'),
        batch: {
          type: 'parallel',
          fires: [{ size: 4 }, { size: 2, oldest: { value: 90, unit: 'min' } }, { oldest: { value: 4, unit: 'h' } }],
          most: 5,
          durations: [
            { size: 2, factor: 1.5 },
            { size: 4, factor: 2.25 },
          ],
        },
      },
      Label: {
        work: exponential(3),
        resources: by('P'),
        fixedCost: 5,
        batch: { type: 'parallel', fires: [{ quiet: { value: 20, unit: 'min' } }] },
      },
      Sort: {
        work: exponential(6),
        setup: constant(15),
        resources: by('P'),
        batch: { type: 'sequential', fires: [{ from: 840 }, { size: 30 }], most: 30 },
      },
      Load: {
        work: exponential(45),
        resources: [
          [
            { pool: 'P', units: 1 },
            { pool: 'Q', units: 1 },
          ],
        ],
        shiftEnd: 'overtime',
        batch: { type: 'parallel', fires: [{ days: [1, 2, 3, 4, 5], from: 600, to: 960, size: 6 }] },
      },
      Archive: {
        work: constant(2),
        batch: { type: 'sequential', fires: [{ days: [5], from: 960 }], leftovers: 'wait' },
      },
    },
    pools: [
      pool('P', 1, { staffing: [{ capacity: 3, calendar: 'office' }], costPerHour: 40 }),
      pool('Q', 2, { costPerHour: 60, costPerUse: 3 }),
    ],
    scenario: { calendars: [OFFICE] },
    run: RUN,
  });

/** One step after the other, each with another order in which waiting work is taken. */
export const disciplines = (): Study => {
  const steps = QUEUE_DISCIPLINES.map((discipline, i) => ({
    id: `Step${String(i)}`,
    pool: `P${String(i)}`,
    discipline,
  }));
  return sketch({
    nodes: { Start: 'StartEvent', ...Object.fromEntries(steps.map(({ id }) => [id, 'Task'])), End: 'EndEvent' },
    flows: [`Start > ${steps.map(({ id }) => id).join(' > ')} > End`],
    elements: {
      Start: { arrivals: { interval: exponential(10) } },
      ...Object.fromEntries(
        steps.map((step, i) => [step.id, { work: exponential(8), resources: by(step.pool), priority: i }]),
      ),
    },
    pools: steps.map((step) => pool(step.pool, 1, { discipline: step.discipline })),
    slas: [
      {
        id: 'case',
        name: 'Case',
        on: { type: 'case' },
        limit: { value: 5, unit: 'h' },
        clock: 'calendar',
        target: 0.9,
      },
    ],
    run: RUN,
  });
};
