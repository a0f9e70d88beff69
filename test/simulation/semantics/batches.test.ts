/** Exact hand traces of cases that are worked on together (rule 30); minutes. */
import { describe, expect, it } from 'vitest';
import {
  compile,
  type Batching,
  type ElementParameters,
  type ResourcePool,
  type RunSettings,
  type Scenario,
  type ShiftEndPolicy,
} from '#simulation';
import { by, constant, pool, sketch, timer } from '../../support/model.ts';
import { run, type Ran } from '../../support/run.ts';

const min = (value: number) => ({ value, unit: 'min' as const });

/** One step that gathers cases, one clerk; cases come at these minutes and need ten minutes each. */
function gathered(
  minutes: readonly number[],
  batch: Omit<Batching, 'type'> & { readonly type?: Batching['type'] },
  more: {
    readonly step?: ElementParameters;
    readonly pools?: readonly ResourcePool[];
    readonly run?: RunSettings;
    readonly scenario?: Partial<Scenario>;
  } = {},
): Ran {
  return run(
    sketch({
      nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' },
      flows: ['S > A > E'],
      elements: {
        S: { arrivals: { replay: minutes.map((minute) => minute * 60) } },
        A: { work: constant(10), resources: by('P'), batch: { type: 'parallel', ...batch }, ...more.step },
      },
      pools: more.pools ?? [pool('P')],
      run: { replications: 1, cases: minutes.length, ...more.run },
      ...(more.scenario ? { scenario: more.scenario } : {}),
    }),
  );
}

/** `offered started ended` of each execution. */
const served = (r: Ran): string[] => r.trace.map((line) => line.split(' ').slice(2).join(' '));
const parts = (r: Ran, ...names: readonly string[]): number[] => names.map((name) => r.kpi(`decomposition.${name}`));

