/** Exact hand traces of arrivals and waits: timers, dates, clocks, partners outside the model; minutes. */
import { describe, expect, it } from 'vitest';
import { compile, type Calendar, type ElementParameters, type Study } from '#simulation';
import { by, constant, event, pool, sketch, timer, type Sketch } from '../../support/model.ts';
import { run } from '../../support/run.ts';

const OFFICE: Calendar = { id: 'office', name: 'Office', rules: [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }] };
const once: ElementParameters = { arrivals: { count: 1 } };

const waiting = (
  catchNode: Sketch['nodes'][string],
  parameters: ElementParameters = {},
  more: Partial<Sketch> = {},
): Study =>
  sketch({
    nodes: { S: 'StartEvent', C: catchNode, E: 'EndEvent' },
    flows: ['S > C > E'],
    elements: { S: once, C: parameters },
    scenario: { calendars: [OFFICE] },
    ...more,
    run: { cases: 1, replications: 1, ...more.run },
  });
const minutes = (study: Study): number => run(study).kpi('cycleTime.max') / 60;
const catching = (eventDefinitions: ReturnType<typeof timer>) => ({ type: 'IntermediateCatchEvent', eventDefinitions });

describe('timers', () => {
  it("need nothing but the file's own duration", () => {
    expect(minutes(waiting(catching(timer('PT48H'))))).toBe(48 * 60);
    expect(minutes(waiting(catching(timer('P1M'))))).toBe(30 * 24 * 60);
  });

  it('run on working time when declared so', () => {
    // Four hours of office time from Monday 0:00 end at 13:00.
    expect(minutes(waiting(catching(timer('PT4H')), { clock: 'business', calendar: 'office' }))).toBe(13 * 60);
  });

  it('wait for a date, and not at all for one that has passed', () => {
    expect(minutes(waiting(catching(timer('2026-01-06T12:00:00', 'date'))))).toBe(36 * 60);
    expect(minutes(waiting(catching(timer('2025-01-06T12:00:00', 'date'))))).toBe(0);
  });

  it('count a date in the zone of the scenario', () => {
    const study = waiting(catching(timer('2026-01-05T12:00:00Z', 'date')), {}, { run: { timeZone: 'Asia/Shanghai' } });
    expect(minutes(study)).toBe(20 * 60);
  });

  it('that cannot be read are errors naming the element', () => {
    for (const text of ['PT-5M', '2026-13-01', 'R5/2024-02-30', 'soon'])
      expect(
        compile(waiting(catching(timer(text)))).issues.map((i) => [i.severity, i.code, i.elementId]),
      ).toContainEqual(['error', 'timer-unreadable', 'C']);
    expect(compile(waiting(catching(timer('R/PT0S', 'cycle')))).issues.map((i) => i.code)).toContain(
      'timer-repeats-at-once',
    );
  });
});

describe('waits for the outside', () => {
  it('take the declared delay', () => {
    expect(minutes(waiting(catching(event('Message')), { delay: constant(90) }))).toBe(90);
    expect(minutes(waiting({ type: 'ReceiveTask' }, { delay: constant(45) }))).toBe(45);
  });

  it('say so when none is declared, and do not wait', () => {
    const study = waiting(catching(event('Message')));
    expect(run(study).issues.map((i) => [i.code, i.elementId])).toContainEqual(['no-delay', 'C']);
    expect(minutes(study)).toBe(0);
  });

  it('last as long as the black-box partner takes', () => {
    const study = waiting(
      catching(event('Message')),
      {},
      {
        model: {
          participants: [{ id: 'Us', process: 'Process' }, { id: 'Customer' }],
          messageFlows: [{ id: 'answer', source: 'Customer', target: 'C' }],
        },
      },
    );
    const { scenario } = study;
    const elements = { ...scenario.elements, answer: { latency: constant(120) } };
    expect(minutes({ ...study, scenario: { ...scenario, elements } })).toBe(120);
  });
});

describe('starts', () => {
  const starts = (nodes: Sketch['nodes'], elements: Sketch['elements'], cases?: number): string[] =>
    run(
      sketch({
        nodes: { ...nodes, A: 'Task', E: 'EndEvent' },
        flows: [...Object.keys(nodes).map((id) => `${id} > A`), 'A > E'],
        elements: { A: { work: constant(1) }, ...elements },
        run: { replications: 1, horizon: { value: 1, unit: 'day' }, ...(cases === undefined ? {} : { cases }) },
      }),
    ).trace.map((line) => line.split(' ').slice(1, 3).join(' at '));

  it('a timer start brings cases by its own cycle, a signal start by declared arrivals', () => {
    expect(starts({ S: { type: 'StartEvent', eventDefinitions: timer('R3/PT2H', 'cycle') } }, {})).toEqual([
      '0 at 0',
      '1 at 120',
      '2 at 240',
    ]);
    expect(
      starts(
        { S: { type: 'StartEvent', eventDefinitions: event('Signal') } },
        { S: { arrivals: { interval: constant(60), count: 2 } } },
      ),
    ).toEqual(['0 at 0', '1 at 60']);
  });

  it('several start events are alternatives, each with its own arrivals', () => {
    expect(
      starts(
        { S: 'StartEvent', T: 'StartEvent' },
        {
          S: { arrivals: { interval: constant(100), count: 2 } },
          T: { arrivals: { interval: constant(30), count: 1, first: 'after-interval' } },
        },
      ),
    ).toEqual(['0 at 0', '1 at 30', '2 at 100']);
  });

  it('the number of cases counts over all of them', () => {
    expect(
      starts(
        { S: 'StartEvent', T: 'StartEvent' },
        { S: { arrivals: { interval: constant(10) } }, T: { arrivals: { interval: constant(15) } } },
        3,
      ),
    ).toEqual(['0 at 0', '1 at 0', '2 at 10']);
  });
});

