/** What must not change, or change by rule, when a model changes in ways whose effect is known without any formula. */
import { describe, expect, it } from 'vitest';
import {
  compile,
  simulate,
  type DistributionSpec,
  type ReplicationResult,
  type RunOverrides,
  type Study,
} from '#simulation';
import { B } from '../bench/models.ts';
import { by, constant, exponential, pool, sketch } from '../support/model.ts';
import { station } from './stations.ts';

interface Figures {
  readonly results: readonly ReplicationResult[];
  /** Path → value of each replication. */
  readonly byPath: ReadonlyMap<string, readonly number[]>;
}

function figures(study: Study, overrides: RunOverrides = {}): Figures {
  const { network, plan, issues } = compile(study, { replications: 2, ...overrides });
  if (!network) throw new Error(`does not compile: ${JSON.stringify(issues)}`);
  const results = Array.from({ length: plan.replications }, (_, r) => simulate(network, { ...plan, trace: true }, r));
  const byPath = new Map(network.kpiPaths.map((path, i) => [path.join('.'), results.map((r) => r.kpis[i]!)]));
  return { results, byPath };
}

/** Every figure of `before` is the same in `after`, to the last bit; `after` may have more. */
function expectSame(before: Study, after: Study, overrides: RunOverrides = {}): void {
  const now = figures(after, overrides).byPath;
  const then = figures(before, overrides).byPath;
  expect(then.size).toBeGreaterThan(20);
  expect(new Map([...then.keys()].map((path) => [path, now.get(path)]))).toEqual(then);
}

describe('one more server', () => {
  // Kiefer & Wolfowitz, Trans. AMS 78 (1955): with the same draws, the ordered workloads of c + 1 servers lie below those of c.
  it.each(['exponential', 'lognormal'])('never lengthens a wait, case by case (%s service)', (type) => {
    const params = { mean: 4, ...(type === 'lognormal' ? { sd: 8 } : {}) };
    const work: DistributionSpec = { type, params, unit: 'min' };
    const waits = (servers: number): Float64Array[] =>
      figures(station({ interval: exponential(1), work, servers, run: { cases: 3000, seed: 'servers' } })).results.map(
        ({ trace }) => {
          const wait = new Float64Array(3000).fill(NaN);
          trace!.case.forEach((c, i) => (wait[c] = trace!.started[i]! - trace!.offered[i]!));
          return wait;
        },
      );
    let fewer = waits(1);
    for (let servers = 2; servers <= 6; servers++) {
      const more = waits(servers);
      more.forEach((wait, r) => {
        expect(wait.every((w, c) => w <= fewer[r]![c]!)).toBe(true);
      });
      fewer = more;
    }
    // The servers do make a difference.
    expect(Math.max(...fewer[0]!)).toBeLessThan(Math.max(...waits(1)[0]!) / 10);
  });
});

