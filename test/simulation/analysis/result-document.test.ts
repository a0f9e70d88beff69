import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENGINE } from '../../../simulation/analysis/empty-document.ts';
import { BIN_COUNT } from '../../../simulation/analysis/histogram.ts';
import { buildResult, ResultBuilder, type ResultContext } from '../../../simulation/analysis/result-document.ts';
import { issue, type Issue } from '../../../simulation/model/issue.ts';
import type { FlowNode } from '../../../simulation/model/process.ts';
import type { ReplicationResult, Study } from '../../../simulation/model/run.ts';

const task = (id: string, name?: string): FlowNode => ({
  id,
  ...(name === undefined ? {} : { name }),
  type: 'bpmn:UserTask',
  scope: 'Process_1',
  incoming: [],
  outgoing: [],
});

const study: Study = {
  model: {
    id: 'Definitions_1',
    processes: [],
    participants: [],
    messageFlows: [],
    nodes: [task('Check', 'Check the claim'), task('constructor'), task('__proto__', 'Odd')],
    flows: [],
    resources: [],
  },
  scenario: {
    id: 'Scenario_1',
    name: 'Today',
    pools: [
      { id: 'Clerks', name: 'Clerks', staffing: [{ capacity: 3 }, { capacity: 2 }] },
      { id: 'Robots', name: '', staffing: [{ capacity: 'unlimited' }] },
    ],
    slas: [
      {
        id: 'Sla_1',
        name: 'Two days',
        on: { type: 'case' },
        limit: { value: 2, unit: 'day' },
        clock: 'calendar',
        target: 0.95,
      },
    ],
  },
};

const PATHS = [
  ['cases', 'started'],
  ['cycleTime', 'p90'],
  ['slas', 'Sla_1', 'hitRate'],
  ['activities', 'Check', 'queue', 'mean'],
  ['activities', 'Check', 'decomposition', 'working'],
  ['activities', 'constructor', 'executions'],
  ['activities', '__proto__', 'executions'],
  ['flows', '__proto__'],
  ['resources', 'Clerks', 'utilisation'],
  ['resources', 'Robots', 'busy'],
  ['brandNew', 'figure'],
] as const;

const context: ResultContext = {
  network: { kpiPaths: PATHS },
  study,
  plan: { seed: 'preflight', replications: 3, cases: Infinity, horizon: 3.6e6, warmUp: 0 },
  file: { name: 'claims.bpmn', sha256: 'ab'.repeat(32) },
  issues: [issue('warning', 'shares-normalised', { id: 'Gateway_1', name: 'Approved?' })],
  message: (i: Issue) => `text of ${i.code}`,
};

function replication(index: number, first: number, issues: readonly Issue[] = []): ReplicationResult {
  const cycleTimes = new Int32Array(BIN_COUNT);
  cycleTimes[index] = 1;
  return {
    index,
    kpis: Float64Array.from(PATHS, (_, i) => first + i),
    cycleTimes,
    businessCycleTimes: cycleTimes,
    wip: { width: 1000, values: Float64Array.of(index, 2 * index) },
    issues,
    events: 10,
  };
}

const three = [replication(0, 1), replication(1, 2), replication(2, 3)];
const result = buildResult({ ...context, replications: three, partial: false });

