/** Exact hand traces of control flow: deterministic inputs, minutes, one case unless said. */
import { describe, expect, it } from 'vitest';
import type { ElementParameters, Study } from '#simulation';
import { by, constant, event, pool, sketch, timer, type Sketch } from '../../support/model.ts';
import { run } from '../../support/run.ts';

const once = { arrivals: { count: 1 } };
const work = (minutes: number, p?: string): ElementParameters => ({
  work: constant(minutes),
  ...(p ? { resources: by(p) } : {}),
});

/** One case, one replication. */
const one = (s: Sketch): Study => sketch({ ...s, run: { cases: 1, replications: 1, ...s.run } });
const cycle = (study: Study): number => run(study).kpi('cycleTime.max') / 60;

describe('parallel gateway', () => {
  it('waits for the longer branch; the difference is synchronisation, not queue', () => {
    const r = run(
      one({
        nodes: { S: 'StartEvent', F: 'ParallelGateway', A: 'Task', B: 'Task', J: 'ParallelGateway', E: 'EndEvent' },
        flows: ['S > F > A > J > E', 'F > B > J'],
        elements: { S: once, A: work(3), B: work(5) },
      }),
    );
    expect(r.kpi('cycleTime.max')).toBe(300);
    expect(r.kpi('decomposition.working')).toBe(300);
    expect(r.kpi('activities.A.queue.mean')).toBe(0);
    expect(r.trace).toEqual(['A 0 0 0 3', 'B 0 0 0 5']);
  });

  it('counts synchronisation only when nothing else goes on', () => {
    const r = run(
      one({
        nodes: {
          S: 'StartEvent',
          F: 'ParallelGateway',
          A: 'Task',
          T: { type: 'IntermediateCatchEvent', eventDefinitions: timer('PT5M') },
          J: 'ParallelGateway',
          E: 'EndEvent',
        },
        flows: ['S > F > A > J > E', 'F > T > J'],
        elements: { S: once, A: work(3) },
      }),
    );
    expect(r.kpi('decomposition.working')).toBe(180);
    expect(r.kpi('decomposition.external')).toBe(120);
  });

  it('joins per flow, not per source: surplus tokens stay for the next firing', () => {
    const r = run(
      one({
        nodes: {
          S: 'StartEvent',
          F: 'ParallelGateway',
          A: 'Task',
          B: 'Task',
          M: 'ExclusiveGateway',
          C: 'Task',
          J: 'ParallelGateway',
          E: 'EndEvent',
        },
        flows: ['S > F > A > M > J > E', 'F > B > M', 'F > C > J'],
        elements: { S: once, A: work(1), B: work(2), C: work(10) },
      }),
    );
    // Two tokens come by M, one by C: the join fires once and one mark stays, so the case never ends.
    expect(r.kpi('cases.open')).toBe(1);
    expect(r.kpi('events.E')).toBe(1);
    expect(r.issues.map((i) => [i.code, i.elementId])).toContainEqual(['stuck-at-join', 'J']);
  });
});