describe('batches', () => {
  it('form when so many wait, and are worked on once for all', () => {
    const r = gathered([0, 1, 2, 3, 4, 5], { fires: [{ size: 3 }] });
    expect(served(r)).toEqual(['0 2 12', '1 2 12', '2 2 12', '3 12 22', '4 12 22', '5 12 22']);
    expect(r.kpi('resources.P.busy')).toBe(20 * 60);
    expect(r.kpi('activities.A.batches')).toBe(2);
    expect(r.kpi('activities.A.batchSize')).toBe(3);
    expect(r.kpi('activities.A.batchWait')).toBe(60);
    expect(r.kpi('activities.A.batchQueue.mean')).toBe((21 / 6) * 60);
    expect(r.kpi('activities.A.executions')).toBe(6);
    expect(r.kpi('activities.A.work.mean')).toBe(600);
    // Waits: 2, 1, 0, 9, 8, 7 minutes.
    expect(r.kpi('activities.A.queue.mean')).toBe((27 / 6) * 60);
    // The second batch gathers for 2, 1 and 0 minutes as the first did, and waits for the clerk for 7 each.
    expect(parts(r, 'working', 'batching', 'queuedContention')).toEqual([600, 60, (21 / 6) * 60]);
    // One batch asks the pool from minute 5 to 12; of the cases, up to three wait.
    expect(r.kpi('resources.P.queueLength.max')).toBe(1);
    expect(r.kpi('resources.P.queueLength.mean')).toBeCloseTo(7 / 22, 9);
    expect(r.kpi('activities.A.queueLength.max')).toBe(3);
    expect(r.kpi('activities.A.queueLength.mean')).toBeCloseTo(27 / 22, 9);
    expect(r.kpi('littlesLawResidual')).toBeLessThan(1e-9);
  });

  it('one after another: each has its turn with the same person and goes on when it is done', () => {
    const r = gathered([0, 1, 2], { type: 'sequential', fires: [{ size: 3 }] });
    expect(served(r)).toEqual(['0 2 12', '1 12 22', '2 22 32']);
    expect(r.kpi('resources.P.busy')).toBe(30 * 60);
    expect(r.kpi('activities.A.work.mean')).toBe(600);
    // Gathering 2, 1, 0 and waiting for the turn 0, 10, 20.
    expect(r.kpi('activities.A.batchWait')).toBe(11 * 60);
    expect(r.kpi('activities.A.batchQueue.mean')).toBe(0);
    expect(parts(r, 'working', 'batching', 'queuedContention')).toEqual([600, 11 * 60, 0]);
    expect(r.kpi('handovers')).toBe(0);
  });

  it('form when the oldest has waited long enough', () => {
    // The first waits until 30, with the one of 20; the next two are due at 70, those of 40 and 45.
    const r = gathered([0, 20, 40, 45], { fires: [{ oldest: min(30) }] });
    expect(served(r)).toEqual(['0 30 40', '20 30 40', '40 70 80', '45 70 80']);
  });

  it('form when nobody has come for a while', () => {
    expect(served(gathered([0, 4, 8, 30], { fires: [{ quiet: min(5) }] }))).toEqual([
      '0 13 23',
      '4 13 23',
      '8 13 23',
      '30 35 45',
    ]);
  });

  it('form when one of several rules holds, and a rule when all it says holds', () => {
    // By number at 2; by waiting at 60; the one of 90 has waited for 50 minutes at 140, but is alone until 145.
    const both = { fires: [{ size: 3 }, { size: 2, oldest: min(50) }] };
    expect(served(gathered([0, 1, 2, 10, 20, 90, 145], both))).toEqual([
      '0 2 12',
      '1 2 12',
      '2 2 12',
      '10 60 70',
      '20 60 70',
      '90 145 155',
      '145 145 155',
    ]);
  });

  it('form at an hour of the day, on weekdays, or as soon as hours begin', () => {
    // Simulated time begins on a Monday. At 14:00 = 840: who comes at that instant belongs to it; who comes later waits for Tuesday.
    const daily = gathered([600, 840, 841], { fires: [{ from: 840 }] }, { run: { cases: 3 } });
    expect(served(daily)).toEqual(['600 840 850', '840 840 850', `841 ${1440 + 840} ${1440 + 850}`]);
    const fridays = gathered([0, 60], { fires: [{ days: [5], from: 540 }] });
    expect(served(fridays)).toEqual([0, 60].map((at) => `${at} ${4 * 1440 + 540} ${4 * 1440 + 550}`));
    // From 9:00 to 10:00 whoever is there; at 9:30 alone; after that next day.
    const hours = gathered([500, 570, 700], { fires: [{ from: 540, to: 600 }] });
    expect(served(hours)).toEqual(['500 540 550', '570 570 580', `700 ${1440 + 540} ${1440 + 550}`]);
    const wednesdays = gathered([0], { fires: [{ days: [3] }] });
    expect(served(wednesdays)).toEqual([`0 ${2 * 1440} ${2 * 1440 + 10}`]);
  });

  it('hold no more than their limit; the rest forms the next batch', () => {
    const five = [840, 840, 840, 840, 840];
    const r = gathered(five, { fires: [{ from: 840 }], most: 2 });
    expect(served(r)).toEqual(['840 840 850', '840 840 850', '840 850 860', '840 850 860', '840 860 870']);
    expect(r.kpi('activities.A.batches')).toBe(3);
    // All that came at one instant are one batch unless there is a limit.
    expect(served(gathered([0, 0, 0, 0, 0], { fires: [{ size: 3 }] }))).toEqual(Array(5).fill('0 0 10'));
  });

  it('take a factor of the time by their size, the largest size that is reached', () => {
    const durations = [
      { size: 3, factor: 1.5 },
      { size: 2, factor: 1.2 },
      { size: 10, factor: 9 },
    ];
    const ends = (count: number, type: Batching['type']): string[] =>
      served(gathered(Array<number>(count).fill(0), { type, fires: [{ size: count }], durations }));
    expect(ends(1, 'parallel')).toEqual(['0 0 10']);
    expect(ends(2, 'parallel')).toEqual(['0 0 12', '0 0 12']);
    expect(ends(4, 'parallel')).toEqual(Array(4).fill('0 0 15'));
    expect(ends(3, 'sequential')).toEqual(['0 0 15', '0 15 30', '0 30 45']);
  });

  it('cost once what the batch takes, divided among its cases', () => {
    const desk = pool('P', 1, { costPerHour: 60, costPerUse: 6 });
    const step = { fixedCost: 3 };
    const parallel = gathered([0, 0, 0], { fires: [{ size: 3 }] }, { pools: [desk], step });
    expect(parallel.kpi('cost.busy')).toBeCloseTo(10 + 6 + 3, 9);
    expect(parallel.kpi('cost.perCase')).toBeCloseTo((10 + 6 + 3) / 3, 9);
    expect(parallel.kpi('activities.A.cost')).toBeCloseTo(10 + 6 + 3, 9);
    const sequential = gathered([0, 0, 0], { type: 'sequential', fires: [{ size: 3 }] }, { pools: [desk], step });
    expect(sequential.kpi('cost.busy')).toBeCloseTo(30 + 6 + 3, 9);
    expect(sequential.kpi('cost.perCase')).toBeCloseTo((30 + 6 + 3) / 3, 9);
  });

  describe('what is left over', () => {
    it('is worked on when nothing more can come', () => {
      // The fourth and fifth come at 4 and 9; the first batch ends at 12, after which nothing can happen any more.
      expect(served(gathered([0, 1, 2, 4, 9], { fires: [{ size: 3 }] }))).toEqual([
        '0 2 12',
        '1 2 12',
        '2 2 12',
        '4 12 22',
        '9 12 22',
      ]);
    });

    it('waits and is reported, when so declared', () => {
      const r = gathered([0, 1, 2, 4], { fires: [{ size: 3 }], leftovers: 'wait' });
      expect(r.kpi('cases.completed')).toBe(3);
      expect(r.kpi('cases.open')).toBe(1);
      expect(r.issues).toContainEqual(expect.objectContaining({ code: 'batch-never-full', elementId: 'A' }));
    });

    it('is open at the end of the observed time while cases still come', () => {
      const r = run(
        sketch({
          nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' },
          flows: ['S > A > E'],
          elements: {
            S: { arrivals: { interval: constant(1) } },
            A: { work: constant(1), batch: { type: 'parallel', fires: [{ size: 10 }] } },
          },
          run: { replications: 1, horizon: min(24.5) },
        }),
      );
      // Cases at 0, 1 … 24: batches at 9 and 19, five left.
      expect(r.kpi('cases.completed')).toBe(20);
      expect(r.kpi('cases.open')).toBe(5);
    });

    it('moves on from step to step', () => {
      const batch: Batching = { type: 'parallel', fires: [{ size: 2 }] };
      const r = run(
        sketch({
          nodes: { S: 'StartEvent', A: 'Task', B: 'Task', E: 'EndEvent' },
          flows: ['S > A > B > E'],
          elements: {
            S: { arrivals: { replay: [0] } },
            A: { work: constant(5), batch },
            B: { work: constant(7), batch },
          },
          run: { replications: 1, cases: 1 },
        }),
      );
      expect(r.trace).toEqual(['A 0 0 0 5', 'B 0 5 5 12']);
    });
  });

  describe('and shifts', () => {
    const calendars = [{ id: 'short', name: 'Short', rules: [{ days: [1, 2, 3], from: 540, to: 560 }] }];
    const desk = pool('P', 1, { staffing: [{ capacity: 1, calendar: 'short' }] });
    const two = (type: Batching['type'], shiftEnd: ShiftEndPolicy, work: number): Ran =>
      gathered(
        [500, 530],
        { type, fires: [{ size: 2 }] },
        { pools: [desk], step: { shiftEnd, work: constant(work) }, scenario: { calendars } },
      );
    const DAY = 1440;

    it('pause with the people, all of a parallel batch', () => {
      const r = two('parallel', 'pause', 30);
      expect(served(r)).toEqual([500, 530].map((at) => `${at} 540 ${DAY + 550}`));
      // Gathering 30 and 0; off shift 10 each; 30 worked; paused from 9:20 to 9:00.
      expect(parts(r, 'working', 'paused', 'batching', 'queuedOffShift', 'queuedContention')).toEqual(
        [30, DAY - 20, 15, 10, 0].map((minutes) => minutes * 60),
      );
    });

    it('pause with the people, whose turn it is; the others wait for theirs', () => {
      const r = two('sequential', 'pause', 15);
      expect(served(r)).toEqual(['500 540 555', `530 555 ${DAY + 550}`]);
      expect(parts(r, 'working', 'paused', 'batching', 'queuedOffShift')).toEqual([
        15 * 60,
        ((DAY - 20) / 2) * 60,
        ((30 + 15) / 2) * 60,
        10 * 60,
      ]);
    });

    it('go on in overtime to the last turn', () => {
      const r = two('sequential', 'overtime', 15);
      expect(served(r)).toEqual(['500 540 555', '530 555 570']);
      expect(r.kpi('resources.P.overtime')).toBe(10 * 60);
    });

    it('begin only when the whole batch fits', () => {
      // Two times nine minutes fit into twenty, two times eleven never do and so may run over.
      expect(served(two('sequential', 'fit', 9))).toEqual(['500 540 549', '530 549 558']);
      expect(served(two('sequential', 'fit', 11))).toEqual(['500 540 551', `530 551 ${DAY + 542}`]);
    });
  });

  describe('and cases that are taken away', () => {
    /** Cases at minutes 0 and 1, a timer on the step that cancels after a time, two of them form a batch of ten minutes. */
    const cancelled = (
      type: Batching['type'],
      after: string,
      minutes: readonly number[],
      fires: Batching['fires'],
      more: ElementParameters = {},
    ): Ran =>
      run(
        sketch({
          nodes: {
            S: 'StartEvent',
            A: 'Task',
            T: { type: 'BoundaryEvent', attachedTo: 'A', interrupting: true, eventDefinitions: timer(after) },
            E: 'EndEvent',
            X: 'EndEvent',
          },
          flows: ['S > A > E', 'T > X'],
          elements: {
            S: { arrivals: { replay: minutes.map((minute) => minute * 60) } },
            A: { work: constant(10), resources: by('P'), batch: { type, fires }, ...more },
          },
          pools: [pool('P', 1, { costPerHour: 60 })],
          run: { replications: 1, cases: minutes.length },
        }),
      );

    it('one that gathers leaves the others to gather on', () => {
      // The first is cancelled at 5; of those of 1 and 6, the batch forms at 6; the one of 1 is cancelled at 6 as well: timers first.
      const r = cancelled('parallel', 'PT5M', [0, 2, 6], [{ size: 2, oldest: min(4) }]);
      expect(served(r)).toEqual(['0 4 5 cancelled', '2 4 7 cancelled', '6 NaN 11 cancelled']);
    });

    it('from work done for all: the last pays for what was worked', () => {
      // Batch at 2; the first is cancelled at 5, the second at 7.
      const r = cancelled('parallel', 'PT5M', [0, 2], [{ size: 2 }]);
      expect(served(r)).toEqual(['0 2 5 cancelled', '2 2 7 cancelled']);
      expect(r.kpi('resources.P.busy')).toBe(5 * 60);
      expect(r.kpi('cost.busy')).toBeCloseTo(5, 9);
      expect(r.kpi('activities.A.cost')).toBeCloseTo(5, 9);
    });

    it('the leader of a parallel batch, whose work ends with the others', () => {
      // Batch at 4, until 14; the first is cancelled at 12.
      const r = cancelled('parallel', 'PT12M', [0, 4], [{ size: 2 }]);
      expect(served(r)).toEqual(['0 4 12 cancelled', '4 4 14']);
      expect(r.kpi('resources.P.busy')).toBe(10 * 60);
      expect(r.kpi('activities.A.cost')).toBeCloseTo(10, 9);
    });

    it('the one whose turn it is: the next has its turn', () => {
      // Batch at 4; the first is cancelled at 12, the second works until 16, when it is cancelled.
      const r = cancelled('sequential', 'PT12M', [0, 4], [{ size: 2 }]);
      expect(served(r)).toEqual(['0 4 12 cancelled', '4 12 16 cancelled']);
      expect(r.kpi('resources.P.busy')).toBe(12 * 60);
      expect(r.kpi('activities.A.cost')).toBeCloseTo(12, 9);
    });

    it('the leader of a batch that waits for people', () => {
      // Batches of two: 0 and 1 from 1 to 11; 2 and 5 form one at 5, which waits; the one of 2 is cancelled at 14 while it is worked on.
      const early = cancelled('parallel', 'PT11M30S', [0, 1, 2, 2], [{ size: 2 }]);
      expect(served(early)).toEqual(['0 1 11', '1 1 11', '2 11 13.5 cancelled', '2 11 13.5 cancelled']);
      // The one of 2 is cancelled at 10, before the clerk is free at 11.
      const r = cancelled('parallel', 'PT8M', [0, 1, 2, 9], [{ size: 2 }]);
      expect(served(r)).toEqual(['0 1 8 cancelled', '1 1 9 cancelled', '2 9 10 cancelled', '9 9 17 cancelled']);
      const waits = cancelled('parallel', 'PT10M', [0, 0, 0.5, 5], [{ size: 2 }]);
      expect(served(waits)).toEqual(['0 0 10', '0 0 10', '0.5 10 10.5 cancelled', '5 10 15 cancelled']);
      expect(waits.kpi('resources.P.queueLength.max')).toBe(1);
    });
  });

  it('hold two parts of one case', () => {
    const r = run(
      sketch({
        nodes: { S: 'StartEvent', F: 'ParallelGateway', A: 'Task', J: 'ParallelGateway', E: 'EndEvent', B: 'Task' },
        flows: ['S > F > A > J > E', 'F > B > A'],
        elements: {
          S: { arrivals: { replay: [0] } },
          A: { work: constant(10), batch: { type: 'parallel', fires: [{ size: 2 }] } },
          B: { work: constant(3) },
        },
        run: { replications: 1, cases: 1 },
      }),
    );
    expect(r.trace.filter((line) => line.startsWith('A'))).toEqual(['A 0 0 3 13', 'A 0 3 3 13']);
  });

  describe('that cannot be had', () => {
    const found = (batch: Batching, more: ElementParameters = {}): string[] =>
      compile(
        sketch({
          nodes: { S: 'StartEvent', A: 'Task', B: 'Task', E: 'EndEvent' },
          flows: ['S > A > B > E'],
          elements: {
            S: { arrivals: { count: 1 } },
            A: { work: constant(1), resources: by('P'), batch, ...more },
            B: { work: constant(1), resources: by('P') },
          },
          pools: [pool('P')],
        }),
      ).issues.map(({ severity, code, elementId }) => `${severity} ${code} ${elementId ?? ''}`);
    const sound: Batching = { type: 'parallel', fires: [{ size: 2 }] };

    it('are findings', () => {
      expect(found(sound)).toEqual([]);
      expect(found({ ...sound, fires: [] })).toEqual(['error batch-without-rule A']);
      expect(found({ ...sound, fires: [{}] })).toEqual(['error batch-without-rule A']);
      expect(found({ ...sound, fires: [{ size: 0 }] })).toEqual(['error batch-size-out-of-range A']);
      expect(found({ ...sound, most: 1.5 })).toEqual(['error batch-size-out-of-range A']);
      expect(found({ ...sound, fires: [{ oldest: min(-1) }] })).toEqual(['error batch-wait-out-of-range A']);
      expect(found({ ...sound, fires: [{ days: [] }] })).toEqual(['error batch-hours A']);
      expect(found({ ...sound, fires: [{ from: 540, to: 540 }] })).toEqual(['error batch-hours A']);
      expect(found({ ...sound, durations: [{ size: 2, factor: 0 }] })).toEqual(['error batch-factor-out-of-range A']);
      expect(found(sound, { patience: constant(5) })).toEqual(['error batch-of-impatient A']);
      expect(found(sound, { samePersonAs: { element: 'B', otherwise: 'wait' } })).toContain('error batch-of-persons A');
    });
  });

  it('are off shift, in contention and gathering for exactly their cycle time', () => {
    const r = gathered([0, 3, 9, 11, 14, 22, 31], { type: 'sequential', fires: [{ size: 3 }, { oldest: min(12) }] });
    const sum = parts(
      r,
      'working',
      'paused',
      'queuedContention',
      'queuedOffShift',
      'batching',
      'external',
      'synchronising',
    );
    expect(sum.reduce((a, b) => a + b, 0)).toBeCloseTo(r.kpi('cycleTime.mean'), 6);
    expect(r.kpi('littlesLawResidual')).toBeLessThan(1e-9);
    expect(r.kpi('resources.P.busy')).toBe(70 * 60);
  });
});
