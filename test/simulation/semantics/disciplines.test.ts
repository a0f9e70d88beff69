/** Exact hand traces of the orders in which waiting work is taken (rule 25); minutes. */
import { describe, expect, it } from 'vitest';
import { compile, type QueueDiscipline, type Scenario } from '#simulation';
import { by, constant, pool, sketch } from '../../support/model.ts';
import { run, type Ran } from '../../support/run.ts';

/** One desk, four cases a minute apart that take ten minutes each: three wait for the decision at minute 10. */
const four = (discipline: QueueDiscipline): Ran =>
  run(
    sketch({
      nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' },
      flows: ['S > A > E'],
      elements: {
        S: { arrivals: { interval: constant(1), count: 4 } },
        A: { work: constant(10), resources: by('P') },
      },
      pools: [pool('P', 1, { discipline })],
      run: { replications: 1 },
    }),
  );

/** Two streams: long work at minutes 0, 1 and 2, short work at minutes 3 and 6. */
const longAndShort = (discipline: QueueDiscipline, more: Partial<Scenario> = {}): Ran =>
  run(
    sketch({
      nodes: { S1: 'StartEvent', S2: 'StartEvent', Long: 'Task', Short: 'Task', E1: 'EndEvent', E2: 'EndEvent' },
      flows: ['S1 > Long > E1', 'S2 > Short > E2'],
      elements: {
        S1: { arrivals: { interval: constant(1), count: 3 } },
        S2: { arrivals: { interval: constant(3), count: 2, first: 'after-interval' } },
        Long: { work: constant(10), resources: by('P') },
        Short: { work: constant(5), resources: by('P') },
      },
      pools: [pool('P', 1, { discipline })],
      run: { replications: 1 },
      scenario: more,
    }),
  );

/** Who came when and was served from when to when. */
const served = (r: Ran): string[] => r.trace.map((line) => line.replace(/^(\S+) \d+/, '$1'));

describe('queue disciplines', () => {
  it('last come, first served takes the youngest, and lets work under way end', () => {
    expect(served(four('lifo'))).toEqual(['A 0 0 10', 'A 3 10 20', 'A 2 20 30', 'A 1 30 40']);
  });

  it('last come, first served among those who come at one instant, too', () => {
    const r = run(
      sketch({
        nodes: { S: 'StartEvent', F: 'ParallelGateway', A: 'Task', B: 'Task', C: 'Task' },
        flows: ['S > F > A', 'F > B', 'F > C'],
        elements: {
          S: { arrivals: { count: 1 } },
          A: { work: constant(1), resources: by('P') },
          B: { work: constant(1), resources: by('P') },
          C: { work: constant(1), resources: by('P') },
        },
        pools: [pool('P', 1, { discipline: 'lifo' })],
        run: { replications: 1 },
      }),
    );
    expect(r.trace.map((line) => line[0])).toEqual(['C', 'B', 'A']);
  });

  it('shortest job first, the first come of those that are equally long', () => {
    expect(served(longAndShort('shortest-job'))).toEqual([
      'Long 0 0 10',
      'Short 3 10 15',
      'Short 6 15 20',
      'Long 1 20 30',
      'Long 2 30 40',
    ]);
  });

  it('earliest due date: by the case promise, or by that of the step when it falls due sooner', () => {
    const limit = (value: number) => ({ value, unit: 'min' as const });
    const r = longAndShort('earliest-due-date', {
      slas: [
        { id: 'case', name: 'Case', on: { type: 'case' }, limit: limit(60), clock: 'calendar', target: 0.9 },
        {
          id: 'step',
          name: 'Step',
          on: { type: 'activity', element: 'Short' },
          limit: limit(56),
          clock: 'calendar',
          target: 0.9,
        },
      ],
    });
    // Due at 61 and 62 (Long), 59 and 62 (Short): the tie of 62 goes to who came first.
    expect(served(r)).toEqual(['Long 0 0 10', 'Short 3 10 15', 'Long 1 15 25', 'Long 2 25 35', 'Short 6 35 40']);
  });

  it('due dates on the business clock count open hours only', () => {
    const calendars = [{ id: 'office', name: 'Office', rules: [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }] }];
    const sla = (id: string, element: string, hours: number, clock: 'calendar' | 'business') => ({
      id,
      name: id,
      on: { type: 'activity' as const, element },
      limit: { value: hours, unit: 'h' as const },
      clock,
      target: 0.9,
      ...(clock === 'business' ? { calendar: 'office' } : {}),
    });
    // Monday 00:00: two office hours end at 11:00, ten hours on the clock at 10:00.
    const r = longAndShort('earliest-due-date', {
      calendars,
      slas: [sla('a', 'Long', 2, 'business'), sla('b', 'Short', 10, 'calendar')],
    });
    expect(served(r).slice(1, 3)).toEqual(['Short 3 10 15', 'Short 6 15 20']);
  });

  it('due dates without any promise are a finding', () => {
    const { issues } = compile(
      sketch({
        nodes: { S: 'StartEvent', A: 'Task' },
        flows: ['S > A'],
        elements: { S: { arrivals: { count: 1 } }, A: { work: constant(1), resources: by('P') } },
        pools: [pool('P', 1, { discipline: 'earliest-due-date' })],
      }),
    );
    expect(issues).toContainEqual(expect.objectContaining({ code: 'no-due-dates', elementId: 'P' }));
  });

  it('at random: every order of those who wait comes up equally often, and each draw is repeatable', () => {
    const study = sketch({
      nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' },
      flows: ['S > A > E'],
      elements: {
        S: { arrivals: { interval: constant(1), count: 4 } },
        A: { work: constant(10), resources: by('P') },
      },
      pools: [pool('P', 1, { discipline: 'random' })],
    });
    const orders = new Map<string, number>();
    const runs = 300;
    for (let i = 0; i < runs; i++) {
      const order = served(run(study, { seed: `s${i}`, replications: 1 }))
        .slice(1)
        .map((line) => line[2])
        .join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect([...orders.keys()].sort()).toEqual(['123', '132', '213', '231', '312', '321']);
    // χ² with 5 degrees of freedom: 1 % to 99 %.
    const expected = runs / 6;
    const chi2 = [...orders.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    expect(chi2).toBeLessThan(15.09);
    expect(chi2).toBeGreaterThan(0.55);
    const again = run(study, { seed: 's7', replications: 1 }).trace;
    expect(run(study, { seed: 's7', replications: 1 }).trace).toEqual(again);
  });
});