describe('exclusive gateway', () => {
  it('merges without waiting: what follows a parallel split runs twice', () => {
    const r = run(
      one({
        nodes: {
          S: 'StartEvent',
          F: 'ParallelGateway',
          A: 'Task',
          B: 'Task',
          M: 'ExclusiveGateway',
          C: 'Task',
          E: 'EndEvent',
        },
        flows: ['S > F > A > M > C > E', 'F > B > M'],
        elements: { S: once, A: work(3), B: work(5), C: work(1) },
      }),
    );
    expect(r.trace).toEqual(['A 0 0 0 3', 'C 0 3 3 4', 'B 0 0 0 5', 'C 0 5 5 6']);
    expect(r.kpi('activities.C.rework')).toBe(0.5);
    expect(r.kpi('cycleTime.max')).toBe(360);
  });

  it('takes the first true condition in document order, else the default', () => {
    const grade = (value: string): string[] =>
      run(
        one({
          nodes: {
            S: 'StartEvent',
            X: { type: 'ExclusiveGateway', default: 'X_C' },
            A: 'Task',
            B: 'Task',
            C: 'Task',
            E: 'EndEvent',
          },
          flows: ['S > X > A > E', 'X > B > E', 'X > C > E'],
          elements: {
            S: once,
            A: work(1),
            B: work(1),
            C: work(1),
            X_A: { condition: is('grade', 'urgent') },
            X_B: {
              condition: {
                text: 'true',
                tree: {
                  type: 'binary',
                  operator: '!=',
                  left: { type: 'attribute', name: 'grade' },
                  right: { type: 'text', value: 'odd' },
                },
              },
            },
          },
          scenario: { attributes: [{ name: 'grade', type: 'category', values: [{ value, share: 1 }] }] },
        }),
      ).trace.slice();
    expect(grade('urgent')[0]).toMatch(/^A/);
    expect(grade('ordinary')[0]).toMatch(/^B/);
    expect(grade('odd')[0]).toMatch(/^C/);
  });

  it('fails the case when nothing is true and there is no default', () => {
    const r = run(
      one({
        nodes: { S: 'StartEvent', X: 'ExclusiveGateway', A: 'Task', B: 'Task', E: 'EndEvent' },
        flows: ['S > X > A > E', 'X > B > E'],
        elements: { S: once, X_A: { condition: is('grade', 'a') }, X_B: { condition: is('grade', 'b') } },
        scenario: { attributes: [{ name: 'grade', type: 'category', values: [{ value: 'c', share: 1 }] }] },
      }),
    );
    expect(r.kpi('cases.failed')).toBe(1);
    expect(r.issues.map((i) => [i.code, i.elementId])).toContainEqual(['no-true-condition', 'X']);
  });

  it('normalises shares that do not add up and says so', () => {
    const r = run(
      sketch({
        nodes: { S: 'StartEvent', X: 'ExclusiveGateway', A: 'Task', B: 'Task', E: 'EndEvent' },
        flows: ['S > X > A > E', 'X > B > E'],
        elements: { S: { arrivals: { count: 4000 } }, X_A: { probability: 0.6 }, X_B: { probability: 0.6 } },
        run: { cases: 4000, replications: 1 },
      }),
    );
    expect(r.issues.map((i) => [i.code, i.elementId])).toContainEqual(['shares-normalised', 'X']);
    expect(r.kpi('flows.X_A') / 4000).toBeGreaterThan(0.47);
    expect(r.kpi('flows.X_A') / 4000).toBeLessThan(0.53);
  });
});

describe('inclusive gateway', () => {
  const branches = (chances: [number, number, number]): Study =>
    one({
      nodes: {
        S: 'StartEvent',
        O: 'InclusiveGateway',
        A: 'Task',
        B: 'Task',
        C: 'Task',
        J: 'InclusiveGateway',
        D: 'Task',
        E: 'EndEvent',
      },
      flows: ['S > O > A > J > D > E', 'O > B > J', 'O > C > J'],
      elements: {
        S: once,
        A: work(2),
        B: work(5),
        C: work(50),
        D: work(1),
        O_A: { probability: chances[0] },
        O_B: { probability: chances[1] },
        O_C: { probability: chances[2] },
      },
    });

  it('joins the branches that were activated and does not await the third', () => {
    const r = run(branches([1, 1, 0]));
    expect(r.trace).toEqual(['A 0 0 0 2', 'B 0 0 0 5', 'D 0 5 5 6']);
  });

  it('passes a single branch at once', () => {
    expect(cycle(branches([1, 0, 0]))).toBe(3);
  });

  it('does not wait for a loop upstream that cannot bring another token', () => {
    const r = run(
      one({
        nodes: {
          S: 'StartEvent',
          M: 'ExclusiveGateway',
          A: 'Task',
          X: 'ExclusiveGateway',
          O: 'InclusiveGateway',
          B: 'Task',
          C: 'Task',
          J: 'InclusiveGateway',
          E: 'EndEvent',
        },
        flows: ['S > M > A > X > O > B > J > E', 'X > M', 'O > C > J'],
        elements: {
          S: once,
          A: work(1),
          B: work(2),
          C: work(5),
          X_O: { probability: 1 },
          X_M: { probability: 0 },
          O_B: { probability: 1 },
          O_C: { probability: 1 },
        },
      }),
    );
    expect(r.kpi('cycleTime.max')).toBe(360);
  });

  it('fires when the token it waited for ends elsewhere', () => {
    const r = run(
      one({
        nodes: {
          S: 'StartEvent',
          O: 'InclusiveGateway',
          A: 'Task',
          B: 'Task',
          X: 'ExclusiveGateway',
          J: 'InclusiveGateway',
          D: 'Task',
          E: 'EndEvent',
          E2: 'EndEvent',
        },
        flows: ['S > O > A > J > D > E', 'O > B > X > J', 'X > E2'],
        elements: {
          S: once,
          A: work(2),
          B: work(5),
          D: work(1),
          O_A: { probability: 1 },
          O_B: { probability: 1 },
          X_J: { probability: 0 },
          X_E2: { probability: 1 },
        },
      }),
    );
    expect(r.trace.at(-1)).toBe('D 0 5 5 6');
  });

  it('reports two joins that wait for each other and never hangs', () => {
    const r = run(
      one({
        nodes: {
          S: 'StartEvent',
          F: 'ParallelGateway',
          J: 'InclusiveGateway',
          K: 'InclusiveGateway',
          A: 'Task',
          B: 'Task',
          X: 'ExclusiveGateway',
          Y: 'ExclusiveGateway',
          E: 'EndEvent',
        },
        flows: ['S > F > J > A > X > E', 'F > K > B > Y > E', 'X > K', 'Y > J'],
        elements: {
          S: once,
          A: work(1),
          B: work(1),
          X_E: { probability: 0.5 },
          X_K: { probability: 0.5 },
          Y_E: { probability: 0.5 },
          Y_J: { probability: 0.5 },
        },
      }),
    );
    expect(r.kpi('cases.open')).toBe(1);
    expect(
      r.issues
        .filter((i) => i.code === 'stuck-at-join')
        .map((i) => i.elementId)
        .sort(),
    ).toEqual(['J', 'K']);
  });
});

