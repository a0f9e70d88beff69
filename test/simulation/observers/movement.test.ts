/** The log of movements: what it says by hand, that it agrees with the figures, and that recording changes nothing. */
import { describe, expect, it } from 'vitest';
import { compile, Movement, simulate, type MovementTrace, type Network, type Study } from '#simulation';
import { resetMovement } from '../../../simulation/observers/movement.ts';
import { beginReplication } from '../../../simulation/simulate.ts';
import { by, constant, pool, sketch, timer } from '../../support/model.ts';
import { sampleStudies } from '../../support/samples.ts';

function recorded(study: Study, index = 0): { network: Network; trace: MovementTrace; kpi(path: string): number } {
  const { network, plan } = compile(study);
  if (!network) throw new Error('does not compile');
  const { movement, kpis } = simulate(network, { ...plan, movement: true }, index);
  return {
    network,
    trace: movement!,
    kpi: (path) => kpis[network.kpiPaths.findIndex((p) => p.join('.') === path)]!,
  };
}

const STATES = ['working', 'paused', 'contention', 'off shift', 'batching', 'external', 'synchronising'];

/** Rows as `minute what subject value`. */
function lines({ network, trace }: { network: Network; trace: MovementTrace }): string[] {
  return Array.from(trace.time, (time, i) => {
    const [subject, value] = [trace.subject[i]!, trace.value[i]!];
    const say = (): string => {
      switch (trace.kind[i] ?? -1) {
        case Movement.caseStarted:
          return `case ${subject} comes`;
        case Movement.caseEnded:
          return `case ${subject} ${value === 0 ? 'done' : 'failed'}`;
        case Movement.entered:
          return `token ${subject} at ${value < 0 ? network.nodeIds[-1 - value]! : network.nodeIds[network.flowTarget[value]!]!}`;
        case Movement.state:
          return `token ${subject} ${STATES[value]!}`;
        case Movement.gone:
          return `token ${subject} gone`;
        case Movement.unit:
          return `unit ${subject} mode ${value} for ${trace.holder[i]!}`;
        default:
          return `group ${subject} ${value === 1 ? 'on' : 'off'}`;
      }
    };
    return `${time / 60_000} ${say()}`;
  });
}

describe('the log of movements', () => {
  it('tells a split, a join, a queue and the work on it', () => {
    const study = sketch({
      nodes: {
        Start: 'StartEvent',
        Fork: 'ParallelGateway',
        A: 'Task',
        B: 'Task',
        Join: 'ParallelGateway',
        End: 'EndEvent',
      },
      flows: ['Start > Fork > A > Join > End', 'Fork > B > Join'],
      elements: {
        Start: { arrivals: { interval: constant(100), count: 1 } },
        A: { work: constant(5), resources: by('P') },
        B: { work: constant(3), resources: by('P') },
      },
      pools: [pool('P', 1)],
      run: { replications: 1, cases: 1 },
    });

    expect(lines(recorded(study))).toEqual([
      '0 case 0 comes',
      '0 token 1 at Start',
      '0 token 1 at Fork',
      '0 token 1 at A',
      '0 token 2 at B',
      '0 unit 0 mode 1 for 1',
      '0 token 1 working',
      '0 token 2 contention',
      '5 unit 0 mode 0 for 0',
      '5 token 1 at Join',
      '5 token 1 synchronising',
      '5 unit 0 mode 1 for 2',
      '5 token 2 working',
      '8 unit 0 mode 0 for 0',
      '8 token 2 at Join',
      '8 token 1 gone',
      '8 token 2 at End',
      '8 token 2 gone',
      '8 case 0 done',
    ]);
  });

  it('tells shifts, pauses and waiting for something outside', () => {
    const study = sketch({
      nodes: {
        Start: 'StartEvent',
        Work: 'Task',
        Wait: { type: 'IntermediateCatchEvent', eventDefinitions: timer('PT1H') },
        End: 'EndEvent',
      },
      flows: ['Start > Work > Wait > End'],
      elements: {
        Start: { arrivals: { interval: constant(11 * 60), count: 1, first: 'after-interval' } },
        Work: { work: constant(90), resources: by('P') },
      },
      pools: [pool('P', 1, { staffing: [{ capacity: 1, calendar: 'Shift' }] })],
      run: { replications: 1, cases: 1 },
      scenario: {
        calendars: [{ id: 'Shift', name: 'Shift', rules: [{ days: [1, 2, 3, 4, 5], from: 540, to: 720 }] }],
      },
    });

    const from11 = (line: string): string => line.replace(/^\d+/, (minute) => String(Number(minute) - 11 * 60));
    const said = lines(recorded(study))
      .map(from11)
      .filter((line) => !line.includes(' at ') && !line.startsWith('-'));

    expect(said.slice(0, 8)).toEqual([
      '0 case 0 comes',
      '0 unit 0 mode 1 for 1',
      '0 token 1 working',
      '60 group 0 off',
      '60 unit 0 mode 3 for 1',
      '60 token 1 paused',
      `${60 + 21 * 60} group 0 on`,
      `${60 + 21 * 60} unit 0 mode 1 for 1`,
    ]);
    expect(said.at(-3)).toBe(`${60 + 21 * 60 + 30} token 1 external`);
    expect(said.at(-1)).toBe(`${60 + 21 * 60 + 30 + 60} case 0 done`);
  });

  it('changes no figure, and agrees with them on every sample', async () => {
    for (const { name, study } of await sampleStudies()) {
      const { network, plan } = compile(study);
      const plain = simulate(network!, plan, 2);
      const { trace, kpi } = recorded(study, 2);
      const watched = simulate(network!, { ...plan, movement: true }, 2);

      expect(watched.kpis, name).toEqual(plain.kpis);
      const count = (kind: number): number => trace.kind.filter((k) => k === kind).length;
      expect(count(Movement.caseStarted), name).toBe(trace.cases.arrival.length);
      if (plan.warmUp === 0) {
        expect(count(Movement.caseStarted), name).toBe(kpi('cases.started'));
        expect(count(Movement.caseEnded), name).toBe(kpi('cases.completed') + kpi('cases.failed'));
      }
      network!.slas.forEach(({ id }, k) => {
        const met = [...trace.judgements.met].filter((_, i) => trace.judgements.sla[i] === k);
        expect(met.length, `${name} ${id}`).toBe(kpi(`slas.${id}.measured`));
        if (met.length > 0)
          expect(met.filter((m) => m === 1).length / met.length, `${name} ${id}`).toBe(kpi(`slas.${id}.hitRate`));
      });
    }
  });

  it('stops at its bound and says until when it tells', () => {
    const study = sketch({
      nodes: { Start: 'StartEvent', A: 'Task', End: 'EndEvent' },
      flows: ['Start > A > End'],
      elements: { Start: { arrivals: { interval: constant(10) } }, A: { work: constant(1) } },
      run: { replications: 1, cases: 1000 },
    });
    const { network, plan } = compile(study);
    const replication = beginReplication(network!, { ...plan, movement: true }, 0);
    resetMovement(true, 50);
    while (!replication.advance(Infinity));
    const { movement } = replication.result();

    expect(movement!.complete).toBe(false);
    expect(movement!.time.length).toBe(50);
    expect(movement!.end).toBe(movement!.time[49]);
  });
});