describe('all inputs twice as long', () => {
  const twice = (spec: DistributionSpec): DistributionSpec => ({
    ...spec,
    params: Object.fromEntries(
      Object.entries(spec.params).map(([name, p]) => {
        const isTime = name !== 'weights' && name !== 'k';
        return [name, isTime ? (typeof p === 'number' ? 2 * p : p.map((x) => 2 * x)) : p];
      }),
    ),
  });
  const discrete = (values: number[], weights: number[]): DistributionSpec => ({
    type: 'user-discrete',
    params: { values, weights },
    unit: 'min',
  });
  const model = (f: (spec: DistributionSpec) => DistributionSpec, limit: number): Study =>
    sketch({
      nodes: {
        Start: 'StartEvent',
        Split: 'ParallelGateway',
        A: 'Task',
        B: 'Task',
        Join: 'ParallelGateway',
        C: 'Task',
        Again: 'ExclusiveGateway',
        End: 'EndEvent',
      },
      flows: ['Start > Split > A > Join > C > Again > End', 'Split > B > Join', 'Again > C'],
      elements: {
        Start: { arrivals: { interval: f(discrete([1, 2, 7], [3, 4, 1])) } },
        A: { work: f(discrete([1, 2, 3], [1, 1, 1])), resources: by('P') },
        B: { work: f(constant(1.25)), resources: by('Q') },
        C: { work: f(discrete([0.5, 1, 4], [2, 2, 1])), resources: by('Q') },
        Again_C: { probability: 0.125 },
        Again_End: { probability: 0.875 },
      },
      pools: [pool('P', 1, { costPerHour: 60 }), pool('Q', 1, { costPerHour: 120 })],
      slas: [
        {
          id: 'soon',
          name: 'Soon',
          on: { type: 'case' },
          limit: { value: limit, unit: 'min' },
          clock: 'calendar',
          target: 0.9,
        },
      ],
      run: { cases: 1500, seed: 'twice' },
    });

  /** By how much a figure grows when time runs half as fast. */
  function factorOf(path: string): number | undefined {
    // Weeks and hours of the week stay as long as they are.
    if (/^slas\.\w+\.weeksMet$|\.byHour\.\d+$/.test(path)) return undefined;
    if (/PerDay$/.test(path)) return 0.5;
    if (/^(cycleTime|businessCycleTime|touchTime|decomposition)\.|\.(queue|work|elapsed|lateness)\./.test(path))
      return 2;
    if (/\.(busy|overtime)$|^cost\.|\.(cost|paid)$/.test(path)) return 2;
    return 1;
  }

  it('doubles every time and leaves every count and share alone', () => {
    const before = figures(model((spec) => spec, 10)).byPath;
    const after = figures(model(twice, 20)).byPath;
    let doubled = 0;
    for (const [path, values] of before) {
      const factor = factorOf(path);
      if (factor === undefined) continue;
      expect(after.get(path), path).toEqual(values.map((v) => factor * v));
      if (factor === 2 && values[0]! > 0) doubled++;
    }
    expect(doubled).toBeGreaterThan(25);
  });

  it('doubles continuous times to the rounding of each draw', () => {
    const queue = (mean: number): Figures =>
      figures(station({ interval: exponential(1.25 * mean), work: exponential(mean), run: { cases: 500 } }));
    const [one, two] = [queue(1000), queue(2000)];
    one.results.forEach(({ trace }, r) => {
      const other = two.results[r]!.trace!;
      expect(other.case).toEqual(trace!.case);
      // By the n-th case 2n times have been drawn, each rounded to a millisecond in both runs.
      trace!.ended.forEach((end, i) => {
        expect(Math.abs(other.ended[i]! - 2 * end)).toBeLessThanOrEqual(1.5 * 2 * (i + 1));
      });
    });
  });
});