describe('boundary timers', () => {
  const host = (interrupting: boolean, extra: Partial<Sketch> = {}): Study =>
    one({
      nodes: {
        S: 'StartEvent',
        A: 'Task',
        T: { type: 'BoundaryEvent', attachedTo: 'A', interrupting, eventDefinitions: timer('PT4M') },
        B: 'Task',
        E: 'EndEvent',
        E2: 'EndEvent',
      },
      flows: ['S > A > E', 'T > B > E2'],
      elements: { S: once, A: work(10, 'P'), B: work(3) },
      pools: [pool('P')],
      ...extra,
    });

  it('interrupting: leaves at 4, the resource was busy 4 and is free', () => {
    const r = run(host(true));
    expect(r.trace).toEqual(['A 0 0 0 4 cancelled', 'B 0 4 4 7']);
    expect(r.kpi('resources.P.busy')).toBe(240);
    expect(r.kpi('activities.A.cancelled')).toBe(1);
    expect(r.kpi('activities.A.executions')).toBe(0);
    expect(r.kpi('events.T')).toBe(1);
  });

  it('non-interrupting: the side path ends at 7, the case at 10', () => {
    const r = run(host(false));
    expect(r.trace).toEqual(['B 0 4 4 7', 'A 0 0 0 10']);
    expect(r.kpi('cycleTime.max')).toBe(600);
  });

  it('ticks while the work still queues', () => {
    const r = run(
      host(true, {
        elements: { S: { arrivals: { interval: constant(0), count: 2 } }, A: work(10, 'P'), B: work(3) },
        run: { cases: 2, replications: 1 },
      }),
    );
    // The first is interrupted while working, the second while waiting; the unit that the first gives back serves nobody.
    expect(r.trace.filter((line) => line.startsWith('A'))).toEqual(['A 0 0 0 4 cancelled', 'A 1 0 NaN 4 cancelled']);
    expect(r.kpi('resources.P.busy')).toBe(240);
  });

  it('completion goes before a timer at the same instant', () => {
    const r = run(host(true, { elements: { S: once, A: work(4, 'P'), B: work(3) } }));
    expect(r.trace).toEqual(['A 0 0 0 4']);
  });

  it('repeats as its cycle says', () => {
    const r = run(
      host(false, {
        nodes: {
          S: 'StartEvent',
          A: 'Task',
          T: {
            type: 'BoundaryEvent',
            attachedTo: 'A',
            interrupting: false,
            eventDefinitions: timer('R3/PT2M', 'cycle'),
          },
          B: 'Task',
          E: 'EndEvent',
          E2: 'EndEvent',
        },
      }),
    );
    expect(r.trace.filter((l) => l.startsWith('B'))).toEqual(['B 0 2 2 5', 'B 0 4 4 7', 'B 0 6 6 9']);
  });
});