describe('what cannot be simulated', () => {
  const codes = (s: Sketch): string[][] =>
    compile(sketch(s))
      .issues.filter((i) => i.severity === 'error')
      .map((i) => [i.code, i.elementId ?? '']);
  const line = (
    node: Sketch['nodes'][string],
    parameters: ElementParameters = {},
    more: Partial<Sketch> = {},
  ): Sketch => ({
    nodes: { S: 'StartEvent', X: node, E: 'EndEvent' },
    flows: ['S > X > E'],
    elements: { S: once, X: parameters },
    ...more,
  });

  it('is an error naming the element, never passed over', () => {
    for (const node of [
      { type: 'ChoreographyTask' },
      { type: 'EndEvent', eventDefinitions: event('Timer') },
      { type: 'IntermediateThrowEvent', eventDefinitions: event('Conditional') },
      { type: 'IntermediateCatchEvent', eventDefinitions: event('Error') },
    ])
      expect(codes(line(node))).toContainEqual(['element-not-supported', 'X']);
  });

  it('people that do not exist, are too few, or are nobody', () => {
    expect(codes(line('Task', { work: constant(1), resources: by('Q') }))).toEqual([['unknown-pool', 'X']]);
    expect(codes(line('Task', { work: constant(1), resources: by('P') }, { pools: [pool('P', 0)] }))).toEqual([
      ['pool-empty', 'X'],
    ]);
    expect(codes(line('Task', { work: constant(1), resources: by('P', 3) }, { pools: [pool('P', 2)] }))).toEqual([
      ['not-enough-units', 'X'],
    ]);
    expect(codes(line('Task', { work: constant(1), resources: by('P') }, { pools: [pool('P', 2.5)] }))).toContainEqual([
      'capacity-out-of-range',
      'P',
    ]);
  });

  it('negative durations, impossible shares, circles without time or end', () => {
    expect(codes(line('Task', { work: constant(-5) }))[0]?.[1]).toBe('X');
    expect(
      codes({
        nodes: { S: 'StartEvent', X: 'ExclusiveGateway', E: 'EndEvent', F: 'EndEvent' },
        flows: ['S > X > E', 'X > F'],
        elements: { S: once, X_E: { probability: -0.1 } },
      }),
    ).toContainEqual(['share-out-of-range', 'X_E']);
    expect(
      codes({
        nodes: { S: 'StartEvent', X: 'ExclusiveGateway', Y: 'ExclusiveGateway' },
        flows: ['S > X > Y > X'],
        elements: { S: once },
      })[0]?.[0],
    ).toBe('endless-cycle');
    expect(codes({ nodes: { S: 'StartEvent', E: 'EndEvent' }, flows: ['S > E'] })).toEqual([['no-cases-arrive', '']]);
  });

  it('a circle that multiplies tokens ends by its cap and names the element', () => {
    const r = run(
      sketch({
        nodes: { S: 'StartEvent', M: 'ExclusiveGateway', T: 'Task', F: 'ParallelGateway', E: 'EndEvent' },
        flows: ['S > M > T > F > M', 'F > T', 'F > E'],
        elements: { S: once, T: { work: constant(1) } },
        run: { cases: 1, replications: 1, horizon: { value: 30, unit: 'day' } },
      }),
    );
    expect(r.issues.map((i) => [i.severity, i.code])).toContainEqual(['error', 'too-many-tokens-in-case']);
  });

  it('two alarms that each begin their step again end by the cap, which names one', () => {
    const r = run(
      sketch({
        nodes: {
          S: 'StartEvent',
          T: 'Task',
          Alarm: { type: 'BoundaryEvent', attachedTo: 'T', interrupting: false, eventDefinitions: timer('PT2M') },
          Other: { type: 'BoundaryEvent', attachedTo: 'T', interrupting: false, eventDefinitions: timer('PT2M') },
          E: 'EndEvent',
        },
        flows: ['S > T > E', 'Alarm > T', 'Other > T'],
        elements: { S: once, T: { work: constant(79) } },
        run: { cases: 1, replications: 1, horizon: { value: 10, unit: 'h' } },
      }),
    );
    const [cap] = r.issues.filter(({ severity }) => severity === 'error');
    expect(cap?.code).toBe('too-many-tokens-in-case');
    expect(cap?.elementId).toMatch(/Alarm|Other/);
  });

  it('a pool that is never on shift ends the run with a finding', () => {
    const study = sketch({
      nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' },
      flows: ['S > A > E'],
      elements: {
        S: once,
        A: {
          work: constant(1),
          resources: [
            [
              { pool: 'P', units: 1 },
              { pool: 'Q', units: 1 },
            ],
          ],
        },
      },
      pools: [
        pool('P', 1, { staffing: [{ capacity: 1, calendar: 'day' }] }),
        pool('Q', 1, { staffing: [{ capacity: 1, calendar: 'night' }] }),
      ],
      scenario: {
        calendars: [
          { id: 'day', name: 'Day', rules: [{ days: [1, 2, 3, 4, 5], from: 480, to: 960 }] },
          { id: 'night', name: 'Night', rules: [{ days: [1, 2, 3, 4, 5], from: 1200, to: 240 }] },
        ],
      },
      run: { cases: 1, replications: 1 },
    });
    expect(run(study).issues.map((i) => [i.code, i.elementId])).toContainEqual(['work-never-starts', 'A']);
  });
});