describe('what a drawing looks like', () => {
  const study = B(800);

  it('names change nothing', () => {
    const named: Study = {
      ...study,
      model: {
        ...study.model,
        name: 'Renamed',
        nodes: study.model.nodes.map((n) => ({ ...n, name: `Name of ${n.id}` })),
        flows: study.model.flows.map((f) => ({ ...f, name: f.id })),
      },
      scenario: { ...study.scenario, name: 'Other', pools: study.scenario.pools!.map((p) => ({ ...p, name: 'Team' })) },
    };
    expectSame(study, named);
  });

  it('the order of nodes, flows, pools and parameters in the file changes nothing', () => {
    const reversed: Study = {
      ...study,
      model: {
        ...study.model,
        nodes: study.model.nodes
          .map((n) => ({ ...n, incoming: n.incoming.toReversed(), outgoing: n.outgoing.toReversed() }))
          .reverse(),
        flows: study.model.flows.toReversed(),
      },
      scenario: {
        ...study.scenario,
        pools: study.scenario.pools!.toReversed(),
        elements: Object.fromEntries(Object.entries(study.scenario.elements!).reverse()),
      },
    };
    expectSame(study, reversed);
  });

  it('the order of the flows behind an inclusive gateway changes nothing', () => {
    const branches = (flows: readonly string[]): Study =>
      sketch({
        nodes: {
          Start: 'StartEvent',
          Split: 'InclusiveGateway',
          A: 'Task',
          B: 'Task',
          C: 'Task',
          Join: 'InclusiveGateway',
          End: 'EndEvent',
        },
        flows,
        elements: {
          Start: { arrivals: { interval: exponential(1) } },
          A: { work: exponential(1) },
          B: { work: exponential(2) },
          C: { work: exponential(3) },
          Split_A: { probability: 0.1 },
          Split_B: { probability: 0.4 },
          Split_C: { probability: 0.6 },
        },
        run: { cases: 500 },
      });
    const flows = ['Start > Split > A > Join', 'Split > B > Join', 'Split > C > Join', 'Join > End'];
    expectSame(branches(flows), branches(flows.toReversed()));
  });

  it('a gateway with one way out changes nothing', () => {
    const [first, ...others] = study.model.flows.filter((f) => f.id === 'Merge_Assess');
    expect(others).toEqual([]);
    const longer: Study = {
      ...study,
      model: {
        ...study.model,
        nodes: [
          ...study.model.nodes.map((n) => (n.id === 'Assess' ? { ...n, incoming: ['Gate_Assess'] } : n)),
          {
            id: 'Gate',
            type: 'bpmn:ExclusiveGateway',
            scope: 'Process',
            incoming: ['Merge_Assess'],
            outgoing: ['Gate_Assess', 'Gate_End'],
          },
        ].map((n) => (n.id === 'End' ? { ...n, incoming: [...n.incoming, 'Gate_End'] } : n)),
        flows: [
          ...study.model.flows.map((f) => (f === first ? { ...f, target: 'Gate' } : f)),
          { id: 'Gate_Assess', source: 'Gate', target: 'Assess', scope: 'Process' },
          { id: 'Gate_End', source: 'Gate', target: 'End', scope: 'Process' },
        ],
      },
      scenario: {
        ...study.scenario,
        elements: { ...study.scenario.elements, Gate_Assess: { probability: 1 }, Gate_End: { probability: 0 } },
      },
    };
    expectSame(study, longer);
    expect(figures(longer).byPath.get('flows.Gate_End')).toEqual([0, 0]);
  });

  it('a pool without work changes nothing but the pay', () => {
    const idle: Study = {
      ...study,
      scenario: { ...study.scenario, pools: [pool('Idle', 3), ...study.scenario.pools!] },
    };
    expectSame(study, idle);
    expect(figures(idle).byPath.get('resources.Idle.busy')).toEqual([0, 0]);
  });

  it('an element that nobody reaches changes nothing', () => {
    const side: Study = {
      ...study,
      model: {
        ...study.model,
        nodes: [
          ...study.model.nodes.map((n) => (n.id === 'Offer' ? { ...n, incoming: [...n.incoming, 'Side_Offer'] } : n)),
          { id: 'Side', type: 'bpmn:Task', scope: 'Process', incoming: [], outgoing: ['Side_Offer'] },
        ],
        flows: [...study.model.flows, { id: 'Side_Offer', source: 'Side', target: 'Offer', scope: 'Process' }],
      },
    };
    expectSame(study, side);
  });
});

describe('replications', () => {
  it('are the same in any order and beside other models', () => {
    const { network, plan } = compile(B(300), { replications: 4 });
    const other = compile(station({ interval: exponential(1), run: { cases: 100 } }));
    const forward = [0, 1, 2, 3].map((r) => simulate(network!, plan, r).kpis);
    const backward = [3, 2, 1, 0].map((r) => {
      simulate(other.network!, other.plan, r);
      return simulate(network!, plan, r).kpis;
    });
    expect(backward.reverse()).toEqual(forward);
    expect(forward[0]).not.toEqual(forward[1]);
  });

  it('a longer run begins like a shorter one', () => {
    const ends = (cases: number): Float64Array =>
      figures(station({ interval: exponential(1.25), run: { cases } })).results[0]!.trace!.ended;
    expect(ends(900).slice(0, 300)).toEqual(ends(300));
  });
});