describe('event-based gateway', () => {
  it('timer at 4 against message at 6: the timer path, the message is no longer awaited', () => {
    const r = run(
      one({
        nodes: {
          S: 'StartEvent',
          G: 'EventBasedGateway',
          M: { type: 'IntermediateCatchEvent', eventDefinitions: event('Message') },
          T: { type: 'IntermediateCatchEvent', eventDefinitions: timer('PT4M') },
          A: 'Task',
          B: 'Task',
          E: 'EndEvent',
        },
        flows: ['S > G > M > A > E', 'G > T > B > E'],
        elements: { S: once, M: { delay: constant(6) }, A: work(1), B: work(1) },
      }),
    );
    expect(r.trace).toEqual(['B 0 4 4 5']);
    expect(r.kpi('events.M')).toBe(0);
    expect(r.kpi('flows.G_T')).toBe(1);
    expect(r.kpi('flows.G_M')).toBe(0);
    expect(r.kpi('cycleTime.max')).toBe(300);
  });
});

describe('ends', () => {
  it('terminate at 3 beside a task of 10: the case ends at 3 and the resource is free', () => {
    const r = run(
      one({
        nodes: {
          S: 'StartEvent',
          F: 'ParallelGateway',
          A: 'Task',
          B: 'Task',
          E: 'EndEvent',
          X: { type: 'EndEvent', eventDefinitions: event('Terminate') },
        },
        flows: ['S > F > A > E', 'F > B > X'],
        elements: { S: once, A: work(10, 'P'), B: work(3) },
        pools: [pool('P')],
      }),
    );
    expect(r.trace).toEqual(['B 0 0 0 3', 'A 0 0 0 3 cancelled']);
    expect(r.kpi('cycleTime.max')).toBe(180);
    expect(r.kpi('resources.P.busy')).toBe(180);
    expect(r.kpi('cases.completed')).toBe(1);
  });

  it('terminate in a sub-process ends only the sub-process', () => {
    const r = run(
      one({
        nodes: {
          S: 'StartEvent',
          P: 'SubProcess',
          A: 'Task',
          E: 'EndEvent',
          s: { type: 'StartEvent', scope: 'P' },
          f: { type: 'ParallelGateway', scope: 'P' },
          b: { type: 'Task', scope: 'P' },
          c: { type: 'Task', scope: 'P' },
          e: { type: 'EndEvent', scope: 'P' },
          x: { type: 'EndEvent', scope: 'P', eventDefinitions: event('Terminate') },
        },
        flows: ['S > P > A > E', 's > f > b > e', 'f > c > x'],
        elements: { S: once, A: work(2), b: work(10), c: work(3) },
      }),
    );
    expect(r.trace).toEqual(['c 0 0 0 3', 'b 0 0 0 3 cancelled', 'P 0 0 0 3', 'A 0 3 3 5']);
  });

  it('an uncaught error fails the case; a boundary error catches it by code', () => {
    const model = (boundary: boolean): Study =>
      one({
        nodes: {
          S: 'StartEvent',
          P: 'SubProcess',
          E: 'EndEvent',
          s: { type: 'StartEvent', scope: 'P' },
          a: { type: 'Task', scope: 'P' },
          x: { type: 'EndEvent', scope: 'P', eventDefinitions: event('Error', { ref: 'Err', refCode: 'E1' }) },
          ...(boundary
            ? {
                C: {
                  type: 'BoundaryEvent',
                  attachedTo: 'P',
                  eventDefinitions: event('Error', { ref: 'Err', refCode: 'E1' }),
                },
                B: 'Task',
              }
            : {}),
        },
        flows: ['S > P > E', 's > a > x', ...(boundary ? ['C > B > E'] : [])],
        elements: { S: once, a: work(2), B: work(1) },
      });
    expect(run(model(false)).kpi('cases.failed')).toBe(1);
    expect(run(model(true)).trace.at(-1)).toBe('B 0 2 2 3');
  });

  it('without start event, every node without incoming flow begins; an activity without outgoing flow is an end', () => {
    const r = run(
      one({ nodes: { A: 'Task', B: 'Task' }, flows: [], elements: { Process: once, A: work(3), B: work(5) } }),
    );
    expect(r.trace).toEqual(['A 0 0 0 3', 'B 0 0 0 5']);
    expect(r.kpi('cycleTime.max')).toBe(300);
  });
});