describe('the result of a run', () => {
  it('says what was run', () => {
    const { document } = result;
    expect(document).toMatchObject({
      format: 'preflight-result/1',
      model: { file: 'claims.bpmn', sha256: 'ab'.repeat(32) },
      scenario: { id: 'Scenario_1', name: 'Today' },
      seed: 'preflight',
      replications: 3,
    });
    expect(document.issues).toEqual([
      {
        code: 'shares-normalised',
        severity: 'warning',
        elementId: 'Gateway_1',
        message: 'text of shares-normalised',
      },
    ]);
  });

  it('puts each KPI where its path says, also one nobody knew before', () => {
    const { document } = result;
    expect(document.cases.started.value).toBe(2);
    // t(0.975; 2) · 1 / √3; the lower end would be negative, which no count is.
    expect(document.cases.started.ci95).toEqual([0, expect.closeTo(2 + 2.4841377, 6)]);
    expect(document.cycleTime.p90.value).toBe(3);
    expect(document.activities['Check']?.queue.mean.value).toBe(5);
    expect(document).toHaveProperty('activities.Check.decomposition.working.value', 6);
    expect(document.resources['Clerks']?.utilisation.value).toBe(10);
    expect(document).toHaveProperty('brandNew.figure.value', 12);
  });

  it('has every figure of the published shape, empty when it was not measured', () => {
    const empty = { value: null, ci95: null };
    expect(result.document.cycleTime.mean).toEqual(empty);
    expect(result.document.decomposition.synchronising).toEqual(empty);
    expect(result.document.activities['Check']?.elapsed.mean).toEqual(empty);
    expect(Object.keys(result.document)).toEqual([
      ...['format', 'engine', 'model', 'scenario', 'seed', 'replications', 'issues', 'cases', 'cycleTime'],
      ...['businessCycleTime', 'touchTime', 'flowEfficiency', 'firstPassYield', 'handovers', 'decomposition', 'slas'],
      ...['activities', 'flows', 'flowShares', 'outcomes', 'events', 'resources', 'throughputPerDay', 'arrivalsPerDay'],
      ...['wip', 'littlesLawResidual', 'cost', 'hash'],
      'brandNew',
    ]);
  });

  it('names activities, pools and SLAs, with capacity and limit', () => {
    const { activities, resources, slas } = result.document;
    expect(activities['Check']?.name).toBe('Check the claim');
    expect(resources['Clerks']).toMatchObject({ name: 'Clerks', capacity: 5 });
    expect(resources['Robots']).toMatchObject({ name: 'Robots', capacity: null });
    expect(slas).toMatchObject([{ id: 'Sla_1', name: 'Two days', limit: 172_800, target: 0.95, clock: 'calendar' }]);
  });

  it('keeps the interval of a share between 0 and 1', () => {
    const rates = [0, 1, 1].map((rate, i) => ({
      ...replication(i, 0),
      kpis: new Float64Array(PATHS.length).fill(rate),
    }));
    const { document } = buildResult({ ...context, replications: rates, partial: false });
    expect(document.slas[0]?.hitRate.ci95).toEqual([0, 1]);
    expect(document.cases.started.ci95?.[1]).toBeGreaterThan(1);
  });

  it('takes ids like constructor and __proto__ for ids', () => {
    const { activities, flows } = result.document;
    expect(Object.keys(activities)).toEqual(['Check', 'constructor', '__proto__']);
    expect(activities['constructor']?.executions.value).toBe(7);
    expect(Object.keys(flows)).toEqual(['__proto__']);
    expect(JSON.stringify(flows)).toContain('{"__proto__":{"value":9,');
    expect(Object.prototype).not.toHaveProperty('executions');
  });

  it('pools the pictures', () => {
    expect([...result.cycleTimes.slice(0, 4)]).toEqual([1, 1, 1, 0]);
    expect([...result.wip.values]).toEqual([1, 2]);
  });

  it('shows a finding of many replications once', () => {
    const found = issue('warning', 'token-cap', { id: 'Check' });
    const { issues } = buildResult({
      ...context,
      replications: [replication(0, 1, [found]), replication(1, 2, [found])],
      partial: false,
    });
    expect(issues.map((i) => i.code)).toEqual(['shares-normalised', 'token-cap']);
  });

  it('has no intervals with one replication', () => {
    const { document, done, partial } = buildResult({ ...context, replications: three.slice(0, 1), partial: true });
    expect(document.cases.started).toEqual({ value: 1, ci95: null });
    expect([done, partial, document.replications]).toEqual([1, true, 1]);
  });
});

describe('the hash of a run', () => {
  const hashOf = (...replications: ReplicationResult[]) =>
    buildResult({ ...context, replications, partial: false }).document.hash;

  it('changes with any figure', () => {
    expect(hashOf(...three)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(replication(0, 1))).not.toBe(hashOf(replication(0, 1 + Number.EPSILON)));
  });

  it('does not depend on how a NaN is written', () => {
    const odd = new Float64Array(1);
    new Uint32Array(odd.buffer).set([1, 0xfff80000]);
    const withKpi = (value: number) => {
      const kpis = new Float64Array(PATHS.length);
      kpis[0] = value;
      return hashOf({ ...replication(0, 0), kpis });
    };
    expect(withKpi(odd[0] ?? 0)).toBe(withKpi(NaN));
    expect(withKpi(0)).not.toBe(withKpi(NaN));
  });

  it('does not change when the result is read in between', () => {
    const builder = new ResultBuilder(context);
    for (const replication of three) {
      builder.add(replication);
      builder.result(true);
    }
    expect(builder.result(false)).toEqual(result);
  });
});

describe('a result builder', () => {
  it('takes replications in index order only', () => {
    const builder = new ResultBuilder(context);
    expect(() => {
      builder.add(replication(1, 0));
    }).toThrow('<0>');
  });

  it('tells the spread of a KPI so far', () => {
    const builder = new ResultBuilder(context);
    for (const replication of three) builder.add(replication);
    expect(builder.summary(['cycleTime', 'p90'])).toMatchObject({ count: 3, mean: 3, sd: 1 });
    expect(builder.summary(['cycleTime', 'p91'])).toBeUndefined();
  });
});

describe('the engine’s version', () => {
  it('is the package’s', () => {
    const text = readFileSync('package.json', 'utf8');
    expect(text).toContain(`"version": "${ENGINE.replace('preflight ', '')}"`);
  });
});