describe('sub-process and links', () => {
  it('an empty sub-process is passed through', () => {
    expect(
      cycle(
        one({
          nodes: { S: 'StartEvent', P: 'SubProcess', A: 'Task', E: 'EndEvent' },
          flows: ['S > P > A > E'],
          elements: { S: once, A: work(2) },
        }),
      ),
    ).toBe(2);
  });

  it('a boundary timer cancels everything inside', () => {
    const r = run(
      one({
        nodes: {
          S: 'StartEvent',
          P: 'SubProcess',
          E: 'EndEvent',
          T: { type: 'BoundaryEvent', attachedTo: 'P', eventDefinitions: timer('PT4M') },
          B: 'Task',
          s: { type: 'StartEvent', scope: 'P' },
          a: { type: 'Task', scope: 'P' },
          e: { type: 'EndEvent', scope: 'P' },
        },
        flows: ['S > P > E', 'T > B > E', 's > a > e'],
        elements: { S: once, a: work(10, 'R'), B: work(1) },
        pools: [pool('R')],
      }),
    );
    expect(r.trace).toEqual(['a 0 0 0 4 cancelled', 'P 0 0 0 4 cancelled', 'B 0 4 4 5']);
    expect(r.kpi('resources.R.busy')).toBe(240);
  });

  it('a link goes on at its catch', () => {
    const link = event('Link', { linkName: 'L' });
    expect(
      cycle(
        one({
          nodes: {
            S: 'StartEvent',
            t: { type: 'IntermediateThrowEvent', eventDefinitions: link },
            c: { type: 'IntermediateCatchEvent', eventDefinitions: link },
            A: 'Task',
            E: 'EndEvent',
          },
          flows: ['S > t', 'c > A > E'],
          elements: { S: once, A: work(2) },
        }),
      ),
    ).toBe(2);
  });

  it('conditional flows from an activity are an inclusive choice with a default', () => {
    const r = run(
      one({
        nodes: { S: 'StartEvent', A: { type: 'Task', default: 'A_D' }, B: 'Task', C: 'Task', D: 'Task', E: 'EndEvent' },
        flows: ['S > A > B > E', 'A > C > E', 'A > D > E'],
        elements: {
          S: once,
          A: work(1),
          B: work(1),
          C: work(1),
          D: work(1),
          A_B: { condition: is('g', 'x') },
          A_C: { condition: is('g', 'x') },
        },
        scenario: { attributes: [{ name: 'g', type: 'category', values: [{ value: 'x', share: 1 }] }] },
      }),
    );
    expect(r.trace).toEqual(['A 0 0 0 1', 'B 0 1 1 2', 'C 0 1 1 2']);
  });
});

describe('messages', () => {
  const conversation = (delay: number): Study =>
    one({
      nodes: {
        S: 'StartEvent',
        A: 'SendTask',
        R: 'ReceiveTask',
        B: 'Task',
        E: 'EndEvent',
        s: { type: 'StartEvent', scope: 'Q', eventDefinitions: event('Message') },
        w: { type: 'Task', scope: 'Q' },
        e: { type: 'EndEvent', scope: 'Q', eventDefinitions: event('Message') },
      },
      flows: ['S > A > B > R > E', 's > w > e'],
      elements: { S: once, A: work(1), B: work(delay), w: work(5) },
      model: {
        processes: [
          { id: 'Process', lanes: [] },
          { id: 'Q', lanes: [] },
        ],
        participants: [
          { id: 'PA', process: 'Process' },
          { id: 'PB', process: 'Q' },
        ],
        messageFlows: [
          { id: 'm1', source: 'A', target: 's' },
          { id: 'm2', source: 'e', target: 'R' },
        ],
      },
    });

  it('starts the partner, waits for its answer, and the case is the whole conversation', () => {
    const r = run(conversation(2));
    expect(r.trace).toEqual(['A 0 0 0 1', 'B 0 1 1 3', 'w 0 1 1 6']);
    expect(r.kpi('cycleTime.max')).toBe(360);
    expect(r.kpi('cases.completed')).toBe(1);
  });

  it('keeps an early message for the one who will ask', () => {
    expect(cycle(conversation(20))).toBe(21);
  });

  it('a message nobody sends leaves the case open and names the element', () => {
    const study = conversation(2);
    const r = run({
      ...study,
      model: {
        ...study.model,
        messageFlows: study.model.messageFlows.filter((m) => m.id === 'm2'),
        flows: study.model.flows,
      },
    });
    expect(r.kpi('cases.open')).toBe(1);
    expect(r.issues.map((i) => [i.code, i.elementId])).toContainEqual(['message-never-came', 'R']);
  });
});

function is(name: string, value: string): NonNullable<ElementParameters['condition']> {
  return {
    text: `${name} = "${value}"`,
    tree: { type: 'binary', operator: '=', left: { type: 'attribute', name }, right: { type: 'text', value } },
  };
}
